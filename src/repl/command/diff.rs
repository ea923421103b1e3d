//! `:diff`: what was changed since the policy was loaded, and who moves by it.

use std::rc::Rc;

use super::super::moved::changed;
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
    let mut difference = compare(&old, &new);
    let (old, now) = (Rc::new(old), now.clone());
    let (before, _) = next_of(session, Standing { compiled: old.clone(), draft: session.loaded.clone(), ..now });
    difference.seen(changed(session, &before));
    let of = Compared { old: &old, new: &new };
    let lines = difference_lines(of, &difference, session.look.tongue, session.look.width);
    let told: String = lines.into_iter().map(|line| line + "\n").collect();
    (told + "\n" + &moved(session, &before)).into()
}
