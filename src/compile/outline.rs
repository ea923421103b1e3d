//! What a policy says while it is typed: its names and types, before anything is proved of it.

use super::{Compiled, Files, Front, With, front};
use crate::check::{self, References};
use crate::diagnostic::{Diagnostic, Severity};
use crate::ir;
use crate::source::{FileId, SourceFile, Sources};
use crate::syntax::ast;

/// A policy that is read and checked, but of which nothing is proved.
#[derive(Debug, Clone)]
pub struct Outline {
    /// The text: the policy and the files it uses, then patches.
    pub sources: Sources,
    /// The declarations as they were written.
    pub file: ast::File,
    /// What could be made of them. Nothing tells whether each record finds its row.
    pub policy: ir::Policy,
    /// The names, each with its declaration.
    pub references: References,
    /// What was told so far.
    pub diagnostics: Vec<Diagnostic>,
    /// The files of the policy.
    pub(super) files: Vec<FileId>,
}

impl Outline {
    /// Whether nothing is wrong so far.
    pub fn sound(&self) -> bool {
        self.diagnostics.iter().all(|told| told.severity() != Severity::Error)
    }

    /// The same for whoever asks for values of a policy that was proved before something was added to it that needs no
    /// proof: a name for an expression, a value that is given.
    pub fn unproved(self) -> Compiled {
        let Outline { sources, file, policy, references, diagnostics, files } = self;
        let (promises, remarks, with) = (vec![], vec![], With::default());
        Compiled { sources, files, file, promises, policy, references, diagnostics, remarks, with }
    }
}

/// Reads and checks a policy as [`compile_patched`](super::compile_patched) does, and proves nothing: in a small part of
/// the time.
pub fn outline(policy: SourceFile, files: &dyn Files, patches: &[SourceFile]) -> Outline {
    let open = [policy.name.clone()];
    let Front { reading, file, read: files, origins } = front(&Sources::default(), policy, files, patches, &open);
    let mut diagnostics = reading.diagnostics;
    let checked = check::check(&file, &reading.sources, &[], &origins);
    diagnostics.extend(checked.diagnostics);
    Outline {
        sources: reading.sources,
        file,
        policy: checked.policy,
        references: checked.references,
        diagnostics,
        files,
    }
}
