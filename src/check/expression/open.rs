//! What takes its type from its place: bare numbers, counters, labels, and what is made of them alone.

use super::super::context::Context;
use super::super::resolve;
use super::{functions, literal};
use crate::syntax::ast::{Call, Expr, ExprKind};
use crate::syntax::keyword::Keyword;

/// Whether an expression takes its type from its place.
pub(super) fn open(cx: &Context, expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Literal(it) => literal::open(it),
        ExprKind::Name(it) => it.quoted || !resolve::is_value(cx, &it.text),
        ExprKind::Negate(value) | ExprKind::When { value, .. } => open(cx, value),
        ExprKind::Arithmetic { left, right, .. } => open(cx, left) && open(cx, right),
        ExprKind::If { then, otherwise, .. } => open(cx, then) && open(cx, otherwise),
        ExprKind::Otherwise { value, fallback } => open(cx, value) && open(cx, fallback),
        ExprKind::Call(it) => call(cx, it),
        _ => false,
    }
}

/// Whether a call does, since all its values do.
fn call(cx: &Context, it: &Call) -> bool {
    match functions::of_one(it) {
        Some(Keyword::Min | Keyword::Max | Keyword::Clamp | Keyword::Abs) => {
            it.arguments.iter().all(|argument| open(cx, argument))
        }
        Some(Keyword::Round | Keyword::Floor | Keyword::Ceiling) => {
            it.arguments.iter().take(2).all(|argument| open(cx, argument))
        }
        _ => false,
    }
}
