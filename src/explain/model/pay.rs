//! Pay blocks: lines that add up to a sum.

use super::{Named, Worked};
use crate::data::BoundActed;
use crate::quantity::Number;

/// A pay block.
#[derive(Debug, Clone, PartialEq)]
pub struct Pay<'a> {
    /// It and the sum.
    pub of: Named<'a>,
    /// Its lines, in the order of the policy.
    pub lines: Vec<PayLine<'a>>,
    /// The bound of the sum that acted.
    pub bound: Option<Bound>,
}

/// A line of a pay block.
#[derive(Debug, Clone, PartialEq)]
pub struct PayLine<'a> {
    /// It and its amount.
    pub of: Named<'a>,
    /// How it came about, with the exact amount before it was rounded and bounded; not where it was given.
    pub worked: Option<Worked<'a>>,
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
