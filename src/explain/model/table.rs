//! Grades, tables and scales, and the rows that answered.

use std::borrow::Cow;

use super::{Exact, Found, Input, Line, Named, RoundedBy, Worked};
use crate::ir::{SlotId, TableKind, Value};
use crate::quantity::Number;

/// A grade or a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<'a> {
    /// What it was declared as.
    pub kind: TableKind,
    /// Its name.
    pub name: &'a str,
    /// What it was asked: one an input.
    pub on: Vec<Input<'a>>,
    /// The row that answered.
    pub row: Option<RowTaken<'a>>,
    /// What it answered; the first output of a grade is its label.
    pub outputs: Vec<Output<'a>>,
    /// Of a grade, how far the nearest better label is.
    pub to_next: Option<Distance>,
}

/// What a table answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Output<'a> {
    /// What it is called in the table; where it has no name of its own, as the table.
    pub name: &'a str,
    /// What it is.
    pub slot: SlotId,
    /// Its value.
    pub value: Found,
    /// The exact height of a line before it was rounded, or how an expression came about.
    pub answer: Answer<'a>,
}

/// What stood in a row for a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer<'a> {
    /// An expression.
    Worked(Box<Worked<'a>>),
    /// A line between the ends of the row, its exact height, and how it was rounded.
    Line(Exact, RoundedBy),
    /// Nothing, or no row.
    Nothing,
}

/// The row that answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowTaken<'a> {
    /// Its place among the rows, from 0.
    pub at: usize,
    /// Where it stands.
    pub place: Line<'a>,
    /// As it was written.
    pub text: Cow<'a, str>,
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
pub struct Scale<'a> {
    /// Its name.
    pub name: &'a str,
    /// What was sliced.
    pub on: Input<'a>,
    /// The slices that hold a part of it; of a whole scale the one that was reached.
    pub slices: Vec<Slice<'a>>,
    /// What it gives.
    pub amount: Named<'a>,
}

/// A slice of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice<'a> {
    /// The row.
    pub row: RowTaken<'a>,
    /// How much lies in it.
    pub part: Number,
    /// What a unit of it pays.
    pub rate: Number,
    /// What the part pays.
    pub amount: Number,
}
