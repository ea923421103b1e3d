//! Lists the pages of `docs/diagnostics` and the policies of `policies/` with what they use, so that the program carries them.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut code = String::new();
    code.push_str(&list("PAGES_ZH", &root.join("docs/diagnostics/zh"), "md")?);
    code.push_str(&list("PAGES_EN", &root.join("docs/diagnostics/en"), "md")?);
    code.push_str(&policies(&root.join("policies"))?);
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("embedded.rs"), code)?;
    Ok(())
}

/// A constant with the name and the text of every file in `folder` that ends so, in order.
fn list(constant: &str, folder: &Path, ending: &str) -> Result<String, Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut paths = vec![];
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            paths.push(entry?.path());
        }
    }
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    let mut code = format!("static {constant}: &[(&str, &str)] = &[\n");
    for path in paths {
        println!("cargo:rerun-if-changed={}", path.display());
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        writeln!(code, "    ({name:?}, include_str!({:?})),", path.display().to_string())?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// The policies of the folder and of those in it, each under its path from there.
fn policies(root: &Path) -> Result<String, Box<dyn Error>> {
    let mut found = vec![];
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        println!("cargo:rerun-if-changed={}", folder.display());
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            match path.is_dir() {
                true => folders.push(path),
                false => found.push(path),
            }
        }
    }
    found.retain(|path| path.extension().is_some_and(|ending| ending == "merit"));
    found.sort();
    let mut code = String::from("static POLICIES: &[(&str, &str)] = &[\n");
    for path in found {
        println!("cargo:rerun-if-changed={}", path.display());
        let pieces: Vec<_> = path.strip_prefix(root)?.iter().map(|piece| piece.to_string_lossy()).collect();
        writeln!(code, "    ({:?}, include_str!({:?})),", pieces.join("/"), path.display().to_string())?;
    }
    code.push_str("];\n");
    Ok(code)
}
