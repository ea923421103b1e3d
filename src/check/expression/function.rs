//! `abs`, `promote`, `demote`, `days_in`.

use super::super::context::Context;
use super::expected::Expected;
use super::operands::number_argument;
use super::{build, refuse};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Type, values};
use crate::quantity::{Calendar, Decimal, Dimension, Domain, Numbers};
use crate::source::Span;
use crate::syntax::ast::{self, Call};

/// Checks `abs(x)`.
pub(super) fn abs(cx: &mut Context, span: Span, value: &ast::Expr, hint: Option<Type>) -> Expr {
    let Some(value) = number_argument(cx, value, hint, "abs") else { return build::invalid(span) };
    let Some((numbers, dimension)) = build::as_number(&value) else { return build::invalid(span) };
    let Some(numbers) = build::settled(cx, numbers.abs(), span) else { return build::invalid(span) };
    build::number(ExprKind::Abs(Box::new(value)), dimension, numbers, span)
}

/// Checks `promote(label, n)` and `demote(label, n)`; labels stand from best to worst.
pub(super) fn shift(
    cx: &mut Context,
    span: Span,
    (it, promote): (&Call, bool),
    value: &ast::Expr,
    places: &ast::Expr,
) -> Expr {
    let value = cx.operand(value, Expected::default());
    let places = cx.operand(places, Type::Number(Dimension::NUMBER));
    let Type::Label(set) = value.ty else { return refuse::no_operator(cx, &value, &it.function.text) };
    let known = cx.label_sets.get(set.0);
    let (count, ranked) = known.map_or((0, true), |set| (set.labels.len(), set.ranked));
    if !ranked {
        return unranked(cx, &value, &it.function.text);
    }
    let Domain::Labels(labels) = &value.domain else { return build::invalid(span) };
    if places.ty == Type::Invalid {
        return build::invalid(span);
    }
    let Some(by) = whole_places(&places) else { return refuse::bad_arguments(cx, it, span) };
    let domain = Domain::Labels(values::shifted(labels, by, promote, count));
    let ty = value.ty;
    let kind = ExprKind::Shift { value: Box::new(value), places: Box::new(places), promote, count };
    Expr { kind, ty, domain, optional: false, span }
}

/// Tells labels none of which is known to be better than another: nobody can say which way is up.
fn unranked(cx: &mut Context, value: &Expr, function: &str) -> Expr {
    let told = Diagnostic::new(Code::NoOperator, value.span).variant("unranked");
    let text = cx.sources.slice(value.span).to_owned();
    cx.tell(told.arg("text", text).arg("function", function));
    build::invalid(value.span)
}

/// How many places; `None` unless whole and not negative.
fn whole_places(places: &Expr) -> Option<&Numbers> {
    let (numbers, dimension) = build::as_number(places)?;
    let whole = numbers.step().is_integer() && numbers.lo() >= Decimal::ZERO && dimension == Dimension::NUMBER;
    whole.then_some(numbers)
}

/// Checks `days_in(period)`.
pub(super) fn days_in(cx: &mut Context, span: Span, value: &ast::Expr) -> Expr {
    let value = cx.operand(value, Expected::default());
    let (kind, least, most) = match value.ty {
        Type::Calendar(kind @ Calendar::Week) => (kind, 7, 7),
        Type::Calendar(kind @ Calendar::Month) => (kind, 28, 31),
        Type::Calendar(kind @ Calendar::Quarter) => (kind, 90, 92),
        Type::Calendar(kind @ Calendar::Year) => (kind, 365, 366),
        _ => return refuse::no_operator(cx, &value, "days_in"),
    };
    let Some(numbers) = Numbers::of(least..=most) else { return build::invalid(span) };
    build::number(ExprKind::DaysIn { value: Box::new(value), kind }, Dimension::NUMBER, numbers, span)
}
