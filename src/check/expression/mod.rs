//! Expressions and patterns: names, types, units, absence and domains, in one pass.

use super::context::{Context, Facts};
use crate::ir::{Expr, Pattern, Type, Value};
use crate::quantity::{Decimal, Rounding};
use crate::syntax::ast;

/// What the place of an expression asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Nothing: the expression says what it is.
    Anything,
    /// A value of this type. Bare numbers, labels and quotients of ratios take it on; another type is told.
    Type(Type),
}

/// Checks an expression; its value is exact, so a quotient in it that is not rounded is told.
/// Whether it may be missing stands in the result: who needs a value there calls [`present`].
pub(super) fn expression(cx: &mut Context, expr: &ast::Expr, wanted: Wanted) -> Expr {
    todo(cx, expr, wanted)
}

/// Checks an expression under a declared `decimals n`: its value is rounded once to a multiple of
/// `step`, and a quotient may stand directly in it (also in the branches of `if`, `when`, `otherwise`).
pub(super) fn rounded(cx: &mut Context, expr: &ast::Expr, wanted: Wanted, step: Decimal, mode: Rounding) -> Expr {
    let _ = (step, mode);
    todo(cx, expr, wanted)
}

/// Checks a condition: a `bool` that is never missing.
pub(super) fn condition(cx: &mut Context, expr: &ast::Expr) -> Expr {
    todo(cx, expr, Wanted::Type(Type::Bool))
}

/// Tells an expression that can be missing where a value is needed.
pub(super) fn present(cx: &mut Context, expr: Expr) -> Expr {
    let _ = cx;
    expr
}

/// A constant expression over literals and params; `None` where an error was told.
pub(super) fn constant(cx: &mut Context, expr: &ast::Expr, wanted: Wanted) -> Option<Value> {
    let _ = (cx, expr, wanted);
    None
}

/// A pattern for values of `against`. `Pattern::Invalid` where an error was told.
pub(super) fn pattern(cx: &mut Context, pattern: &ast::Pattern, against: &Expr) -> Pattern {
    let _ = (cx, pattern, against);
    Pattern::Invalid
}

/// What the policy's other facts become where `condition` holds (or does not): narrower domains of the
/// slots that it compares with constants, and slots that are not missing there.
pub(super) fn assuming(cx: &Context, condition: &Expr, holds: bool) -> Facts {
    let _ = (condition, holds);
    cx.facts.clone()
}

fn todo(_: &mut Context, expr: &ast::Expr, _: Wanted) -> Expr {
    Expr {
        kind: crate::ir::ExprKind::Invalid,
        ty: Type::Invalid,
        domain: crate::quantity::Domain::Invalid,
        optional: false,
        span: expr.span,
    }
}
