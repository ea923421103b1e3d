//! W0514: a value of a set that its input never has.

use super::Odd;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Pattern, Table, Value};
use crate::quantity::{Number, Numbers};
use crate::source::Span;

/// Tells values in the patterns of rows. A row of which no value can be is dead, which is told as an error.
pub(super) fn tell_rows(odd: &Odd, table: &Table) -> Vec<Diagnostic> {
    let mut told = vec![];
    for row in table.rows.iter().filter(|row| !row.invalid) {
        for ((pattern, span), input) in row.patterns.iter().zip(&row.pattern_spans).zip(&table.inputs) {
            told.extend(pattern_values(odd, pattern, *span, &input.value, &input.name));
        }
    }
    told
}

/// Tells values of `x in {…}`.
pub(super) fn tell_set(odd: &Odd, expr: &Expr) -> Vec<Diagnostic> {
    match &expr.kind {
        ExprKind::Matches { value, pattern } => pattern_values(odd, pattern, expr.span, value, &odd.text(value)),
        _ => vec![],
    }
}

fn pattern_values(odd: &Odd, pattern: &Pattern, span: Span, input: &Expr, name: &str) -> Vec<Diagnostic> {
    let (Pattern::Values(values) | Pattern::Not(values), Some(numbers)) = (pattern, input.domain.numbers()) else {
        return vec![];
    };
    let idle: Vec<&Number> =
        values.iter().filter_map(Value::number).filter(|value| !numbers.contains(*value)).collect();
    // A set of which nothing can be is told as a condition or row that never holds.
    let none = matches!(pattern, Pattern::Values(_)) && idle.len() == values.len();
    if none || !odd.is_measured(input) {
        return vec![];
    }
    idle.into_iter().map(|value| told(odd, value, numbers, span, input, name)).collect()
}

fn told(odd: &Odd, value: &Number, numbers: &Numbers, span: Span, input: &Expr, name: &str) -> Diagnostic {
    let told = Diagnostic::new(Code::IdleValue, span).arg("input", name).arg("value", odd.quantity(value, input.ty));
    match numbers {
        Numbers::Range { lo, hi, step } if lo <= value && value <= hi && !value.is_multiple(step) => {
            told.variant("step").arg("step", odd.quantity(step, input.ty))
        }
        _ => told.arg("lo", odd.quantity(numbers.lo(), input.ty)).arg("hi", odd.quantity(numbers.hi(), input.ty)),
    }
}
