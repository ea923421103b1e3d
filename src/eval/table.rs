//! Tables: the first row whose patterns and guard hold answers.

use super::arithmetic::there;
use super::evaluation::all;
use super::expression::{Scope, truth, unfit, value};
use super::observer::{Observer, Spot};
use super::step::Answer;
use super::{FaultKind, RowTrace, Stop, Trace};
use crate::ir::{Line, Row, RowValue, Table, Value};
use crate::quantity::Number;

/// What a table answers to its inputs.
pub(super) fn answer<O: Observer>(scope: Scope<O>, table: &Table) -> Answer {
    let inputs = all(table.inputs.iter().map(|input| value(scope, &input.value)))?;
    for (at, row) in table.rows.iter().enumerate() {
        if takes(scope, row, &inputs)? {
            return Ok(outcome(scope, at, row, inputs));
        }
    }
    Err(Stop::fault(FaultKind::NoRow, table.span))
}

fn takes<O: Observer>(scope: Scope<O>, row: &Row, inputs: &[Value]) -> Result<bool, Stop> {
    if row.invalid {
        return Err(Stop::fault(FaultKind::Invalid, row.span));
    }
    if !row.patterns.iter().zip(inputs).all(|(pattern, input)| pattern.takes(input)) {
        return Ok(false);
    }
    row.guard.as_ref().map_or(Ok(true), |guard| truth(scope, guard))
}

fn outcome<O: Observer>(
    scope: Scope<O>,
    at: usize,
    row: &Row,
    inputs: Vec<Value>,
) -> (Trace, Vec<Result<Value, Stop>>) {
    let values = row.values.iter().map(|value| row_value(scope, row, value, inputs.first())).collect();
    (Trace::Row(RowTrace { row: at, span: row.span, inputs }), values)
}

fn row_value<O: Observer>(scope: Scope<O>, row: &Row, answer: &RowValue, input: Option<&Value>) -> Result<Value, Stop> {
    match (answer, input) {
        (RowValue::Expr(expr), _) => value(scope, expr),
        (RowValue::Missing, _) => Ok(Value::Missing),
        (RowValue::Line(line), Some(Value::Number(x))) => there(on_line(scope, line, x), row.span).map(Value::Number),
        (RowValue::Line(_), other) => Err(unfit(other.unwrap_or(&Value::Missing), row.span)),
    }
}

/// The height of a line at `x`, rounded once.
fn on_line<O: Observer>(scope: Scope<O>, line: &Line, x: &Number) -> Option<Number> {
    let (height, run) = line.exact_height(x);
    scope.round(Spot::of(line), (&height, &run), line.step, line.mode)
}
