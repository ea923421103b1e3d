//! What of a policy's promises follows from the policy alone, for every record.

mod course;
mod kinds;
mod rows;
mod sum;

use super::lineage::Lineage;
use crate::ir::{Claim, Ensure, Policy, Step};
use course::Courses;

/// Whether it is certain that what an `ensure` claims holds for every record. Where it is not, it may hold all the same.
pub fn is_certain(policy: &Policy, ensure: &Ensure) -> bool {
    let lineage = Lineage::of(policy);
    match ensure.claim {
        Claim::Holds => match lineage.step(ensure.slot) {
            Some(Step::Value(step)) => sum::certain(&lineage, policy, &step.value, true),
            _ => false,
        },
        Claim::Increasing(along) => Courses::along(policy, &lineage, along).slot(ensure.slot).up,
    }
}
