//! `and`, `or`, `not`.

use super::super::context::Context;
use super::units::Wanted;
use super::{alternatives, build, facts, units};
use crate::ir::{Expr, Type};
use crate::syntax::ast::{self, LogicOp};

/// Checks `a and b`, `a or b`. The right side is looked at only where the left one did not decide.
pub(super) fn logic(cx: &mut Context, expr: &ast::Expr, op: LogicOp, left: &ast::Expr, right: &ast::Expr) -> Expr {
    if let Some(told) = alternatives::told(cx, expr) {
        return told;
    }
    let left = operand(cx, left);
    let and = op == LogicOp::And;
    let narrowed = facts::narrowed(cx, &left, and);
    let before = std::mem::replace(&mut cx.facts, narrowed);
    let right = operand(cx, right);
    cx.facts = before;
    build::both(and, left, right, expr.span)
}

/// Checks `not a`.
pub(super) fn not(cx: &mut Context, expr: &ast::Expr, value: &ast::Expr) -> Expr {
    let value = operand(cx, value);
    build::negated(value, expr.span)
}

fn operand(cx: &mut Context, expr: &ast::Expr) -> Expr {
    let value = cx.operand(expr, Type::Bool);
    units::fit(cx, value, expr, Wanted::Type(Type::Bool))
}
