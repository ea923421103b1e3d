//! What a table can answer: its rows, from the top, with what those above leave over.

use super::expression::possible;
use super::{Possible, Scope, truth};
use crate::ir::{Pattern, Row, RowValue, SlotId, Table};

/// What each output can be.
pub(super) fn answers(scope: Scope, table: &Table) -> Vec<Possible> {
    let mut found = vec![Possible::NOTHING.clone(); table.outputs.len()];
    let mut rest: Vec<Possible> = table.inputs.iter().map(|input| possible(scope, &input.value)).collect();
    for row in &table.rows {
        if row.invalid {
            return anything(scope, table);
        }
        let taken: Vec<Possible> =
            rest.iter().zip(&row.patterns).map(|(input, pattern)| truth::taken(input, pattern, true)).collect();
        if taken.iter().any(Possible::is_nothing) {
            continue;
        }
        let holds = scope.under(of_slots(table, &taken), |scope| answer(scope, row, &taken, &mut found));
        if holds == (false, true) && !leaves(&mut rest, row) {
            break;
        }
    }
    found
}

/// Adds what a row can answer to what those above can, and gives the truth values that its guard can have.
fn answer(scope: Scope, row: &Row, taken: &[Possible], found: &mut [Possible]) -> (bool, bool) {
    let (truths, known) = match &row.guard {
        None => ((false, true), Some(vec![])),
        Some(guard) => (possible(scope, guard).truths(), truth::assuming(scope, guard, true)),
    };
    let Some(known) = known else { return truths };
    scope.under(known, |scope| {
        for (found, value) in found.iter_mut().zip(&row.values) {
            let before = std::mem::replace(found, Possible::MISSING);
            *found = before.or(row_value(scope, value, taken));
        }
    });
    truths
}

fn row_value(scope: Scope, value: &RowValue, taken: &[Possible]) -> Possible {
    match value {
        RowValue::Expr(expr) => possible(scope, expr),
        RowValue::Missing => Possible::MISSING,
        RowValue::Line(line) => {
            let over = taken.first().and_then(Possible::as_numbers);
            Possible::numbers(over.and_then(|over| line.heights(&over.lo(), &over.hi())))
        }
    }
}

/// Takes from what is left over what a row takes for certain. Whether anything is left.
fn leaves(rest: &mut [Possible], row: &Row) -> bool {
    let left = |(input, pattern): (&Possible, &Pattern)| truth::taken(input, pattern, false);
    let left: Vec<Possible> = rest.iter().zip(&row.patterns).map(left).collect();
    let mut open = left.iter().enumerate().filter(|(_, left)| !left.is_nothing());
    match (open.next(), open.next()) {
        (None, _) => false,
        // Of several inputs nobody knows which one it is that another row takes.
        (Some(_), Some(_)) => true,
        (Some((at, left)), None) => {
            let left = left.clone();
            rest.get_mut(at).into_iter().for_each(|place| *place = left.clone());
            true
        }
    }
}

/// What the slots are that are inputs where a row takes them.
fn of_slots(table: &Table, taken: &[Possible]) -> Vec<(SlotId, Possible)> {
    let each = table.inputs.iter().zip(taken);
    each.filter_map(|(input, taken)| Some((input.value.slot()?, taken.clone()))).collect()
}

fn anything(scope: Scope, table: &Table) -> Vec<Possible> {
    let slots = &scope.reach.policy.slots;
    table.outputs.iter().map(|slot| slots.get(slot.0).map_or(Possible::MISSING, Possible::of_slot)).collect()
}
