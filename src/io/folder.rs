//! The folder of a policy, where the files that it uses are found.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file::{reason, refused, utf8};
use crate::compile::{Files, Unusable, resolved};
use crate::data::Problem;
use crate::diagnostic::Arg;
use crate::source::SourceFile;

/// The folder of a policy, in which the files lie that it may use: whatever a link or a `..` leads to outside of it
/// is refused. The folder of standard input is the one in which the program runs.
///
/// Each file is read once, so that all who ask for it see the same text.
#[derive(Debug)]
pub struct PolicyFolder {
    /// The policy, as it was named.
    policy: String,
    /// What stands before the last piece of that name.
    lead: String,
    read: RefCell<HashMap<String, SourceFile>>,
}

impl PolicyFolder {
    /// The folder of the policy that was named so.
    pub fn of(policy: &str) -> Self {
        let last = Path::new(policy).file_name().map_or(0, |name| name.len());
        let lead = policy.get(..policy.len().saturating_sub(last)).unwrap_or_default().to_owned();
        PolicyFolder { policy: policy.to_owned(), lead, read: RefCell::default() }
    }

    fn root(&self) -> io::Result<PathBuf> {
        fs::canonicalize(if self.lead.is_empty() { "." } else { &self.lead })
    }

    /// The name of the file at a place that exists; the policy keeps the name that it was given.
    fn name(&self, root: &Path, place: &Path) -> Result<String, Unusable> {
        if fs::canonicalize(&self.policy).is_ok_and(|policy| policy == place) {
            return Ok(self.policy.clone());
        }
        let within = place.strip_prefix(root).map_err(|_| Unusable::Outside)?;
        let pieces: Vec<_> = within.components().map(|piece| piece.as_os_str().to_string_lossy()).collect();
        Ok(format!("{}{}", self.lead, pieces.join("/")))
    }
}

impl Files for PolicyFolder {
    fn find(&self, from: &str, path: &str) -> Result<SourceFile, Unusable> {
        let wanted = resolved(from.strip_prefix(&self.lead).unwrap_or(from), path)?;
        let refused = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                Unusable::Absent(format!("{}{wanted}", self.lead))
            }
            _ => Unusable::Unreadable(reason(&error)),
        };
        let root = self.root().map_err(refused)?;
        let place = fs::canonicalize(root.join(&wanted)).map_err(refused)?;
        let name = self.name(&root, &place)?;
        if let Some(known) = self.read.borrow().get(&name) {
            return Ok(known.clone());
        }
        // Reading a pipe or a device may never end.
        let kind = fs::metadata(&place).map_err(refused)?.file_type();
        if !kind.is_file() {
            return Err(Unusable::Unreadable(Arg::Term(if kind.is_dir() { "folder" } else { "special-file" })));
        }
        let text = utf8(fs::read(&place).map_err(refused)?).map_err(Unusable::NotUtf8)?;
        let file = SourceFile::new(name.clone(), text);
        self.read.borrow_mut().insert(name, file.clone());
        Ok(file)
    }
}

/// The policies in a folder and in those below it, by name; what is hidden, and what a link leads to, is left aside.
pub fn policies_in(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let (mut open, mut found) = (vec![folder.to_owned()], vec![]);
    while let Some(folder) = open.pop() {
        let told = |error: io::Error| refused(&folder.to_string_lossy(), "read", &error);
        for entry in fs::read_dir(&folder).map_err(told)? {
            let entry = entry.map_err(told)?;
            let kind = entry.file_type().map_err(told)?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            match entry.path() {
                _ if hidden => {}
                path if kind.is_dir() => open.push(path),
                path if kind.is_file() && path.extension().is_some_and(|ending| ending == "merit") => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    Ok(found)
}
