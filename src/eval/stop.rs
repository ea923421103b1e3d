//! Why there is no value: what a test did not give, or what should have been proved absent.

use crate::ir::SlotId;
use crate::source::Span;

/// Why there is no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// It needs these fields, which a test did not give.
    NotGiven(Vec<SlotId>),
    /// The policy says nothing for this record. The checks prove that it cannot happen.
    Fault(Fault),
}

/// What should have been proved absent, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{kind:?} at byte {start} of the policy", start = self.span.start)]
pub struct Fault {
    /// What happened.
    pub kind: FaultKind,
    /// Where in the policy.
    pub span: Span,
}

/// What should have been proved absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// A divisor is 0 and nothing stands in for the quotient.
    DivisionByZero,
    /// An operator gives no number for such operands: an exact quotient that never ends, a line without a width.
    NoResult,
    /// No row of a table, or slice of a scale, takes the value.
    NoRow,
    /// A value is missing where one is needed.
    Missing,
    /// A value is of another kind than its place asks for.
    WrongKind,
    /// A part of the policy was told as an error.
    Invalid,
}
