//! Policies and data that a session loads.

use super::session::TYPED;
use super::{Session, record};
use crate::batch::share;
use crate::data::{Batch, Problem, Reading};
use crate::diagnostic::Arg;
use crate::io::{DataSource, PolicyFolder, ReadOptions, read};
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
    let told = counted(session, name, &batch);
    session.batch = Some(batch);
    session.at = None;
    session.given.clear();
    told + &usable.map_or_else(String::new, |at| record::take(session, at))
}

/// How many records can be used, and whose cannot.
fn counted(session: &Session, name: &str, batch: &Batch) -> String {
    let usable = batch.records().filter(|record| matches!(record.reading, Reading::Record(_))).count();
    let whose = record::rejected(&session.compiled.policy, batch);
    let rejected = batch.rejected().count();
    let more = ("more", rejected.saturating_sub(whose.len()).into());
    let args = [("file", name.into()), ("usable", usable.into()), ("rejected", rejected.into()), more];
    match whose.is_empty() {
        true => session.say("repl-data", &args),
        false => session.say("repl-data-rejected", &[args.as_slice(), &[("whose", Arg::List(whose))]].concat()),
    }
}

/// Problems as a session shows them.
pub(super) fn shown(session: &Session, problems: &[Problem]) -> String {
    let look = session.look;
    problems.iter().map(|problem| show_at(&problem.diagnostic(), &spell(&problem.place(), look.tongue), look)).collect()
}
