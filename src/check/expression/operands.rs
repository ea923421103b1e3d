//! Several operands of one type, and arguments that must be numbers.

use super::super::context::Context;
use super::open::open;
use super::refuse;
use crate::ir::{Expr, Type};
use crate::syntax::ast;

/// Checks an argument that must be there, and is a number.
pub(super) fn number_argument(cx: &mut Context, expr: &ast::Expr, hint: Option<Type>, name: &str) -> Option<Expr> {
    let value = cx.operand(expr, hint);
    match value.ty {
        Type::Number(_) => Some(value),
        _ => {
            refuse::no_operator(cx, &value, name);
            None
        }
    }
}

/// Checks two expressions that must have values of one type; the open one takes on the other's.
pub(super) fn pair(cx: &mut Context, sides: (&ast::Expr, &ast::Expr), hint: Option<Type>) -> (Expr, Expr) {
    if open(cx, sides.0) && !open(cx, sides.1) {
        let right = cx.operand(sides.1, hint);
        (cx.operand(sides.0, Some(right.ty)), right)
    } else {
        let left = cx.operand(sides.0, hint);
        let right = cx.operand(sides.1, Some(left.ty));
        (left, right)
    }
}

/// Checks several expressions that must have values of one type. The first that is not open says which.
pub(super) fn alike(cx: &mut Context, exprs: &[&ast::Expr], hint: Option<Type>) -> Vec<Expr> {
    let anchor = exprs.iter().position(|e| !open(cx, e));
    let known = anchor.and_then(|at| exprs.get(at)).map(|e| cx.operand(e, hint));
    let hint = known.as_ref().map_or(hint, |e| Some(e.ty));
    let mut known = known;
    // Of two names that nothing declares, the second may be a label of what the first was meant to be.
    let mut lost = false;
    exprs
        .iter()
        .enumerate()
        .map(|(at, e)| match known.take_if(|_| anchor == Some(at)) {
            Some(checked) => checked,
            None => {
                let name = matches!(e.kind, ast::ExprKind::Name(_));
                let checked = cx.operand(e, if lost && name { Some(Type::Invalid) } else { hint });
                lost |= hint.is_none() && name && checked.ty == Type::Invalid;
                checked
            }
        })
        .collect()
}
