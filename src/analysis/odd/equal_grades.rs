//! Grades that differ by their names alone.

//! W0513: neighbouring grades that give the same.

use super::{Odd, rows};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{ExprKind, Row, RowValue, Table, TableKind, Value};

/// Tells two neighbouring grades with the same outputs, where nothing else asks which of them it is.
pub(super) fn tell(odd: &Odd, table: &Table) -> Vec<Diagnostic> {
    let label = table.outputs.first().filter(|_| table.kind == TableKind::Grade);
    let mut alike = rows::neighbours(table).filter(|(one, two)| rows::answer_alike(one, two, 1)).peekable();
    if alike.peek().is_none() || label.is_none_or(|label| odd.is_read(*label)) {
        return vec![];
    }
    alike.filter_map(|(one, two)| pair(odd, table, one, two)).collect()
}

fn pair(odd: &Odd, table: &Table, one: &Row, two: &Row) -> Option<Diagnostic> {
    let (better, worse) = (label(odd, one)?, label(odd, two)?);
    if better == worse {
        return None;
    }
    let told = Diagnostic::new(Code::EqualGrades, two.span)
        .arg("grade", table.name.as_str())
        .arg("better", better)
        .arg("worse", worse)
        .arg("values", rows::answers(odd, table, two, 1))
        .label_with(one.span, "row", vec![("better", better.into())]);
    Some(told)
}

fn label<'a>(odd: &Odd<'a>, row: &Row) -> Option<&'a str> {
    let RowValue::Expr(value) = row.values.first()? else { return None };
    let ExprKind::Constant(Value::Label(label)) = value.kind else { return None };
    odd.policy.label(value.ty, label)
}
