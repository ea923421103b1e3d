//! Caps and floors that never or always act, wherever they stand.

use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::{Number, Numbers};
use crate::source::Span;

/// A constant that values are held to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    /// The constant.
    pub bound: Number,
    /// Whether it is the least that comes out, and not the most.
    pub floor: bool,
    /// Whether it is an end of a range, which is mostly written for safety.
    pub range: bool,
}

/// The warning, if any, and the end of the values that shows it.
pub(super) fn judge(numbers: &Numbers, held: &Held, span: Span) -> Option<(Diagnostic, Number)> {
    if numbers.single().is_some() {
        return None;
    }
    let (code, end) = match (numbers.lo(), numbers.hi()) {
        (_, hi) if held.floor && hi <= held.bound => (Code::FixedBound, hi),
        (lo, _) if !held.floor && lo >= held.bound => (Code::FixedBound, lo),
        (lo, _) if held.floor && lo >= held.bound => (held.idle(&lo), lo),
        (_, hi) if !held.floor && hi <= held.bound => (held.idle(&hi), hi),
        _ => return None,
    };
    let kind = if held.floor { "floor" } else { "cap" };
    Some((Diagnostic::new(code, span).arg("kind", kind), end))
}

impl Held {
    /// A bound that never acts, since the values end before it. One at their very end, or at 0, says what holds anyway.
    fn idle(&self, end: &Number) -> Code {
        let net = self.range || *end == self.bound || (self.floor && self.bound.is_zero());
        if net { Code::SafetyBound } else { Code::IdleBound }
    }
}
