//! What of a policy's promises follows from the policy alone, for every record.

mod course;
mod kinds;
mod rows;
mod sum;

use super::lineage::Lineage;
use crate::ir::{Claim, Ensure, Policy, Role, SlotId, Step};
use course::Courses;

/// That a promise holds for every record, by what the policy says alone. Only [`certain`] can make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certain(());

/// Whether it is certain that what an `ensure` claims holds for every record. Where it is not, it may hold all the same.
pub fn certain(policy: &Policy, ensure: &Ensure) -> Option<Certain> {
    let lineage = Lineage::of(policy);
    let holds = match ensure.claim {
        Claim::Holds => match lineage.step(ensure.slot) {
            Some(Step::Value(step)) => sum::certain(&lineage, policy, &step.value, true),
            _ => false,
        },
        Claim::Increasing(along) => Courses::along(policy, &lineage, along).slot(ensure.slot).up,
    };
    holds.then_some(Certain(()))
}

/// Whether more of a field is better, where that is known: as the policy ensures, else as the points of the first item go
/// with it, else as pay does.
pub fn better(policy: &Policy, field: SlotId) -> Option<bool> {
    if policy.ensures.iter().any(|ensure| ensure.claim == Claim::Increasing(field)) {
        return Some(true);
    }
    let lineage = Lineage::of(policy);
    let courses = Courses::along(policy, &lineage, field);
    let items = policy.items.iter().map(|item| item.points);
    let pay = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Pay).map(|(at, _)| SlotId(at));
    items.chain(pay).map(|slot| courses.slot(slot)).find(|course| course.up != course.down).map(|course| course.up)
}
