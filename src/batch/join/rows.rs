//! The rows of lookups and details.

use std::borrow::Cow;

use super::super::duplicates;
use super::super::owner::{lost, share};
use crate::data::{BadRow, Batch, Identity, InputRecord, Layout, Reading, Rejection, Row, Rows};
use crate::eval::{Given, Run, Subject, Tables};
use crate::ir::{Origin, Policy, Relation, RelationId, SlotId};

/// The rows of a lookup or details: what was read of them, or the results of the policy whose records were read.
pub fn rows(policy: &Policy, id: RelationId, batch: Batch) -> Rows {
    let Some(relation) = policy.relation(id) else {
        return Rows { relation: id, rows: vec![], inputs: batch.inputs, notices: batch.notices };
    };
    match &relation.policy {
        Some(origin) => of_results(id, relation, origin, share(&[&origin.policy], vec![batch]).into_first()),
        None => of_batch(policy, (id, relation), batch),
    }
}

/// The rows of a file of the relation's own.
fn of_batch(policy: &Policy, (id, relation): (RelationId, &Relation), mut batch: Batch) -> Rows {
    duplicates::reject(Layout::rows(policy, relation), &mut batch);
    let (inputs, notices) = (std::mem::take(&mut batch.inputs), std::mem::take(&mut batch.notices));
    let slots = |at: usize| SlotId(relation.slots.start + at);
    let rows = batch.records().map(Cow::into_owned).filter_map(|InputRecord { place, reading }| {
        let content = match reading {
            Reading::Record(values) => {
                Ok(values.into_iter().enumerate().map(|(at, value)| (slots(at), value)).collect())
            }
            Reading::Rejected(rejection) => Err(bad(*rejection, |at| Some(slots(at)))),
            Reading::Skipped(_) | Reading::Foreign(_) => return None,
        };
        Some(Row { place, content, doubtful: vec![] })
    });
    Rows { relation: id, rows: rows.collect(), inputs, notices }
}

/// The results of a policy on records of its own.
fn of_results(id: RelationId, relation: &Relation, origin: &Origin, batch: Batch) -> Rows {
    let policy = &*origin.policy;
    let fields = batch.records().filter_map(|record| match record.into_owned().reading {
        Reading::Record(fields) => Some(fields),
        _ => None,
    });
    let subjects = fields.map(|fields| Subject {
        rows: vec![],
        identity: Identity::of(policy, &fields),
        given: Given::Fields(fields.into()),
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
    let rows = batch.records().filter_map(|record| {
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
