//! A condition over some inputs, as far as boxes can tell it.

mod boxes;
mod read;

pub(in crate::analysis) use boxes::Boxes;
pub(in crate::analysis) use read::{Inputs, read};

use crate::ir::{Pattern, Value};

/// A condition over inputs that have numbers.
#[derive(Debug, Clone)]
pub(in crate::analysis) enum Condition {
    /// Everything, or nothing.
    Fixed(bool),
    /// One input is, or is not, one of some values.
    Atom(Atom),
    /// Both hold.
    Both(Box<Condition>, Box<Condition>),
    /// One holds.
    Either(Box<Condition>, Box<Condition>),
}

/// What is asked of one input.
#[derive(Debug, Clone)]
pub(in crate::analysis) struct Atom {
    /// The input.
    pub axis: usize,
    /// The values that are meant, as the inputs know them.
    pub pattern: Pattern,
    /// Whether it must be one of them, or none.
    pub holds: bool,
    /// What a missing value counts as.
    pub absent: Absent,
}

/// What a missing value counts as.
#[derive(Debug, Clone)]
pub(in crate::analysis) enum Absent {
    /// The policy says that it is never asked.
    Unasked,
    /// One of the values, or none of them.
    Fixed(bool),
    /// This value.
    As(Value),
}

impl Condition {
    /// The patterns on one input.
    pub fn patterns(&self, axis: usize) -> Vec<&Pattern> {
        match self {
            Condition::Fixed(_) => vec![],
            Condition::Atom(atom) => (atom.axis == axis).then_some(&atom.pattern).into_iter().collect(),
            Condition::Both(a, b) | Condition::Either(a, b) => [a.patterns(axis), b.patterns(axis)].concat(),
        }
    }
}
