//! Files that are named twice, perhaps in other ways: what is read must not be written over, and no output by another.

use super::file::is_folder;
use crate::data::Problem;
use crate::diagnostic::Code;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What tells a file from others, whatever it is called.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Spot {
    /// A file that is there: its number on its disk.
    #[cfg(unix)]
    There(u64, u64),
    /// One that is not there yet, or whose number is not told: its place.
    Place(PathBuf),
}

/// Where a name leads.
fn spot(path: &Path) -> Spot {
    #[cfg(unix)]
    if let Ok(found) = fs::metadata(path) {
        use std::os::unix::fs::MetadataExt;
        return Spot::There(found.dev(), found.ino());
    }
    Spot::Place(fs::canonicalize(path).unwrap_or_else(|_| folded(&beside(path))))
}

/// The place of a file that is not there yet, in a folder that is.
fn beside(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match (fs::canonicalize(folder), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

/// Where capitals and small letters usually name one file, the small ones.
fn folded(path: &Path) -> PathBuf {
    match cfg!(any(windows, target_os = "macos")) {
        true => PathBuf::from(path.to_string_lossy().to_lowercase()),
        false => path.to_owned(),
    }
}

/// A file that is named twice.
pub fn twice<'a>(names: &[&'a str]) -> Option<&'a str> {
    let mut known = HashSet::new();
    names.iter().copied().find(|name| !known.insert(spot(Path::new(name))))
}

/// Refuses to write over a file that is read, over another output, or in the place of a folder.
pub fn spare(outputs: &[&Path], inputs: &[&str]) -> Result<(), Problem> {
    let read: HashSet<Spot> = inputs.iter().map(|name| spot(Path::new(name))).collect();
    let mut written = HashSet::new();
    for path in outputs {
        let spot = spot(path);
        let variant = match (read.contains(&spot), written.insert(spot)) {
            _ if is_folder(path) => "write-folder",
            (true, _) => "input",
            (false, false) => "outputs",
            (false, true) => continue,
        };
        return Err(Problem::new(Code::FileAccess, variant, &Arc::from(path.to_string_lossy())));
    }
    Ok(())
}
