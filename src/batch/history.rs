//! Results of earlier runs: what was known of each key in each period.
//!
//! Only what the policy looks back at is read. A value that does not read, or that this policy could never
//! give, refuses the file: a streak counted on a wrong month would be a wrong figure.

use std::collections::HashSet;
use std::sync::Arc;

use indexmap::IndexSet;

use super::duplicates;
use crate::data::{Batch, Identity, InputFile, InputRecord, Lost, Past, Problem, Reading, ResultFields, by_field};
use crate::diagnostic::Code;
use crate::ir::{Policy, SlotId, Text, Value};

/// What a policy takes from the rows of earlier results. Those of a policy with another title are left aside; whether a
/// file has no other ones is told in [`Past::strange`].
pub fn past(policy: &Policy, mut batch: Batch) -> Result<Past, Vec<Problem>> {
    let results = Results { policy, fields: ResultFields::of(policy) };
    let (mut past, mut problems) = (Past::default(), vec![]);
    let (mut used, mut untold) = (HashSet::new(), HashSet::new());
    // What was rejected then is no second result beside the one of a later run.
    for at in 0..batch.len() {
        let left_out = batch.record(at).and_then(|record| Some((results.left_out(&record)?, record.place)));
        if let Some((lost, place)) = left_out {
            used.insert(place.input);
            past.lost.extend(lost);
            batch.set(at, Reading::Skipped(Box::default()));
        }
    }
    duplicates::reject(results.fields.layout(policy), &mut batch);
    for record in batch.records() {
        match results.taken(&batch, &record) {
            Taken::Result(values, told) => {
                used.insert(record.place.input);
                if !told {
                    untold.insert(record.place.input);
                }
                let identity = Identity::of(policy, &by_field(policy, &values));
                past.records.push((values, identity));
            }
            Taken::Nothing | Taken::Others => {}
            Taken::Wrong(found) => problems.extend(found),
        }
    }
    let others = (0..).zip(&batch.inputs).filter(|(at, _)| !used.contains(at));
    past.strange = others.map(|(_, input)| other_policy(policy, input)).collect();
    let untold = (0..).zip(&batch.inputs).filter(|(at, _)| untold.contains(at));
    past.untold = untold.map(|(_, input)| Arc::clone(&input.name)).collect();
    past.inputs = batch.inputs;
    // A result holds far more than what is looked back at.
    past.notices = batch.notices.into_iter().filter(|told| told.code != Code::UnusedColumn).collect();
    if problems.is_empty() { Ok(past) } else { Err(problems) }
}

fn other_policy(policy: &Policy, input: &InputFile) -> Problem {
    Problem::new(Code::BadHistory, "policy", &input.name).arg("title", policy.header.title.as_str())
}

/// Files in which no policy finds a result of its own.
pub fn strange(pasts: &[Past]) -> Vec<Problem> {
    let is_strange = |past: &Past, file: &Arc<str>| past.strange.iter().any(|problem| problem.file == *file);
    let used = |file: &Arc<str>| {
        pasts.iter().any(|past| past.inputs.iter().any(|input| input.name == *file) && !is_strange(past, file))
    };
    let mut told: Vec<Problem> = vec![];
    for problem in pasts.iter().flat_map(|past| &past.strange).filter(|problem| !used(&problem.file)) {
        if told.iter().all(|known| known.file != problem.file) {
            told.push(problem.clone());
        }
    }
    told
}

/// Files that do not say whose their results are, where the policies are not versions of one.
pub fn untold(policies: &[&Policy], pasts: &[Past]) -> Vec<Problem> {
    let mut titles = policies.iter().map(|policy| &policy.header.title);
    let first = titles.next();
    if titles.all(|title| Some(title) == first) {
        return vec![];
    }
    let files: IndexSet<&Arc<str>> = pasts.iter().flat_map(|past| &past.untold).collect();
    files.into_iter().map(|file| Problem::new(Code::BadHistory, "whose", file)).collect()
}

/// A policy and what it reads of results.
struct Results<'p> {
    policy: &'p Policy,
    fields: ResultFields,
}

/// What a row of a result says.
enum Taken {
    /// What was known, and whether the result says that it is this policy's.
    Result(Vec<(SlotId, Value)>, bool),
    /// Nothing: it was rejected, or no record.
    Nothing,
    /// It is another policy's.
    Others,
    /// It cannot be used.
    Wrong(Vec<Problem>),
}

impl Results<'_> {
    fn taken(&self, batch: &Batch, record: &InputRecord) -> Taken {
        let (values, problems): (Vec<Option<Value>>, &[Problem]) = match &record.reading {
            Reading::Record(values) => (values.iter().cloned().map(Some).collect(), &[]),
            Reading::Rejected(rejection) => (rejection.values.clone(), &rejection.problems),
            Reading::Skipped(_) | Reading::Foreign(_) => return Taken::Nothing,
        };
        if self.is_others(record) {
            return Taken::Others;
        }
        let absent = self.absent(batch, record, &values);
        if !problems.is_empty() || !absent.is_empty() {
            return Taken::Wrong(problems.iter().cloned().chain(absent).collect());
        }
        let known = self.fields.of.iter().zip(values).filter_map(|(slot, value)| Some(((*slot)?, value?)));
        Taken::Result(known.collect(), self.fields.title(record).is_some())
    }

    /// Whether a result says that it is another policy's.
    fn is_others(&self, record: &InputRecord) -> bool {
        let own = Text::from(self.policy.header.title.as_str());
        self.fields.title(record).is_some_and(|title| *title != own)
    }

    /// Of a row that is no result whose record was rejected then, where it was one of this policy.
    fn left_out(&self, record: &InputRecord) -> Option<Option<Lost>> {
        let status = self.fields.status(record).filter(|status| status.as_str() != "ok")?;
        let value = |slot: SlotId| record.reading.known(self.fields.of.iter().position(|of| *of == Some(slot))?);
        let rejected = status.as_str() == "rejected" && !self.is_others(record);
        Some(rejected.then(|| Lost { known: vec![], past: true, ..Lost::of(self.policy, value) }))
    }

    /// Values that the policy always has and the row has not.
    fn absent(&self, batch: &Batch, record: &InputRecord, values: &[Option<Value>]) -> Vec<Problem> {
        let fields = self.fields.of.iter().zip(&self.fields.slots).zip(values);
        let lacking =
            fields.filter(|((of, slot), value)| of.is_some() && !slot.optional && **value == Some(Value::Missing));
        let told = lacking.map(|((_, slot), _)| {
            let told = Problem::new(Code::BadHistory, "absent", &"".into()).arg("name", slot.name.as_str());
            batch.located(told, record.place)
        });
        told.collect()
    }
}
