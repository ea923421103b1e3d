//! Several policies as a set: whether they share out the records.

use super::{Compiled, spelling};
use crate::analysis::{self, Member};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources};

/// What several policies are to each other.
#[derive(Debug, Clone)]
pub struct Together {
    /// The text of all, those of one policy after those of another.
    pub sources: Sources,
    /// What was told of them as a set; nothing where every record belongs to exactly one.
    pub diagnostics: Vec<Diagnostic>,
}

/// Proves that accepted policies share out the records: none belongs to two of them, or to none.
pub fn together(policies: &[&Compiled]) -> Together {
    let mut sources = Sources::default();
    let mut members = vec![];
    for compiled in policies {
        let first = u16::try_from(sources.iter().count()).unwrap_or(u16::MAX);
        members.push(Member { policy: &compiled.policy, first });
        for (_, file) in compiled.sources.iter() {
            sources.add(file.clone());
        }
    }
    let mut diagnostics = match members.len() {
        0 | 1 => vec![],
        _ => analysis::claims(&members, &sources),
    };
    let files: Vec<FileId> = sources.iter().map(|(id, _)| id).collect();
    spelling::spell_all(&sources, &files, &mut diagnostics);
    Together { sources, diagnostics }
}
