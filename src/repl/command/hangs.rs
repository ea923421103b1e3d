//! What hangs on a field: everything of a result that can change with it.

use super::super::Session;
use crate::analysis::dependents;
use crate::diagnostic::Arg;
use crate::ir::{Policy, Role, Slot, SlotId};
use crate::quantity::Tongue;
use crate::render::head;

/// The line below the value of a field.
pub(super) fn told(session: &Session, field: SlotId) -> String {
    let names = names(session.now.policy(), field, session.look.tongue);
    match names.is_empty() {
        true => session.say("repl-hangs-nothing", &[]),
        false => session.say("repl-hangs", &[("names", Arg::List(names))]),
    }
}

fn names(policy: &Policy, field: SlotId, tongue: Tongue) -> Vec<Arg> {
    let moving = dependents(policy, field);
    let moves = |at: &usize| moving.get(*at).copied().unwrap_or(false) && SlotId(*at) != field;
    let slots = policy.slots.iter().enumerate().filter(|(at, _)| moves(at));
    slots.filter_map(|(_, slot)| name(policy, slot, tongue)).collect()
}

/// What people call it; what is there for the working alone has no name.
fn name(policy: &Policy, slot: &Slot, tongue: Tongue) -> Option<Arg> {
    match slot.role {
        Role::Points => Some(head(policy, slot, tongue).into()),
        Role::Metric | Role::Grade | Role::Scale | Role::Gate | Role::PayLine | Role::Pay | Role::Flag => {
            Some(slot.name.as_str().into())
        }
        _ => None,
    }
}
