//! What was found over several records, rows or periods.

use std::borrow::Cow;

use super::{Found, Line, Named};
use crate::ir::{Type, Value};
use crate::quantity::{Moment, TimeUnit};

/// Something over the records of a period, or over all rows of a lookup.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort<'a> {
    /// It and its value.
    pub of: Named<'a>,
    /// As it was written.
    pub text: Cow<'a, str>,
    /// What the members of the group agree in, and its type.
    pub within: Vec<(Type, Found)>,
    /// How many members there are.
    pub members: usize,
    /// How many of them counted.
    pub counted: usize,
    /// Of a place, among how many.
    pub rank_of: Option<usize>,
    /// Where it stands.
    pub place: Line<'a>,
}

/// Something over earlier periods.
#[derive(Debug, Clone, PartialEq)]
pub struct History<'a> {
    /// It and its value.
    pub of: Named<'a>,
    /// As it was written.
    pub text: Cow<'a, str>,
    /// The periods that were looked at, the earliest first; of one that is not there no value.
    pub periods: Vec<(Moment, Option<Value>)>,
    /// The type of what was looked at.
    pub ty: Type,
    /// The unit of a duration that is written without one.
    pub unit: TimeUnit,
    /// How many periods there are.
    pub members: usize,
    /// How many of them counted.
    pub counted: usize,
    /// Where it stands.
    pub place: Line<'a>,
}
