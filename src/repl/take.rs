//! Another text of the policy is taken: what was given to the record goes on to be, data are read anew where they must,
//! and who moves is told.

use std::rc::Rc;

use super::differences::differences;
use super::draft::Draft;
use super::given::Record;
use super::moved::people;
use super::reading::{Data, reads_alike};
use super::record::called;
use super::session::{Standing, TYPED};
use super::show::shown;
use super::{Answer, Session, pending};
use crate::compile::Compiled;
use crate::diagnostic::Arg;
use crate::ir::Value;
use crate::source::SourceFile;

/// Takes another text of the policy, which came of what was typed, and tells what changed.
pub(super) fn take(session: &mut Session, what: &str, next: (Draft, Compiled)) -> Answer {
    take_as(session, "repl-taken", what, next)
}

/// The same, told with a word of its own.
pub(super) fn take_as(session: &mut Session, id: &str, what: &str, (draft, compiled): (Draft, Compiled)) -> Answer {
    let (next, lost) = next(session, (draft, compiled));
    session.step(what, next);
    if !session.now.compiled.accepted() {
        return (lost + &pending::told(session)).into();
    }
    let Some(before) = session.last_accepted().cloned() else { return lost.into() };
    (session.say(id, &[]) + &lost + &moved(session, &before)).into()
}

/// What is otherwise than at another standing: of the record at hand, then of everybody.
pub(super) fn moved(session: &Session, before: &Standing) -> String {
    differences(session, before) + &people(session, before)
}

/// What is at hand by another text of the policy, and what it makes impossible.
pub(super) fn next(session: &Session, (draft, compiled): (Draft, Compiled)) -> (Standing, String) {
    next_of(session, Standing { draft, compiled: Rc::new(compiled), ..session.now.clone() })
}

/// The same of a standing that has another policy already.
pub(super) fn next_of(session: &Session, mut next: Standing) -> (Standing, String) {
    let now = &session.now;
    if !next.compiled.accepted() {
        return (next, String::new());
    }
    let mut told = reread(session, &mut next);
    let mut dropped = vec![];
    next.given = Record::new();
    for (name, value) in &now.given {
        match fits(session, &next, name, value) {
            Some(value) => drop(next.given.insert(name.clone(), value)),
            None => dropped.push(Arg::from(name.as_str())),
        }
    }
    if !dropped.is_empty() {
        told += &session.say("repl-given-lost", &[("names", Arg::List(dropped))]);
    }
    (next, told)
}

/// Reads the data anew where the policy reads them otherwise than before.
fn reread(session: &Session, next: &mut Standing) -> String {
    let Some(data) = next.data.clone() else { return String::new() };
    if reads_alike(session.now.policy(), next.policy()) {
        return String::new();
    }
    let file = ("file", Arg::from(&*data.source.name));
    match Data::read(data.source.clone(), next.policy()) {
        Ok(read) => next.data = Some(Rc::new(read)),
        Err(problems) => {
            (next.data, next.at) = (None, None);
            next.called.clear();
            return shown(session, &problems) + &session.say("repl-data-lost", &[file]);
        }
    }
    let Some(at) = next.at else { return String::new() };
    let Some(batch) = next.batch() else { return String::new() };
    if next.is_usable(at) {
        next.called = called(next.policy(), batch, at);
        return String::new();
    }
    let told = session.say("repl-record-lost", &[("key", std::mem::take(&mut next.called).into())]);
    next.at = None;
    told
}

/// A value that was given, as another policy has it; nothing, where it does not fit.
fn fits(session: &Session, next: &Standing, name: &str, value: &Value) -> Option<Value> {
    let old = session.now.policy();
    let slot = old.slot(old.slot_named(name)?)?;
    let written = match value {
        Value::Missing => return next.policy().slot_named(name).map(|_| Value::Missing),
        value => old.notation_of(slot).in_unit(slot.time_unit).written(value),
    };
    let test = format!("test \"{TYPED}\" {{\n given {{ {name} = {written} }}\n expect {{ }}\n}}");
    let tried = next.draft.tried(&session.folder, SourceFile::new(TYPED, test));
    let test = tried.policy.tests.iter().find(|test| test.name == TYPED)?;
    Some(test.given.first().filter(|_| tried.accepted())?.value.clone())
}
