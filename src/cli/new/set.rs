//! What a ready-made policy comes with: the files that it uses, and an empty sheet for each table that it asks for.

use std::io;
use std::path::Path;

use super::super::embedded;
use crate::compile::{Compiled, InMemory, compile_with};
use crate::io::Template;
use crate::ir::Relation;
use crate::source::SourceFile;

/// What the line in the heading of a policy begins with that tells how to try it.
const TRIED: [&str; 2] = ["# 试算：", "# Try it: "];

/// A ready-made policy under the name that it gets.
pub(super) struct Set {
    text: &'static str,
    compiled: Compiled,
    /// The name of the policy's file.
    file: String,
    /// The same without its ending, which its sheets share.
    stem: String,
}

impl Set {
    /// The ready-made policy of this name, to be written to this file.
    pub fn of(name: &str, file: &Path) -> Option<Set> {
        let (_, text) = embedded::templates().find(|(known, _)| *known == name)?;
        let all: InMemory = embedded::policies().iter().map(|(path, text)| SourceFile::new(*path, *text)).collect();
        let compiled = compile_with(SourceFile::new(format!("{name}.merit"), text), &all, &[]);
        let named = |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned());
        Some(Set { text, compiled, file: named(file.file_name())?, stem: named(file.file_stem())? })
    }

    /// What stands in the policy.
    pub fn text(&self) -> &str {
        self.text
    }

    /// Names and contents: the policy with those beside it, their sheets, then what it uses.
    pub fn files(&self) -> io::Result<Vec<(String, Vec<u8>)>> {
        let mut files = vec![(self.file.clone(), self.renewed(self.text).into_bytes())];
        let others = embedded::policies().iter().filter(|(path, _)| self.beside().any(|other| other == *path));
        files.extend(others.map(|(path, text)| ((*path).to_owned(), self.renewed(text).into_bytes())));
        let policy = &self.compiled.policy;
        files.push((format!("{}.csv", self.stem), Template::records(policy).csv()?));
        for relation in &policy.relations {
            files.push((self.sheet(relation), Template::rows(policy, relation).csv()?));
        }
        let used = self.compiled.read().skip(1);
        files.extend(used.map(|file| (file.name.clone(), file.written().into_bytes())));
        Ok(files)
    }

    /// What is typed to evaluate the sheets, which lie behind `lead`.
    pub fn command(&self, lead: &str) -> String {
        let mut command = format!("merit eval {lead}{}", self.file);
        for other in self.beside() {
            command.push_str(&format!(" {lead}{other}"));
        }
        command.push_str(&format!(" {lead}{}.csv", self.stem));
        for relation in &self.compiled.policy.relations {
            command.push_str(&format!(" --with {}={lead}{}", relation.name, self.sheet(relation)));
        }
        command
    }

    /// A text in which the heading tells how to try the policy under its new name.
    fn renewed(&self, text: &str) -> String {
        let renewed = |line: &str| match TRIED.iter().find(|start| line.starts_with(*start)) {
            Some(start) => format!("{start}{}\n", self.command("")),
            None => format!("{line}\n"),
        };
        text.lines().map(renewed).collect()
    }

    /// The words of the heading that tell how to try the policy as it stands in the repository.
    fn tried(&self) -> impl Iterator<Item = &'static str> {
        let told = |line: &'static str| TRIED.iter().find_map(|start| line.strip_prefix(start));
        self.text.lines().find_map(told).unwrap_or_default().split(' ').skip(2)
    }

    /// Policies that are evaluated together with this one.
    fn beside(&self) -> impl Iterator<Item = &'static str> {
        let own = self.compiled.read().next().map(|file| file.name.clone());
        self.tried().filter(move |word| word.ends_with(".merit") && own.as_deref() != Some(*word))
    }

    /// The name of the sheet of a lookup or details: `mine.orders.csv`, as the heading calls it.
    fn sheet(&self, relation: &Relation) -> String {
        let of = |word: &'static str| word.split_once('=').filter(|(name, _)| *name == relation.name);
        let file = self.tried().find_map(of).map_or("", |(_, file)| file);
        let part = file.split('.').nth_back(1).filter(|part| !part.is_empty()).unwrap_or(&relation.name);
        format!("{}.{part}.csv", self.stem)
    }
}
