//! Lists the pages of `docs/diagnostics` and the policies of `policies/`, so that the program carries them.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut code = String::new();
    code.push_str(&list("PAGES_ZH", &root.join("docs/diagnostics/zh"), "md")?);
    code.push_str(&list("PAGES_EN", &root.join("docs/diagnostics/en"), "md")?);
    code.push_str(&list("TEMPLATES", &root.join("policies"), "merit")?);
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
