//! Edits of a text, and whether they may be made without asking.

use crate::source::{SourceFile, Span};

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

impl Edit {
    /// An edit that may change results.
    pub fn choice(span: Span, text: impl Into<String>) -> Self {
        Edit { span, text: text.into(), applicability: Applicability::Choice }
    }
}

/// Edits of one file as one, which leaves what stands between them; `None` where two are in each other's way.
pub fn joined(source: &SourceFile, edits: &[&Edit]) -> Option<Edit> {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|edit| edit.span);
    edits.dedup();
    let whole = edits.first()?.span.to(edits.last()?.span);
    let (mut text, mut from) = (String::new(), whole.range().start);
    for edit in &edits {
        let between = from..edit.span.range().start;
        text.push_str(source.text.get(between).filter(|_| edit.span.file == whole.file)?);
        text.push_str(&edit.text);
        from = edit.span.range().end;
    }
    let safe = edits.iter().all(|edit| edit.applicability == Applicability::Safe);
    let applicability = if safe { Applicability::Safe } else { Applicability::Choice };
    Some(Edit { span: whole, text, applicability })
}
