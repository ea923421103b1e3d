//! Comparisons and their chains.

use super::super::context::Context;
use super::comparison::{comparison, symbol};
use super::operands::alike;
use super::{build, linear, missing, ranking, refuse, units};
use crate::ir::values::decide;
use crate::ir::{Comparison, Expr, ExprKind, Type};
use crate::quantity::{Domain, Number, Numbers};
use crate::source::Span;
use crate::syntax::ast::{self, CompareOp};

/// Checks `a < b` and chains `a <= x < b`.
pub(super) fn compare(cx: &mut Context, span: Span, first: &ast::Expr, rest: &[(CompareOp, ast::Expr)]) -> Expr {
    if let Some(told) = ranking::compared(cx, first, rest, span).or_else(|| missing::compared(cx, first, rest, span)) {
        return told;
    }
    let exprs: Vec<&ast::Expr> = std::iter::once(first).chain(rest.iter().map(|(_, e)| e)).collect();
    let checked = alike(cx, &exprs, None);
    let links = checked.iter().zip(checked.iter().skip(1)).zip(exprs.iter().zip(exprs.iter().skip(1)));
    let mut whole: Option<Expr> = None;
    for (((left, right), sides), (op, _)) in links.zip(rest) {
        let place = if rest.len() == 1 { span } else { left.span.to(right.span) };
        let link = one(cx, comparison(*op), (left.clone(), right.clone()), (sides.0, sides.1), place);
        if link.ty == Type::Invalid {
            return build::invalid(span);
        }
        whole = Some(match whole {
            Some(before) => build::both(true, before, link, span),
            None => link,
        });
    }
    whole.unwrap_or_else(|| build::invalid(span))
}

/// One comparison of two checked sides.
pub(super) fn one(
    cx: &mut Context,
    op: Comparison,
    sides: (Expr, Expr),
    exprs: (&ast::Expr, &ast::Expr),
    span: Span,
) -> Expr {
    let Some((left, right)) = units::same(cx, sides, exprs, span) else { return build::invalid(span) };
    let left = units::used(cx, left);
    let ordered = matches!(left.ty, Type::Number(_) | Type::Calendar(_));
    if !ordered && !matches!(op, Comparison::Equal | Comparison::NotEqual) {
        return refuse::no_operator(cx, &left, symbol(op));
    }
    let domain = match linear::difference(cx, &left, &right) {
        Some(between) => decide(op, &Domain::Numbers(between), &Domain::Numbers(Numbers::one(Number::ZERO))),
        None => decide(op, &left.domain, &right.domain),
    };
    build::boolean(ExprKind::Compare { op, left: Box::new(left), right: Box::new(right) }, domain, span)
}
