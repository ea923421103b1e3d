//! Whom a policy evaluates: the one place at which records, rows and what was known before become a run.

use std::collections::{HashMap, HashSet};

use super::inputs::{Inputs, Own};
use crate::advice::{Advice, Adviser};
use crate::data::{Batch, Earlier, Identity, Lost, Reading};
use crate::eval::{Evaluation, Given, Observed, Run, Standing, Subject, Tables, evaluate, observe, remember};
use crate::ir::{Policy, Value};

/// By period what its records bring to what is found over several.
pub(super) type Standings = HashMap<Option<i32>, Standing>;

/// A policy with the records that it evaluates.
pub(super) struct Members<'a> {
    policy: &'a Policy,
    batch: &'a Batch,
    /// What is found over several of them; nothing, where each is evaluated by itself.
    run: Option<Run<'a>>,
    /// For each record of the batch its place in the run.
    places: Vec<Option<usize>>,
}

impl<'a> Members<'a> {
    /// The members of a policy, to which an earlier version `handed` some results over.
    pub fn of(inputs: &'a Inputs, (at, policy): (usize, &'a Policy), handed: &'a [Earlier]) -> Option<Self> {
        Members::changed(inputs, (at, policy), handed, &HashMap::new())
    }

    /// The same with other values in the fields of some records, by their places.
    pub fn changed(
        inputs: &'a Inputs,
        (at, policy): (usize, &'a Policy),
        handed: &'a [Earlier],
        changed: &HashMap<usize, Vec<Value>>,
    ) -> Option<Self> {
        let (batch, own) = (inputs.shared.batches.get(at)?, inputs.own.get(at)?);
        // Where each record is evaluated by itself, nobody need know whose the others are.
        if !policy.is_joint() {
            return Some(Members { policy, batch, run: None, places: vec![] });
        }
        let (mut subjects, places) = cast(policy, batch, own, handed);
        for (record, fields) in changed {
            let place = places.get(*record).copied().flatten();
            if let Some(subject) = place.and_then(|at| subjects.get_mut(at)) {
                subject.given = Given::Fields(fields.clone().into());
            }
        }
        Some(Members { policy, batch, run: Some(Run::new(policy, &own.joined.tables, subjects)), places })
    }

    /// The same with what was rejected, and `lost`, taken for not known; nothing, where nothing hangs on anything.
    pub fn in_doubt(
        inputs: &'a Inputs,
        (at, policy): (usize, &'a Policy),
        handed: &'a [Earlier],
        lost: Vec<Lost>,
    ) -> Option<Self> {
        let (batch, own) = (inputs.shared.batches.get(at)?, inputs.own.get(at)?);
        let tables = own.joined.doubtful.as_ref();
        if lost.is_empty() && tables.is_none() && !policy.looks_back() {
            return None;
        }
        let (subjects, places) = cast(policy, batch, own, handed);
        if lost.is_empty() && tables.is_none() && !has_past(&subjects) {
            return None;
        }
        let run = Run::in_doubt(policy, tables.unwrap_or(&own.joined.tables), subjects, lost);
        Some(Members { policy, batch, run: Some(run), places })
    }

    /// What a record comes to; nothing of what is none.
    pub fn evaluation(&self, record: usize) -> Option<Evaluation> {
        match &self.batch.record(record)?.reading {
            Reading::Record(fields) => self.evaluation_of(record, fields),
            _ => None,
        }
    }

    /// The same where the values of its fields are at hand.
    pub fn evaluation_of(&self, record: usize, fields: &[Value]) -> Option<Evaluation> {
        match &self.run {
            Some(run) => Some(run.evaluation(self.place(record)?)),
            None => Some(evaluate(self.policy, fields)),
        }
    }

    /// What would help somebody; nothing of what is no record. What is found of a period is kept for the others of it.
    pub fn advice(&self, record: usize, adviser: &Adviser, kept: &mut Standings) -> Option<Vec<Advice>> {
        let Some(run) = &self.run else {
            let Reading::Record(fields) = self.batch.record(record)?.into_owned().reading else { return None };
            let identity = Identity::of(self.policy, &fields);
            let alone = Subject { given: Given::Fields(fields.into()), rows: vec![], identity, past: false };
            let run = Run::new(self.policy, Tables::NONE, vec![alone]);
            return Some(adviser.advice(&run, 0, &run.standing(run.period(0))));
        };
        let place = self.place(record)?;
        let standing = kept.entry(run.period(place)).or_insert_with_key(|period| run.standing(*period));
        Some(adviser.advice(run, place, standing))
    }

    /// The same, told of every value how it came about; nothing of what is no record.
    pub fn observed(&self, record: usize) -> Option<Observed<'a>> {
        match (&self.run, &self.batch.record(record)?.reading) {
            (Some(run), _) => Some(run.observed(self.place(record)?)),
            (None, Reading::Record(fields)) => Some(observe(self.policy, fields)),
            _ => None,
        }
    }

    /// The records that are evaluated, each with whose it is.
    pub fn each(&self) -> impl Iterator<Item = (usize, Identity)> {
        self.batch.records().enumerate().filter_map(|(at, record)| match &record.reading {
            Reading::Record(fields) => Some((at, Identity::of(self.policy, fields))),
            _ => None,
        })
    }

    /// What is found over several records.
    pub fn run(&self) -> Option<&Run<'a>> {
        self.run.as_ref()
    }

    /// The place of a record in the run.
    pub fn place(&self, record: usize) -> Option<usize> {
        self.places.get(record).copied().flatten()
    }
}

/// The records of a policy, then what is known of earlier periods, and the place of each record among them. A result of
/// an earlier run for what this run evaluates itself, or rejects, does not count.
fn cast<'a>(
    policy: &Policy,
    batch: &'a Batch,
    own: &'a Own,
    handed: &'a [Earlier],
) -> (Vec<Subject<'a>>, Vec<Option<usize>>) {
    let (mut subjects, mut places) = (vec![], vec![]);
    for (at, record) in batch.records().enumerate() {
        places.push(match record.into_owned().reading {
            Reading::Record(fields) => {
                let rows = own.joined.rows.get(at).cloned().unwrap_or_default();
                let identity = Identity::of(policy, &fields);
                subjects.push(Subject { given: Given::Fields(fields.into()), rows, identity, past: false });
                Some(subjects.len() - 1)
            }
            _ => None,
        });
    }
    let rejected = batch.rejected().filter_map(|record| Identity::known(policy, |slot| record.reading.known(slot.0)));
    let rejected: HashSet<Identity> = rejected.collect();
    let earlier = handed.iter().chain(&own.past.records).filter(|(_, identity)| !rejected.contains(identity));
    remember(&mut subjects, earlier);
    (subjects, places)
}

/// Whether records are of several periods, so that one may be lacking.
pub(super) fn has_past(subjects: &[Subject]) -> bool {
    let mut periods = subjects.iter().map(|subject| subject.identity.period);
    let first = periods.next();
    periods.any(|period| Some(period) != first)
}
