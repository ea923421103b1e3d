//! Records of which some values are supposed: what they come to among each other, and who moved.

use std::collections::BTreeMap;

use super::join::join;
use crate::data::{Batch, Identity, InputRecord, Past, Place, Reading, Rows, by_field, spell_cell};
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

/// How many records have other results by one policy than by another.
pub fn moved((old, before): (&Policy, &[Evaluation]), (new, after): (&Policy, &[Evaluation])) -> usize {
    before.iter().zip(after).filter(|(then, now)| results(old, then) != results(new, now)).count()
}

/// The cells of a result by the names of their columns, in whichever order the policy declares them.
fn results<'p>(policy: &'p Policy, evaluation: &Evaluation) -> BTreeMap<&'p str, Option<String>> {
    let columns = policy.columns.iter().filter(|column| column.default);
    let cell = |slot| Some(spell_cell(policy, policy.slot(slot)?, evaluation.value(slot).ok()?));
    columns.map(|column| (column.name.as_str(), cell(column.slot))).collect()
}
