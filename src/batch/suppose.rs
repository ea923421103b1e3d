//! Records of which some values are supposed: what they come to among each other.

use super::join::join;
use crate::data::{Batch, Identity, InputRecord, Past, Place, Reading, Rows, by_field};
use crate::eval::{Evaluation, Given, Run, Subject, evaluate_given, remember};
use crate::ir::{Policy, SlotId, Value};

/// Some slots and their values, which take the place of their definitions.
pub type Supposed = Vec<(SlotId, Value)>;

/// What records of which these values are given come to, with rows of lookups and details and what was known before.
pub fn suppose(policy: &Policy, records: &[Supposed], rows: Vec<Rows>, past: &Past) -> Vec<Evaluation> {
    if !policy.is_joint() {
        return records.iter().map(|given| evaluate_given(policy, given)).collect();
    }
    let (mut batch, mut identities) = (Batch::default(), vec![]);
    for given in records {
        let fields = by_field(policy, given);
        identities.push(Identity::of(policy, &fields));
        batch.push(InputRecord { place: Place { input: 0, row: 0 }, reading: Reading::Record(fields) });
    }
    let joined = join(policy, &mut batch, rows);
    let own = records.iter().zip(identities).enumerate().map(|(at, (given, identity))| Subject {
        given: Given::Values(given),
        rows: joined.rows.get(at).cloned().unwrap_or_default(),
        identity,
        past: false,
    });
    let mut subjects: Vec<Subject> = own.collect();
    remember(&mut subjects, past.records.iter());
    let run = Run::new(policy, &joined.tables, subjects);
    (0..records.len()).map(|at| run.evaluation(at)).collect()
}
