//! What was found over several records, rows or periods.

use super::{Found, Named};
use crate::ir::Value;
use crate::quantity::Moment;

/// Something over the records of a period, or over all rows of a lookup.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// It and its value.
    pub of: Named,
    /// As it was written.
    pub text: String,
    /// What the members of the group agree in.
    pub within: Vec<Found>,
    /// How many members there are.
    pub members: usize,
    /// How many of them counted.
    pub counted: usize,
    /// Of a place, among how many.
    pub rank_of: Option<usize>,
}

/// Something over earlier periods.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// It and its value.
    pub of: Named,
    /// As it was written.
    pub text: String,
    /// The periods that were looked at, the earliest first; of one that is not there no value.
    pub periods: Vec<(Moment, Option<Value>)>,
    /// How many periods there are.
    pub members: usize,
    /// How many of them counted.
    pub counted: usize,
}
