//! Records that stand in the data twice.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::twice::any_twice;
use crate::data::{Batch, InputRecord, KeyPart, Layout, Problem, Reading, spell_cell};
use crate::diagnostic::{Arg, Code};
use crate::ir::{Text, Value};

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
    let hashes = hashes(batch, keys);
    // Most files have none, which is soon seen of the hashes alone.
    if !any_twice(&hashes.iter().flatten().copied().collect::<Vec<u64>>()) {
        return vec![];
    }
    let placed = hashes.iter().enumerate().filter_map(|(at, hash)| Some(((*hash)?, u32::try_from(at).ok()?)));
    let mut placed: Vec<(u64, u32)> = placed.collect();
    placed.sort_unstable();
    let mut groups = vec![];
    for alike in placed.chunk_by(|one, next| one.0 == next.0).filter(|alike| alike.len() > 1) {
        let mut by_key: HashMap<Vec<Cow<Value>>, Vec<usize>> = HashMap::new();
        for at in alike.iter().map(|(_, at)| *at as usize) {
            by_key.entry(key(batch, at, keys)).or_default().push(at);
        }
        groups.extend(by_key.into_values().filter(|group| group.len() > 1));
    }
    groups
}

/// What stands for some fields of each record, such as its key and period, in the memory of a number; of a record of which
/// one is not known, nothing.
pub fn hashes(batch: &Batch, keys: &[usize]) -> Vec<Option<u64>> {
    let mut hashes = vec![Some(0); batch.len()];
    for stretch in batch.stretches() {
        for key in keys {
            stretch.give_hashes(*key, hash, |at, hash| {
                let whole = hashes.get_mut(stretch.first + at).and_then(Option::as_mut);
                whole.into_iter().for_each(|whole| *whole = joined(*whole, hash));
            });
        }
    }
    // What is no record of the policy has no key.
    let other = |record: &InputRecord| matches!(record.reading, Reading::Skipped(_) | Reading::Foreign(_));
    for (at, record) in batch.all_apart() {
        let own = || {
            keys.iter().try_fold(0, |whole, key| Some(joined(whole, hash(KeyPart::Value(record.reading.known(*key)?)))))
        };
        let known = if other(record) { None } else { own() };
        hashes.get_mut(at).into_iter().for_each(|hash| *hash = known);
    }
    hashes
}

/// What stands for a part of a key: of texts that are the same the same, however they are written.
pub(super) fn hash(part: KeyPart) -> u64 {
    let mut hasher = FxHasher::default();
    match part {
        KeyPart::Text(text) => match Text::settled(text) {
            Some(text) => text.hash(&mut hasher),
            None => Text::from(text).hash(&mut hasher),
        },
        KeyPart::Value(Value::Text(text)) => text.hash(&mut hasher),
        KeyPart::Value(value) => value.hash(&mut hasher),
    }
    hasher.finish()
}

/// The hash of a key with one more part.
pub(super) fn joined(whole: u64, part: u64) -> u64 {
    (whole.rotate_left(5) ^ part).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The key and period of a record that has one.
fn key<'b>(batch: &'b Batch, at: usize, keys: &[usize]) -> Vec<Cow<'b, Value>> {
    keys.iter().filter_map(|key| batch.known(at, *key)).collect()
}

fn place(batch: &Batch, record: usize) -> Option<Arg> {
    let place = batch.place(record)?;
    Some(batch.input(place)?.place(place.row))
}

fn reject_one(layout: Layout, batch: &mut Batch, at: usize, keys: &[usize], others: Vec<Arg>) {
    let Some(place) = batch.place(at) else { return };
    let spelt = keys.iter().zip(key(batch, at, keys)).filter_map(|(key, value)| {
        let cell = spell_cell(layout.policy, layout.slots.get(*key)?, &value);
        Some(Arg::Text(cell))
    });
    let problem = Problem::new(Code::DuplicateRecord, "", &"".into())
        .arg("key", Arg::List(spelt.collect()))
        .arg("others", Arg::List(others));
    let problem = batch.located(problem, place);
    batch.reject(at, layout, vec![problem]);
}
