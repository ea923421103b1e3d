//! The tongue in which a policy spells amounts, for what remedies propose.

use std::collections::BTreeSet;

use crate::quantity::Tongue;
use crate::source::{FileId, Sources};
use crate::syntax::{ast, money};

/// The tongue of the first amount; where there is none, that of names and keywords.
pub(super) fn of(sources: &Sources, file: &ast::File) -> Tongue {
    let files: BTreeSet<FileId> = file.items.iter().filter_map(super::place).map(|span| span.file).collect();
    let texts = files.into_iter().filter_map(|id| sources.get(id)).map(|file| file.text.as_str());
    money(&texts.collect::<Vec<_>>().join("\n"))
}
