//! Records that stand in the data twice.

use std::collections::HashMap;

use crate::data::{Batch, InputRecord, Layout, Problem, Reading, spell_cell};
use crate::diagnostic::{Arg, Code};
use crate::ir::Value;

/// Rejects all records that share key and period with another, each with the places of the others.
/// A record that was rejected for another reason counts: it may be the right one of the two.
pub(super) fn reject(layout: Layout, batch: &mut Batch) {
    if !layout.unique {
        return;
    }
    let keys = layout.keys();
    for group in groups(batch, &keys) {
        for record in &group {
            let others = group.iter().filter(|other| *other != record).take(MOST_SHOWN);
            let places = others.filter_map(|other| place(batch, *other)).collect();
            reject_one(layout, batch, *record, &keys, places);
        }
    }
}

/// More other places than this are not told.
const MOST_SHOWN: usize = 5;

/// The records that share a key, by their place in the batch.
fn groups(batch: &Batch, keys: &[usize]) -> Vec<Vec<usize>> {
    let mut first: HashMap<Key, usize> = HashMap::with_capacity(batch.len());
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: HashMap<usize, usize> = HashMap::new();
    for (at, record) in batch.records().enumerate() {
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

/// The key and period of a record.
#[derive(PartialEq, Eq, Hash)]
struct Key<'a>(Vec<&'a Value>);

fn key<'a>(record: &'a InputRecord, keys: &[usize]) -> Option<Key<'a>> {
    let parts: Option<Vec<&Value>> = match &record.reading {
        Reading::Record(values) => keys.iter().map(|at| values.get(*at)).collect(),
        Reading::Rejected(rejection) => keys.iter().map(|at| rejection.values.get(*at)?.as_ref()).collect(),
        Reading::Skipped(_) | Reading::Foreign(_) => None,
    };
    parts.map(Key)
}

fn place(batch: &Batch, record: usize) -> Option<Arg> {
    let place = batch.record(record)?.place;
    Some(batch.input(place)?.place(place.row))
}

fn reject_one(layout: Layout, batch: &mut Batch, at: usize, keys: &[usize], others: Vec<Arg>) {
    let Some(record) = batch.record(at) else { return };
    let values = key(record, keys).into_iter().flat_map(|key| key.0);
    let spelt = keys.iter().zip(values).filter_map(|(key, value)| {
        let cell = spell_cell(layout.policy, layout.slots.get(*key)?, value);
        Some(Arg::Text(cell))
    });
    let problem = Problem::new(Code::DuplicateRecord, "", &"".into())
        .arg("key", Arg::List(spelt.collect()))
        .arg("others", Arg::List(others));
    let problem = batch.located(problem, record.place);
    batch.reject(at, layout, vec![problem]);
}
