//! The rows of lookups and details, as they were read.

use super::super::claim::lost;
use super::super::read::{read_origin, read_relation};
use super::super::{DataSource, ReadOptions};
use crate::data::{BadRow, Batch, Identity, InputRecord, Problem, Reading, Rejection, Row, Rows};
use crate::eval::{Given, Run, Subject, Tables};
use crate::ir::{Origin, Policy, Relation, RelationId, SlotId, Value};

/// Reads the rows of a lookup or details: those of its files, or the results of a policy on their records.
pub fn read_rows(
    policy: &Policy,
    id: RelationId,
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Rows, Vec<Problem>> {
    let Some(relation) = policy.relation(id) else {
        return Ok(Rows { relation: id, rows: vec![], inputs: vec![], notices: vec![] });
    };
    match &relation.policy {
        Some(origin) => {
            let batch = read_origin(&origin.policy, relation, sources, options)?;
            Ok(of_results(id, relation, origin, batch))
        }
        None => Ok(of_batch(policy, id, read_relation(policy, relation, sources, options)?)),
    }
}

/// The rows of a file of the relation's own.
fn of_batch(policy: &Policy, relation: RelationId, batch: Batch) -> Rows {
    let first = policy.relation(relation).map_or(0, |relation| relation.slots.start);
    let slots = |at: usize| SlotId(first + at);
    let rows = batch.records.into_iter().filter_map(|InputRecord { place, reading }| {
        let content = match reading {
            Reading::Record(values) => {
                Ok(values.into_iter().enumerate().map(|(at, value)| (slots(at), value)).collect())
            }
            Reading::Rejected(rejection) => Err(bad(*rejection, |at| Some(slots(at)))),
            Reading::Skipped(_) | Reading::Foreign(_) => return None,
        };
        Some(Row { place, content, doubtful: vec![] })
    });
    Rows { relation, rows: rows.collect(), inputs: batch.inputs, notices: batch.notices }
}

/// The results of a policy on records of its own.
fn of_results(id: RelationId, relation: &Relation, origin: &Origin, batch: Batch) -> Rows {
    let policy = &*origin.policy;
    let fields = |record: &InputRecord| match &record.reading {
        Reading::Record(fields) => Some(fields.clone()),
        _ => None,
    };
    let records: Vec<Option<Vec<Value>>> = batch.records.iter().map(fields).collect();
    let subjects = records.iter().flatten().map(|fields| Subject {
        given: Given::Fields(fields),
        rows: vec![],
        identity: Identity::of(policy, fields),
        past: false,
    });
    let subjects: Vec<Subject> = subjects.collect();
    let run = Run::new(policy, Tables::NONE, &subjects);
    let lost = lost(policy, &batch);
    let may_hang = !lost.is_empty() || policy.looks_back();
    let in_doubt = may_hang.then(|| Run::in_doubt(policy, Tables::NONE, &subjects, &lost));
    // The slot of a row for one of the policy.
    let own = |of: SlotId| {
        let at = origin.slots.iter().position(|slot| *slot == of)?;
        Some(SlotId(relation.slots.start + at))
    };
    let mut evaluated = 0;
    let rows = batch.records.iter().filter_map(|record| {
        let mut doubtful = vec![];
        let content = match &record.reading {
            Reading::Record(_) => {
                let evaluation = run.evaluation(evaluated);
                if let Some(known) = in_doubt.as_ref().map(|run| run.evaluation(evaluated)) {
                    let hangs = origin.slots.iter().filter(|slot| known.value(**slot).is_err());
                    doubtful.extend(hangs.filter_map(|slot| own(*slot)));
                }
                evaluated += 1;
                let values = origin.slots.iter().map(|slot| Some((own(*slot)?, evaluation.value(*slot).ok()?.clone())));
                values.collect::<Option<Vec<_>>>().ok_or(BadRow { known: vec![], problem: None })
            }
            Reading::Rejected(rejection) => Err(bad((**rejection).clone(), |at| own(SlotId(at)))),
            Reading::Skipped(_) | Reading::Foreign(_) => return None,
        };
        Some(Row { place: record.place, content, doubtful })
    });
    let rows = rows.collect();
    Rows { relation: id, rows, inputs: batch.inputs, notices: batch.notices }
}

fn bad(rejection: Rejection, slots: impl Fn(usize) -> Option<SlotId>) -> BadRow {
    let known = rejection.values.into_iter().enumerate().filter_map(|(at, value)| Some((slots(at)?, value?)));
    BadRow { known: known.collect(), problem: rejection.problems.into_iter().next() }
}
