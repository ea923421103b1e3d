//! Which record of the data is at hand, and what it is called.

use std::sync::Arc;

use super::given::Record;
use super::session::Standing;
use super::show::{results, shown};
use super::{Answer, Ending, Session};
use crate::data::{Batch, InputRecord, Reading, spell_cell};
use crate::diagnostic::{Arg, nearest_of};
use crate::ir::{Policy, SlotId, Type, Value};
use crate::render::visible;

/// So many of the rejected records are named.
const MOST_NAMED: usize = 5;
/// So many letters of a key fit the prompt.
const PROMPT_LETTERS: usize = 24;

/// `:record 2`, `:record A01`, `:record 王芳`
pub(super) fn named(session: &mut Session, which: &str) -> Answer {
    let Some(batch) = session.now.batch() else {
        return Answer::usage(session.say("repl-no-data", &[("text", which.into())]));
    };
    let found = find(&session.now.compiled.policy, batch, which);
    match found.as_slice() {
        [at] => take(session, *at),
        [] => Answer::usage(unknown(session, batch, which)),
        several => {
            let numbers = several.iter().map(|at| Arg::from(at + 1)).collect();
            Answer::usage(session.say("repl-several", &[("text", which.into()), ("numbers", Arg::List(numbers))]))
        }
    }
}

/// Whether this is what a record is called: no number of one, which may be meant otherwise.
pub(super) fn is_known(session: &Session, which: &str) -> bool {
    let policy = session.now.policy();
    let found = session.now.batch().is_some_and(|batch| !find(policy, batch, which).is_empty());
    found && which.parse::<usize>().is_err()
}

/// By key first, since a key may be a number; then by a name; both also in capitals or small letters; else by number
/// from 1.
fn find(policy: &Policy, batch: &Batch, which: &str) -> Vec<usize> {
    let those = |is: &dyn Fn(&Reading) -> bool| -> Vec<usize> {
        let people = batch.records().enumerate().filter(|(_, record)| is_person(record));
        people.filter(|(_, record)| is(&record.reading)).map(|(at, _)| at).collect()
    };
    let exactly = |text: &str| text == which;
    let folded = which.to_lowercase();
    let alike = |text: &str| text.to_lowercase() == folded;
    let number = || which.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < batch.len());
    let ways: [&dyn Fn() -> Vec<usize>; 5] = [
        &|| those(&|reading| is_keyed(policy, reading, &exactly)),
        &|| those(&|reading| is_named(policy, reading, &exactly)),
        &|| those(&|reading| is_keyed(policy, reading, &alike)),
        &|| those(&|reading| is_named(policy, reading, &alike)),
        &|| number().into_iter().collect(),
    ];
    ways.iter().map(|found| found()).find(|found| !found.is_empty()).unwrap_or_default()
}

fn is_person(record: &InputRecord) -> bool {
    matches!(record.reading, Reading::Record(_) | Reading::Rejected(_))
}

/// Whether this is the key of a record, or one of the fields that make it up, or the key and the period.
fn is_keyed(policy: &Policy, reading: &Reading, is: &dyn Fn(&str) -> bool) -> bool {
    let keys = cells(policy, policy.keys(), reading);
    let whole = cells(policy, policy.keys().chain(policy.period()), reading);
    keys.iter().any(|key| is(key)) || is(&keys.join(" ")) || is(&whole.join(" "))
}

/// Whether this is a text of a record: a name.
fn is_named(policy: &Policy, reading: &Reading, is: &dyn Fn(&str) -> bool) -> bool {
    let texts = (0..policy.fields.len()).map(SlotId);
    let texts = texts.filter(|slot| policy.slot(*slot).is_some_and(|slot| slot.ty == Type::Text));
    cells(policy, texts, reading).iter().any(|text| is(text))
}

/// The cells of some fields, as far as they are known.
pub(super) fn cells(policy: &Policy, slots: impl Iterator<Item = SlotId>, reading: &Reading) -> Vec<String> {
    let cell = |slot: SlotId| match (policy.slot(slot), reading.known(slot.0)) {
        (Some(declared), Some(value)) if *value != Value::Missing => Some(spell_cell(policy, declared, value)),
        _ => None,
    };
    slots.filter_map(cell).collect()
}

/// The key of a record: with its period, where the data holds several of one key.
pub(super) fn called(policy: &Policy, batch: &Batch, at: usize) -> String {
    let Some(record) = batch.record(at) else { return String::new() };
    let key = cells(policy, policy.keys(), &record.reading);
    let same = |record: &InputRecord| is_person(record) && cells(policy, policy.keys(), &record.reading) == key;
    let several = batch.records().filter(|record| same(record)).nth(1).is_some();
    let period = policy.period().filter(|_| several);
    [key, cells(policy, period.into_iter(), &record.reading)].concat().join(" ")
}

fn unknown(session: &Session, batch: &Batch, which: &str) -> String {
    let policy = &session.now.compiled.policy;
    let people: Vec<_> = batch.records().filter(|record| is_person(record)).collect();
    let called = || policy.keys().chain(policy.name_field());
    let keys: Vec<String> = people.iter().flat_map(|record| cells(policy, called(), &record.reading)).collect();
    let args = [("text", which.into()), ("count", people.len().into())];
    match nearest_of(which, keys.iter().map(String::as_str)) {
        Some(near) => session.say("repl-no-record-near", &[args.as_slice(), &[("near", near.into())]].concat()),
        None => session.say("repl-no-record", &args),
    }
}

/// Takes a record of the data, and shows its results. Of one that is rejected nothing is at hand afterwards.
pub(super) fn take(session: &mut Session, at: usize) -> Answer {
    let Some(batch) = session.now.batch() else { return Answer::default() };
    let Some(record) = batch.record(at).map(|record| record.into_owned()) else { return Answer::default() };
    let called = called(&session.now.compiled.policy, batch, at);
    let args = [("number", (at + 1).into()), ("key", called.clone().into())];
    let next = Standing { given: Record::new(), at: None, called: String::new(), ..session.now.clone() };
    let lost = if session.now.given.is_empty() { String::new() } else { session.say("repl-given-left", &[]) };
    match record.reading {
        Reading::Record(_) => {
            put(session, Standing { at: Some(at), called, ..next });
            (lost + &session.say("repl-record", &args) + &results(session, true)).into()
        }
        Reading::Rejected(rejection) | Reading::Skipped(rejection) => {
            put(session, next);
            let text = lost + &session.say("repl-rejected", &args) + &shown(session, &rejection.problems);
            Answer { text, ending: Ending::Rejections, then: None }
        }
        Reading::Foreign(_) => Answer::default(),
    }
}

/// Puts another record at hand: a step that can be taken back where values were given to the one before.
fn put(session: &mut Session, next: Standing) {
    match session.now.given.is_empty() {
        true => session.now = next,
        false => {
            let what = format!(":record {}", next.called);
            session.step(&what, next);
        }
    }
}

/// The first of those whose record is rejected.
pub(super) fn rejected(policy: &Policy, batch: &Batch) -> Vec<Arg> {
    let place = |record: &InputRecord| {
        let input = batch.input(record.place)?;
        Some(Arg::Place(Arc::clone(&input.name), Box::new(input.at(record.place.row))))
    };
    let named = batch.rejected().filter_map(|record| match cells(policy, policy.keys(), &record.reading).join(" ") {
        key if key.is_empty() => place(record),
        key => Some(key.into()),
    });
    named.take(MOST_NAMED).collect()
}

/// Nothing given to a record.
pub(super) fn nothing() -> Record {
    Record::new()
}

/// A text of at most so many letters as fit a prompt or a line of a list.
pub(super) fn short(text: &str) -> String {
    let text = visible(text);
    let mut letters = text.chars();
    let shown: String = letters.by_ref().take(PROMPT_LETTERS).collect();
    format!("{shown}{}", if letters.next().is_some() { "…" } else { "" })
}

/// What the prompt begins with: whose record is at hand, and whether anything was changed.
pub(super) fn prompt(session: &Session) -> String {
    let called = short(&session.now.called);
    let changed = !session.now.draft.is(&session.loaded) || !session.now.given.is_empty();
    let name = if session.now.at.is_some() && !called.is_empty() { &called } else { "merit" };
    format!("{name}{}> ", if changed { "*" } else { "" })
}
