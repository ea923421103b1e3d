//! `:undo`, `:redo`, `:reset`: changes taken back, and made again.

use super::super::record;
use super::super::session::Standing;
use super::super::take::{moved, next};
use super::super::{Answer, Session};
use crate::quantity::Tongue;

/// `:undo`
pub(super) fn undo(session: &mut Session, _: &str) -> Answer {
    let Some((what, standing)) = session.past.pop() else { return Answer::usage(session.say("repl-no-undo", &[])) };
    let standing = same_record(&session.now, standing);
    let before = std::mem::replace(&mut session.now, standing);
    session.future.push((what.clone(), before.clone()));
    told(session, "repl-undone", &what, Some(before))
}

/// `:redo`
pub(super) fn redo(session: &mut Session, _: &str) -> Answer {
    let Some((what, standing)) = session.future.pop() else { return Answer::usage(session.say("repl-no-redo", &[])) };
    let standing = same_record(&session.now, standing);
    let before = std::mem::replace(&mut session.now, standing);
    session.past.push((what.clone(), before));
    let before = session.last_accepted().cloned();
    told(session, "repl-redone", &what, before)
}

/// What is found again, with the record that is at hand now: which one that is, is no change where nothing was given to it.
fn same_record(now: &Standing, found: Standing) -> Standing {
    let given = !now.given.is_empty() || !found.given.is_empty();
    let Some(at) = now.at.filter(|at| !given && found.is_usable(*at)) else { return found };
    let called = found.batch().map_or_else(String::new, |batch| record::called(found.policy(), batch, at));
    Standing { at: Some(at), called, ..found }
}

/// `:reset`: the policy as it was loaded, the record as the data have it. That too can be taken back.
pub(super) fn reset(session: &mut Session, _: &str) -> Answer {
    let draft = session.loaded.clone();
    let compiled = draft.compiled(&session.folder);
    let (fresh, lost) = next(session, (draft, compiled));
    session.step(":reset", Standing { given: record::nothing(), ..fresh });
    let before = session.last_accepted().cloned();
    let told = match session.now.at {
        Some(_) => session.say("repl-reset-record", &[("key", session.now.called.clone().into())]),
        None => session.say("repl-reset", &[]),
    };
    (told + &lost + &compared(session, before)).into()
}

fn told(session: &Session, id: &str, what: &str, before: Option<Standing>) -> Answer {
    let what = ("what", shortened(what, session.look.tongue).into());
    (session.say(id, &[what]) + &compared(session, before)).into()
}

/// What moves, where both can be evaluated; of a policy that waits for another change, that it does.
fn compared(session: &Session, before: Option<Standing>) -> String {
    match before.filter(|before| before.compiled.accepted()) {
        _ if !session.now.compiled.accepted() => session.say("repl-waits", &[]),
        Some(before) => moved(session, &before),
        None => String::new(),
    }
}

/// The first line of what was typed.
fn shortened(what: &str, tongue: Tongue) -> String {
    let mut lines = what.lines();
    let first = lines.next().unwrap_or_default().trim().to_owned();
    let more = match tongue {
        Tongue::Zh => " ……",
        Tongue::En => " …",
    };
    if lines.next().is_some() { first + more } else { first }
}
