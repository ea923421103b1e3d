//! `:why` and `:next`: how the record at hand came to what it came to, and what would help.

use std::collections::BTreeSet;

use super::super::stand::Standpoint;
use super::super::{Answer, Session, pending};
use super::{hangs, show};
use crate::advice::{Advice, given};
use crate::eval::Stop;
use crate::explain::Explanation;
use crate::ir::{Policy, Role, SlotId};
use crate::render::advice;
use crate::render::why::{self, Depth, Sheet};

/// How many changes that would help a statement tells.
const HELPS: usize = 3;

/// `:why`, `:why 总分`, `:why all`; `:why 差评数` of a field
pub(super) fn why(session: &mut Session, behind: &str) -> Answer {
    if let Some(field) = field(session.now.policy(), behind) {
        return of_field(session, field, behind);
    }
    if let Some(told) = lacking(session) {
        return told;
    }
    let depth = match behind {
        "" | "statement" | "明细" => Depth::Statement,
        "line" | "一行" => Depth::Line,
        "all" | "全部" => Depth::All,
        name => return of_name(session, name),
    };
    let (explanation, found) = told(session);
    let look = session.look;
    let sheet = Sheet { tongue: look.tongue, width: look.width, ascii: look.ascii, depth };
    why::told(session.now.policy(), &explanation, (&found, HELPS), sheet).into()
}

/// `:why 应发工资`: the part of the statement that tells of it; of what is no part of one, its value.
fn of_name(session: &mut Session, name: &str) -> Answer {
    let look = session.look;
    let slot = session.now.policy().slot_named(name);
    let sheet = Sheet { tongue: look.tongue, width: look.width, ascii: look.ascii, depth: Depth::All };
    let part = slot.and_then(|slot| why::alone(session.now.policy(), &told(session).0, slot, sheet));
    part.map_or_else(|| show::show(session, name), Answer::from)
}

/// A field of the record, or of a lookup, by its name.
fn field(policy: &Policy, name: &str) -> Option<SlotId> {
    let slot = policy.slot_named(name)?;
    policy.slot(slot).filter(|slot| matches!(slot.role, Role::Field | Role::Lookup)).map(|_| slot)
}

/// What a field is, what hangs on it, and which change of it would help.
fn of_field(session: &mut Session, field: SlotId, name: &str) -> Answer {
    let mut text = show::show(session, name).text + &hangs::told(session, field);
    if lacking(session).is_none() {
        let mut found = told(session).1;
        found.retain(|advice| advice.field == Some(field));
        if !found.is_empty() {
            text += &helps(session, advice::lines(session.now.policy(), &found, None, session.look.tongue));
        }
    }
    text.into()
}

/// `:next`, `:next 5`
pub(super) fn next(session: &mut Session, behind: &str) -> Answer {
    if let Some(told) = lacking(session) {
        return told;
    }
    let most = match behind {
        "" => None,
        text => match text.parse::<usize>() {
            Ok(most) => Some(most),
            Err(_) => return Answer::usage(session.say("repl-bare-next", &[])),
        },
    };
    let (_, found) = told(session);
    let lines = advice::lines(session.now.policy(), &found, most, session.look.tongue);
    let left = advice::left_out(session.now.policy(), &given(session.now.policy()), false, session.look.tongue);
    helps(session, lines.into_iter().chain(left)).into()
}

/// Lines of advice as wide as the window.
fn helps(session: &Session, lines: impl IntoIterator<Item = String>) -> String {
    let fitted = lines.into_iter().flat_map(|line| crate::render::wrap(&line, session.look.width));
    fitted.map(|line| line + "\n").collect()
}

/// What must be there before a record can be explained.
fn lacking(session: &Session) -> Option<Answer> {
    if session.now.policy().fields.is_empty() {
        return Some(Answer::usage(session.say("repl-no-policy", &[])));
    }
    if !session.now.compiled.accepted() {
        return Some(Answer::usage(pending::told(session)));
    }
    let evaluation = session.evaluation();
    let columns = session.now.policy().columns.iter().filter(|column| column.default);
    let stops: Vec<&Stop> = columns.filter_map(|column| evaluation.value(column.slot).err()).collect();
    let first = stops.first()?;
    let not_given = stops.iter().filter_map(|stop| match stop {
        Stop::NotGiven(slots) => Some(slots.iter().copied()),
        Stop::Fault(_) => None,
    });
    let slots: BTreeSet<SlotId> = not_given.flatten().collect();
    let all = Stop::NotGiven(slots.into_iter().collect());
    let stop = if matches!(first, Stop::Fault(_)) { first } else { &all };
    let told = why::lacking(session.now.policy(), stop, session.look.tongue);
    Some(Answer::usage(format!("{told}\n")))
}

/// The explanation of the record at hand, and what would help it.
fn told(session: &Session) -> (Explanation<'_>, Vec<Advice>) {
    let standing = &session.now;
    let compiled = &standing.compiled;
    let policy = &compiled.policy;
    let (own, records) = standing.among(policy);
    let doubts = session.doubts();
    session.beside.ask(policy, &records, |world| {
        let observed = world.observed(own).of(policy);
        let whereabouts = Standpoint::of(standing, world.places());
        (why::explained(compiled, &observed, &whereabouts, &doubts), world.advice(own))
    })
}
