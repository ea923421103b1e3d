//! What an expression reads.

use crate::ir::{Expr, ExprKind, SlotId};

/// The slots that an expression reads, in the order of the text, each as often as it stands there.
pub(super) fn slots(expr: &Expr) -> Vec<SlotId> {
    let mut found = vec![];
    visit(expr, &mut |e| {
        if let ExprKind::Slot(id) = e.kind {
            found.push(id);
        }
    });
    found
}

/// Whether an expression reads a param.
pub(super) fn has_param(expr: &Expr) -> bool {
    let mut found = false;
    visit(expr, &mut |e| found |= matches!(e.kind, ExprKind::Param(_)));
    found
}

/// Calls `see` for the expression and everything in it, from the outside in.
pub(super) fn visit<'a>(expr: &'a Expr, see: &mut impl FnMut(&'a Expr)) {
    let mut open = vec![expr];
    while let Some(next) = open.pop() {
        see(next);
        open.extend(children(next).into_iter().rev());
    }
}

/// The expressions directly in an expression.
fn children(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::Constant(_) | ExprKind::Param(_) | ExprKind::Slot(_) | ExprKind::Invalid => vec![],
        ExprKind::Negate(value)
        | ExprKind::DivideExact { value, .. }
        | ExprKind::Round { value, .. }
        | ExprKind::Abs(value)
        | ExprKind::Steps { value, .. }
        | ExprKind::Not(value)
        | ExprKind::Matches { value, .. }
        | ExprKind::IsMissing(value)
        | ExprKind::DaysIn { value, .. } => vec![value],
        ExprKind::Arithmetic { left, right, .. }
        | ExprKind::Logic { left, right, .. }
        | ExprKind::Compare { left, right, .. }
        | ExprKind::DateDifference { left, right }
        | ExprKind::Otherwise { value: left, fallback: right }
        | ExprKind::Shift { value: left, places: right, .. } => vec![left, right],
        ExprKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
        ExprKind::Quotient { dividend, divisor, fallback, .. } => {
            [Some(dividend), Some(divisor), fallback.as_ref()].into_iter().flatten().map(|e| &**e).collect()
        }
        ExprKind::Sum(values) | ExprKind::Extreme { values, .. } => values.iter().collect(),
        ExprKind::ByLabel { value, cases } => std::iter::once(&**value).chain(cases).collect(),
    }
}
