//! The state of a session: a policy, a record, and what was changed since.

use super::beside::Beside;
use super::given::{Record, by_name, values};
use crate::compile::{Compiled, compile_patched, compile_with};
use crate::data::{Batch, Reading};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::eval::{Evaluation, evaluate_given};
use crate::io::PolicyFolder;
use crate::ir::Policy;
use crate::render::{Look, WIDTH, say, show_all, wrap};
use crate::source::SourceFile;

/// The name of what is typed, in messages.
pub(super) const TYPED: &str = "<repl>";

/// A policy, a record, and what was changed since.
#[derive(Debug)]
pub struct Session {
    pub(super) look: Look,
    /// The columns of the window.
    pub(super) width: usize,
    pub(super) policy: SourceFile,
    /// Where it finds the files that it uses.
    pub(super) folder: PolicyFolder,
    pub(super) patches: Vec<SourceFile>,
    pub(super) compiled: Compiled,
    /// The record: values by the name of a field, or of a metric that they replace.
    pub(super) given: Record,
    pub(super) batch: Option<Batch>,
    /// The place of the record in it, where it came from there.
    pub(super) at: Option<usize>,
    /// Its key.
    pub(super) called: String,
    /// What stands beside the records.
    pub(super) beside: Beside,
    /// Whether it was ended.
    pub(super) over: bool,
    /// The lines of a text that is not finished.
    pub(super) pending: String,
}

impl Session {
    /// A session without a policy.
    pub fn new(look: Look) -> Self {
        let policy = SourceFile::new(TYPED, "policy \"\" { }");
        Session::of((look, WIDTH), policy, PolicyFolder::of(TYPED))
    }

    /// A session with a policy and nothing else.
    pub(super) fn of((look, width): (Look, usize), policy: SourceFile, folder: PolicyFolder) -> Self {
        let compiled = compile_with(policy.clone(), &folder, &[]);
        let (patches, given, called, pending) = (vec![], Record::new(), String::new(), String::new());
        let beside = Beside::default();
        let (batch, at, over) = (None, None, false);
        Session { look, width, policy, folder, patches, compiled, given, batch, at, called, beside, over, pending }
    }

    /// A text of the program as a line.
    pub(super) fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        let text = say(id, args, self.look.tongue);
        match self.look.width < WIDTH {
            true => narrowed(&text, self.look.width),
            false => text + "\n",
        }
    }

    /// What follows from the record.
    pub(super) fn evaluation(&self) -> Evaluation {
        self.follow(&self.compiled.policy)
    }

    /// What a policy makes of the record, among the others of its data where it looks at them.
    pub(super) fn follow(&self, policy: &Policy) -> Evaluation {
        let alone = || evaluate_given(policy, &values(policy, &self.given));
        if !policy.is_joint() {
            return alone();
        }
        let (records, at) = self.records();
        self.beside.evaluations(policy, &records).into_iter().nth(at).unwrap_or_else(alone)
    }

    /// The record and the others of its data, and its place among them.
    fn records(&self) -> (Vec<Record>, usize) {
        let records = self.batch.iter().flat_map(Batch::records).enumerate();
        let others = records.filter_map(|(at, record)| match &record.reading {
            Reading::Record(values) if self.at != Some(at) => Some(by_name(&self.compiled.policy, values)),
            _ => None,
        });
        let mut records: Vec<_> = others.filter(|_| self.at.is_some()).collect();
        records.push(self.given.clone());
        let last = records.len() - 1;
        (records, last)
    }

    /// The policy with one more patch.
    pub(super) fn patched(&self, patch: &str) -> Compiled {
        let patches: Vec<SourceFile> = self.patches.iter().cloned().chain([SourceFile::new(TYPED, patch)]).collect();
        compile_patched(self.policy.clone(), &self.folder, &patches, &[])
    }

    /// The policy with what was typed as a part of one more patch, its messages as if that part stood alone.
    pub(super) fn wrapped(&self, lead: &str, text: &str, end: &str) -> Compiled {
        let mut compiled = self.patched(&format!("{lead}{text}{end}"));
        let typed = compiled.sources.iter().filter(|(_, file)| file.name == TYPED);
        if let Some(id) = typed.map(|(id, _)| id).last() {
            let told = std::mem::take(&mut compiled.diagnostics).into_iter();
            compiled.diagnostics = told.map(|told| told.moved(id, lead.len(), text.len())).collect();
            compiled.sources.replace(id, SourceFile::new(TYPED, text));
        }
        compiled
    }

    /// The first error of what was typed, where the policy had none before. One at a
    /// time: what was typed is one line.
    pub(super) fn refused(&self, compiled: &Compiled) -> Option<String> {
        let typed = |diagnostic: &&Diagnostic| {
            compiled.sources.get(diagnostic.span.file).is_some_and(|file| file.name == TYPED)
        };
        let errors = || compiled.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error);
        let first = errors().find(typed).or_else(|| errors().next())?;
        Some(show_all(std::slice::from_ref(first), &compiled.sources, self.look))
    }
}

/// A text in a narrow window: what goes on with a line stands below its beginning.
fn narrowed(text: &str, width: usize) -> String {
    let hanging = |line: &str| {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let parts = wrap(line.trim_start_matches(' '), width.saturating_sub(indent + 2).max(2));
        let part = |(at, part): (usize, &String)| format!("{:1$}{part}\n", "", indent + if at == 0 { 0 } else { 2 });
        parts.iter().enumerate().map(part).collect::<String>()
    };
    text.lines().map(hanging).collect()
}
