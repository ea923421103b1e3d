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
}
