//! Many values made one.

use super::arithmetic::there;
use super::evaluation::all;
use super::expression::{Scope, Window, truth, unfit, value};
use super::observer::{Observer, Spot};
use super::{FaultKind, Stop};
use crate::ir::{Aggregate, Many, Value};
use crate::quantity::{Decimal, Number, Rounding};
use crate::source::Span;

/// What one row or record adds: nothing where the filter leaves it out; of `count`, the bare fact that it is there.
pub(super) fn part<O: Observer>(scope: Scope<O>, many: &Many) -> Result<Option<Value>, Stop> {
    if !many.filter.as_ref().map_or(Ok(true), |filter| truth(scope, filter))? {
        return Ok(None);
    }
    many.value.as_ref().map_or(Ok(Value::Bool(true)), |one| value(scope, one)).map(Some)
}

/// What the parts come to.
pub(super) fn whole<'v>(
    aggregate: Aggregate,
    parts: impl Iterator<Item = &'v Value>,
    span: Span,
) -> Result<Value, Stop> {
    rounded(aggregate, parts, span, |total, count, step, mode| total.quotient(count, step, mode))
}

/// What the parts come to, a mean rounded by `round`.
fn rounded<'v>(
    aggregate: Aggregate,
    parts: impl Iterator<Item = &'v Value>,
    span: Span,
    round: impl FnOnce(&Number, &Number, Decimal, Rounding) -> Option<Number>,
) -> Result<Value, Stop> {
    let numbers = |parts: &mut dyn Iterator<Item = &'v Value>| all(parts.map(|part| number(part, span)));
    let mut parts = parts;
    Ok(match aggregate {
        Aggregate::Count => Value::Number(Number::from(parts.count())),
        Aggregate::Every => Value::Bool(parts.all(|part| *part == Value::Bool(true))),
        Aggregate::Some => Value::Bool(parts.any(|part| *part == Value::Bool(true))),
        Aggregate::Least => parts.min().cloned().unwrap_or(Value::Missing),
        Aggregate::Greatest => parts.max().cloned().unwrap_or(Value::Missing),
        Aggregate::Sum => Value::Number(numbers(&mut parts)?.into_iter().sum()),
        Aggregate::Average { step, mode } => {
            let numbers = numbers(&mut parts)?;
            let (total, count): (Number, _) = (numbers.iter().copied().sum(), Number::from(numbers.len()));
            match numbers.is_empty() {
                true => Value::Missing,
                false => Value::Number(there(round(&total, &count, step, mode), span)?),
            }
        }
    })
}

/// What the rows of one relation come to, each with its place.
pub(super) fn of_rows<'r, O: Observer>(
    scope: Scope<'r, O>,
    many: &Many,
    rows: impl Iterator<Item = (usize, Window<'r>)>,
    (at, span): (Spot, Span),
) -> Result<Value, Stop> {
    let parts = all(rows.map(|row| part(scope.with(row), many)))?;
    let round = |total: &Number, count: &Number, step, mode| scope.round(at, (total, count), step, mode);
    rounded(many.aggregate, parts.iter().flatten(), span, round)
}

fn number(value: &Value, span: Span) -> Result<&Number, Stop> {
    match value {
        Value::Number(number) => Ok(number),
        Value::Missing => Err(unfit(value, span)),
        _ => Err(Stop::fault(FaultKind::WrongKind, span)),
    }
}
