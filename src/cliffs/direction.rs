//! Whether more of a field is better: as the policy ensures it, else as the points of an item, the labels of a grade or a
//! scale go.

use crate::ir::{Claim, Pattern, Policy, RowValue, SlotId, Step, Table, TableKind};
use crate::quantity::Number;

/// Whether more of a field is better; nothing, where the policy does not say.
pub(super) fn rises(policy: &Policy, pay: SlotId, field: SlotId) -> Option<bool> {
    let ensured = policy.ensures.iter().find(|ensure| ensure.claim == Claim::Increasing(field));
    if ensured.is_some_and(|ensure| ensure.slot == pay) {
        return Some(true);
    }
    policy.steps.iter().find_map(|step| match step {
        Step::Table(table) => of_table(table, field),
        Step::Scale(scale) if scale.input.value.slot() == Some(field) => Some(true),
        _ => None,
    })
}

fn of_table(table: &Table, field: SlotId) -> Option<bool> {
    let [input] = table.inputs.as_slice() else { return None };
    if input.value.slot() != Some(field)
        || !matches!(table.kind, TableKind::Score | TableKind::Grade | TableKind::Scale)
    {
        return None;
    }
    let mut worth: Vec<(Number, Number)> = vec![];
    for (at, row) in table.rows.iter().enumerate().filter(|(_, row)| row.guard.is_none()) {
        let Some(Pattern::Interval { lo, hi }) = row.patterns.first() else { continue };
        let Some(place) = lo.as_ref().or(hi.as_ref()).and_then(|bound| bound.value.number()) else { continue };
        // A row that is open below lies below its bound.
        let place = if lo.is_none() { place - &Number::ONE } else { place.clone() };
        let value = match (table.kind, row.values.first()) {
            (TableKind::Grade, _) => Number::from(table.rows.len() - at),
            (_, Some(RowValue::Expr(expr))) => match expr.domain.numbers().and_then(|numbers| numbers.single()) {
                Some(value) => value,
                None => continue,
            },
            (_, Some(RowValue::Line(line))) => Number::from(line.to),
            _ => continue,
        };
        worth.push((place, value));
    }
    worth.sort();
    let (first, last) = (worth.first()?, worth.last()?);
    match last.1.cmp(&first.1) {
        std::cmp::Ordering::Greater => Some(true),
        std::cmp::Ordering::Less => Some(false),
        std::cmp::Ordering::Equal => None,
    }
}
