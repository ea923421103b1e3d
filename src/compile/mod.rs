//! The only place that chains the passes: text to a policy that may be evaluated.

mod allow;
mod mend;
mod overlay;
mod setting;

pub use mend::{Mended, mend};
pub use setting::Assigned;

use crate::analysis;
use crate::check::{self, Setting};
use crate::diagnostic::{Diagnostic, Severity};
use crate::ir;
use crate::source::{SourceFile, Sources, Span};
use crate::syntax::{self, ast};

/// What a policy's text came to.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The text, for what messages quote: the policy, then patches, then settings.
    pub sources: Sources,
    /// The declarations as they were written, those of patches in the place of the policy's own.
    pub file: ast::File,
    /// The policy; fit to be evaluated only where it is [accepted](Compiled::accepted).
    pub policy: ir::Policy,
    /// All that was told, by place; nothing twice, and no warning that the policy allows.
    pub diagnostics: Vec<Diagnostic>,
    /// Warnings of what may well be meant so, by place: for those who ask for all.
    pub remarks: Vec<Diagnostic>,
}

impl Compiled {
    /// Whether the policy may be evaluated.
    pub fn accepted(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// The policy with its remarks among the diagnostics.
    pub fn with_remarks(mut self) -> Compiled {
        self.diagnostics.append(&mut self.remarks);
        self.diagnostics = ordered(self.diagnostics);
        self
    }

    /// How many diagnostics are that grave.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }
}

/// Reads, checks and proves a policy, with other values for some of its params.
pub fn compile(policy: SourceFile, settings: &[Assigned]) -> Compiled {
    compile_patched(policy, &[], settings)
}

/// As [`compile`]; a declaration in one of `patches` takes the place of the one of its name, or is added.
pub fn compile_patched(policy: SourceFile, patches: &[SourceFile], settings: &[Assigned]) -> Compiled {
    let mut reading = Reading::default();
    let mut file = reading.file(policy);
    for patch in patches {
        let patch = reading.file(patch.clone());
        overlay::lay(&mut file, patch);
    }
    let first = reading.sources.iter().count();
    let values: Vec<Setting> = settings.iter().filter_map(|set| setting::read(set, &mut reading)).collect();
    let Reading { mut sources, mut diagnostics, comments } = reading;
    let checked = check::check(&file, &sources, &values);
    diagnostics.extend(checked.diagnostics);
    diagnostics.extend(analysis::analyse(&checked.policy, &sources));
    if diagnostics.iter().all(|told| told.severity() == Severity::Warning) {
        diagnostics.extend(check::unbounded(&checked.policy));
        diagnostics.extend(analysis::odd(&checked.policy, &sources));
    }
    allow::allow(&sources, &comments, &mut diagnostics);
    let diagnostics = setting::as_typed(settings, first, &mut sources, diagnostics);
    let (remarks, diagnostics) = ordered(diagnostics).into_iter().partition(|told| told.code.is_remark());
    Compiled { sources, file, policy: checked.policy, diagnostics, remarks }
}

/// The files that were read so far, and what was told of them.
#[derive(Default)]
struct Reading {
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
    comments: Vec<Span>,
}

impl Reading {
    fn file(&mut self, source: SourceFile) -> ast::File {
        let id = self.sources.add(source);
        let parsed = self.sources.get(id).map(|source| syntax::parse(id, source));
        parsed.map_or(ast::File::default(), |parsed| {
            self.diagnostics.extend(parsed.diagnostics);
            self.comments.extend(parsed.comments);
            parsed.file
        })
    }
}

/// By place, and at one place as the passes told them; what two passes told alike stands once.
fn ordered(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics.dedup();
    diagnostics
}
