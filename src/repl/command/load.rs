//! Policies and data that a session loads.

use super::super::session::TYPED;
use super::super::show::shown;
use super::super::{Answer, Ending, Session, record};
use crate::batch::share;
use crate::data::{Batch, Reading};
use crate::diagnostic::Arg;
use crate::io::{DataSource, PolicyFolder, ReadOptions, read};
use crate::render::show_all;
use crate::source::SourceFile;

/// Loads a policy in the place of the one that is there; record, data and changes are dropped.
pub(in crate::repl) fn policy(session: &mut Session, name: &str) -> Answer {
    let text = match DataSource::open(name).and_then(DataSource::policy) {
        Ok(text) => text,
        Err(problem) => return Answer::usage(shown(session, &[problem])),
    };
    *session = Session::of((session.look, session.width), SourceFile::new(name, text), PolicyFolder::of(name));
    let compiled = &session.compiled;
    let told = show_all(&compiled.diagnostics, &compiled.sources, session.look);
    let title: Arg = compiled.policy.header.title.clone().into();
    let args = [("file", name.into()), ("title", title)];
    match compiled.accepted() {
        true => (told + &session.say("repl-loaded", &args)).into(),
        false => Answer::refused(told + &session.say("repl-loaded-wrong", &args)),
    }
}

/// Loads data, and its first record that can be used.
pub(in crate::repl) fn data(session: &mut Session, name: &str) -> Answer {
    if !session.compiled.accepted() || session.policy.name == TYPED {
        return Answer::usage(session.say("repl-no-policy", &[]));
    }
    let batch = DataSource::open(name).map_err(|problem| vec![problem]);
    let batch = batch.and_then(|source| read(&[&session.compiled.policy], &[source], &ReadOptions::default()));
    let batch = match batch {
        Ok(read) => share(&[&session.compiled.policy], read).into_first(),
        Err(problems) => return Answer::refused(shown(session, &problems)),
    };
    let usable = batch.records().position(|record| matches!(record.reading, Reading::Record(_)));
    let told = counted(session, name, &batch);
    session.batch = Some(batch);
    session.at = None;
    session.given.clear();
    let rejects = session.batch.as_ref().is_some_and(|batch| batch.rejected().next().is_some());
    let first = usable.map_or_else(Answer::default, |at| record::take(session, at)).behind(told);
    if rejects { Answer { ending: Ending::Rejections, ..first } } else { first }
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
