//! Results as JSON: lines, or an array.

use std::io::{self, Write};

use serde_json::{Map, Value as Json};

use super::figure::figure;
use super::table::Cell;
use super::{Table, spelling};
use crate::data::{Content, Mark, Outcome, spell_cell};
use crate::ir::{Policy, Role, Slot, SlotId, Value};
use crate::quantity::Number;
use crate::render::exact_number;

/// One object a line.
pub(super) fn write_lines<'o>(
    table: &Table,
    outcomes: impl Iterator<Item = Outcome<'o>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for outcome in outcomes {
        serde_json::to_writer(&mut *out, &object(table, &outcome))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// An array, one object a line.
pub(super) fn write_array<'o>(
    table: &Table,
    outcomes: impl Iterator<Item = Outcome<'o>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut before: &[u8] = b"[\n";
    for outcome in outcomes {
        out.write_all(before)?;
        serde_json::to_writer(&mut *out, &object(table, &outcome))?;
        before = b",\n";
    }
    out.write_all(if before == b"[\n" { b"[]\n" } else { b"\n]\n" })
}

fn object(table: &Table, outcome: &Outcome) -> Json {
    let cells = table.columns.iter().map(|column| match table.cell(column, outcome) {
        Cell::Value(policy, slot, id) => cell(table, (policy, slot, id), outcome),
        Cell::Raw(cell) => Json::from(&*spelling::plain(cell)),
        Cell::Empty => Json::Null,
    });
    let marks = table.marks().iter().map(|mark| match mark {
        Mark::Reasons => Json::from(table.reasons(outcome)),
        Mark::Row => Json::from(outcome.place.row),
        mark => Some(table.mark(*mark, outcome)).filter(|text| !text.is_empty()).map_or(Json::Null, Json::from),
    });
    table.heads().map(str::to_owned).zip(cells.chain(marks)).collect::<Map<_, _>>().into()
}

fn cell(table: &Table, (policy, slot, id): (&Policy, &Slot, SlotId), outcome: &Outcome) -> Json {
    let Content::Values(values, _) = &outcome.content else { return Json::Null };
    match values.get(id.0) {
        None | Some(Value::Missing) => Json::Null,
        Some(Value::Number(number)) => self::number(policy, slot, id, number),
        Some(Value::Bool(truth)) if slot.role != Role::Gate => Json::Bool(*truth),
        Some(Value::Bool(_)) => {
            let text = spelling::result_text(policy, slot, id, outcome, table.headers);
            Json::from(&*spelling::plain(&text))
        }
        Some(value) => Json::from(&*spelling::plain(&spell_cell(policy, slot, value))),
    }
}

/// An exact number; what no bare number stands for is a text with its unit.
fn number(policy: &Policy, slot: &Slot, id: SlotId, value: &Number) -> Json {
    match figure(policy, slot, id, value) {
        Some(figure) => Json::Number(exact_number(figure)),
        None => Json::String(spell_cell(policy, slot, &Value::Number(value.clone()))),
    }
}
