//! Scored items, sections, and what they add up to.

use super::{Answer, Distance, Exact, Found, Input, RowTaken};
use crate::ir::SlotId;
use crate::quantity::{Decimal, Number};

/// A scored item.
#[derive(Debug, Clone, PartialEq)]
pub struct Item<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its title.
    pub title: Option<&'a str>,
    /// The section it stands in.
    pub section: Option<&'a str>,
    /// What it is scored by: the inputs of its rows.
    pub on: Vec<Input<'a>>,
    /// The row that answered.
    pub row: Option<RowTaken<'a>>,
    /// What stood in it, or in the place of rows.
    pub answer: Answer<'a>,
    /// Its points, in its own marks.
    pub slot: SlotId,
    /// What it scores; missing where it is exempt.
    pub points: Found,
    /// The most that it can score.
    pub of: Decimal,
    /// What it weighs in the whole total.
    pub weight: Number,
    /// What it adds to the total; scaled up where items are exempt. Nothing, where that cannot be said.
    pub weighted: Option<Exact>,
    /// What it lacks of the most, in its own marks.
    pub lost: Option<Number>,
    /// Whether it does not count.
    pub exempt: bool,
    /// What it adds to what was earned, which is over what could be where some items may not count.
    pub earned: Option<Number>,
    /// How far more points are, where a row says them outright.
    pub to_next: Option<Distance>,
}

/// A section.
#[derive(Debug, Clone, PartialEq)]
pub struct Section<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it scores by itself.
    pub points: Option<Exact>,
    /// What its items add to the total.
    pub weighted: Option<Exact>,
    /// Those of its items that do not count.
    pub exempt: Vec<&'a str>,
    /// Whether one of its items counts.
    pub counts: bool,
}

/// The sum over all items.
#[derive(Debug, Clone, PartialEq)]
pub struct Total<'a> {
    /// The exact sum; nothing where every item is exempt.
    pub value: Option<Exact>,
    /// What a perfect record scores.
    pub of: Decimal,
    /// What the items that count earned.
    pub earned: Option<Number>,
    /// What they could have earned, where some may not count.
    pub possible: Option<Number>,
    /// What the quotient is multiplied by.
    pub factor: Decimal,
    /// The items that do not count.
    pub exempt: Vec<&'a str>,
}
