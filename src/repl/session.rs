//! The state of a session: a policy, a record, and what was changed since.

use indexmap::IndexMap;

use super::beside::Beside;
use super::command::{Command, Slip};
use super::input::{Input, classify, unfinished};
use super::{change, load, record, show};
use crate::compile::{Compiled, compile_patched, compile_with};
use crate::data::{Batch, Reading};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::eval::{Evaluation, evaluate_given, testing};
use crate::io::PolicyFolder;
use crate::ir::{Policy, Role, SlotId, Step, Value};
use crate::render::{Look, promised, say, show_all};
use crate::source::SourceFile;

/// The name of what is typed, in messages.
pub(super) const TYPED: &str = "<repl>";
/// The name under which an expression is declared; nothing a policy is likely to use.
const QUERY: &str = "repl_value";

/// What is to be shown after a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// The text, with its line end.
    pub text: String,
    /// More lines are needed: a brace is open.
    pub more: bool,
    /// The session is over.
    pub quit: bool,
}

/// A policy, a record, and what was changed since.
#[derive(Debug)]
pub struct Session {
    pub(super) look: Look,
    pub(super) policy: SourceFile,
    /// Where it finds the files that it uses.
    pub(super) folder: PolicyFolder,
    pub(super) patches: Vec<SourceFile>,
    pub(super) compiled: Compiled,
    /// The record: values by the name of a field, or of a metric that they replace.
    pub(super) given: IndexMap<String, Value>,
    pub(super) batch: Option<Batch>,
    /// The place of the record in it, where it came from there.
    pub(super) at: Option<usize>,
    /// Its key.
    pub(super) called: String,
    /// What stands beside the records.
    pub(super) beside: Beside,
    pending: String,
}

impl Session {
    /// A session without a policy.
    pub fn new(look: Look) -> Self {
        let policy = SourceFile::new(TYPED, "policy \"\" { }");
        Session::of(look, policy, PolicyFolder::of(TYPED))
    }

    /// A session with a policy and nothing else.
    pub(super) fn of(look: Look, policy: SourceFile, folder: PolicyFolder) -> Self {
        let compiled = compile_with(policy.clone(), &folder, &[]);
        let (patches, given, called, pending) = (vec![], IndexMap::new(), String::new(), String::new());
        let beside = Beside::default();
        Session { look, policy, folder, patches, compiled, given, batch: None, at: None, called, beside, pending }
    }

    /// Takes a typed line.
    pub fn line(&mut self, text: &str) -> Reply {
        self.pending.push_str(text);
        self.pending.push('\n');
        if unfinished(&self.pending) {
            return Reply { more: true, ..Reply::default() };
        }
        let text = std::mem::take(&mut self.pending);
        let text = text.trim();
        let reply = match classify(text, &self.compiled.policy) {
            Input::Empty => String::new(),
            Input::Command(Command::Quit) => return Reply { quit: true, ..Reply::default() },
            Input::Command(command) => self.command(&command),
            Input::Slip(slip) => self.slip(slip),
            Input::Assignment => self.assign(text),
            Input::Setting => change::set(self, text),
            Input::Declaration => change::declare(self, text),
            Input::Expression => self.evaluate(text),
        };
        Reply { text: reply, ..Reply::default() }
    }

    /// What stands before what is to be typed: whose record is at hand, a star where anything was changed.
    pub fn prompt(&self) -> String {
        if self.pending.is_empty() { record::prompt(self) } else { "  ...> ".to_owned() }
    }

    /// Forgets the lines of a text that is not finished.
    pub fn cancel(&mut self) {
        self.pending.clear();
    }

    /// Loads a policy.
    pub fn load(&mut self, name: &str) -> String {
        load::policy(self, name)
    }

    /// Loads data, and its first record.
    pub fn data(&mut self, name: &str) -> String {
        load::data(self, name)
    }

    /// A text of the program as a line.
    pub(super) fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        format!("{}\n", say(id, args, self.look.tongue))
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
    fn records(&self) -> (Vec<IndexMap<String, Value>>, usize) {
        let records = self.batch.iter().flat_map(Batch::records).enumerate();
        let others = records.filter_map(|(at, record)| match &record.reading {
            Reading::Record(values) if self.at != Some(at) => Some(change::by_name(&self.compiled.policy, values)),
            _ => None,
        });
        let mut records: Vec<_> = others.filter(|_| self.at.is_some()).collect();
        records.push(self.given.clone());
        let last = records.len() - 1;
        (records, last)
    }

    /// Takes the rows of lookups and details, and earlier results. What hinders them is told.
    pub fn beside(&mut self, beside: Beside) -> String {
        self.beside = beside;
        load::shown(self, &self.beside.problems(&self.compiled.policy))
    }

    fn command(&mut self, command: &Command) -> String {
        match command {
            Command::Check => self.check(),
            Command::Show(None) => show::results(self),
            Command::Show(Some(name)) => show::named(self, name),
            Command::List => show::list(self),
            Command::Test => self.test(),
            Command::Load(name) => self.load(name),
            Command::Data(name) => self.data(name),
            Command::Record(which) => record::named(self, which),
            Command::Reset => change::reset(self),
            Command::Help => self.say("repl-help", &[]),
            Command::Quit => String::new(),
        }
    }

    fn slip(&self, slip: Slip) -> String {
        match slip {
            Slip::Unknown(word, Some(near)) => {
                self.say("repl-unknown-near", &[("word", word.into()), ("near", near.into())])
            }
            Slip::Unknown(word, None) => self.say("repl-unknown", &[("word", word.into())]),
            Slip::Bare(word) => self.say(&format!("repl-bare-{word}"), &[]),
        }
    }

    fn check(&self) -> String {
        let told = show_all(&self.compiled.diagnostics, &self.compiled.sources, self.look);
        let promises = self.compiled.promises.iter().map(|of| format!("{}\n", promised(of, self.look.tongue)));
        let told = if told.is_empty() { self.say("repl-clean", &[]) } else { told };
        told + &promises.collect::<String>()
    }

    fn test(&self) -> String {
        let outcomes = testing::run(&self.compiled.policy);
        let lines = outcomes.iter().map(|outcome| {
            let id = if outcome.passed() { "repl-passed" } else { "repl-failed" };
            let misses = outcome.expectations.iter().filter(|expectation| !expectation.passed());
            let misses = misses.map(|expectation| show::miss(self, expectation));
            self.say(id, &[("name", outcome.name.clone().into())]) + &misses.collect::<String>()
        });
        let lines: String = lines.collect();
        if lines.is_empty() { self.say("repl-no-tests", &[]) } else { lines }
    }

    /// `回复率 = 98%`, read as a test's given: the same rules, the same words where it does not fit.
    fn assign(&mut self, text: &str) -> String {
        let name = text.split(['=', '＝']).next().unwrap_or("").trim().to_owned();
        let compiled = self.wrapped(&format!("test \"{TYPED}\" {{\n given {{\n"), text, "\n }\n expect { }\n}");
        if let Some(told) = self.refused(&compiled) {
            return told;
        }
        let test = compiled.policy.tests.iter().find(|test| test.name == TYPED);
        let Some(given) = test.and_then(|test| test.given.first()) else { return String::new() };
        let before = self.evaluation();
        // A given value stands in the place of a definition, which nobody sees from the value.
        let pinned = self.compiled.policy.slot(given.slot).is_some_and(|slot| slot.role != Role::Field);
        let note = if pinned { self.say("repl-pinned", &[("name", name.clone().into())]) } else { String::new() };
        self.given.insert(name, given.value.clone());
        change::differences(self, &self.compiled.policy, &before) + &note
    }

    /// The value of an expression, with its unit and the row that gave it.
    fn evaluate(&self, text: &str) -> String {
        let compiled = self.wrapped(&format!("let {QUERY} = "), text, "");
        if let Some(told) = self.refused(&compiled) {
            return told;
        }
        let policy = &compiled.policy;
        let Some(slot) = policy.slot_named(QUERY) else { return String::new() };
        let evaluation = self.follow(policy);
        let asked = asked(policy, slot).unwrap_or(slot);
        show::answer(self, &compiled, &evaluation, asked)
    }

    /// The policy with one more patch.
    pub(super) fn patched(&self, patch: &str) -> Compiled {
        let patches: Vec<SourceFile> = self.patches.iter().cloned().chain([SourceFile::new(TYPED, patch)]).collect();
        compile_patched(self.policy.clone(), &self.folder, &patches, &[])
    }

    /// The policy with what was typed as a part of one more patch, its messages as if that part stood alone.
    fn wrapped(&self, lead: &str, text: &str, end: &str) -> Compiled {
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

/// The values of a record by their slots.
pub(super) fn values(policy: &Policy, given: &IndexMap<String, Value>) -> Vec<(SlotId, Value)> {
    given.iter().filter_map(|(name, value)| Some((policy.slot_named(name)?, value.clone()))).collect()
}

/// Where an expression is just the name of something, that.
fn asked(policy: &Policy, query: SlotId) -> Option<SlotId> {
    let step = policy.steps.get(policy.step_of(query)?)?;
    match step {
        Step::Value(step) => match step.value.kind {
            crate::ir::ExprKind::Slot(slot) => Some(slot),
            _ => None,
        },
        _ => None,
    }
}
