//! Numbers. Everything is exact; only `Round`, `Quotient` and `Line` round, each once.

use super::evaluation::{all, both};
use super::expression::{Scope, moment, number};
use super::{FaultKind, Stop};
use crate::ir::{Expr, ExprKind, Operator};
use crate::quantity::{Calendar, Decimal, Moment, Rounding, exact};
use crate::source::Span;

/// The value of an expression whose operator gives a number.
pub(super) fn result(scope: Scope, expr: &Expr) -> Result<Decimal, Stop> {
    let found = match &expr.kind {
        ExprKind::Arithmetic { op, left, right } => {
            let (left, right) = both(number(scope, left), number(scope, right))?;
            operate(*op, left, right)
        }
        ExprKind::Sum(terms) => sum(&all(terms.iter().map(|term| number(scope, term)))?),
        ExprKind::Negate(value) => Some((-number(scope, value)?).normalize()),
        ExprKind::Abs(value) => Some(number(scope, value)?.abs()),
        ExprKind::DivideExact { value, by } => exact::divide(number(scope, value)?, *by),
        ExprKind::Quotient { .. } => return quotient(scope, expr),
        ExprKind::Round { value, step, mode } => exact::round(number(scope, value)?, *step, *mode),
        ExprKind::Extreme { greatest, values } => {
            let values = all(values.iter().map(|value| number(scope, value)))?.into_iter();
            if *greatest { values.max() } else { values.min() }
        }
        ExprKind::Steps { value, size, started } => steps(number(scope, value)?, *size, *started),
        ExprKind::DateDifference { left, right } => {
            let (left, right) = both(moment(scope, left), moment(scope, right))?;
            difference(left, right)
        }
        ExprKind::DaysIn { value, .. } => moment(scope, value)?.days().map(Decimal::from),
        _ => return Err(Stop::fault(FaultKind::WrongKind, expr.span)),
    };
    fitting(found, expr.span)
}

/// A result, or the fault that it does not fit.
pub(super) fn fitting(found: Option<Decimal>, span: Span) -> Result<Decimal, Stop> {
    found.ok_or(Stop::fault(FaultKind::TooWide, span))
}

/// The exact sum.
pub(super) fn sum(terms: &[Decimal]) -> Option<Decimal> {
    terms.iter().try_fold(Decimal::ZERO, |sum, term| exact::add(sum, *term))
}

fn operate(op: Operator, left: Decimal, right: Decimal) -> Option<Decimal> {
    match op {
        Operator::Add => exact::add(left, right),
        Operator::Sub => exact::sub(left, right),
        Operator::Mul => exact::mul(left, right),
    }
}

/// A quotient is rounded once; by 0 the fallback stands in.
fn quotient(scope: Scope, expr: &Expr) -> Result<Decimal, Stop> {
    let ExprKind::Quotient { dividend, divisor, step, mode, fallback } = &expr.kind else {
        return Err(Stop::fault(FaultKind::WrongKind, expr.span));
    };
    let (dividend, divisor) = both(number(scope, dividend), number(scope, divisor))?;
    match fallback {
        Some(fallback) if divisor.is_zero() => number(scope, fallback),
        None if divisor.is_zero() => Err(Stop::fault(FaultKind::DivisionByZero, expr.span)),
        _ => fitting(exact::quotient(dividend, divisor, *step, *mode), expr.span),
    }
}

/// How many whole, or begun, steps of `size` a number holds; of one below 0, none.
fn steps(number: Decimal, size: Decimal, started: bool) -> Option<Decimal> {
    let mode = if started { Rounding::Ceiling } else { Rounding::Floor };
    exact::quotient(number.max(Decimal::ZERO), size, Decimal::ONE, mode)
}

/// From one date to another, in seconds.
fn difference(left: Moment, right: Moment) -> Option<Decimal> {
    let dates = left.kind == Calendar::Date && right.kind == Calendar::Date;
    let days = dates.then(|| i64::from(left.ordinal) - i64::from(right.ordinal))?;
    Some(Decimal::from(days * 86_400))
}
