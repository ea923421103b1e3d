//! The set of values that an expression can have, of whatever type.

use std::collections::BTreeSet;

use super::Numbers;

/// Every value that an expression can have on an admitted record. Absence is told beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Domain {
    /// Numbers of any dimension, in base units (a percent as its fraction, a duration in seconds).
    Numbers(Numbers),
    /// Calendar values, first to last, as [`Moment::ordinal`](super::Moment).
    Calendar {
        /// The first.
        first: i32,
        /// The last.
        last: i32,
    },
    /// Labels of a set, by their place in it.
    Labels(BTreeSet<usize>),
    /// The truth values that can occur.
    Bool {
        /// `no` can.
        no: bool,
        /// `yes` can.
        yes: bool,
    },
    /// Any text.
    Text,
    /// Unknown, because an error was told already.
    Invalid,
}

impl Domain {
    /// Both truth values.
    pub const ANY_BOOL: Domain = Domain::Bool { no: true, yes: true };

    /// The numbers, where these are numbers.
    pub fn numbers(&self) -> Option<&Numbers> {
        match self {
            Domain::Numbers(numbers) => Some(numbers),
            _ => None,
        }
    }

    /// Everything that is in one or the other; of two kinds, which was told, nothing is known.
    pub fn union(&self, other: &Domain) -> Domain {
        match (self, other) {
            (Domain::Numbers(a), Domain::Numbers(b)) => Domain::Numbers(a.union(b)),
            (Domain::Calendar { first, last }, Domain::Calendar { first: other_first, last: other_last }) => {
                Domain::Calendar { first: *first.min(other_first), last: *last.max(other_last) }
            }
            (Domain::Labels(a), Domain::Labels(b)) => Domain::Labels(a.union(b).copied().collect()),
            (Domain::Bool { no, yes }, Domain::Bool { no: other_no, yes: other_yes }) => {
                Domain::Bool { no: *no || *other_no, yes: *yes || *other_yes }
            }
            (Domain::Text, Domain::Text) => Domain::Text,
            _ => Domain::Invalid,
        }
    }
}
