//! `:show` and `:list`: the results of the record, one value, or all.

use super::super::show::{answer, lines, results};
use super::super::{Answer, Session, piece};
use super::word;
use crate::ir::{Role, SlotId};
use crate::render::why;
use crate::source::Span;

/// `:show`, `:show NAME`
pub(super) fn show(session: &mut Session, name: &str) -> Answer {
    if name.is_empty() { whole(session).into() } else { named(session, name) }
}

/// The fields of the record, then its results.
fn whole(session: &Session) -> String {
    let policy = session.now.policy();
    let fields = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Field);
    let fields = fields.map(|(at, slot)| (slot.name.as_str(), SlotId(at)));
    lines(session, fields) + &results(session, false)
}

fn named(session: &Session, name: &str) -> Answer {
    let policy = &session.now.compiled.policy;
    let Some(id) = policy.slot_named(name) else {
        if let Some(told) = piece::shown(session, name) {
            return told;
        }
        if let Some(told) = word::told(session, name) {
            return told.into();
        }
        return Answer::usage(session.say("repl-no-name", &[("name", name.into())]));
    };
    let span = policy.slot(id).map(|slot| slot.span).unwrap_or(Span::NOWHERE);
    let sources = &session.now.compiled.sources;
    let line = sources.place(span).line;
    let declared = sources.get(span.file).map_or("", |file| file.line(line)).trim();
    let declared = why::placed(&session.now.compiled, "why-row", span, ("text", declared.into()), session.look.tongue);
    format!("{declared}\n{}", answer(session, &session.now.compiled, &session.evaluation(), id)).into()
}

/// `:list`: everything that has a name.
pub(super) fn list(session: &mut Session, _: &str) -> Answer {
    let slots = session.now.compiled.policy.slots.iter().enumerate().filter(|(_, slot)| slot.role != Role::Ensure);
    lines(session, slots.map(|(at, slot)| (slot.name.as_str(), SlotId(at)))).into()
}
