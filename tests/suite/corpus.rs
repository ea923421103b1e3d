//! Every policy of the repository, right or wrong: ready-made ones, those of the tests, those on the pages.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{cases, docs};

/// Where each stands, and its text.
pub fn policies() -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = files();
    for path in cases::files() {
        for case in cases::read(&path) {
            let place = format!("{}:{} {}", path.display(), case.line, case.name);
            found.extend(case.files.into_iter().map(|(name, text)| (format!("{place} {name}"), text)));
            found.push((place, case.text));
        }
    }
    found.extend(docs::policies());
    assert!(found.len() > 1_500, "{}", found.len());
    found
}

/// The files among them.
pub fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut open: Vec<PathBuf> = ["policies", "tests"].iter().map(|folder| root.join(folder)).collect();
    let mut found = vec![];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "merit") {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    assert!(found.len() > 40, "{}", found.len());
    found
}
