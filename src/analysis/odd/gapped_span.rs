//! W0515: `sum(x, over: year) otherwise y`, where y stands in for who lacks a month of it.

use super::Odd;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Aggregate, Expr, ExprKind, HistoryFunction, SlotId, Step, Window};
use crate::quantity::Calendar;

/// Tells spans since the beginning of a quarter or year in which a gap is filled by something else than a sum of what there is.
pub(super) fn tell(odd: &Odd, root: &Expr) -> Vec<Diagnostic> {
    let mut told = vec![];
    root.walk(&mut |expr| {
        let ExprKind::Otherwise { value, fallback } = &expr.kind else { return };
        let ExprKind::Slot(slot) = value.kind else { return };
        if let Some(span) = since(odd, slot) {
            let variant = if span == Calendar::Quarter { "quarter" } else { "" };
            let diagnostic = Diagnostic::new(Code::GappedSpan, expr.span).variant(variant);
            told.push(diagnostic.arg("text", odd.text(value)).arg("fallback", odd.text(fallback)));
        }
    });
    told
}

/// Of what quarter or year a value sums the periods since its beginning.
fn since(odd: &Odd, slot: SlotId) -> Option<Calendar> {
    odd.policy.steps.iter().find_map(|step| match step {
        Step::History(history) if history.slot == slot => match history.function {
            HistoryFunction::Aggregate(Aggregate::Sum, Window::Since(span)) => Some(span),
            _ => None,
        },
        _ => None,
    })
}
