//! What is found over several rows, records or periods.

use super::{Expr, RelationId, SlotId};
use crate::quantity::{Calendar, Decimal, Rounding};

/// What is made of many values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aggregate {
    /// How many there are.
    Count,
    /// The exact sum; of none, 0.
    Sum,
    /// The mean, rounded once to a multiple of `step`; of none, missing.
    Average { step: Decimal, mode: Rounding },
    /// The least; of none, missing.
    Least,
    /// The greatest; of none, missing.
    Greatest,
    /// Whether all hold; of none, yes.
    Every,
    /// Whether one holds; of none, no.
    Some,
}

/// Many values: one of each row or record for which `filter` holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Many {
    /// What is made of them.
    pub aggregate: Aggregate,
    /// The value of one; of `count`, none.
    pub value: Option<Expr>,
    /// Which ones.
    pub filter: Option<Expr>,
}

/// Something that is found over all records of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// Its value for each record.
    pub slot: SlotId,
    /// What it is.
    pub function: CohortFunction,
    /// The records that agree in these values are one group; of none, all are.
    pub within: Vec<Expr>,
}

/// What is found over a group of records.
#[derive(Debug, Clone, PartialEq)]
pub enum CohortFunction {
    /// `sum(x, within: g)` and its like
    Aggregate(Many),
    /// `rank(x, within: g, ties: shared)`
    Rank(Rank),
    /// `allocate(pool, by: x, within: g)`
    Allocate(Allocate),
}

/// A place among others. 1 is the greatest, or where `ascending` the least.
#[derive(Debug, Clone, PartialEq)]
pub struct Rank {
    /// What is ranked.
    pub value: Expr,
    /// What breaks ties, in the same order.
    pub then: Option<Expr>,
    /// Who is ranked; who is not has no place.
    pub filter: Option<Expr>,
    /// Whether the least comes first.
    pub ascending: bool,
    /// Whether the place after a tie is the next number (1 1 2), or leaves one out (1 1 3).
    pub dense: bool,
}

/// An amount that is shared out in proportion, its parts multiples of `step` that add up to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Allocate {
    /// The amount; one for the group.
    pub pool: Expr,
    /// What the parts are in proportion to; never below 0. Where it is 0 for all, no part is there.
    pub by: Expr,
    /// The least difference between parts.
    pub step: Decimal,
}

/// Something that is found over all rows of a lookup, of the record's period.
#[derive(Debug, Clone, PartialEq)]
pub struct OverRows {
    /// Its value for each record.
    pub slot: SlotId,
    /// The lookup.
    pub relation: RelationId,
    /// What it is.
    pub many: Many,
}

/// Something that is found over the periods of one key.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// Its value for each record.
    pub slot: SlotId,
    /// What it is.
    pub function: HistoryFunction,
    /// What is looked at in each period.
    pub value: Expr,
}

/// What is found over the periods of one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HistoryFunction {
    /// `previous(x, n)`: the value so many periods before
    Previous(u32),
    /// `streak(C)`: how many periods in a row, up to this one, it held
    Streak,
    /// `sum(x, over: …)` and its like
    Aggregate(Aggregate, Window),
}

/// Some periods, this one the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Window {
    /// So many; all must be there unless `up_to`.
    Last { count: u32, up_to: bool },
    /// From the first of the quarter or year; all must be there.
    Since(Calendar),
}

impl Many {
    /// The expressions in it.
    pub fn expressions(&self) -> impl Iterator<Item = &Expr> {
        self.value.iter().chain(&self.filter)
    }

    /// The same, to be changed.
    pub fn expressions_mut(&mut self) -> impl Iterator<Item = &mut Expr> {
        self.value.iter_mut().chain(&mut self.filter)
    }
}

impl Cohort {
    /// The expressions in it, which are evaluated for each record.
    pub fn expressions(&self) -> Vec<&Expr> {
        let own: Vec<&Expr> = match &self.function {
            CohortFunction::Aggregate(many) => many.expressions().collect(),
            CohortFunction::Rank(rank) => std::iter::once(&rank.value).chain(&rank.then).chain(&rank.filter).collect(),
            CohortFunction::Allocate(it) => vec![&it.pool, &it.by],
        };
        own.into_iter().chain(&self.within).collect()
    }

    /// The same, to be changed.
    pub fn expressions_mut(&mut self) -> Vec<&mut Expr> {
        let own: Vec<&mut Expr> = match &mut self.function {
            CohortFunction::Aggregate(many) => many.expressions_mut().collect(),
            CohortFunction::Rank(rank) => {
                std::iter::once(&mut rank.value).chain(&mut rank.then).chain(&mut rank.filter).collect()
            }
            CohortFunction::Allocate(it) => vec![&mut it.pool, &mut it.by],
        };
        own.into_iter().chain(&mut self.within).collect()
    }
}

impl HistoryFunction {
    /// Whether the value of this period counts.
    pub fn holds_present(self) -> bool {
        !matches!(self, HistoryFunction::Previous(_))
    }
}
