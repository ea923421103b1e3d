//! The record that somebody asks for by its key.

use std::collections::BTreeSet;

use strsim::damerau_levenshtein;

use super::flagged::Person;
use crate::data::{Batch, Reading, Shared, spell_cell};
use crate::ir::{Policy, SlotId, Value, squeezed};

/// So many keys are told that may have been meant.
const MOST_NEAR: usize = 5;

/// What was found under what somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// A record, by its place. Where nobody said which period, the latest of these.
    Record(usize, Vec<String>),
    /// Several people are called so: their keys.
    Several(Vec<String>),
    /// Nobody is called so in that period: whose key it is, and the periods that there are.
    Elsewhen(String, Vec<String>),
    /// Nobody is called so: who may have been meant, and how many people there are.
    Nobody(Vec<String>, usize),
}

/// A record with what it can be asked for by.
struct Known {
    at: usize,
    person: Person,
    /// The period, as far as it is known.
    ordinal: Option<i32>,
}

/// The record with a key: its fields in order, then perhaps a period. A part of a key or the name of somebody will do
/// where only one person is called so. Records of a policy without keys are asked for by their number, from 1.
pub fn seek(shared: &Shared, policies: &[&Policy], asked: &[String]) -> Sought {
    let text = asked.iter().flat_map(|text| text.split_whitespace()).collect::<Vec<_>>().join(" ");
    let (mut people, mut others) = (vec![], vec![]);
    for at in 0..shared.len() {
        let Some((known, counts)) = known(shared, policies, at) else { continue };
        if counts { people.push(known) } else { others.push(known) }
    }
    if text.is_empty() {
        return anybody(&people);
    }
    let found = found(&people, &text).or_else(|| found(&others, &text)).or_else(|| numbered(&people, &text));
    found.unwrap_or_else(|| nobody(&people, &text))
}

/// By what people are called: their keys, parts of them, names.
type Way<'w> = &'w dyn Fn(&Person) -> Vec<String>;

/// Who a record is, and whether it counts: a line of totals does not.
fn known(shared: &Shared, policies: &[&Policy], at: usize) -> Option<(Known, bool)> {
    let policy = policies.get(shared.owner(at).unwrap_or_default())?;
    let (batch, _) = shared.place(at)?;
    let apart = batch.apart(at).map(|record| &record.reading);
    let person = Person::told(policy, |slot| cell(policy, batch, at, slot));
    let ordinal = policy.period().and_then(|slot| match batch.known(at, slot.0)?.as_ref() {
        Value::Calendar(moment) => Some(moment.ordinal),
        _ => None,
    });
    let counts = !matches!(apart, Some(Reading::Skipped(_) | Reading::Foreign(_)));
    Some((Known { at, person, ordinal }, counts))
}

/// A cell of a record: its value, or what stands there where that does not read.
fn cell(policy: &Policy, batch: &Batch, at: usize, slot: SlotId) -> Option<String> {
    if let Some(value) = batch.known(at, slot.0).filter(|value| **value != Value::Missing) {
        return Some(spell_cell(policy, policy.slot(slot)?, &value));
    }
    match &batch.apart(at)?.reading {
        Reading::Rejected(out) | Reading::Skipped(out) => out.cells.get(slot.0)?.clone(),
        Reading::Record(_) | Reading::Foreign(_) => None,
    }
}

/// Where nobody is named: the only one there is, or else all.
fn anybody(people: &[Known]) -> Sought {
    let mut keys: Vec<String> = vec![];
    for called in people.iter().map(|known| known.person.called()) {
        if !keys.contains(&called) {
            keys.push(called);
        }
    }
    match (people, keys.as_slice()) {
        ([], _) => Sought::Nobody(vec![], 0),
        ([only], _) => Sought::Record(only.at, vec![]),
        (_, [only]) if !only.is_empty() => {
            latest(&people.iter().collect::<Vec<_>>()).unwrap_or(Sought::Nobody(vec![], 0))
        }
        _ => Sought::Several(keys),
    }
}

/// By whole keys first, then by parts of them, then by names.
fn found(people: &[Known], text: &str) -> Option<Sought> {
    let whole = |person: &Person| vec![person.called()];
    let parts = |person: &Person| person.key.iter().map(|(_, cell)| cell.clone()).collect();
    let names = |person: &Person| person.name.iter().cloned().collect();
    let ways: [Way; 3] = [&whole, &parts, &names];
    ways.into_iter().find_map(|way| called(people, text, way))
}

/// Those who are called so in one way.
fn called(people: &[Known], text: &str, way: Way) -> Option<Sought> {
    let with_period = |known: &Known, word: &str| {
        let period = known.person.period.as_deref();
        period.is_some_and(|period| text.strip_suffix(period).map(str::trim_end) == Some(word))
    };
    let mut exact = false;
    let mut hits: Vec<&Known> = vec![];
    for known in people {
        let words: Vec<String> = way(&known.person).into_iter().filter(|word| !word.is_empty()).collect();
        let dated = words.iter().any(|word| with_period(known, word));
        if dated && !exact {
            exact = true;
            hits.clear();
        }
        if dated || (!exact && words.iter().any(|word| word == text)) {
            hits.push(known);
        }
    }
    if hits.is_empty() {
        return elsewhen(people, text, way);
    }
    let keys: BTreeSet<String> = hits.iter().map(|known| known.person.called()).collect();
    if keys.len() > 1 {
        return Some(Sought::Several(keys.into_iter().collect()));
    }
    latest(&hits)
}

/// Of the records of one person the latest.
fn latest(hits: &[&Known]) -> Option<Sought> {
    let latest = hits.iter().filter_map(|known| known.ordinal).max();
    let record = hits.iter().find(|known| known.ordinal == latest).or(hits.first())?;
    let periods: BTreeSet<Option<i32>> = hits.iter().map(|known| known.ordinal).collect();
    let several = periods.len() > 1;
    Some(Sought::Record(record.at, if several { in_order(hits.iter().copied()) } else { vec![] }))
}

/// Somebody who is called so, but is not there in the period that stands last.
fn elsewhen(people: &[Known], text: &str, way: Way) -> Option<Sought> {
    let (name, _) = text.rsplit_once(' ')?;
    let hits =
        people.iter().filter(|known| known.person.period.is_some() && way(&known.person).iter().any(|it| it == name));
    let hits: Vec<&Known> = hits.collect();
    let called = hits.first()?.person.called();
    Some(Sought::Elsewhen(called, in_order(hits.into_iter())))
}

/// The periods of some records, the earliest first.
fn in_order<'k>(known: impl Iterator<Item = &'k Known>) -> Vec<String> {
    let periods = known.filter_map(|known| Some((known.ordinal, known.person.period.clone()?)));
    periods.collect::<BTreeSet<_>>().into_iter().map(|(_, period)| period).collect()
}

/// Where records have no keys, the one with that number.
fn numbered(people: &[Known], text: &str) -> Option<Sought> {
    let at = text.parse::<usize>().ok()?.checked_sub(1)?;
    let unkeyed = people.iter().all(|known| known.person.key.is_empty());
    let record = people.get(at).filter(|_| unkeyed)?;
    Some(Sought::Record(record.at, vec![]))
}

/// Who may have been meant: what is written alike, then what is near, then what holds what was asked for.
fn nobody(people: &[Known], text: &str) -> Sought {
    let keys: BTreeSet<String> =
        people.iter().map(|known| known.person.called()).filter(|key| !key.is_empty()).collect();
    let names: BTreeSet<String> = people.iter().filter_map(|known| known.person.name.clone()).collect();
    let first = text.split(' ').next().unwrap_or_default();
    let (alike, first_alike) = (squeezed(text), squeezed(first));
    let is_alike = |word: &&String| [&alike, &first_alike].contains(&&squeezed(word)) || squeezed(word) == first_alike;
    let all = || keys.iter().chain(&names);
    let mut near: Vec<String> = all().filter(is_alike).cloned().collect();
    let mut close: Vec<(usize, &String)> = all().filter_map(|word| Some((apart(text, word)?, word))).collect();
    close.sort();
    near.extend(close.into_iter().map(|(_, word)| word.clone()));
    let holds = |word: &&String| first.chars().count() > 1 && word.contains(first);
    near.extend(all().filter(holds).cloned());
    let mut told: Vec<String> = vec![];
    near.into_iter().for_each(|word| {
        if !told.contains(&word) {
            told.push(word)
        }
    });
    told.truncate(MOST_NEAR);
    let count = if keys.is_empty() { people.len() } else { keys.len() };
    Sought::Nobody(told, count)
}

/// How many letters two keys are apart, where that is few. Keys differ by little, so that few letters make a slip.
fn apart(text: &str, word: &str) -> Option<usize> {
    let most = if text.chars().count() < 6 { 1 } else { 2 };
    let length = word.chars().count().abs_diff(text.chars().count());
    (length <= most).then(|| damerau_levenshtein(text, word)).filter(|distance| *distance <= most)
}
