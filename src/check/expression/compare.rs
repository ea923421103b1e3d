//! Comparisons and their chains.

use std::cmp::Ordering;

use super::super::context::Context;
use super::infer::{alike, both};
use super::{arithmetic, build, facts, linear, units};
use crate::ir::{Comparison, Expr, ExprKind, Type};
use crate::quantity::{Domain, Number, Numbers};
use crate::source::Span;
use crate::syntax::ast::{self, CompareOp};

/// Checks `a < b` and chains `a <= x < b`.
pub(super) fn compare(cx: &mut Context, span: Span, first: &ast::Expr, rest: &[(CompareOp, ast::Expr)]) -> Expr {
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
            Some(before) => both(true, before, link, span),
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
        return arithmetic::no_operator(cx, &left, symbol(op));
    }
    let domain = match linear::difference(cx, &left, &right) {
        Some(between) => decide(op, &Domain::Numbers(between), &Domain::Numbers(Numbers::one(Number::ZERO))),
        None => decide(op, &left.domain, &right.domain),
    };
    build::boolean(ExprKind::Compare { op, left: Box::new(left), right: Box::new(right) }, domain, span)
}

/// How a comparison is written.
pub(super) fn symbol(op: Comparison) -> &'static str {
    match op {
        Comparison::Equal => "=",
        Comparison::NotEqual => "!=",
        Comparison::Less => "<",
        Comparison::LessEqual => "<=",
        Comparison::Greater => ">",
        Comparison::GreaterEqual => ">=",
    }
}

/// The comparison that an operator of the text is.
pub(super) fn comparison(op: CompareOp) -> Comparison {
    match op {
        CompareOp::Equal => Comparison::Equal,
        CompareOp::NotEqual => Comparison::NotEqual,
        CompareOp::Less => Comparison::Less,
        CompareOp::LessEqual => Comparison::LessEqual,
        CompareOp::Greater => Comparison::Greater,
        CompareOp::GreaterEqual => Comparison::GreaterEqual,
    }
}

/// Which answers a comparison can give, from the domains of its sides.
pub(super) fn decide(op: Comparison, left: &Domain, right: &Domain) -> Domain {
    let truth = |yes: bool, no: bool| Domain::Bool { no, yes };
    if let (Some(a), Some(b)) = (facts::as_numbers(left), facts::as_numbers(right)) {
        let (least, most) = (a.lo().cmp(&b.hi()), a.hi().cmp(&b.lo()));
        return match op {
            Comparison::Less => truth(least == Ordering::Less, most != Ordering::Less),
            Comparison::LessEqual => truth(least != Ordering::Greater, most == Ordering::Greater),
            Comparison::Greater => truth(most == Ordering::Greater, least != Ordering::Greater),
            Comparison::GreaterEqual => truth(most != Ordering::Less, least == Ordering::Less),
            Comparison::Equal => truth(meet(&a, &b), !same_one(&a, &b)),
            Comparison::NotEqual => truth(!same_one(&a, &b), meet(&a, &b)),
        };
    }
    let (equal, unequal) = match (left, right) {
        (Domain::Labels(a), Domain::Labels(b)) => (!a.is_disjoint(b), a.len() > 1 || b.len() > 1 || a != b),
        (Domain::Bool { no: n1, yes: y1 }, Domain::Bool { no: n2, yes: y2 }) => {
            ((*n1 && *n2) || (*y1 && *y2), (*n1 && *y2) || (*y1 && *n2))
        }
        _ => (true, true),
    };
    if op == Comparison::Equal { truth(equal, unequal) } else { truth(unequal, equal) }
}

fn same_one(a: &Numbers, b: &Numbers) -> bool {
    a.single().is_some() && a.single() == b.single()
}

/// Whether two domains can have a value in common.
fn meet(a: &Numbers, b: &Numbers) -> bool {
    let apart = a.hi() < b.lo() || b.hi() < a.lo();
    match (a.single(), b.single()) {
        _ if apart => false,
        (Some(one), _) => b.contains(one),
        (_, Some(one)) => a.contains(one),
        _ => true,
    }
}
