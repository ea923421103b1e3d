//! Something that is wrong in the file of a run, and where.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Span};

/// Something that is wrong in the file.
pub(super) fn wrong(variant: &'static str, span: Span) -> Diagnostic {
    Diagnostic::new(Code::Usage, span).variant(variant)
}

/// A place in the file, which is the only one that is told of.
pub(super) fn span(range: Range<usize>) -> Span {
    Span::new(FileId(0), range.start, range.end)
}
