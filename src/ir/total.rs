//! Sums over scored items, and what each item is in them.

use super::{Policy, SlotId, Step};
use crate::quantity::{Decimal, Number};

/// The sum over all items, or over those of a section. Where an item can be exempt the value is no sum, but what was
/// earned over what could be, times `factor`, rounded where the policy says so.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// What the policy calls it.
    pub name: String,
    /// The section, by its place; of the sum over all items, none.
    pub section: Option<usize>,
    /// The sum of what the items that count earned.
    pub earned: SlotId,
    /// What the items that count could earn, where one can be exempt.
    pub possible: Option<SlotId>,
    /// The items, in order.
    pub items: Vec<Share>,
    /// What the quotient is multiplied by: full marks where the items have marks of their own, else 1.
    pub factor: Decimal,
}

/// An item in a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// What the item scores; missing where it is exempt.
    pub points: SlotId,
    /// What its points are multiplied by in the sum.
    pub scale: Number,
    /// What it adds to what can be earned, where it counts.
    pub share: Number,
}

impl Policy {
    /// The totals whose quotient gives a slot its value: it reads what could be earned.
    pub fn totals_of(&self, slot: SlotId) -> impl Iterator<Item = &Total> {
        let step: Option<&Step> = self.step_of(slot).and_then(|at| self.steps.get(at));
        let reads = move |read: SlotId| {
            step.is_some_and(|step| step.expressions().into_iter().any(|expr| expr.reads(|slot| slot == read)))
        };
        self.totals.iter().filter(move |total| total.possible.is_some_and(&reads))
    }
}
