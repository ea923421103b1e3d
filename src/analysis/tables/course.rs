//! What a table with one numeric input answers as that input grows.

use super::model::Model;
use crate::ir::{ExprKind, RowValue, Value};
use crate::quantity::Number;

/// A stretch of the input that one row takes.
pub(super) struct Stretch {
    /// The row.
    pub row: usize,
    /// The first place.
    pub from: i128,
    /// What it answers at its lower end.
    pub low: Number,
    /// What it answers at its upper end.
    pub high: Number,
}

/// The stretches from the least value to the greatest; `None` where the table has several inputs,
/// guards, gaps, or answers that are not known beforehand.
pub(super) fn course(model: &Model) -> Option<Vec<Stretch>> {
    let [axis] = model.axes.as_slice() else { return None };
    let plain = model.rows.iter().all(|row| row.as_ref().is_some_and(|row| !row.guarded));
    if !axis.extent.ordered || !plain {
        return None;
    }
    let inside = axis.edges.keys().copied().filter(|place| (1..axis.extent.len).contains(place));
    let mut stretches: Vec<Stretch> = vec![];
    for from in [0].into_iter().chain(inside) {
        let row = model.taker(&[from])?;
        if stretches.last().is_none_or(|last| last.row != row) {
            let (low, high) = answer(model.row(row)?.values.first()?)?;
            stretches.push(Stretch { row, from, low, high });
        }
    }
    Some(stretches)
}

fn answer(value: &RowValue) -> Option<(Number, Number)> {
    match value {
        RowValue::Expr(expr) => match &expr.kind {
            ExprKind::Constant(Value::Number(number)) => Some((number.clone(), number.clone())),
            _ => None,
        },
        RowValue::Line(line) => Some((line.from.into(), line.to.into())),
        RowValue::Missing => None,
    }
}
