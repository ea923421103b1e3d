//! The only place that chains the passes: text to a policy that may be evaluated.

mod mend;
mod overlay;
mod setting;

pub use mend::{Mended, mend};
pub use setting::Assigned;

use crate::analysis;
use crate::check::{self, Setting};
use crate::diagnostic::{Diagnostic, Severity};
use crate::ir;
use crate::source::{SourceFile, Sources};
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
    /// All that was told, by place; nothing twice.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compiled {
    /// Whether the policy may be evaluated.
    pub fn accepted(&self) -> bool {
        self.count(Severity::Error) == 0
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
    let mut sources = Sources::default();
    let mut diagnostics = vec![];
    let mut file = read(policy, &mut sources, &mut diagnostics);
    for patch in patches {
        let patch = read(patch.clone(), &mut sources, &mut diagnostics);
        overlay::lay(&mut file, patch);
    }
    let settings: Vec<Setting> =
        settings.iter().filter_map(|set| setting::read(set, &mut sources, &mut diagnostics)).collect();
    let checked = check::check(&file, &sources, &settings);
    diagnostics.extend(checked.diagnostics);
    diagnostics.extend(analysis::analyse(&checked.policy, &sources));
    Compiled { sources, file, policy: checked.policy, diagnostics: ordered(diagnostics) }
}

fn read(source: SourceFile, sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) -> ast::File {
    let id = sources.add(source);
    let parsed = sources.get(id).map(|source| syntax::parse(id, source));
    parsed.map_or(ast::File { items: vec![] }, |parsed| {
        diagnostics.extend(parsed.diagnostics);
        parsed.file
    })
}

/// By place, and at one place as the passes told them; what two passes told alike stands once.
fn ordered(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics.dedup();
    diagnostics
}
