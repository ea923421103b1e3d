//! Policies and data that a session loads.

use std::rc::Rc;

use super::super::reading::Data;
use super::super::session::Standing;
use super::super::show::shown;
use super::super::{Answer, Ending, Session, record};
use crate::data::{Batch, Reading};
use crate::diagnostic::Arg;
use crate::io::{DataSource, PolicyFolder};
use crate::render::show_all;
use crate::source::SourceFile;

/// Loads a policy in the place of the one that is there; record, data and changes are dropped.
pub(in crate::repl) fn policy(session: &mut Session, name: &str) -> Answer {
    let text = match DataSource::open(name).and_then(DataSource::policy) {
        Ok(text) => text,
        Err(problem) => return Answer::usage(shown(session, &[problem])),
    };
    let unsaved = if session.is_unsaved() { session.say("repl-left", &[]) } else { String::new() };
    let (pages, attended) = (session.pages, session.attended);
    *session = Session::of(session.look, SourceFile::new(name, text), PolicyFolder::of(name));
    (session.pages, session.attended) = (pages, attended);
    let compiled = &session.now.compiled;
    let told = unsaved + &show_all(&compiled.diagnostics, &compiled.sources, session.look);
    let title: Arg = compiled.policy.header.title.clone().into();
    let args = [("file", name.into()), ("title", title)];
    match compiled.accepted() {
        true => (told + &session.say("repl-loaded", &args)).into(),
        false => Answer::refused(told + &session.say("repl-loaded-wrong", &args)),
    }
}

/// Loads data, and its first record that can be used.
pub(in crate::repl) fn data(session: &mut Session, name: &str) -> Answer {
    if !session.now.compiled.accepted() || session.now.policy().fields.is_empty() {
        return Answer::usage(session.say("repl-no-policy", &[]));
    }
    let source = match DataSource::open(name) {
        Ok(source) => source,
        Err(problem) => return Answer::usage(shown(session, &[problem])),
    };
    let data = match Data::read(source, session.now.policy()) {
        Ok(data) => data,
        Err(problems) => return Answer::refused(shown(session, &problems)),
    };
    let usable = data.batch.records().position(|record| matches!(record.reading, Reading::Record(_)));
    let told = counted(session, name, &data.batch);
    let rejects = data.batch.rejected().next().is_some();
    session.now = Standing { data: Some(Rc::new(data)), at: None, given: record::nothing(), ..session.now.clone() };
    let first = usable.map_or_else(Answer::default, |at| record::take(session, at)).behind(told);
    if rejects { Answer { ending: Ending::Rejections, ..first } } else { first }
}

/// How many records can be used, and whose cannot.
fn counted(session: &Session, name: &str, batch: &Batch) -> String {
    let usable = batch.records().filter(|record| matches!(record.reading, Reading::Record(_))).count();
    let whose = record::rejected(&session.now.compiled.policy, batch);
    let rejected = batch.rejected().count();
    let more = ("more", rejected.saturating_sub(whose.len()).into());
    let args = [("file", name.into()), ("usable", usable.into()), ("rejected", rejected.into()), more];
    match whose.is_empty() {
        true => session.say("repl-data", &args),
        false => session.say("repl-data-rejected", &[args.as_slice(), &[("whose", Arg::List(whose))]].concat()),
    }
}
