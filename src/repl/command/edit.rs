//! `:edit`: the policy, or one declaration of it, in the editor of the user.

use super::super::editing::Editing;
use super::super::session::Standing;
use super::super::splice::{Piece, put, whole};
use super::super::{Answer, Session, Then, take, weights};
use crate::compile::{Compiled, declaration};
use crate::diagnostic::nearest_of;
use crate::render::show_all;
use crate::source::Span;

/// `:edit`, `:edit 等级`
pub(super) fn edit(session: &mut Session, name: &str) -> Answer {
    if !session.attended {
        return Answer::usage(session.say("repl-unattended", &[("command", ":edit".into())]));
    }
    let place = match (name, place(session, name)) {
        ("", _) => None,
        (_, Some(place)) => Some(place),
        (_, None) => return Answer::usage(no_declaration(session, name)),
    };
    // What was refused the last time is not written a second time.
    let begun = session.editing.take().filter(|editing| editing.name == name);
    let text = begun.map_or_else(|| text(session, place), |editing| editing.text);
    session.editing = Some(Editing { name: name.to_owned(), place, text });
    Answer { then: Some(Then::Edit), ..Answer::default() }
}

fn place(session: &Session, name: &str) -> Option<Span> {
    let compiled = &session.now.compiled;
    whole(compiled, declaration(&compiled.file, name)?)
}

fn text(session: &Session, place: Option<Span>) -> String {
    match place {
        Some(place) => session.now.compiled.sources.slice(place).to_owned() + "\n",
        None => session.now.draft.main.text.clone(),
    }
}

fn no_declaration(session: &Session, name: &str) -> String {
    let names = session.now.policy().slots.iter().map(|slot| slot.name.as_str());
    match nearest_of(name, names) {
        Some(near) => session.say("repl-no-name-near", &[("name", name.into()), ("near", near.into())]),
        None => session.say("repl-no-declaration", &[("name", name.into())]),
    }
}

/// Takes what came back from the editor: nothing, where it did not end well.
pub(in crate::repl) fn edited(session: &mut Session, text: Option<&str>) -> Answer {
    let Some(editing) = session.editing.take() else { return Answer::default() };
    match text {
        None => Answer::refused(session.say("repl-edit-failed", &[])),
        Some(text) if text == self::text(session, editing.place) => session.say("repl-edit-same", &[]).into(),
        Some(text) => taken(session, Editing { text: text.to_owned(), ..editing }),
    }
}

/// Puts an edited text in its place, where it may stand there.
fn taken(session: &mut Session, editing: Editing) -> Answer {
    let now: &Standing = &session.now;
    let draft = match editing.place {
        Some(span) => put(&now.draft, &now.compiled, vec![Piece { span, text: editing.text.trim().to_owned() }]),
        None => now.draft.with(now.draft.main.with_text(editing.text.clone())),
    };
    let compiled = draft.compiled(&session.folder);
    let told = show_all(&compiled.diagnostics, &compiled.sources, session.look);
    if now.compiled.accepted() && !compiled.accepted() && !weights::are_open(&compiled) {
        session.editing = Some(editing);
        return Answer::refused(told + &session.say("repl-edit-kept", &[]));
    }
    let what = format!(":edit {}", editing.name);
    let told = if news(&now.compiled, &compiled) { told } else { String::new() };
    take::take(session, &what, (draft, compiled)).behind(told)
}

/// Whether anything is told that was not told before.
fn news(before: &Compiled, after: &Compiled) -> bool {
    let codes = |of: &Compiled| of.diagnostics.iter().map(|told| told.code).collect::<Vec<_>>();
    codes(before) != codes(after)
}
