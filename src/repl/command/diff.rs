//! `:diff`: what was changed since the policy was loaded, and who moves by it.

use std::rc::Rc;

use super::super::session::Standing;
use super::super::take::{moved, next_of};
use super::super::{Answer, Session};
use crate::compare::compare;
use crate::render::{Compared, difference_lines};

/// `:diff`
pub(super) fn diff(session: &mut Session, _: &str) -> Answer {
    let now = &session.now;
    if now.draft.is(&session.loaded) {
        return session.say("repl-no-diff", &[]).into();
    }
    let old = session.loaded.compiled(&session.folder);
    if !old.accepted() || !now.compiled.accepted() {
        return Answer::refused(session.say("repl-diff-wrong", &[]));
    }
    let new = now.draft.beside(&old.sources, &session.folder);
    let difference = compare(&old, &new);
    let of = Compared { old: &old, new: &new };
    let lines = difference_lines(of, &difference, session.look.tongue, session.look.width);
    let told: String = lines.into_iter().map(|line| line + "\n").collect();
    let (before, _) =
        next_of(session, Standing { compiled: Rc::new(old), draft: session.loaded.clone(), ..now.clone() });
    (told + "\n" + &moved(session, &before)).into()
}
