//! Pay blocks: lines that add up to a sum.

use super::{Named, Worked};
use crate::data::BoundActed;
use crate::quantity::Number;

/// A pay block.
#[derive(Debug, Clone, PartialEq)]
pub struct Pay {
    /// It and the sum.
    pub of: Named,
    /// Its lines, in the order of the policy.
    pub lines: Vec<PayLine>,
    /// The bound of the sum that acted.
    pub bound: Option<Bound>,
}

/// A line of a pay block.
#[derive(Debug, Clone, PartialEq)]
pub struct PayLine {
    /// It and its amount.
    pub of: Named,
    /// How it came about, with the exact amount before it was rounded and bounded; not where it was given.
    pub worked: Option<Worked>,
    /// The bound that acted.
    pub bound: Option<Bound>,
}

/// A bound that changed an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// Which.
    pub kind: BoundActed,
    /// The bound: what is paid.
    pub limit: Number,
    /// What would be paid without it.
    pub before: Number,
}
