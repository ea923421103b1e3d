//! Every expression that an evaluation goes through, held to the domain that was inferred for it.

use merit::eval::{Observed, Stop, Trace};
use merit::ir::{Expr, RelationId, Step, Table, Value};

use super::points::admits;

type Verdict = Result<(), String>;

/// Holds every expression that gave a value, or helped to, to its domain.
pub fn expressions(observed: &Observed) -> Verdict {
    let steps = observed.policy.steps.iter().enumerate();
    steps.clone().flat_map(|(_, step)| step.expressions()).try_for_each(|expr| parts(observed, expr))?;
    steps.clone().try_for_each(|(at, step)| match (step, observed.evaluation.trace(at)) {
        (Step::Table(table), Some(Trace::Row(taken))) => twins(table, &taken.inputs),
        _ => Ok(()),
    })
}

/// Columns of a table that count as one have one value.
fn twins(table: &Table, inputs: &[Value]) -> Verdict {
    for (at, input) in table.inputs.iter().enumerate() {
        let twin = (0..at).find(|one| table.inputs[*one].value.alike(&input.value) && inputs[*one] != inputs[at]);
        if let Some(twin) = twin {
            return Err(format!("columns {twin} and {at} of {} count as one and differ", table.name));
        }
    }
    Ok(())
}

/// An expression and everything in it, as far as it was looked at.
fn parts(observed: &Observed, expr: &Expr) -> Verdict {
    let relations = (0..observed.policy.relations.len()).map(RelationId);
    let rows: Vec<usize> = relations.flat_map(|relation| observed.rows(relation)).copied().collect();
    let mut verdict = Ok(());
    expr.walk(&mut |part| {
        let of_rows = rows.iter().filter_map(|row| observed.value_of_row(part, *row));
        for found in observed.value(part).into_iter().chain(of_rows) {
            verdict = std::mem::replace(&mut verdict, Ok(())).and_then(|()| held(part, found));
        }
    });
    verdict
}

fn held(expr: &Expr, found: &Result<Value, Stop>) -> Verdict {
    match found {
        Err(stop) => Err(format!("an expression at {:?} has no value: {stop:?}", expr.span)),
        Ok(Value::Missing) if expr.optional => Ok(()),
        Ok(value) if *value != Value::Missing && admits(&expr.domain, value) => Ok(()),
        Ok(value) => Err(format!("an expression at {:?} is {value:?}, outside {:?}", expr.span, expr.domain)),
    }
}
