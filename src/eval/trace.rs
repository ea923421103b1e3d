//! How each step found its values.

use super::Stop;
use crate::data::BoundActed;
use crate::ir::Value;
use crate::quantity::Number;
use crate::source::Span;

/// How a step of the policy found its values.
#[derive(Debug, Clone, PartialEq)]
pub enum Trace {
    /// It did not: a test gave them.
    Given,
    /// It could not.
    Stopped(Stop),
    /// An expression has this value.
    Value(Value),
    /// A row of a table took the inputs.
    Row(RowTrace),
    /// These slices of a scale were filled; of none, the scale's value is 0.
    Slices(Vec<SliceTrace>),
    /// A gate: the conditions that failed, by their place. Of none, it holds.
    Gate(Vec<usize>),
    /// A pay block.
    Pay {
        /// Each line that was computed, in order; `None` for one that a test gave.
        lines: Vec<Option<BoundedAmount>>,
        /// The sum; `None` where a test gave it.
        sum: Option<BoundedAmount>,
    },
    /// It was found over so many records, rows or periods.
    Joint {
        /// How many there were.
        members: usize,
        /// How many of them counted.
        counted: usize,
        /// The value.
        value: Value,
    },
}

/// The row that answered.
#[derive(Debug, Clone, PartialEq)]
pub struct RowTrace {
    /// Its place in the table.
    pub row: usize,
    /// Where it stands in the policy.
    pub span: Span,
    /// What the table was asked.
    pub inputs: Vec<Value>,
}

/// A slice of a marginal scale that holds a part of the input.
#[derive(Debug, Clone, PartialEq)]
pub struct SliceTrace {
    /// Its place in the scale.
    pub slice: usize,
    /// Where it stands in the policy.
    pub span: Span,
    /// How much of the input lies in it.
    pub part: Number,
    /// What a unit of it pays.
    pub rate: Number,
    /// What the part pays.
    pub amount: Number,
}

/// An amount of a pay block and what its bounds made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundedAmount {
    /// Before the bounds.
    pub before: Number,
    /// What is paid.
    pub amount: Number,
    /// The bound that changed it.
    pub acted: Option<BoundActed>,
}
