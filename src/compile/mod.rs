//! The only place that chains the passes: text to a policy that may be evaluated.

mod ahead;
mod allow;
mod between;
mod files;
mod followed;
mod lean;
mod mend;
mod mended;
mod origins;
mod outline;
mod overlay;
mod reading;
mod setting;
mod spelling;
mod stand_in;
mod stats;
mod together;

pub use between::Between;
pub use files::{Files, InMemory, Unusable, resolved};
pub use lean::Lean;
pub use mend::{Mended, mend, still};
pub use outline::{Outline, outline};
pub use overlay::{Namesake, declaration, namesake};
pub use setting::{Assigned, Params};
pub use stats::Stats;
pub use together::{Together, together};

use std::collections::HashMap;

use crate::analysis;
use crate::check::{self, Setting};
use crate::diagnostic::{Code, Diagnostic, Severity, habits};
use crate::ir;
use crate::promise::{self, Promise, Watch};
use crate::source::{FileId, SourceFile, Sources, Span};
use crate::syntax::ast;
use reading::Reading;

/// What a policy's text came to.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The text, for what messages quote: the policy and the files it uses, then patches, then settings.
    pub sources: Sources,
    /// The numbers of the policy, of the files that it uses and of the policies whose results it needs.
    pub files: Vec<FileId>,
    /// The declarations as they were written, those of patches in the place of the policy's own.
    pub file: ast::File,
    /// What became of each `ensure`; nothing where something else is wrong.
    pub promises: Vec<Promise>,
    /// The policy; fit to be evaluated only where it is [accepted](Compiled::accepted).
    pub policy: ir::Policy,
    /// Its names, each with its declaration: those of the policy, of the files that it uses and of patches.
    pub references: check::References,
    /// All that was told, by place; nothing twice, and no warning that the policy allows.
    pub diagnostics: Vec<Diagnostic>,
    /// Warnings of what may well be meant so, by place: for those who ask for all.
    pub remarks: Vec<Diagnostic>,
    /// What it was checked with besides its text.
    pub with: With,
}

/// What a policy is checked with besides its text.
#[derive(Debug, Clone, Default)]
pub struct With {
    /// Other values for params.
    pub settings: Vec<Setting>,
    /// The policies whose results are rows.
    pub origins: check::Origins,
}

impl Compiled {
    /// The policy and the files that it uses, in the order they were read.
    pub fn read(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter().filter_map(|id| self.sources.get(*id))
    }

    /// The name of the used file in which a place is; of the policy itself, and of what was typed, none.
    pub fn used_file(&self, place: Span) -> Option<&str> {
        let used = self.files.iter().skip(1).any(|id| *id == place.file);
        self.sources.get(place.file).filter(|_| used).map(|file| file.name.as_str())
    }

    /// Watches what the policy promises and is not proved.
    pub fn watch(&self) -> Watch<'_> {
        let unproved = self.promises.iter().filter(|of| !of.answer.is_proved());
        Watch::new(&self.policy, unproved.map(|of| &of.ensure))
    }

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

/// Reads, checks and proves a policy that uses no other file, with other values for some of its params.
pub fn compile(policy: SourceFile, settings: &[Assigned]) -> Compiled {
    compile_with(policy, &InMemory::default(), settings)
}

/// As [`compile`]; what the policy uses is found in `files`.
pub fn compile_with(policy: SourceFile, files: &dyn Files, settings: &[Assigned]) -> Compiled {
    compile_patched(policy, files, &[], settings)
}

/// As [`compile_with`]; a declaration in one of `patches` takes the place of the one of its name, or is added.
pub fn compile_patched(
    policy: SourceFile,
    files: &dyn Files,
    patches: &[SourceFile],
    settings: &[Assigned],
) -> Compiled {
    compile_beside(&Sources::default(), policy, files, patches, settings)
}

/// As [`compile_patched`], with the files of another policy before its own, so that no place of the one is one of the other.
pub fn compile_beside(
    beside: &Sources,
    policy: SourceFile,
    files: &dyn Files,
    patches: &[SourceFile],
    settings: &[Assigned],
) -> Compiled {
    let open = [policy.name.clone()];
    let job = Job { beside, policy, files, patches, settings, open: &open };
    let mut compiled = job.compiled();
    followed::follow(&mut compiled, &job);
    followed::drop_mended(&mut compiled);
    ahead::look(&mut compiled, &job);
    stand_in::weigh(&mut compiled, &job);
    if settings.is_empty() || compiled.diagnostics.is_empty() {
        return compiled;
    }
    let without = Job { settings: &[], ..job };
    setting::blame(settings, compiled, &without.compiled())
}

/// What is read before anything is checked.
struct Front<'a> {
    reading: Reading<'a>,
    file: ast::File,
    /// The files of the policy.
    read: Vec<FileId>,
    origins: check::Origins,
}

/// Reads a policy, what it uses, its patches and the policies whose results it needs.
fn front<'a>(
    beside: &Sources,
    policy: SourceFile,
    files: &'a dyn Files,
    patches: &[SourceFile],
    open: &[String],
) -> Front<'a> {
    let mut reading = Reading::new(files);
    reading.sources = beside.clone();
    let others = beside.iter().count();
    let name = policy.name.clone();
    let mut file = reading.whole(&name, policy);
    let mut read: Vec<FileId> = reading.sources.iter().map(|(id, _)| id).skip(others).collect();
    for patch in patches {
        let patch = reading.whole(&name, patch.clone());
        overlay::lay(&mut file, patch);
    }
    let origins = origins::origins(&file, &reading.sources, files, open);
    read.extend(origins.files.into_iter().map(|file| reading.sources.add(file)));
    reading.diagnostics.extend(origins.diagnostics);
    Front { reading, file, read, origins: origins.policies }
}

/// What there is to compile.
#[derive(Clone)]
struct Job<'a> {
    /// Files of another policy, before the own ones.
    beside: &'a Sources,
    policy: SourceFile,
    files: &'a dyn Files,
    patches: &'a [SourceFile],
    settings: &'a [Assigned],
    /// The policies whose results need those of this one, and itself.
    open: &'a [String],
}

/// What the first passes make of a job.
struct Checking<'a> {
    reading: Reading<'a>,
    file: ast::File,
    files: Vec<FileId>,
    /// The number of the first file that is a setting.
    first: usize,
    with: With,
    policy: ir::Policy,
    references: check::References,
}

impl<'a> Job<'a> {
    /// Reads and checks it.
    fn checked(&self) -> Checking<'a> {
        let Front { mut reading, file, read: files, origins } =
            front(self.beside, self.policy.clone(), self.files, self.patches, self.open);
        let first = reading.sources.iter().count();
        let settings: Vec<Setting> = self.settings.iter().filter_map(|set| setting::read(set, &mut reading)).collect();
        let check::Checked { policy, references, diagnostics } =
            check::check(&file, &reading.sources, &settings, &origins);
        reading.diagnostics.extend(diagnostics);
        let with = With { settings, origins };
        Checking { reading, file, files, first, with, policy, references }
    }

    /// What is told of it before anything is proved, each thing by itself.
    fn told(&self) -> Vec<Diagnostic> {
        let Checking { reading, files, .. } = self.checked();
        let mut diagnostics = reading.diagnostics;
        spelling::spell_all(&reading.sources, &files, &mut diagnostics);
        ordered(diagnostics)
    }

    /// Takes it through all passes.
    fn compiled(&self) -> Compiled {
        let Checking { reading, file, files, first, with, policy, references } = self.checked();
        let Reading { mut sources, mut diagnostics, comments, used, starts, .. } = reading;
        let found = analysis::analyse(&policy, &sources).into_iter();
        diagnostics.extend(found.filter(|told| !lacks_file(told, &file)));
        let mut promises = vec![];
        let errors = || diagnostics.iter().filter(|told| told.severity() == Severity::Error);
        // Only of rows is anything wrong: then all that the items give is known.
        let of_rows = || errors().all(|told| told.code.as_str().starts_with("E050"));
        if errors().any(|told| told.code == Code::DeadRow) && of_rows() {
            analysis::blame_scales(&policy, &sources, &mut diagnostics);
        }
        if diagnostics.iter().all(|told| told.severity() == Severity::Warning) {
            diagnostics.extend(check::unbounded(&policy));
            diagnostics.extend(analysis::odd(&policy, &sources));
            promises = promise::answers(&policy);
            diagnostics.extend(promises.iter().filter_map(|of| promise::tell(&policy, &sources, of)));
        }
        followed::close_intervals(&mut diagnostics);
        allow::allow(&sources, &comments, &mut diagnostics);
        diagnostics.retain(|told| !for_others(told, &used));
        let mut diagnostics = setting::as_typed(self.settings, first, &mut sources, diagnostics);
        spelling::spell_all(&sources, &files, &mut diagnostics);
        let diagnostics = joined(ordered(diagnostics), &starts, &sources);
        let (remarks, diagnostics) = diagnostics.into_iter().partition(|told| told.code.is_remark());
        Compiled { sources, files, file, promises, policy, references, diagnostics, remarks, with }
    }
}

/// Whether it tells of a row that nothing reaches, where items that would are in a used file that could not be had.
fn lacks_file(told: &Diagnostic, file: &ast::File) -> bool {
    let dead = matches!(told.code, Code::DeadRow | Code::IdleRung | Code::IdleOtherwise);
    dead && file.items.iter().any(|item| matches!(item, ast::Item::Use(_)))
}

/// Whether it tells of something in a used file that this policy does not need: another one may.
fn for_others(told: &Diagnostic, used: &[FileId]) -> bool {
    matches!(told.code, Code::Unused | Code::UnusedField) && used.contains(&told.span.file)
}

/// What is one habit in a declaration as one, but for what does not read, which was told so; in the order of places.
fn joined(diagnostics: Vec<Diagnostic>, starts: &HashMap<FileId, Vec<u32>>, sources: &Sources) -> Vec<Diagnostic> {
    let (mut told, checked): (Vec<_>, Vec<_>) = diagnostics.into_iter().partition(|told| told.is_unread());
    for same in checked.chunk_by(|one, other| one.span.file == other.span.file) {
        let Some(id) = same.first().map(|first| first.span.file) else { continue };
        let starts = starts.get(&id).map(Vec::as_slice).unwrap_or_default();
        match sources.get(id) {
            Some(source) => told.extend(habits(same.to_vec(), starts, source)),
            None => told.extend_from_slice(same),
        }
    }
    told.sort_by_key(|told| told.span);
    told
}

/// By place, and at one place as the passes told them; what two passes told alike stands once.
fn ordered(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    diagnostics.dedup();
    diagnostics
}
