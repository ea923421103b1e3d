//! Edits of a text, and whether they may be made without asking.

use crate::source::Span;

/// Whether an edit may be made without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Applicability {
    /// It cannot change any result.
    Safe,
    /// It is one of several ways to mend, and may change results.
    Choice,
}

/// Text to put in the place of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
    /// Whether it may be made without asking.
    pub applicability: Applicability,
}
