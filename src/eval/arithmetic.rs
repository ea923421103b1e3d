//! Numbers. Everything is exact; only `Round`, `Quotient` and `Line` round, each once.

use super::evaluation::{all, both};
use super::expression::{Scope, moment, number};
use super::observer::{Observer, Spot};
use super::{FaultKind, Stop};
use crate::ir::{Expr, ExprKind, Operator};
use crate::quantity::{Calendar, Decimal, Moment, Number, Rounding};
use crate::source::Span;

/// The value of an expression whose operator gives a number.
#[deny(clippy::wildcard_enum_match_arm)]
pub(super) fn result<O: Observer>(scope: Scope<O>, expr: &Expr) -> Result<Number, Stop> {
    let found = match &expr.kind {
        ExprKind::Arithmetic { op, left, right } => {
            let (left, right) = both(number(scope, left), number(scope, right))?;
            Some(operate(*op, &left, &right))
        }
        ExprKind::Sum(terms) => Some(all(terms.iter().map(|term| number(scope, term)))?.iter().sum()),
        ExprKind::Negate(value) => Some(-number(scope, value)?),
        ExprKind::Abs(value) => Some(number(scope, value)?.abs()),
        ExprKind::DivideExact { value, by } => number(scope, value)?.divide(by),
        ExprKind::Quotient { .. } => return quotient(scope, expr),
        ExprKind::Round { value, step, mode } => {
            let value = number(scope, value)?;
            if step.is_zero() { Some(value) } else { scope.round(Spot::of(expr), (&value, &Number::ONE), *step, *mode) }
        }
        ExprKind::Extreme { greatest, values } => {
            let values = all(values.iter().map(|value| number(scope, value)))?.into_iter();
            if *greatest { values.max() } else { values.min() }
        }
        ExprKind::Steps { value, size, started } => steps(&number(scope, value)?, *size, *started),
        ExprKind::DateDifference { left, right } => {
            let (left, right) = both(moment(scope, left), moment(scope, right))?;
            difference(left, right)
        }
        ExprKind::DaysIn { value, .. } => moment(scope, value)?.days().map(Number::from),
        ExprKind::Logic { .. }
        | ExprKind::Not(_)
        | ExprKind::Compare { .. }
        | ExprKind::Matches { .. }
        | ExprKind::IsMissing(_)
        | ExprKind::Constant(_)
        | ExprKind::Param(_)
        | ExprKind::Slot(_)
        | ExprKind::If { .. }
        | ExprKind::Otherwise { .. }
        | ExprKind::Shift { .. }
        | ExprKind::ByLabel { .. }
        | ExprKind::OfRows { .. }
        | ExprKind::Invalid => return Err(Stop::fault(FaultKind::WrongKind, expr.span)),
    };
    there(found, expr.span)
}

/// A result, or the fault that an operator has none for such operands.
pub(super) fn there(found: Option<Number>, span: Span) -> Result<Number, Stop> {
    found.ok_or(Stop::fault(FaultKind::NoResult, span))
}

fn operate(op: Operator, left: &Number, right: &Number) -> Number {
    match op {
        Operator::Add => left + right,
        Operator::Sub => left - right,
        Operator::Mul => left * right,
    }
}

/// A quotient is rounded once; by 0 the fallback stands in.
fn quotient<O: Observer>(scope: Scope<O>, expr: &Expr) -> Result<Number, Stop> {
    let ExprKind::Quotient { dividend, divisor, step, mode, fallback } = &expr.kind else {
        return Err(Stop::fault(FaultKind::WrongKind, expr.span));
    };
    let (dividend, divisor) = both(number(scope, dividend), number(scope, divisor))?;
    match fallback {
        Some(fallback) if divisor.is_zero() => number(scope, fallback),
        None if divisor.is_zero() => Err(Stop::fault(FaultKind::DivisionByZero, expr.span)),
        _ => there(scope.round(Spot::of(expr), (&dividend, &divisor), *step, *mode), expr.span),
    }
}

/// How many whole, or begun, steps of `size` a number holds; of one below 0, none.
fn steps(number: &Number, size: Decimal, started: bool) -> Option<Number> {
    let mode = if started { Rounding::Ceiling } else { Rounding::Floor };
    number.max(&Number::ZERO).quotient(&size.into(), Decimal::ONE, mode)
}

/// From one date to another, in seconds.
fn difference(left: Moment, right: Moment) -> Option<Number> {
    let dates = left.kind == Calendar::Date && right.kind == Calendar::Date;
    let days = dates.then(|| i64::from(left.ordinal) - i64::from(right.ordinal))?;
    Some(Number::from(days * 86_400))
}
