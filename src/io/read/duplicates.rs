use std::collections::HashMap;
use std::hash::{Hash, Hasher};

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
    let mut first: HashMap<Key, usize> = HashMap::with_capacity(records.len());
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

/// The key and period of a record, in their places among other values.
#[derive(Clone, Copy)]
struct Key<'a> {
    values: &'a [Value],
    /// The places; `None` where all values belong to the key.
    places: Option<&'a [usize]>,
}

impl<'a> Key<'a> {
    fn parts(self) -> impl Iterator<Item = &'a Value> {
        let count = self.places.map_or(self.values.len(), <[usize]>::len);
        (0..count).filter_map(move |at| match self.places {
            Some(places) => self.values.get(*places.get(at)?),
            None => self.values.get(at),
        })
    }
}

impl PartialEq for Key<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.parts().eq(other.parts())
    }
}

impl Eq for Key<'_> {}

impl Hash for Key<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().for_each(|part| part.hash(state));
    }
}

fn key<'a>(record: &'a InputRecord, keys: &'a [usize]) -> Option<Key<'a>> {
    match &record.reading {
        Reading::Record(values) => Some(Key { values, places: Some(keys) }),
        Reading::Rejected(rejection) => match rejection.key.as_slice() {
            KEYLESS => None,
            values => Some(Key { values, places: None }),
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
    let values = key(record, keys).into_iter().flat_map(Key::parts);
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
