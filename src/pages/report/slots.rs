//! Which slots of a policy a report is about.

use super::Month;
use crate::ir::{Policy, Role, SlotId, Type};

/// The slots by which people are told apart in groups: the period, and the field that is asked for.
pub(super) fn grouping(month: &Month, policy: &Policy) -> Vec<SlotId> {
    let asked = policy
        .fields
        .iter()
        .position(|field| month.by.is_some_and(|by| field.name == by || field.title.as_deref() == Some(by)));
    policy.period().into_iter().chain(asked.map(SlotId)).collect()
}

/// The pay blocks that are paid by themselves.
pub(super) fn outer(policy: &Policy) -> Vec<SlotId> {
    let slots = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Pay).map(|(at, _)| SlotId(at));
    slots.filter(|slot| crate::batch::outer_pay(policy, *slot).is_none()).collect()
}

/// Whether figures stand below the head of a slot.
pub(super) fn is_figure(policy: &Policy, slot: SlotId) -> bool {
    matches!(policy.slot(slot).map(|slot| slot.ty), Some(Type::Number(_)))
}
