//! `+ - *` and the sign. Division is in `quotient`.

use super::super::context::Context;
use super::expected::Expected;
use super::operands::pair;
use super::unrounded::Outer;
use super::{build, linear, literal, refuse, units};
use crate::ir::{Expr, ExprKind, Operator, Type, Value, values};
use crate::quantity::{Calendar, Dimension, Number, Numbers};
use crate::source::Span;
use crate::syntax::ast;

/// Checks `-a`.
pub(super) fn negate(cx: &mut Context, span: Span, value: &ast::Expr, hint: Option<Type>) -> Expr {
    let value = cx.operand(value, hint);
    let Some((numbers, dimension)) = build::as_number(&value) else { return refuse::no_operator(cx, &value, "-") };
    let numbers = numbers.neg();
    match build::constant_number(&value) {
        Some(number) => build::literal(-number, dimension, span),
        None => build::number(ExprKind::Negate(Box::new(value)), dimension, numbers, span),
    }
}

/// Checks `a + b`, `a - b`.
pub(super) fn sum(
    cx: &mut Context,
    span: Span,
    op: Operator,
    sides: (&ast::Expr, &ast::Expr),
    hint: Option<Type>,
) -> Expr {
    let (left, right) = pair(cx, sides, hint);
    let date = Type::Calendar(Calendar::Date);
    if op == Operator::Sub && left.ty == date && right.ty == date {
        return date_difference(left, right, span);
    }
    if [left.ty, right.ty].contains(&Type::Invalid) {
        return build::invalid(span);
    }
    for side in [&left, &right] {
        if !matches!(side.ty, Type::Number(_)) {
            return refuse::no_operator(cx, side, if op == Operator::Add { "+" } else { "-" });
        }
    }
    match units::same(cx, (left, right), sides, span) {
        Some((left, right)) => combine(cx, op, left, right, span),
        None => build::invalid(span),
    }
}

fn date_difference(left: Expr, right: Expr, span: Span) -> Expr {
    let numbers = match left.alike(&right) {
        true => Some(Numbers::one(Number::ZERO)),
        false => values::between_dates(&left.domain, &right.domain),
    };
    let Some(numbers) = numbers else { return build::invalid(span) };
    let kind = ExprKind::DateDifference { left: Box::new(left), right: Box::new(right) };
    build::number(kind, Dimension::TIME, numbers, span)
}

/// Checks `a * b`.
pub(super) fn product(cx: &mut Context, expr: &ast::Expr, sides: (&ast::Expr, &ast::Expr), expected: Expected) -> Expr {
    let (left, right) = factors(cx, expr, sides, expected);
    for side in [&left, &right] {
        if !matches!(side.ty, Type::Number(_) | Type::Invalid) {
            return refuse::no_operator(cx, side, "×");
        }
    }
    let product = combine(cx, Operator::Mul, left, right, expr.span);
    adopted(product, expr, expected.ty)
}

/// Both sides of a product or quotient, each told of the whole that it stands in: a quotient in it is told with the
/// way to write the whole as one.
pub(super) fn factors(
    cx: &mut Context,
    expr: &ast::Expr,
    sides: (&ast::Expr, &ast::Expr),
    expected: Expected,
) -> (Expr, Expr) {
    let own = if expected.outer.is_none() { Outer::of(expr, expected.ty) } else { None };
    let whole = Expected { outer: expected.outer.or(own.as_ref()), ..Expected::default() };
    (cx.operand(sides.0, whole), cx.operand(sides.1, whole))
}

/// A product or quotient of bare numbers is points where points are wanted.
pub(super) fn adopted(mut value: Expr, expr: &ast::Expr, hint: Option<Type>) -> Expr {
    let points = Type::Number(Dimension::POINTS);
    if hint == Some(points) && value.ty == Type::Number(Dimension::NUMBER) && bare(expr) {
        value.ty = points;
    }
    value
}

/// Whether an expression is made of bare numbers only.
fn bare(expr: &ast::Expr) -> bool {
    match &expr.kind {
        ast::ExprKind::Literal(it) => literal::open(it),
        ast::ExprKind::Negate(value) => bare(value),
        ast::ExprKind::Arithmetic { left, right, .. } => bare(left) && bare(right),
        _ => false,
    }
}

/// `a + b`, `a - b`, `a × b` of two checked numbers whose types fit.
pub(super) fn combine(cx: &mut Context, op: Operator, left: Expr, right: Expr, span: Span) -> Expr {
    let (Some((a, da)), Some((b, db))) = (build::as_number(&left), build::as_number(&right)) else {
        return build::invalid(span);
    };
    let (result, dimension) = match op {
        Operator::Add => (a.add(b), da),
        Operator::Sub => (a.sub(b), da),
        Operator::Mul => (a.mul(b), da.times(db)),
    };
    let result = linear::together(cx, op, &left, &right, result);
    let Some(numbers) = build::settled(cx, result, span) else { return build::invalid(span) };
    let constants = build::constant_number(&left).is_some() && build::constant_number(&right).is_some();
    let kind = match numbers.single().filter(|_| constants) {
        Some(value) => ExprKind::Constant(Value::Number(value)),
        None => ExprKind::Arithmetic { op, left: Box::new(left), right: Box::new(right) },
    };
    build::number(kind, dimension, numbers, span)
}
