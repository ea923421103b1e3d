//! What an expression reads.

use crate::ir::{Expr, ExprKind, SlotId};

/// The slots that an expression reads, in the order of the text, each as often as it stands there.
pub(super) fn slots(expr: &Expr) -> Vec<SlotId> {
    let mut found = vec![];
    expr.walk(&mut |e| {
        if let ExprKind::Slot(id) = e.kind {
            found.push(id);
        }
    });
    found
}

/// Whether an expression reads a param.
pub(super) fn has_param(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |e| found |= matches!(e.kind, ExprKind::Param(_)));
    found
}
