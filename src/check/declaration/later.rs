//! Parts of the language that are read but not yet run.

use super::build::Build;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// Tells something that is not yet run, at its place; nothing else follows from it.
pub(super) fn tell(build: &mut Build, span: Span, word: &'static str) {
    build.tell(Diagnostic::new(Code::NotYet, span).arg("feature", word));
}
