//! What a term is made of in the end: values, inputs, and operators that no rule takes apart.

use crate::ir::{Aggregate, Comparison, HistoryFunction, Text};
use crate::quantity::{Calendar, Decimal, Moment, Rounding};

/// The number of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::compare) struct TermId(pub u32);

/// Factors, in the order of their numbers; of none, 1.
pub(in crate::compare) type Monomial = Vec<TermId>;

/// A value that is no number. Numbers are polynomials without atoms.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::compare) enum Constant {
    /// None.
    Missing,
    /// `yes` or `no`
    Bool(bool),
    /// A label, by its name.
    Label(String),
    /// A text.
    Text(Text),
    /// A calendar value.
    Calendar(Moment),
}

/// Something that is not taken apart: the same of the same is the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::compare) struct Atom {
    /// What it does.
    pub head: Head,
    /// With what.
    pub of: Vec<TermId>,
}

/// What an atom does.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::compare) enum Head {
    /// What is read of the record or of a row, by the name that it has in the old policy.
    Input(String),
    /// Whether nothing stands in the cell of an input whose defaults differ.
    Absent(String),
    /// Something declared, taken as it is.
    Named(String),
    /// What an earlier period had, met while it is worked out.
    Before(String),
    /// Rounded.
    Round(Decimal, Rounding),
    /// One over the other, rounded.
    Quotient(Decimal, Rounding),
    /// How many steps of 1 it holds, begun ones counted or not.
    Steps(bool),
    /// From one date to another.
    DateDifference,
    /// The days of a period.
    DaysIn(Calendar),
    /// Two values compared that are no numbers, or numbers without a grid. The labels in their order, where these are labels.
    Compare(Comparison, Vec<String>),
    /// A label moved by places; the labels in their order.
    Shift(bool, Vec<String>),
    /// Over rows: which (by what joins them), what is made of them, whether there is a value and a filter.
    Rows(String, Aggregate, bool, bool),
    /// Over a group: what is made of it, whether there is a value and a filter; then what it is within.
    Group(Aggregate, bool, bool),
    /// A place in a group: ascending, dense, whether ties are broken and some left out; then what it is within.
    Rank(bool, bool, bool, bool),
    /// A share of a pool, in steps; then what it is within.
    Allocate(Decimal),
    /// Over earlier periods.
    History(HistoryFunction),
    /// Nothing else is this.
    Unlike(usize),
}
