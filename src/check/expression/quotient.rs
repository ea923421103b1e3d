//! Division: rounded once where the policy says, exact only by a constant that leaves finite decimals.

use super::super::context::Context;
use super::super::resolve;
use super::expected::{Expected, RoundTo};
use super::units::Wanted;
use super::unrounded::{self, Outer};
use super::{arithmetic, branch, build, division, facts, ranking, refuse, units, zero};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Type, Value};
use crate::quantity::{Decimal, Dimension, Number, Numbers, Rounding};
use crate::source::Span;
use crate::syntax::{Keyword, ast, counted};

/// A checked value under a rounding, with what counts where it is missing.
pub(super) fn rounded(cx: &mut Context, (value, expr): (Expr, &ast::Expr), to: RoundTo) -> Expr {
    let value = match to.fallback.filter(|_| value.optional) {
        Some(fallback) => {
            let plain = RoundTo { fallback: None, ..to };
            let round = division::has_quotient(cx, fallback).then_some(plain);
            branch::with_fallback(cx, (value, expr), (fallback, round), expr.span)
        }
        None => value,
    };
    round(cx, value, to.step, to.mode, expr.span)
}

/// A checked number, rounded where it is not a multiple of the step already.
fn round(cx: &mut Context, value: Expr, step: Decimal, mode: Rounding, span: Span) -> Expr {
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

/// Checks `a / b`.
pub(super) fn quotient(
    cx: &mut Context,
    expr: &ast::Expr,
    sides: (&ast::Expr, &ast::Expr),
    expected: Expected,
) -> Expr {
    if let Some(told) = ranking::quotient(cx, expr.span, sides) {
        return told;
    }
    if let Some(told) = per_unit(cx, sides) {
        cx.tell(told);
        return cx.operand(sides.0, expected);
    }
    match expected.round {
        Some(to) => to_step(cx, expr, sides, expected.ty, to),
        None => exact(cx, expr, sides, expected),
    }
}

/// `件数 * 0.35元/件`: an amount for each of what it is multiplied by is the amount alone.
fn per_unit(cx: &mut Context, (left, right): (&ast::Expr, &ast::Expr)) -> Option<Diagnostic> {
    let ast::ExprKind::Name(unit) = &right.kind else { return None };
    let mut last = left;
    while let ast::ExprKind::Arithmetic { right, .. } = &last.kind {
        last = right;
    }
    let amount = cx.sources.slice(last.span).trim();
    let money = amount.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '¥' | '￥'))
        && amount.contains(['元', '¥', '￥'])
        || amount.ends_with(|c: char| c.is_ascii_uppercase());
    let text = cx.sources.slice(left.span).trim().to_owned();
    let counts = counted(&unit.text) || text.contains(unit.text.as_str());
    let unknown = resolve::name(cx, unit).is_none() && unit.text.chars().count() <= 12;
    let hours = matches!(unit.text.as_str(), "小时" | "时" | "hour" | "hours" | "h" | "hr");
    if let ast::ExprKind::Arithmetic { op: ast::ArithmeticOp::Mul, left: time, right: amount, .. } = &left.kind
        && (money && unknown && hours)
        && let ty = cx.probe(|cx| cx.operand(time, Expected::default())).0.ty
        && matches!(ty, Type::Number(Dimension::TIME) | Type::Invalid)
    {
        let [time, amount] = [time, amount].map(|part| cx.sources.slice(part.span).trim().to_owned());
        let cent = cx.unit(Dimension::MONEY).unwrap_or_default();
        let word = Keyword::Round.en();
        let proposal = format!("{word}({time} * {amount} / 1h, 0.01{cent})");
        let told = Diagnostic::new(Code::UnknownName, unit.span).variant("per-unit").without(&unit.text);
        let told = told.arg("name", unit.text.as_str()).arg("proposal", proposal.clone());
        // What is not known yet may be a number of hours.
        return Some(if ty == Type::Invalid { told } else { told.edit(left.span.to(right.span), proposal) });
    }
    (money && counts && unknown).then(|| {
        let span = left.span.after().to(right.span);
        let told = Diagnostic::new(Code::UnknownName, unit.span).variant("per-unit").without(&unit.text);
        told.arg("name", unit.text.as_str()).arg("proposal", text).edit(span, "")
    })
}

/// A quotient that is rounded.
fn to_step(cx: &mut Context, expr: &ast::Expr, sides: (&ast::Expr, &ast::Expr), ty: Option<Type>, to: RoundTo) -> Expr {
    let Some((dividend, divisor, dimension)) = operands(cx, expr, sides, ty.into()) else {
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
    let checked = cx.infer(fallback, Expected { round: Some(plain), ..ty.into() });
    Some(units::fit(cx, checked, fallback, Wanted::Type(ty)))
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

/// A quotient whose exact value is needed: only by a constant.
fn exact(cx: &mut Context, expr: &ast::Expr, sides: (&ast::Expr, &ast::Expr), expected: Expected) -> Expr {
    let outer = expected.outer.filter(|outer| matches!(outer, Outer::Product(_)));
    let Some((dividend, divisor, dimension)) = operands(cx, expr, sides, Expected { outer, ..expected }) else {
        return build::invalid(expr.span);
    };
    let fixed = divisor.slots().is_empty();
    let by = divisor.domain.numbers().and_then(Numbers::single).filter(|_| fixed);
    let Some((numbers, _)) = build::as_number(&dividend) else { return build::invalid(expr.span) };
    if by == Some(Number::ZERO) {
        return zero::always(cx, expr, &divisor);
    }
    let Some((result, by)) = by.and_then(|by| Some((numbers.divide(&by)?, by))) else {
        return unrounded::tell(cx, expr, dimension, expected.outer);
    };
    let Some(numbers) = build::settled(cx, result, expr.span) else { return build::invalid(expr.span) };
    let kind = match numbers.single().filter(|_| build::constant_number(&dividend).is_some()) {
        Some(value) => ExprKind::Constant(Value::Number(value)),
        None => ExprKind::DivideExact { value: Box::new(dividend), by },
    };
    arithmetic::adopted(build::number(kind, dimension, numbers, expr.span), expr, expected.ty)
}

/// A divisor that may be missing has no value that would be right for it: whoever lacks it has none of the quotient.
fn missing_divisor(cx: &mut Context, before: usize, (expr, divisor): (&ast::Expr, &ast::Expr), ty: Option<Type>) {
    let text = cx.sources.slice(divisor.span).trim().to_owned();
    let unit = match ty {
        Some(Type::Number(dimension)) => cx.unit(dimension).unwrap_or_default(),
        _ => String::new(),
    };
    let word = |keyword: Keyword| keyword.en();
    let (if_word, is, missing) = (word(Keyword::If), word(Keyword::Is), word(Keyword::Missing));
    let wanted = format!("{if_word} {text} {is} {missing} {} 0{unit} {} ", word(Keyword::Then), word(Keyword::Else));
    let told = cx.diagnostics.iter_mut().skip(before);
    let own = |told: &&mut Diagnostic| told.code == Code::UnhandledMissing && told.span == divisor.span;
    if let Some(told) = told.into_iter().find(own) {
        told.variant = "divisor";
        told.edits.clear();
        told.say("proposal", wanted.trim_end().to_owned());
        *told = told.clone().edit(expr.span.before(), wanted);
    }
}

/// Both sides of a quotient, and its dimension: a ratio is a percent or a number as its place wants.
fn operands(
    cx: &mut Context,
    expr: &ast::Expr,
    sides: (&ast::Expr, &ast::Expr),
    expected: Expected,
) -> Option<(Expr, Expr, Dimension)> {
    let before = cx.diagnostics.len();
    let (left, right) = arithmetic::factors(cx, expr, sides, expected);
    if expected.outer.is_none() {
        missing_divisor(cx, before, (expr, sides.1), expected.ty);
    }
    for side in [&left, &right] {
        if !matches!(side.ty, Type::Number(_)) {
            refuse::no_operator(cx, side, "÷");
            return None;
        }
    }
    let (Type::Number(a), Type::Number(b)) = (left.ty, right.ty) else { return None };
    let dimension = match (a.over(b), expected.ty) {
        (ratio, Some(Type::Number(wanted))) if ratio.is_ratio() && wanted.is_ratio() => wanted,
        (ratio, _) if ratio.is_ratio() && b == Dimension::NUMBER => a,
        (dimension, _) => dimension,
    };
    Some((left, right, dimension))
}
