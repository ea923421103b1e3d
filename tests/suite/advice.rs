//! What would help: each change is tried, and so is everything that lies nearer.

mod by_hand;
mod generated;
mod ready_made;
mod tried;

use std::borrow::Cow;

use merit::advice::{Advice, Adviser};
use merit::compile::{Compiled, compile};
use merit::data::Identity;
use merit::eval::{Evaluation, Given, Run, Subject, Tables};
use merit::ir::{Policy, SlotId, Value};
use merit::source::SourceFile;

/// Records that are evaluated together, each of which can be given another value.
pub struct Bench<'a> {
    pub policy: &'a Policy,
    pub tables: &'a Tables,
    pub subjects: Vec<Subject<'a>>,
}

impl<'a> Bench<'a> {
    /// Records without anything beside them.
    pub fn alone(policy: &'a Policy, records: &'a [Vec<Value>]) -> Self {
        let subject = |fields: &'a Vec<Value>| Subject {
            given: Given::Fields(Cow::Borrowed(fields)),
            rows: vec![vec![]; policy.relations.len()],
            identity: Identity::of(policy, fields),
            past: false,
        };
        Bench { policy, tables: Tables::NONE, subjects: records.iter().map(subject).collect() }
    }

    pub fn advice(&self, at: usize, fixed: &[SlotId]) -> Vec<Advice> {
        let run = Run::new(self.policy, self.tables, self.subjects.clone());
        Adviser::new(self.policy, fixed).advice(&run, at, &run.standing(run.period(at)))
    }

    /// The record as it is, or with another value in a field: everybody is evaluated anew.
    pub fn with(&self, at: usize, change: Option<(SlotId, &Value)>) -> Evaluation {
        let mut subjects = self.subjects.clone();
        if let (Some((field, value)), Given::Fields(fields)) = (change, &mut subjects[at].given) {
            fields.to_mut()[field.0] = value.clone();
        }
        Run::new(self.policy, self.tables, subjects).evaluation(at)
    }
}

/// A policy that is accepted.
pub fn accepted(text: &str) -> Compiled {
    let compiled = compile(SourceFile::new("policy.merit", text), &[]);
    assert!(compiled.accepted(), "{:#?}", compiled.diagnostics);
    compiled
}
