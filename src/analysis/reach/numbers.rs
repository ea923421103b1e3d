//! What an expression can be whose operator gives a number.

use super::expression::{anything, possible as any};
use super::{Possible, Scope};
use crate::ir::{Expr, ExprKind, Operator, values};
use crate::quantity::{Calendar, Domain, Moment, Number, Numbers};

/// More periods than this are not gone through one by one.
const MOST_PERIODS: i32 = 24;

/// What a number can be.
#[deny(clippy::wildcard_enum_match_arm)]
pub(super) fn possible(scope: Scope, expr: &Expr) -> Possible {
    match &expr.kind {
        ExprKind::Arithmetic { op, left, right } => {
            let both = number(scope, left).zip(number(scope, right));
            Possible::numbers(both.map(|(left, right)| match op {
                Operator::Add => left.add(&right),
                Operator::Sub => left.sub(&right),
                Operator::Mul => left.mul(&right),
            }))
        }
        ExprKind::Sum(terms) => {
            let sum = |sum: Numbers, term: &Expr| Some(sum.add(&number(scope, term)?));
            Possible::numbers(terms.iter().try_fold(Numbers::one(Number::ZERO), sum))
        }
        ExprKind::Negate(value) => Possible::numbers(number(scope, value).map(|value| value.neg())),
        ExprKind::Abs(value) => Possible::numbers(number(scope, value).map(|value| value.abs())),
        ExprKind::DivideExact { value, by } => match number(scope, value) {
            Some(value) => value.divide(by).map_or_else(|| anything(expr), |exact| Possible::numbers(Some(exact))),
            None => Possible::NOTHING.clone(),
        },
        ExprKind::Quotient { .. } => quotient(scope, expr),
        ExprKind::Round { value, step, .. } if step.is_zero() => Possible::numbers(number(scope, value)),
        ExprKind::Round { value, step, mode } => {
            Possible::numbers(number(scope, value).map(|value| value.round(*step, *mode)))
        }
        ExprKind::Extreme { greatest, values } => {
            let each: Option<Vec<Numbers>> = values.iter().map(|value| number(scope, value)).collect();
            let one = |a: Numbers, b: Numbers| if *greatest { a.max(&b) } else { a.min(&b) };
            Possible::numbers(each.and_then(|each| each.into_iter().reduce(one)))
        }
        ExprKind::Steps { value, size, started } => {
            Possible::numbers(number(scope, value).and_then(|value| value.steps(*size, *started)))
        }
        ExprKind::DateDifference { left, right } => {
            let both = any(scope, left).domain.zip(any(scope, right).domain);
            Possible::numbers(both.and_then(|(left, right)| values::between_dates(&left, &right)))
        }
        ExprKind::DaysIn { value, kind } => days(&any(scope, value), *kind).unwrap_or_else(|| anything(expr)),
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
        | ExprKind::Invalid => anything(expr),
    }
}

/// The numbers that an expression can be; `None` where it is never one.
pub(super) fn number(scope: Scope, expr: &Expr) -> Option<Numbers> {
    match any(scope, expr).domain? {
        Domain::Numbers(numbers) => Some(numbers),
        _ => expr.domain.numbers().cloned(),
    }
}

/// A quotient, and what stands in for it where its divisor can be 0.
fn quotient(scope: Scope, expr: &Expr) -> Possible {
    let ExprKind::Quotient { dividend, divisor, step, mode, fallback } = &expr.kind else { return anything(expr) };
    let Some((dividend, divisor)) = number(scope, dividend).zip(number(scope, divisor)) else {
        return Possible::NOTHING.clone();
    };
    let exact = Possible::numbers(dividend.quotient(&divisor, *step, *mode));
    match fallback {
        Some(fallback) if divisor.contains(Number::ZERO) => exact.or(any(scope, fallback)),
        _ => exact,
    }
}

/// How many days periods have, where these are few.
fn days(value: &Possible, kind: Calendar) -> Option<Possible> {
    let Some(Domain::Calendar { first, last }) = value.domain else { return None };
    if last.saturating_sub(first) > MOST_PERIODS {
        return None;
    }
    let each: Option<Vec<i32>> = (first..=last).map(|ordinal| Moment { kind, ordinal }.days()).collect();
    Some(Possible::numbers(Numbers::of(each?)))
}
