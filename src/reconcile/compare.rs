//! Cell by cell: what the policy gives and what stands in the sheet.

use indexmap::IndexMap;

use super::model::{ColumnTally, Difference, Reconciliation, Theirs};
use super::rows::{Matched, Pair};
use super::{Asked, Sheet};
use crate::data::Reading;
use crate::eval::Evaluation;
use crate::ir::{Role, Slot, Type, Value};
use crate::quantity::Number;

/// A column of the sheet that is compared: of each policy the field.
pub(super) struct Compared {
    name: String,
    header: String,
    fields: Vec<Option<usize>>,
}

/// The columns of the sheet that some policy has, in their order.
pub(super) fn columns(asked: &Asked) -> Vec<Compared> {
    let mut found: IndexMap<(u32, String), Compared> = IndexMap::new();
    for (policy, sheet) in asked.sheets.iter().enumerate() {
        let Some(input) = sheet.batch.inputs.first() else { continue };
        for field in sheet.fields.compared() {
            let (Some(Some(column)), Some(slot)) = (input.columns.get(field), sheet.fields.slots.get(field)) else {
                continue;
            };
            let fields = vec![None; asked.sheets.len()];
            let new = Compared { name: slot.name.clone(), header: column.header.to_string(), fields };
            let known = found.entry((column.at, slot.name.clone())).or_insert(new);
            known.fields.get_mut(policy).into_iter().for_each(|own| *own = Some(field));
        }
    }
    found.sort_by(|one, _, other, _| one.0.cmp(&other.0));
    found.into_values().collect()
}

/// Compares every pair in every column.
pub(super) fn compare(asked: &Asked, columns: Vec<Compared>, matched: &Matched) -> Reconciliation {
    let mut found = Reconciliation {
        by: asked.by,
        periods: matched.periods.clone(),
        unmatched: matched.unmatched.clone(),
        aside: matched.aside.clone(),
        columns: columns.iter().map(|column| tally(asked, column)).collect(),
        ..Reconciliation::default()
    };
    for pair in &matched.pairs {
        let Some(evaluation) = asked.started.evaluation(pair.record) else { continue };
        let before = found.differences.len();
        for (at, column) in columns.iter().enumerate() {
            let Some(field) = column.fields.get(pair.policy).copied().flatten() else { continue };
            let difference = cell(asked, *pair, (at, field), &evaluation);
            let Some(tally) = found.columns.get_mut(at) else { continue };
            tally.count(difference.as_ref());
            found.differences.extend(difference);
        }
        match found.differences.len() == before {
            true => found.agree += 1,
            false => found.differ += 1,
        }
    }
    found
}

fn tally(asked: &Asked, column: &Compared) -> ColumnTally {
    let slot = column.fields.iter().zip(asked.sheets).find_map(|(field, sheet)| sheet.fields.slots.get((*field)?));
    let figures = slot.is_some_and(|slot| matches!(slot.ty, Type::Number(_)));
    ColumnTally {
        name: column.name.clone(),
        header: column.header.clone(),
        agree: 0,
        differ: 0,
        total: figures.then_some(Number::ZERO),
        over: Number::ZERO,
        under: Number::ZERO,
    }
}

impl ColumnTally {
    fn count(&mut self, difference: Option<&Difference>) {
        let Some(difference) = difference else {
            self.agree += 1;
            return;
        };
        self.differ += 1;
        if let (Some(delta), Some(total)) = (&difference.delta, &mut self.total) {
            *total = &*total + delta;
            let side = if delta.is_negative() { &mut self.under } else { &mut self.over };
            *side = &*side + delta;
        }
    }
}

/// The difference in one cell, where there is one.
fn cell(asked: &Asked, pair: Pair, (column, field): (usize, usize), evaluation: &Evaluation) -> Option<Difference> {
    let sheet = asked.sheets.get(pair.policy)?;
    let (slot, id) = (sheet.fields.slots.get(field)?, *sheet.fields.of.get(field)?);
    let ours = evaluation.value(id).ok()?.clone();
    let theirs = theirs(sheet, pair.row, field);
    if theirs.value().is_some_and(|theirs| agree(slot, &ours, theirs)) {
        return None;
    }
    let delta = match (&ours, theirs.value()) {
        (Value::Number(ours), Some(Value::Number(theirs))) => Some(theirs - ours),
        _ => None,
    };
    let Pair { policy, record, row } = pair;
    Some(Difference { policy, record, row, field, column, slot: id, ours, theirs, delta, causes: vec![] })
}

/// What stands in a cell of the sheet.
fn theirs(sheet: &Sheet, row: usize, field: usize) -> Theirs {
    if let Some(value) = sheet.batch.known(row, field) {
        return Theirs::Value(value.into_owned());
    }
    let text = match sheet.batch.apart(row).map(|record| &record.reading) {
        Some(Reading::Rejected(out)) => out.cells.get(field).cloned().flatten(),
        _ => None,
    };
    Theirs::Text(text.unwrap_or_default())
}

/// Whether two cells say the same: exactly, but that an empty text is none, and a flag that is not raised need not be
/// written.
fn agree(slot: &Slot, ours: &Value, theirs: &Value) -> bool {
    let blank = |value: &Value| match value {
        Value::Text(text) => text.as_str().is_empty(),
        value => *value == Value::Missing,
    };
    ours == theirs
        || (blank(ours) && blank(theirs))
        || (slot.role == Role::Flag && *ours == Value::Bool(false) && blank(theirs))
}
