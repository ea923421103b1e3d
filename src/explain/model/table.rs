//! Grades, tables and scales, and the rows that answered.

use super::{Found, Input, Line, Named, RoundedBy, Worked};
use crate::ir::{SlotId, TableKind, Value};
use crate::quantity::{Fraction, Number};

/// A grade or a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it was declared as.
    pub kind: TableKind,
    /// Its name.
    pub name: String,
    /// What it was asked: one an input.
    pub on: Vec<Input>,
    /// The row that answered.
    pub row: Option<RowTaken>,
    /// What it answered; the first output of a grade is its label.
    pub outputs: Vec<Output>,
    /// Of a grade, how far the nearest better label is.
    pub to_next: Option<Distance>,
}

/// What a table answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    /// What it is called in the table; where it has no name of its own, as the table.
    pub name: String,
    /// What it is.
    pub slot: SlotId,
    /// Its value.
    pub value: Found,
    /// The exact height of a line before it was rounded, or how an expression came about.
    pub answer: Answer,
}

/// What stood in a row for a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// An expression.
    Worked(Box<Worked>),
    /// A line between the ends of the row, its exact height, and how it was rounded.
    Line(Fraction, RoundedBy),
    /// Nothing, or no row.
    Nothing,
}

/// The row that answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowTaken {
    /// Its place among the rows, from 0.
    pub at: usize,
    /// Where it stands.
    pub place: Line,
    /// As it was written.
    pub text: String,
}

/// How far a better label is, or more points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distance {
    /// The label, or the points.
    pub label: Value,
    /// The bound of its row.
    pub bound: Value,
    /// Whether the bound itself does not belong to the row.
    pub open: bool,
    /// The least change of what is graded, on its step.
    pub distance: Number,
}

/// A scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Its name.
    pub name: String,
    /// What was sliced.
    pub on: Input,
    /// The slices that hold a part of it; of a whole scale the one that was reached.
    pub slices: Vec<Slice>,
    /// What it gives.
    pub amount: Named,
}

/// A slice of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// The row.
    pub row: RowTaken,
    /// How much lies in it.
    pub part: Number,
    /// What a unit of it pays.
    pub rate: Number,
    /// What the part pays.
    pub amount: Number,
}
