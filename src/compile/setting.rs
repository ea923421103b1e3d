//! `--set`: other values for params, and what is told of them.

use super::reading::Reading;
use super::{Compiled, Files};
use crate::check::Setting;
use crate::diagnostic::{Arg, Diagnostic, nearest};
use crate::source::{FileId, SourceFile, Sources};
use crate::syntax::ast;
use unicode_normalization::UnicodeNormalization;

/// `--set NAME=VALUE` as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// The param.
    pub name: String,
    /// The value, as a policy would spell it.
    pub value: String,
}

impl std::str::FromStr for Assigned {
    type Err = ();

    /// `NAME=VALUE`; neither may be empty.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (name, value) = text.split_once(['=', '＝']).ok_or(())?;
        let (name, value) = (name.trim(), value.trim());
        if name.is_empty() || value.is_empty() {
            return Err(());
        }
        Ok(Assigned { name: name.to_owned(), value: value.to_owned() })
    }
}

/// What messages call the place.
const OPTION: &str = "--set";
/// What makes a declaration of it.
const LEAD: &str = "let ";

fn typed(assigned: &Assigned) -> String {
    format!("{} = {}", assigned.name, assigned.value)
}

/// Diagnostics and sources as someone who typed the settings, the files from number `first` on, knows them.
pub(super) fn as_typed(
    settings: &[Assigned],
    first: usize,
    sources: &mut Sources,
    mut diagnostics: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let ids: Vec<FileId> = sources.iter().map(|(id, _)| id).skip(first).collect();
    for (set, id) in settings.iter().zip(ids) {
        let text = typed(set);
        diagnostics = diagnostics.into_iter().map(|told| told.moved(id, LEAD.len(), text.len())).collect();
        sources.replace(id, SourceFile::new(OPTION, text));
    }
    diagnostics
}

/// The value is read by the grammar of policies, as the value of a declaration, so that it is spelt and
/// refused as everywhere else.
pub(super) fn read(assigned: &Assigned, reading: &mut Reading) -> Option<Setting> {
    let file = reading.setting(SourceFile::new(OPTION, format!("{LEAD}{}", typed(assigned))));
    file.items.into_iter().find_map(|item| match item {
        ast::Item::Let(found) => Some(Setting { name: found.name.text, value: found.value }),
        _ => None,
    })
}

/// The params that a policy and the files it uses declare.
#[derive(Debug, Clone)]
pub struct Params {
    names: Vec<String>,
    /// Whether all could be read.
    whole: bool,
}

impl Params {
    /// Those of a policy; what it uses is found in `files`.
    pub fn of(policy: SourceFile, files: &dyn Files) -> Params {
        let name = policy.name.clone();
        let file = Reading::new(files).whole(&name, policy);
        // A file that could not be had stays in its place, and what could not be read may be a param.
        let unread = file.items.iter().any(|item| matches!(item, ast::Item::Use(_) | ast::Item::Invalid(_)));
        let names = file.items.into_iter().filter_map(|item| match item {
            ast::Item::Param(param) => Some(param.name.text),
            _ => None,
        });
        Params { names: names.collect(), whole: !unread && file.unread.is_empty() }
    }

    /// Whether one is called so, as far as they are known.
    pub fn may_have(&self, name: &str) -> bool {
        !self.whole || self.names.contains(&name.nfkc().collect::<String>())
    }

    /// The one whose name is much like another.
    pub fn near(&self, name: &str) -> Option<&str> {
        nearest(name, self.names.iter().map(String::as_str))
    }
}

/// Marks what is told of a policy only since params were set: where it is `plain` without, it is not to be changed.
pub(super) fn blame(settings: &[Assigned], mut compiled: Compiled, plain: &Compiled) -> Compiled {
    let all: Vec<Arg> = settings.iter().map(|set| Arg::from(format!("{}={}", set.name, set.value))).collect();
    let known = |told: &Diagnostic| {
        let typed = plain.sources.get(told.span.file).is_none();
        let mut before = plain.diagnostics.iter().chain(&plain.remarks);
        typed || before.any(|other| other.code == told.code && other.span == told.span)
    };
    for told in compiled.diagnostics.iter_mut().chain(&mut compiled.remarks).filter(|told| !known(told)) {
        told.edits.clear();
        told.args.push(("only_set", Arg::List(all.clone())));
    }
    compiled
}
