//! What each item and section weighs.

use crate::quantity::Decimal;
use crate::source::Span;

/// What items and sections weigh, by their places in the file.
#[derive(Debug, Clone, Default)]
pub(super) struct Shares {
    /// Of items.
    pub items: Vec<Part>,
    /// Of sections.
    pub sections: Vec<Part>,
    /// Whether they do not make one whole, which was told.
    pub broken: bool,
}

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// How much.
    pub amount: Amount,
    /// Where it is written, else the name.
    pub span: Span,
    /// Whether it is a literal, which an edit may replace.
    pub literal: bool,
}

/// How much of a whole something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// `weight 40%`
    Weight(Decimal),
    /// `out of 10`
    OutOf(Decimal),
    /// Not said.
    Unsaid,
    /// An error was told.
    Invalid,
}

impl Shares {
    /// Whether an error was told of one of them.
    pub fn has_invalid(&self) -> bool {
        self.items.iter().chain(&self.sections).any(|part| part.amount == Amount::Invalid)
    }

    /// What an item weighs in its section, and its section in the total; 1 where no weight is said.
    pub fn weights(&self, item: usize, section: Option<usize>) -> (Decimal, Decimal) {
        let weight = |part: Option<&Part>| match part.map(|part| part.amount) {
            Some(Amount::Weight(weight)) => weight,
            _ => Decimal::ONE,
        };
        (weight(self.items.get(item)), weight(section.and_then(|at| self.sections.get(at))))
    }

    /// The figure of an item that says `out of`.
    pub fn out_of(&self, item: usize) -> Option<Decimal> {
        match self.items.get(item)?.amount {
            Amount::OutOf(figure) => Some(figure),
            _ => None,
        }
    }
}
