//! Division: rounded once where the policy says, exact only by a constant that leaves finite decimals.

use super::super::context::Context;
use super::infer::infer;
use super::unrounded::{self, Outer};
use super::{arithmetic, branch, build, call, facts, functions, many, mean, refuse, units, zero};
use crate::ir::{Expr, ExprKind, Type, Value};
use crate::quantity::{Decimal, Dimension, Number, Numbers, Rounding};
use crate::source::Span;
use crate::syntax::ast::{self, ArithmeticOp};

/// The rounding that an expression stands directly under.
#[derive(Clone, Copy)]
pub(super) struct RoundTo<'a> {
    /// The step.
    pub step: Decimal,
    /// How.
    pub mode: Rounding,
    /// What stands behind `otherwise`, for a divisor of 0 and for a missing value.
    pub fallback: Option<&'a ast::Expr>,
}

/// Checks an expression that is rounded: the rounding goes to the quotients in its branches, so that
/// each is rounded once.
pub(super) fn rounded(cx: &mut Context, expr: &ast::Expr, hint: Option<Type>, to: RoundTo) -> Expr {
    cx.rounds = Some(expr.span);
    match &expr.kind {
        ast::ExprKind::Arithmetic { op: ArithmeticOp::Div, left, right, .. } => {
            quotient(cx, expr, (left, right), hint, to)
        }
        ast::ExprKind::Name(_) | ast::ExprKind::Member { .. } if mean::named(cx, expr).is_some() => {
            mean::rounded(cx, expr, to)
        }
        ast::ExprKind::Otherwise { value, fallback } if has_quotient(cx, value) => {
            branch::warn_far(cx, value, fallback);
            let checked = rounded(cx, value, hint, RoundTo { fallback: Some(fallback), ..to });
            branch::warn_needless(cx, expr, &checked, fallback);
            checked
        }
        ast::ExprKind::If { condition, then, otherwise } if has_quotient(cx, then) || has_quotient(cx, otherwise) => {
            branch::choose_with(cx, expr.span, condition, [then, otherwise], hint, |cx, branch, hint| {
                rounded(cx, branch, hint, to)
            })
        }
        ast::ExprKind::When { value, condition } if has_quotient(cx, value) => {
            branch::when_with(cx, expr, (value, condition), hint, |cx, value, hint| rounded(cx, value, hint, to))
        }
        ast::ExprKind::Call(it) if functions::converted(it).is_some_and(|value| has_quotient(cx, value)) => {
            call::convert(cx, expr.span, it, |cx, value, hint| rounded(cx, value, hint, to))
        }
        _ if functions::is_average(expr) => {
            let value = many::average(cx, expr, to.step, to.mode);
            rounded_leaf(cx, expr, value, to)
        }
        _ => {
            let value = infer(cx, expr, hint);
            rounded_leaf(cx, expr, value, to)
        }
    }
}

fn rounded_leaf(cx: &mut Context, expr: &ast::Expr, value: Expr, to: RoundTo) -> Expr {
    match to.fallback.filter(|_| value.optional) {
        Some(fallback) => {
            let value =
                branch::with_fallback(cx, (value, expr), fallback, expr.span, |cx, fallback, hint| match has_quotient(
                    cx, fallback,
                ) {
                    true => rounded(cx, fallback, hint, RoundTo { fallback: None, ..to }),
                    false => infer(cx, fallback, hint),
                });
            round(cx, value, to.step, to.mode, expr.span)
        }
        None => round(cx, value, to.step, to.mode, expr.span),
    }
}

/// Whether a quotient stands directly in an expression.
fn has_quotient(cx: &Context, expr: &ast::Expr) -> bool {
    match &expr.kind {
        ast::ExprKind::Arithmetic { op, .. } => *op == ArithmeticOp::Div,
        ast::ExprKind::Otherwise { value, .. } | ast::ExprKind::When { value, .. } => has_quotient(cx, value),
        ast::ExprKind::If { then, otherwise, .. } => has_quotient(cx, then) || has_quotient(cx, otherwise),
        ast::ExprKind::Call(it) => {
            functions::is_average(expr) || functions::converted(it).is_some_and(|value| has_quotient(cx, value))
        }
        _ => mean::named(cx, expr).is_some(),
    }
}

/// A checked number, rounded where it is not a multiple of the step already.
pub(super) fn round(cx: &mut Context, value: Expr, step: Decimal, mode: Rounding, span: Span) -> Expr {
    let Some((numbers, dimension)) = build::as_number(&value) else {
        return refuse::no_operator(cx, &value, "round");
    };
    let Some(result) = build::settled(cx, numbers.round(step, mode), span) else {
        return build::invalid(span);
    };
    if result == *numbers {
        return value;
    }
    let optional = value.optional;
    let kind = ExprKind::Round { value: Box::new(value), step, mode };
    Expr { optional, ..build::number(kind, dimension, result, span) }
}

/// Checks a quotient that is rounded.
fn quotient(
    cx: &mut Context,
    expr: &ast::Expr,
    sides: (&ast::Expr, &ast::Expr),
    hint: Option<Type>,
    to: RoundTo,
) -> Expr {
    let Some((dividend, divisor, dimension)) = operands(cx, expr, sides, hint, None) else {
        return build::invalid(expr.span);
    };
    let (Some((a, _)), Some((b, _))) = (build::as_number(&dividend), build::as_number(&divisor)) else {
        return build::invalid(expr.span);
    };
    let zero = b.contains(Decimal::ZERO) && facts::can_be(cx, &divisor, &Number::ZERO);
    let Some(result) = a.quotient(b, to.step, to.mode) else { return zero::always(cx, expr, &divisor) };
    if zero && to.fallback.is_none() {
        return zero::can_be(cx, expr, &divisor, dimension);
    }
    let Some(numbers) = build::settled(cx, result, expr.span) else {
        return build::invalid(expr.span);
    };
    let fallback = if zero { fallback(cx, dimension, to) } else { None };
    whole(cx, (dividend, divisor, fallback), (numbers, dimension), to, expr.span)
}

/// What counts where the divisor is 0, rounded as the quotient is.
pub(super) fn fallback(cx: &mut Context, dimension: Dimension, to: RoundTo) -> Option<Expr> {
    let fallback = to.fallback?;
    let ty = Type::Number(dimension);
    let plain = RoundTo { fallback: None, ..to };
    let checked = rounded(cx, fallback, Some(ty), plain);
    Some(units::fit(cx, checked, fallback, super::Wanted::Type(ty)))
}

/// A quotient of checked parts; the fallback widens its domain.
pub(super) fn whole(
    cx: &mut Context,
    (dividend, divisor, fallback): (Expr, Expr, Option<Expr>),
    (numbers, dimension): (Numbers, Dimension),
    to: RoundTo,
    span: Span,
) -> Expr {
    let (numbers, optional) = match &fallback {
        None => (Some(numbers), false),
        Some(fallback) => {
            let Some((other, _)) = build::as_number(fallback) else { return build::invalid(span) };
            let sum = numbers.union(other);
            (build::settled(cx, sum, span), fallback.optional)
        }
    };
    let Some(numbers) = numbers else { return build::invalid(span) };
    let kind = ExprKind::Quotient {
        dividend: Box::new(dividend),
        divisor: Box::new(divisor),
        step: to.step,
        mode: to.mode,
        fallback: fallback.map(Box::new),
    };
    Expr { optional, ..build::number(kind, dimension, numbers, span) }
}

/// Checks a quotient whose exact value is needed: only by a constant.
pub(super) fn exact(
    cx: &mut Context,
    expr: &ast::Expr,
    sides: (&ast::Expr, &ast::Expr),
    hint: Option<Type>,
    outer: Option<Outer>,
) -> Expr {
    let inner = outer.clone().filter(|outer| matches!(outer, Outer::Product(_)));
    let Some((dividend, divisor, dimension)) = operands(cx, expr, sides, hint, inner) else {
        return build::invalid(expr.span);
    };
    let fixed = divisor.slots().is_empty();
    let by = divisor.domain.numbers().and_then(Numbers::single).filter(|_| fixed);
    let Some((numbers, _)) = build::as_number(&dividend) else { return build::invalid(expr.span) };
    if by == Some(Number::ZERO) {
        return zero::always(cx, expr, &divisor);
    }
    let Some((result, by)) = by.and_then(|by| Some((numbers.divide(&by)?, by))) else {
        return unrounded::tell(cx, expr, dimension, outer);
    };
    let Some(numbers) = build::settled(cx, result, expr.span) else { return build::invalid(expr.span) };
    let kind = match numbers.single().filter(|_| build::constant_number(&dividend).is_some()) {
        Some(value) => ExprKind::Constant(Value::Number(value)),
        None => ExprKind::DivideExact { value: Box::new(dividend), by },
    };
    arithmetic::adopted(build::number(kind, dimension, numbers, expr.span), expr, hint)
}

/// Both sides of a quotient, and its dimension: a ratio is a percent or a number as its place wants.
fn operands(
    cx: &mut Context,
    expr: &ast::Expr,
    sides: (&ast::Expr, &ast::Expr),
    hint: Option<Type>,
    outer: Option<Outer>,
) -> Option<(Expr, Expr, Dimension)> {
    let (left, right) = arithmetic::factors(cx, expr, sides, hint, outer);
    for side in [&left, &right] {
        if !matches!(side.ty, Type::Number(_)) {
            refuse::no_operator(cx, side, "÷");
            return None;
        }
    }
    let (Type::Number(a), Type::Number(b)) = (left.ty, right.ty) else { return None };
    let dimension = match (a.over(b), hint) {
        (ratio, Some(Type::Number(wanted))) if ratio.is_ratio() && wanted.is_ratio() => wanted,
        (ratio, _) if ratio.is_ratio() && b == Dimension::NUMBER => a,
        (dimension, _) => dimension,
    };
    Some((left, right, dimension))
}
