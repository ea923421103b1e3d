//! W0515: `sum(x, over: year) otherwise y`, where y stands in for who lacks a month of it.

use super::Odd;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Aggregate, Expr, ExprKind, HistoryFunction, SlotId, Step, Window};

/// Tells spans since the beginning of a quarter or year in which a gap is filled by something else than a sum of what there is.
pub(super) fn tell(odd: &Odd, root: &Expr) -> Vec<Diagnostic> {
    let mut told = vec![];
    root.walk(&mut |expr| {
        let ExprKind::Otherwise { value, fallback } = &expr.kind else { return };
        let ExprKind::Slot(slot) = value.kind else { return };
        if since(odd, slot) {
            let diagnostic = Diagnostic::new(Code::GappedSpan, expr.span);
            told.push(diagnostic.arg("text", odd.text(value)).arg("fallback", odd.text(fallback)));
        }
    });
    told
}

/// Whether a value is a sum over the periods since the beginning of a longer one.
fn since(odd: &Odd, slot: SlotId) -> bool {
    odd.policy.steps.iter().any(|step| match step {
        Step::History(history) => {
            history.slot == slot
                && matches!(history.function, HistoryFunction::Aggregate(Aggregate::Sum, Window::Since(_)))
        }
        _ => false,
    })
}
