//! Where a quotient stands directly in an expression: a rounding of the whole goes to it.

use super::super::context::{Context, Entity};
use super::super::resolve;
use super::functions;
use crate::ir::SlotId;
use crate::syntax::ast::{ArithmeticOp, Expr, ExprKind};

/// Whether an expression is a division.
pub(super) fn is_division(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Arithmetic { op: ArithmeticOp::Div, .. })
}

/// Whether a quotient stands directly in an expression.
pub(super) fn has_quotient(cx: &Context, expr: &Expr) -> bool {
    functions::is_average(expr) || takes_rounding(cx, expr)
}

/// Whether a rounding of an expression goes to its parts, so that each quotient among them is rounded once.
pub(super) fn takes_rounding(cx: &Context, expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Arithmetic { .. } => is_division(expr),
        ExprKind::Otherwise { value, .. } | ExprKind::When { value, .. } => has_quotient(cx, value),
        ExprKind::If { then, otherwise, .. } => has_quotient(cx, then) || has_quotient(cx, otherwise),
        ExprKind::Call(it) => functions::converted(it).is_some_and(|value| has_quotient(cx, value)),
        _ => mean(cx, expr).is_some(),
    }
}

/// The sum that an expression names, where an item of it can be exempt: that is a quotient.
fn mean(cx: &Context, expr: &Expr) -> Option<SlotId> {
    let slot = match &expr.kind {
        ExprKind::Name(word) if !word.quoted => match resolve::meaning(cx, &word.text)? {
            Entity::Slot(slot) => slot,
            _ => return None,
        },
        ExprKind::Member { value, member } => match &value.kind {
            ExprKind::Name(owner) => resolve::meaning_of_member(cx, &owner.text, &member.text)?,
            _ => return None,
        },
        _ => return None,
    };
    cx.scope.means.contains_key(&slot).then_some(slot)
}
