use std::collections::HashMap;

use super::intake::KEYLESS;
use crate::diagnostic::{Arg, Code};
use crate::io::write::spell_cell;
use crate::io::{At, Batch, InputRecord, Problem, Reading, Rejection};
use crate::ir::{Policy, Value};

/// Rejects all records that share key and period with another, each with the places of the others.
/// A record that was rejected for another reason counts: it may be the right one of the two.
pub(super) fn reject(policy: &Policy, batch: &mut Batch) {
    if !policy.fields.iter().any(|field| field.key) {
        return;
    }
    let keys: Vec<usize> = (0..).zip(&policy.fields).filter(|(_, f)| f.key || f.period).map(|(at, _)| at).collect();
    for group in groups(&batch.records, &keys) {
        for record in &group {
            let others = group.iter().filter(|other| *other != record).take(MOST_SHOWN);
            let places = others.filter_map(|other| place(batch, *other)).map(Arg::Text).collect();
            reject_one(policy, batch, *record, &keys, places);
        }
    }
}

/// More other places than this are not told.
const MOST_SHOWN: usize = 5;

/// The records that share a key, by their place in the batch.
fn groups(records: &[InputRecord], keys: &[usize]) -> Vec<Vec<usize>> {
    let mut first: HashMap<Vec<&Value>, usize> = HashMap::with_capacity(records.len());
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: HashMap<usize, usize> = HashMap::new();
    for (at, record) in records.iter().enumerate() {
        let Some(key) = key(record, keys) else { continue };
        let one = *first.entry(key).or_insert(at);
        if one != at {
            let group = *group_of.entry(one).or_insert_with(|| {
                groups.push(vec![one]);
                groups.len() - 1
            });
            groups.get_mut(group).map(|group| group.push(at)).unwrap_or_default();
        }
    }
    groups
}

fn key<'a>(record: &'a InputRecord, keys: &[usize]) -> Option<Vec<&'a Value>> {
    match &record.reading {
        Reading::Record(values) => keys.iter().map(|key| values.get(*key)).collect(),
        Reading::Rejected(rejection) => match rejection.key.as_slice() {
            KEYLESS => None,
            key => Some(key.iter().collect()),
        },
        Reading::Skipped(_) => None,
    }
}

fn place(batch: &Batch, record: usize) -> Option<String> {
    let place = batch.records.get(record)?.place;
    let input = batch.inputs.get(place.input as usize)?;
    let sheet = input.sheet.as_ref().map(|sheet| format!(" {sheet}")).unwrap_or_default();
    Some(format!("{}{sheet}:{}", input.name, place.row))
}

fn reject_one(policy: &Policy, batch: &mut Batch, at: usize, keys: &[usize], others: Vec<Arg>) {
    let Some(record) = batch.records.get_mut(at) else { return };
    let Some(input) = batch.inputs.get(record.place.input as usize) else { return };
    let values = key(record, keys).unwrap_or_default();
    let spelt = keys.iter().zip(values).filter_map(|(key, value)| {
        let cell = spell_cell(policy, policy.slots.get(*key)?, value);
        Some(Arg::Text(cell))
    });
    let where_it_is = At { sheet: input.sheet.clone(), row: Some(record.place.row), ..At::default() };
    let problem = Problem::new(Code::DuplicateRecord, "", &input.name)
        .arg("key", Arg::List(spelt.collect()))
        .arg("others", Arg::List(others))
        .at(where_it_is);
    match &mut record.reading {
        Reading::Rejected(rejection) => rejection.problems.push(problem),
        Reading::Record(values) => {
            let cells = policy.slots.iter().zip(values.iter()).map(|(slot, value)| match value {
                Value::Missing => None,
                value => Some(spell_cell(policy, slot, value)),
            });
            let rejection = Rejection::new(vec![problem], cells.collect());
            record.reading = Reading::Rejected(Box::new(rejection));
        }
        Reading::Skipped(_) => {}
    }
}
