//! From what a value is found, up to where it is cut off.

use std::collections::BTreeSet;

use crate::analysis::{Lineage, reads_rows};
use crate::ir::{Expr, Policy, SlotId, Step};

/// What values are found from.
#[derive(Default)]
pub(super) struct Found {
    /// What is read: fields, and what is found over several records.
    pub inputs: BTreeSet<SlotId>,
    /// The steps, by their places.
    pub steps: BTreeSet<usize>,
    /// Everything that was come across, also where it was cut off.
    pub seen: BTreeSet<SlotId>,
}

/// The way from values back to what is read.
pub(super) struct Sources<'p> {
    /// The policy.
    pub policy: &'p Policy,
    lineage: Lineage<'p>,
}

impl<'p> Sources<'p> {
    pub fn of(policy: &'p Policy) -> Self {
        Sources { policy, lineage: Lineage::of(policy) }
    }

    /// What slots are found from, where behind some nothing is looked at.
    pub fn of_slots(&self, slots: &[SlotId], cut: &BTreeSet<SlotId>) -> Found {
        let (mut found, mut open) = (Found::default(), slots.to_vec());
        while let Some(slot) = open.pop() {
            if !found.seen.insert(slot) || cut.contains(&slot) {
                continue;
            }
            let known = self.lineage.place(slot).zip(self.lineage.step(slot));
            match known {
                // What stands around a record is read of it like a field.
                Some((_, step)) if step.is_joint() || reads_rows(step) => drop(found.inputs.insert(slot)),
                Some((at, Step::Pay(pay))) => {
                    found.steps.insert(at);
                    let of = pay.lines.iter().find(|of| of.slot == slot);
                    match of {
                        Some(line) => open.extend(line.value.slots()),
                        None => open.extend(pay.lines.iter().map(|line| line.slot)),
                    }
                }
                Some((at, step)) => {
                    found.steps.insert(at);
                    open.extend(step.expressions().into_iter().flat_map(Expr::slots));
                }
                None => drop(found.inputs.insert(slot)),
            }
        }
        found
    }

    /// The expression that gives a slot its value.
    pub fn defined(&self, slot: SlotId) -> Option<&'p Expr> {
        match self.lineage.step(slot)? {
            Step::Value(step) => Some(&step.value),
            _ => None,
        }
    }

    /// The steps of these places.
    pub fn steps<'s>(&'s self, places: &'s BTreeSet<usize>) -> impl Iterator<Item = &'p Step> + 's {
        places.iter().filter_map(|at| self.policy.steps.get(*at))
    }
}
