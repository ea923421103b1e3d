//! Conditions, patterns and labels.

use num_traits::ToPrimitive;

use super::Stop;
use super::evaluation::both;
use super::expression::{Scope, truth, unfit, value};
use super::observer::Observer;
use crate::ir::{Comparison, Expr, ExprKind, Value};
use crate::quantity::{Decimal, Number};

/// Whether a condition holds.
#[deny(clippy::wildcard_enum_match_arm)]
pub(super) fn holds<O: Observer>(scope: Scope<O>, expr: &Expr) -> Result<bool, Stop> {
    match &expr.kind {
        ExprKind::Logic { and, left, right } => logic(scope, *and, left, right),
        ExprKind::Not(inner) => Ok(!truth(scope, inner)?),
        ExprKind::Compare { op, left, right } => {
            let (left, right) = both(present(scope, left), present(scope, right))?;
            Ok(compare(*op, &left, &right))
        }
        ExprKind::Matches { value: inner, pattern } => Ok(pattern.takes(&value(scope, inner)?)),
        ExprKind::IsMissing(inner) => Ok(value(scope, inner)? == Value::Missing),
        ExprKind::Arithmetic { .. }
        | ExprKind::Sum(_)
        | ExprKind::Negate(_)
        | ExprKind::DivideExact { .. }
        | ExprKind::Quotient { .. }
        | ExprKind::Round { .. }
        | ExprKind::Abs(_)
        | ExprKind::Extreme { .. }
        | ExprKind::Steps { .. }
        | ExprKind::DateDifference { .. }
        | ExprKind::DaysIn { .. }
        | ExprKind::Constant(_)
        | ExprKind::Param(_)
        | ExprKind::Slot(_)
        | ExprKind::If { .. }
        | ExprKind::Otherwise { .. }
        | ExprKind::Shift { .. }
        | ExprKind::ByLabel { .. }
        | ExprKind::OfRows { .. }
        | ExprKind::Invalid => truth(scope, expr),
    }
}

/// The label so many places further on, stopping at the ends.
pub(super) fn shift(label: usize, places: Number, count: usize) -> Option<usize> {
    let last = Number::from(count.checked_sub(1)?);
    let shifted = Number::from(label) + places;
    shifted.clamp(Number::ZERO, last).decimal().as_ref().and_then(Decimal::to_usize)
}

/// The right side is not looked at where the left decides; nor is a left side that a test did not
/// give where the right decides.
fn logic<O: Observer>(scope: Scope<O>, and: bool, left: &Expr, right: &Expr) -> Result<bool, Stop> {
    match truth(scope, left) {
        Ok(holds) if holds != and => Ok(holds),
        Ok(_) => truth(scope, right),
        Err(stop @ Stop::NotGiven(_)) => match truth(scope, right) {
            Ok(holds) if holds != and => Ok(holds),
            other => both(Err::<bool, _>(stop), other).map(|(_, right)| right),
        },
        Err(fault) => Err(fault),
    }
}

fn compare(op: Comparison, left: &Value, right: &Value) -> bool {
    match op {
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
        Comparison::Less => left < right,
        Comparison::LessEqual => left <= right,
        Comparison::Greater => left > right,
        Comparison::GreaterEqual => left >= right,
    }
}

/// The value of an expression that is there.
fn present<O: Observer>(scope: Scope<O>, expr: &Expr) -> Result<Value, Stop> {
    match value(scope, expr)? {
        Value::Missing => Err(unfit(&Value::Missing, expr.span)),
        found => Ok(found),
    }
}
