//! An expression that is typed: its value, with its unit and the row that gave it.

use super::{Answer, Session, show};
use crate::ir::{ExprKind, Policy, SlotId, Step};

/// The name under which an expression is declared; nothing a policy is likely to use.
const QUERY: &str = "repl_value";

/// The value of an expression, with its unit and the row that gave it.
pub(super) fn evaluate(session: &Session, text: &str) -> Answer {
    let compiled = session.wrapped(&format!("let {QUERY} = "), text, "");
    if let Some(told) = session.refused(&compiled) {
        return Answer::refused(told);
    }
    let policy = &compiled.policy;
    let Some(slot) = policy.slot_named(QUERY) else { return Answer::default() };
    let evaluation = session.follow(&session.now, policy);
    let asked = asked(policy, slot).unwrap_or(slot);
    show::answer(session, &compiled, &evaluation, asked).into()
}

/// Where an expression is just the name of something, that.
fn asked(policy: &Policy, query: SlotId) -> Option<SlotId> {
    let step = policy.steps.get(policy.step_of(query)?)?;
    match step {
        Step::Value(step) => match step.value.kind {
            ExprKind::Slot(slot) => Some(slot),
            _ => None,
        },
        _ => None,
    }
}
