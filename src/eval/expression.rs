//! The value of an expression: what it names, the branches it takes, and the way to the operators.

use super::evaluation::both;
use super::{Evaluation, FaultKind, Stop, arithmetic, condition};
use crate::ir::{Expr, ExprKind, Policy, Value};
use crate::quantity::{Decimal, Moment};
use crate::source::Span;

/// What an expression can name.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// The policy, for its params.
    pub policy: &'a Policy,
    /// What is known of each slot.
    pub values: &'a [Result<Value, Stop>],
}

/// The value of an expression over the values of an evaluation.
pub fn expression(policy: &Policy, evaluation: &Evaluation, expr: &Expr) -> Result<Value, Stop> {
    value(Scope { policy, values: &evaluation.values }, expr)
}

/// The value of an expression.
pub(super) fn value(scope: Scope, expr: &Expr) -> Result<Value, Stop> {
    let fault = |kind| Stop::fault(kind, expr.span);
    match &expr.kind {
        ExprKind::Constant(constant) => Ok(constant.clone()),
        ExprKind::Param(id) => {
            scope.policy.params.get(id.0).map(|param| param.value.clone()).ok_or(fault(FaultKind::Invalid))
        }
        ExprKind::Slot(slot) => scope.values.get(slot.0).cloned().ok_or(fault(FaultKind::Invalid))?,
        ExprKind::If { condition, then, otherwise } => {
            value(scope, if truth(scope, condition)? { then } else { otherwise })
        }
        ExprKind::Otherwise { value: first, fallback } => match value(scope, first)? {
            Value::Missing => value(scope, fallback),
            found => Ok(found),
        },
        ExprKind::ByLabel { value: label, cases } => {
            let case = cases.get(self::label(scope, label)?).ok_or(fault(FaultKind::NoRow))?;
            value(scope, case)
        }
        ExprKind::Shift { value: label, places, promote, count } => {
            let (label, places) = both(self::label(scope, label), number(scope, places))?;
            let shifted = condition::shift(label, if *promote { -places } else { places }, *count);
            shifted.map(Value::Label).ok_or(fault(FaultKind::WrongKind))
        }
        ExprKind::Logic { .. }
        | ExprKind::Not(_)
        | ExprKind::Compare { .. }
        | ExprKind::Matches { .. }
        | ExprKind::IsMissing(_) => condition::holds(scope, expr).map(Value::Bool),
        ExprKind::Invalid => Err(fault(FaultKind::Invalid)),
        _ => arithmetic::result(scope, expr).map(Value::Number),
    }
}

/// The value of an expression that is a number and there.
pub(super) fn number(scope: Scope, expr: &Expr) -> Result<Decimal, Stop> {
    match value(scope, expr)? {
        Value::Number(number) => Ok(number),
        other => Err(unfit(&other, expr.span)),
    }
}

/// The truth of a condition.
pub(super) fn truth(scope: Scope, expr: &Expr) -> Result<bool, Stop> {
    match value(scope, expr)? {
        Value::Bool(truth) => Ok(truth),
        other => Err(unfit(&other, expr.span)),
    }
}

/// The value of an expression that is a calendar value.
pub(super) fn moment(scope: Scope, expr: &Expr) -> Result<Moment, Stop> {
    match value(scope, expr)? {
        Value::Calendar(moment) => Ok(moment),
        other => Err(unfit(&other, expr.span)),
    }
}

fn label(scope: Scope, expr: &Expr) -> Result<usize, Stop> {
    match value(scope, expr)? {
        Value::Label(label) => Ok(label),
        other => Err(unfit(&other, expr.span)),
    }
}

/// Why a value cannot be used in its place: it is missing, or of another kind.
pub(super) fn unfit(value: &Value, span: Span) -> Stop {
    let kind = if *value == Value::Missing { FaultKind::Missing } else { FaultKind::WrongKind };
    Stop::fault(kind, span)
}
