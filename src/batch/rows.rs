//! The rows of lookups and details.

use std::borrow::Cow;

use super::duplicates;
use super::inputs::Inputs;
use super::members::Members;
use super::owner::lost;
use crate::data::{BadRow, Batch, InputRecord, Layout, Reading, Rejection, Row, Rows};
use crate::ir::{Origin, Policy, Relation, RelationId, RelationKind, SlotId};

/// The rows of a lookup or details: what was read of them, or the results of the policy whose records were read.
pub fn rows(policy: &Policy, id: RelationId, batch: Batch) -> Rows {
    let Some(relation) = policy.relation(id) else {
        return Rows { relation: id, rows: vec![], inputs: batch.inputs, notices: batch.notices };
    };
    match &relation.policy {
        Some(origin) => of_results(id, relation, origin, batch),
        None => of_batch(policy, (id, relation), batch),
    }
}

/// The rows of a file of the relation's own.
fn of_batch(policy: &Policy, (id, relation): (RelationId, &Relation), mut batch: Batch) -> Rows {
    duplicates::reject(Layout::rows(policy, relation), &mut batch);
    let (inputs, notices) = (std::mem::take(&mut batch.inputs), std::mem::take(&mut batch.notices));
    let slots = |at: usize| SlotId(relation.slots.start + at);
    let defaulted = |row: usize| {
        let fields = 0..if relation.kind == RelationKind::Lookup { relation.fields.len() } else { 0 };
        fields.filter(|field| batch.is_defaulted(row, *field)).map(slots).collect()
    };
    let rows = batch.records().map(Cow::into_owned).enumerate().filter_map(|(at, InputRecord { place, reading })| {
        let content = match reading {
            Reading::Record(values) => {
                Ok(values.into_iter().enumerate().map(|(at, value)| (slots(at), value)).collect())
            }
            Reading::Rejected(rejection) => Err(bad(*rejection, |at| Some(slots(at)))),
            Reading::Skipped(_) | Reading::Foreign(_) => return None,
        };
        Some(Row { place, content, doubtful: vec![], defaulted: defaulted(at) })
    });
    Rows { relation: id, rows: rows.collect(), inputs, notices }
}

/// The results of a policy on records of its own.
fn of_results(id: RelationId, relation: &Relation, origin: &Origin, batch: Batch) -> Rows {
    let policy = &*origin.policy;
    let inputs = Inputs::new(&[policy], vec![batch]);
    let none = Batch::default();
    let batch = inputs.shared.batches.first().unwrap_or(&none);
    let lost = lost(policy, batch);
    let members = Members::of(&inputs, (0, policy), &[]);
    let in_doubt = Members::in_doubt(&inputs, (0, policy), &[], lost);
    // The slot of a row for one of the policy.
    let own = |of: SlotId| {
        let at = origin.slots.iter().position(|slot| *slot == of)?;
        Some(SlotId(relation.slots.start + at))
    };
    let result = |record: usize| {
        let evaluation = members.as_ref()?.evaluation(record)?;
        let values = origin.slots.iter().map(|slot| Some((own(*slot)?, evaluation.value(*slot).ok()?.clone())));
        values.collect::<Option<Vec<_>>>()
    };
    let doubtful = |record: usize| {
        let known = in_doubt.as_ref()?.evaluation(record)?;
        let hangs = origin.slots.iter().filter(|slot| known.value(**slot).is_err());
        Some(hangs.filter_map(|slot| own(*slot)).collect())
    };
    let rows = batch.records().enumerate().filter_map(|(at, record)| {
        let (content, doubtful) = match &record.reading {
            Reading::Record(_) => {
                let unknown = BadRow { known: vec![], problem: None };
                (result(at).ok_or(unknown), doubtful(at).unwrap_or_default())
            }
            Reading::Rejected(rejection) => (Err(bad((**rejection).clone(), |at| own(SlotId(at)))), vec![]),
            Reading::Skipped(_) | Reading::Foreign(_) => return None,
        };
        Some(Row { place: record.place, content, doubtful, defaulted: vec![] })
    });
    Rows { relation: id, rows: rows.collect(), inputs: batch.inputs.clone(), notices: batch.notices.clone() }
}

fn bad(rejection: Rejection, slots: impl Fn(usize) -> Option<SlotId>) -> BadRow {
    let known = rejection.values.into_iter().enumerate().filter_map(|(at, value)| Some((slots(at)?, value?)));
    BadRow { known: known.collect(), problem: rejection.problems.into_iter().next() }
}
