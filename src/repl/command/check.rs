//! `:check`: what is told of the policy, and what became of its promises.

use super::super::{Answer, Session};
use crate::render::{promised, show_all};

/// `:check`
pub(super) fn check(session: &mut Session, _: &str) -> Answer {
    let compiled = &session.now.compiled;
    let told = show_all(&compiled.diagnostics, &compiled.sources, session.look);
    let promises = compiled.promises.iter().map(|of| format!("{}\n", promised(of, session.look.tongue)));
    let promises: String = promises.collect();
    match compiled.accepted() {
        false => Answer::refused(told + &promises),
        true if told.is_empty() => (session.say("repl-clean", &[]) + &promises).into(),
        true => (told + &promises).into(),
    }
}
