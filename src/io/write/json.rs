use std::io::{self, Write};

use serde_json::{Map, Number, Value as Json};

use super::{REASONS, ResultRow, RowCells, STATUS, Table, spelling};
use crate::ir::{Bare, Policy, Role, Slot, SlotId, Type, Value};
use crate::quantity::{Decimal, Dimension, exact, spell_number};

/// One object a line.
pub(super) fn write_lines(table: Table, rows: impl Iterator<Item = ResultRow>, out: &mut dyn Write) -> io::Result<()> {
    for row in rows {
        serde_json::to_writer(&mut *out, &object(table, &row))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// An array, one object a line.
pub(super) fn write_array(table: Table, rows: impl Iterator<Item = ResultRow>, out: &mut dyn Write) -> io::Result<()> {
    let mut before: &[u8] = b"[\n";
    for row in rows {
        out.write_all(before)?;
        serde_json::to_writer(&mut *out, &object(table, &row))?;
        before = b",\n";
    }
    out.write_all(if before == b"[\n" { b"[]\n" } else { b"\n]\n" })
}

fn object(table: Table, row: &ResultRow) -> Json {
    let mut object = Map::new();
    for (column, slot) in table.slots() {
        let cell = match &row.cells {
            RowCells::Values(values) => {
                values.get(column.slot.0).map(|value| cell(table, slot, column.slot, value, row))
            }
            RowCells::Raw(cells) => cells.get(column.slot.0).cloned().flatten().map(Json::String),
        };
        object.insert(column.name.clone(), cell.unwrap_or(Json::Null));
    }
    object.insert(STATUS.to_owned(), Json::from(row.status.as_str()));
    object.insert(REASONS.to_owned(), Json::from(row.reasons.clone()));
    Json::Object(object)
}

fn cell(table: Table, slot: &Slot, id: SlotId, value: &Value, row: &ResultRow) -> Json {
    match value {
        Value::Missing => Json::Null,
        Value::Number(number) => self::number(table.policy, slot, id, *number),
        Value::Bool(truth) if slot.role != Role::Gate => Json::Bool(*truth),
        Value::Bool(_) => Json::String(spelling::result_text(table.policy, slot, id, row)),
        _ => Json::String(spelling::spell_cell(table.policy, slot, value)),
    }
}

/// An exact number. A duration stands in its declared unit, a percent as its fraction; a field as it
/// is read: a `percent(%)` as its figure, and what no bare number stands for as text with its unit.
fn number(policy: &Policy, slot: &Slot, id: SlotId, value: Decimal) -> Json {
    let figure = match slot.ty {
        Type::Number(Dimension::TIME) => exact::divide(value, Decimal::from(slot.time_unit.seconds())),
        Type::Number(dimension) if dimension.percent => match policy.field(id).map(|field| field.bare) {
            Some(Bare::Percent) => exact::mul(value, Decimal::ONE_HUNDRED),
            Some(Bare::Fraction) | None => Some(value),
            Some(_) => None,
        },
        _ => Some(value),
    };
    match figure {
        Some(figure) => Json::Number(exact_number(figure)),
        None => Json::String(spelling::spell_cell(policy, slot, &Value::Number(value))),
    }
}

/// A decimal as a JSON number, digit by digit.
pub(super) fn exact_number(value: Decimal) -> Number {
    Number::from_string_unchecked(spell_number(value))
}
