//! A policy as it was written: names unresolved, nothing checked. Every node has its span.

mod declaration;
mod expression;
mod record;
mod table;
mod test;

pub use declaration::*;
pub use expression::*;
pub use record::*;
pub use table::*;
pub use test::*;

use std::collections::HashSet;

use crate::source::Span;

/// One file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct File {
    /// Its declarations, in order.
    pub items: Vec<Item>,
    /// The words of what could not be read: each may be a name that is declared or used there.
    pub unread: HashSet<String>,
}

/// A name, after NFKC normalisation, or a label or column that was written as a string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name without quotes.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether it was written as a string.
    pub quoted: bool,
}

/// A string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// What it says, escapes resolved.
    pub text: String,
    /// Where it stands, quotes included.
    pub span: Span,
}
