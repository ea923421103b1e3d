//! The texts of a policy and of the files that it uses, as they are changed in a session.

use std::collections::BTreeMap;

use crate::compile::{Compiled, Files, Outline, Unusable, compile_beside, compile_patched, compile_with, outline};
use crate::io::PolicyFolder;
use crate::source::{SourceFile, Sources};

/// The texts of a policy, of which some are changed.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// The policy.
    pub main: SourceFile,
    /// The used files that were changed, by their names.
    pub used: BTreeMap<String, SourceFile>,
}

/// A folder in which the texts of a draft stand in the place of its files.
struct Overlaid<'a> {
    draft: &'a Draft,
    folder: &'a PolicyFolder,
}

impl Files for Overlaid<'_> {
    fn find(&self, from: &str, path: &str) -> Result<SourceFile, Unusable> {
        let found = self.folder.find(from, path)?;
        Ok(self.draft.used.get(&found.name).cloned().unwrap_or(found))
    }
}

impl Draft {
    /// A policy of which nothing is changed.
    pub fn of(main: SourceFile) -> Draft {
        Draft { main, used: BTreeMap::new() }
    }

    /// The same with another text in one of its files.
    pub fn with(&self, file: SourceFile) -> Draft {
        let mut draft = self.clone();
        match file.name == draft.main.name {
            true => draft.main = file,
            false => drop(draft.used.insert(file.name.clone(), file)),
        }
        draft
    }

    /// What it comes to.
    pub fn compiled(&self, folder: &PolicyFolder) -> Compiled {
        compile_with(self.main.clone(), &Overlaid { draft: self, folder }, &[])
    }

    /// What it comes to with declarations of a patch in the place of its own.
    pub fn patched(&self, folder: &PolicyFolder, patch: SourceFile) -> Compiled {
        compile_patched(self.main.clone(), &Overlaid { draft: self, folder }, &[patch], &[])
    }

    /// The same for values alone: where the policy itself is proved, and all that is told of the patch comes of reading and
    /// checking it, nothing is proved again.
    pub fn tried(&self, folder: &PolicyFolder, patch: SourceFile) -> Compiled {
        let outline = self.outlined(folder, patch.clone());
        if outline.sound() { outline.unproved() } else { self.patched(folder, patch) }
    }

    /// The same before anything is proved of it.
    pub fn outlined(&self, folder: &PolicyFolder, patch: SourceFile) -> Outline {
        outline(self.main.clone(), &Overlaid { draft: self, folder }, &[patch])
    }

    /// What it comes to, its files behind those of another policy.
    pub fn beside(&self, other: &Sources, folder: &PolicyFolder) -> Compiled {
        compile_beside(other, self.main.clone(), &Overlaid { draft: self, folder }, &[], &[])
    }

    /// Whether every text is that of another.
    pub fn is(&self, other: &Draft) -> bool {
        let used = |draft: &Draft| draft.used.values().map(|file| file.text.clone()).collect::<Vec<_>>();
        self.main.text == other.main.text && used(self) == used(other)
    }
}
