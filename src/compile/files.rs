//! Where used files are found, and why one cannot be used.

use std::collections::HashMap;

use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::source::{SourceFile, Sources};
use crate::syntax::ast;

/// Finds the files that a policy names. This module knows no disk.
pub trait Files {
    /// The file that is meant by `path` where it stands in the file `from`. One file always comes under one
    /// name, which is also the name under which messages show it.
    fn find(&self, from: &str, path: &str) -> Result<SourceFile, Unusable>;
}

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// The path begins at the root of a disk.
    Absolute,
    /// It lies outside the folder of the policy.
    Outside,
    /// There is none, at this place.
    Absent(String),
    /// The system does not let us read it, for this reason.
    Unreadable(Arg),
    /// From this line on it is no UTF-8.
    NotUtf8(usize),
}

/// The place that `path` means in the file `from`, both counted from the folder of the policy. It is found from
/// the letters alone, so that it is the same on every system.
pub fn resolved(from: &str, path: &str) -> Result<String, Unusable> {
    let drive = path.as_bytes().get(1) == Some(&b':');
    if drive || path.starts_with(['/', '\\']) {
        return Err(Unusable::Absolute);
    }
    let mut pieces: Vec<&str> = from.split('/').collect();
    pieces.pop();
    for piece in path.split('/') {
        match piece {
            "" | "." => {}
            ".." => drop(pieces.pop().ok_or(Unusable::Outside)?),
            name => pieces.push(name),
        }
    }
    Ok(pieces.join("/"))
}

/// Files that are in memory, by their names.
#[derive(Debug, Clone, Default)]
pub struct InMemory(HashMap<String, SourceFile>);

impl FromIterator<SourceFile> for InMemory {
    fn from_iter<T: IntoIterator<Item = SourceFile>>(files: T) -> Self {
        InMemory(files.into_iter().map(|file| (file.name.clone(), file)).collect())
    }
}

impl Files for InMemory {
    fn find(&self, from: &str, path: &str) -> Result<SourceFile, Unusable> {
        let name = resolved(from, path)?;
        self.0.get(&name).cloned().ok_or(Unusable::Absent(name))
    }
}

impl Unusable {
    /// What is to be told where the path stands.
    pub(super) fn told(self, path: &ast::Text, sources: &Sources) -> Diagnostic {
        // A stroke of Windows was read as the sign behind it.
        let written = sources.slice(path.span).trim_matches(['"', '“', '”']);
        let told = Diagnostic::new(Code::UseFile, path.span).arg("path", written);
        match self {
            Unusable::Absent(_) if written.contains('\\') => {
                told.variant("backslash").edit(path.span, format!("\"{}\"", written.replace('\\', "/")))
            }
            Unusable::Absolute => told.variant("absolute"),
            Unusable::Outside => told.variant("outside"),
            Unusable::Absent(place) => told.variant("absent").arg("place", place),
            Unusable::Unreadable(reason) => told.variant("unreadable").arg("error", reason),
            Unusable::NotUtf8(line) => told.variant("encoding").arg("line", line),
        }
    }
}
