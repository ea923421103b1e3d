//! The state of a session: a policy, a record, and what was changed since.

use std::rc::Rc;

use super::beside::Beside;
use super::draft::Draft;
use super::editing::Editing;
use super::given::{Record, by_name, values};
use super::kept::Kept;
use super::reading::Data;
use super::watched::Watched;
use crate::batch::Supposed;
use crate::compile::Compiled;
use crate::data::{Batch, Reading};
use crate::diagnostic::{Arg, Code, Diagnostic, Severity};
use crate::eval::{Evaluation, evaluate_given};
use crate::io::PolicyFolder;
use crate::ir::{Policy, SlotId};
use crate::quantity::Tongue;
use crate::render::{Look, WIDTH, say, show_all, wrap};
use crate::source::SourceFile;

/// The name of what is typed, in messages.
pub(super) const TYPED: &str = "<repl>";

/// The page of a code in a tongue.
pub type Pages = fn(Code, Tongue) -> Option<&'static str>;

/// A policy, a record, and what was changed since.
#[derive(Debug)]
pub struct Session {
    pub(super) look: Look,
    /// The policy as it was loaded.
    pub(super) loaded: Draft,
    /// What was written into another file.
    pub(super) copied: Option<Draft>,
    /// Where it finds the files that it uses.
    pub(super) folder: PolicyFolder,
    /// What is at hand.
    pub(super) now: Standing,
    /// What was at hand before each change, with the change.
    pub(super) past: Vec<(String, Standing)>,
    /// What was at hand before changes were taken back, with these.
    pub(super) future: Vec<(String, Standing)>,
    /// What stands beside the records.
    pub(super) beside: Beside,
    /// What everybody came to.
    pub(super) kept: Kept,
    /// Where the page of a code is found.
    pub(super) pages: Option<Pages>,
    /// Whether somebody sits at a terminal.
    pub(super) attended: bool,
    /// What is in the editor, or was refused when it came back.
    pub(super) editing: Option<Editing>,
    /// The files that are watched.
    pub(super) watched: Watched,
    /// Whether it was ended.
    pub(super) over: bool,
    /// The lines of a text that is not finished.
    pub(super) pending: String,
}

/// What is at hand: what is found again when a change is taken back.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    /// The texts of the policy.
    pub draft: Draft,
    /// What they come to.
    pub compiled: Rc<Compiled>,
    /// The records.
    pub data: Option<Rc<Data>>,
    /// What was given to the record at hand by name: to its fields, and to what is then not worked out.
    pub given: Record,
    /// The place of the record in the data, where it came from there.
    pub at: Option<usize>,
    /// Its key.
    pub called: String,
}

impl Standing {
    /// The policy.
    pub fn policy(&self) -> &Policy {
        &self.compiled.policy
    }

    /// The records.
    pub fn batch(&self) -> Option<&Batch> {
        Some(&self.data.as_ref()?.batch)
    }

    /// Whether a record of the data can be used.
    pub fn is_usable(&self, at: usize) -> bool {
        let record = self.batch().and_then(|batch| batch.record(at));
        record.is_some_and(|record| matches!(record.reading, Reading::Record(_)))
    }

    /// The record at hand, with what was given to it.
    pub fn record(&self) -> Record {
        let mut record = self.untouched();
        record.extend(self.given.iter().map(|(name, value)| (name.clone(), value.clone())));
        record
    }

    /// The record at hand as its data has it; without one, nothing.
    pub fn untouched(&self) -> Record {
        let record = self.batch().zip(self.at).and_then(|(batch, at)| batch.record(at));
        match record.map(|record| record.into_owned().reading) {
            Some(Reading::Record(values)) => by_name(self.policy(), &values),
            _ => Record::new(),
        }
    }

    /// Every record of the data that can be used, by its place; the one at hand with what was given to it.
    ///
    /// They are for the policy of the standing, or the same with more declarations.
    pub fn records(&self, policy: &Policy) -> (Vec<usize>, Vec<Supposed>) {
        let own = || values(policy, &self.record());
        let each =
            self.batch().into_iter().flat_map(Batch::records).enumerate().filter_map(|(at, record)| {
                match &record.reading {
                    Reading::Record(_) if self.at == Some(at) => Some((at, own())),
                    Reading::Record(fields) => Some((at, (0..).map(SlotId).zip(fields.iter().cloned()).collect())),
                    _ => None,
                }
            });
        each.unzip()
    }

    /// The record at hand and the others of its data, and its place among them: alone, where it is none of the data.
    pub fn among(&self, policy: &Policy) -> (usize, Vec<Supposed>) {
        let (places, records) = self.records(policy);
        match places.iter().position(|place| Some(*place) == self.at) {
            Some(own) => (own, records),
            None => (0, vec![values(policy, &self.record())]),
        }
    }
}

impl Session {
    /// A session without a policy.
    pub fn new(look: Look) -> Self {
        let policy = SourceFile::new(TYPED, "policy \"\" {}\n");
        Session::of(look, policy, PolicyFolder::of(TYPED))
    }

    /// A session with a policy and nothing else.
    pub(super) fn of(look: Look, policy: SourceFile, folder: PolicyFolder) -> Self {
        let loaded = Draft::of(policy);
        let compiled = Rc::new(loaded.compiled(&folder));
        let (draft, given, called) = (loaded.clone(), Record::new(), String::new());
        let now = Standing { draft, compiled, data: None, given, at: None, called };
        let (past, future, beside, pending) = (vec![], vec![], Beside::default(), String::new());
        let (copied, pages, editing, watched) = (None, None, None, Watched::default());
        let (attended, over, kept) = (false, false, Kept::default());
        Session {
            look,
            copied,
            pages,
            loaded,
            folder,
            now,
            past,
            future,
            beside,
            kept,
            attended,
            editing,
            watched,
            over,
            pending,
        }
    }

    /// A text of the program as a line.
    pub(super) fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        let text = say(id, args, self.look.tongue);
        match self.look.width < WIDTH {
            true => narrowed(&text, self.look.width),
            false => text + "\n",
        }
    }

    /// Puts something else at hand; what is there is found again by taking the change back.
    pub(super) fn step(&mut self, what: &str, next: Standing) -> Standing {
        let before = std::mem::replace(&mut self.now, next);
        self.past.push((what.trim().to_owned(), before.clone()));
        self.future.clear();
        before
    }

    /// That no file is at hand: no policy at all, or one that was written here and has none yet.
    pub(super) fn fileless(&self) -> String {
        let nothing = self.now.policy().header.title.is_empty() && self.now.policy().fields.is_empty();
        self.say(if nothing { "repl-no-policy" } else { "repl-save-name" }, &[])
    }

    /// A policy that was written here stands in a file now, which is its file from here on.
    pub(super) fn settle(&mut self, name: &str) {
        self.folder = PolicyFolder::of(name);
        let (past, future) = (self.past.iter_mut(), self.future.iter_mut());
        let others = past.chain(future).map(|(_, standing)| standing);
        for standing in others.chain([&mut self.now]) {
            standing.draft.main = standing.draft.main.called(name);
            standing.compiled = Rc::new(standing.draft.compiled(&self.folder));
        }
        self.loaded = self.now.draft.clone();
    }

    /// Whether anything was changed that stands in no file.
    pub(super) fn is_unsaved(&self) -> bool {
        let draft = &self.now.draft;
        !draft.is(&self.loaded) && !self.copied.as_ref().is_some_and(|copied| draft.is(copied))
    }

    /// What was last at hand of which a policy can be evaluated, before the last change.
    pub(super) fn last_accepted(&self) -> Option<&Standing> {
        self.past.iter().rev().map(|(_, standing)| standing).find(|standing| standing.compiled.accepted())
    }

    /// What follows from the record at hand.
    pub(super) fn evaluation(&self) -> Evaluation {
        self.follow(&self.now, &self.now.compiled.policy)
    }

    /// What a policy, that of a standing or one with more declarations, makes of its record, among the others of its data
    /// where it looks at them.
    pub(super) fn follow(&self, standing: &Standing, policy: &Policy) -> Evaluation {
        let own = values(policy, &standing.record());
        if !policy.is_joint() {
            return evaluate_given(policy, &own);
        }
        let (own, records) = standing.among(policy);
        self.beside.ask(policy, &records, |world| world.evaluation(own))
    }

    /// What every record of a standing that can be used comes to, each with its place in the data.
    pub(super) fn everybody(&self, standing: &Standing) -> Vec<(usize, Evaluation)> {
        let (places, records) = standing.records(standing.policy());
        places.into_iter().zip(self.beside.evaluations(standing.policy(), &records)).collect()
    }

    /// The policy with one more declaration that needs no proof.
    pub(super) fn tried(&self, patch: &str) -> Compiled {
        match self.now.compiled.accepted() {
            true => self.now.draft.tried(&self.folder, SourceFile::new(TYPED, patch)),
            false => self.patched(patch),
        }
    }

    /// The policy with one more declaration.
    pub(super) fn patched(&self, patch: &str) -> Compiled {
        self.now.draft.patched(&self.folder, SourceFile::new(TYPED, patch))
    }

    /// The policy with what was typed as a part of one more patch, its messages as if that part stood alone.
    pub(super) fn wrapped(&self, lead: &str, text: &str, end: &str) -> Compiled {
        let mut compiled = self.tried(&format!("{lead}{text}{end}"));
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
