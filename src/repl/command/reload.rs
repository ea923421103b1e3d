//! `:reload`: the file is read again; data, record and what was changed in the session stay.

use super::super::draft::Draft;
use super::super::show::shown;
use super::super::splice::{changed_declarations, declared, without};
use super::super::take::{moved, next};
use super::super::{Answer, Session};
use crate::compile::Compiled;
use crate::io::{DataSource, PolicyFolder};
use crate::render::show_all;
use crate::source::SourceFile;

/// `:reload`
pub(in crate::repl) fn reload(session: &mut Session, _: &str) -> Answer {
    let name = session.loaded.main.name.clone();
    if name == super::super::session::TYPED {
        return Answer::usage(session.fileless());
    }
    let text = match DataSource::open(&name).and_then(DataSource::policy) {
        Ok(text) => text,
        Err(problem) => return Answer::usage(shown(session, &[problem]) + &session.say("repl-kept", &[])),
    };
    let folder = PolicyFolder::of(&name);
    let fresh = Draft::of(SourceFile::new(name.clone(), text));
    let compiled = fresh.compiled(&folder);
    if !compiled.accepted() {
        let told = show_all(&compiled.diagnostics, &compiled.sources, session.look);
        return Answer::refused(told + &session.say("repl-kept", &[]));
    }
    let (draft, compiled, lost) = again(session, (&fresh, compiled), &folder);
    let told = session.say("repl-reloaded", &[("file", name.into())]);
    session.folder = folder;
    session.loaded = fresh;
    let (standing, gone) = next(session, (draft, compiled));
    let before = session.step(":reload", standing);
    let same = before.draft.is(&session.now.draft);
    let told = told + &lost + &gone;
    let both = before.compiled.accepted() && session.now.compiled.accepted();
    match (same, both) {
        (true, _) => (told + &session.say("repl-reload-same", &[])).into(),
        (false, true) => (told + &moved(session, &before)).into(),
        (false, false) => told.into(),
    }
}

/// The file with what was changed in the session; without it, where both do not go together.
fn again(session: &Session, (fresh, compiled): (&Draft, Compiled), folder: &PolicyFolder) -> (Draft, Compiled, String) {
    let loaded = session.loaded.compiled(&session.folder);
    let own = changed_declarations(&session.now.compiled, &loaded);
    let (draft, stay) = without((fresh.clone(), &compiled), &session.now.compiled, &loaded);
    let stay = stay.iter().map(|name| session.say("repl-reload-stays", &[("text", name.as_str().into())]));
    let stay: String = stay.collect();
    if own.trim().is_empty() && draft.is(fresh) {
        return (fresh.clone(), compiled, stay);
    }
    let rest = draft.compiled(folder);
    let draft = declared(&draft, &rest, &SourceFile::new("", own));
    let both = draft.compiled(folder);
    if both.accepted() {
        return (draft, both, stay + &session.say("repl-reload-with", &[]));
    }
    let told = session.refused(&both).unwrap_or_default();
    (fresh.clone(), compiled, told + &session.say("repl-reload-without", &[]))
}
