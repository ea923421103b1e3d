//! Policies, data and records that a session loads.

use std::borrow::Cow;

use super::Session;
use super::change::by_name;
use super::session::TYPED;
use super::show::results;
use crate::batch::share;
use crate::data::{Problem, Reading, spell_cell};
use crate::diagnostic::Arg;
use crate::io::{DataSource, PolicyFolder, ReadOptions, read};
use crate::ir::Value;
use crate::render::{show_all, show_at, spell};
use crate::source::SourceFile;

/// Loads a policy in the place of the one that is there; record, data and changes are dropped.
pub(super) fn policy(session: &mut Session, name: &str) -> String {
    let text = match DataSource::open(name).and_then(DataSource::policy) {
        Ok(text) => text,
        Err(problem) => return shown(session, &[problem]),
    };
    *session = Session::of(session.look, SourceFile::new(name, text), PolicyFolder::of(name));
    let compiled = &session.compiled;
    let told = show_all(&compiled.diagnostics, &compiled.sources, session.look);
    let title: Arg = compiled.policy.header.title.clone().into();
    let id = if compiled.accepted() { "repl-loaded" } else { "repl-loaded-wrong" };
    told + &session.say(id, &[("file", name.into()), ("title", title)])
}

/// Loads data, and its first record that can be used.
pub(super) fn data(session: &mut Session, name: &str) -> String {
    if !session.compiled.accepted() || session.policy.name == TYPED {
        return session.say("repl-no-policy", &[]);
    }
    let batch = DataSource::open(name).map_err(|problem| vec![problem]);
    let batch = batch.and_then(|source| read(&[&session.compiled.policy], &[source], &ReadOptions::default()));
    let batch = match batch {
        Ok(read) => share(&[&session.compiled.policy], read).into_first(),
        Err(problems) => return shown(session, &problems),
    };
    let usable = batch.records().position(|record| matches!(record.reading, Reading::Record(_)));
    let told = session.say("repl-data", &[("file", name.into()), ("count", batch.len().into())]);
    session.batch = Some(batch);
    session.at = None;
    told + &usable.map_or_else(String::new, |at| take(session, at))
}

/// `:record 2`, `:record A01`
pub(super) fn record(session: &mut Session, which: &str) -> String {
    match find(session, which) {
        Some(at) => take(session, at),
        None => session.say("repl-no-record", &[("text", which.into())]),
    }
}

/// By key first, since a key may be a number; else by number from 1.
fn find(session: &Session, which: &str) -> Option<usize> {
    let batch = session.batch.as_ref()?;
    let keyed = batch.records().position(|record| match &record.reading {
        Reading::Record(values) => is_keyed(session, values, which),
        _ => false,
    });
    let numbered = || which.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < batch.len());
    keyed.or_else(numbered)
}

fn is_keyed(session: &Session, values: &[Value], which: &str) -> bool {
    let policy = &session.compiled.policy;
    let keys = policy.fields.iter().zip(&policy.slots).zip(values).filter(|((field, _), _)| field.key);
    keys.map(|((_, slot), value)| spell_cell(policy, slot, value)).any(|key| key == which)
}

/// Takes a record of the data, and shows its results.
fn take(session: &mut Session, at: usize) -> String {
    let record = session.batch.as_ref().and_then(|batch| batch.record(at)).map(Cow::into_owned);
    match record.map(|record| record.reading) {
        Some(Reading::Record(values)) => {
            session.given = by_name(&session.compiled.policy, &values);
            session.at = Some(at);
            session.say("repl-record", &[("number", (at + 1).into())]) + &results(session)
        }
        Some(Reading::Rejected(rejection) | Reading::Skipped(rejection)) => shown(session, &rejection.problems),
        Some(Reading::Foreign(_)) | None => String::new(),
    }
}

/// What hinders files, shown.
pub(super) fn told(session: &Session, problems: &[Problem]) -> String {
    shown(session, problems)
}

fn shown(session: &Session, problems: &[Problem]) -> String {
    let look = session.look;
    problems.iter().map(|problem| show_at(&problem.diagnostic(), &spell(&problem.place(), look.tongue), look)).collect()
}
