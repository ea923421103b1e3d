//! Results as comma-separated text.

use std::io::{self, Write};

use super::table::Cell;
use super::{Table, spelling};
use crate::data::Outcome;

/// What makes spreadsheet programs show UTF-8 as it is.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes comma-separated text; `mark` puts a byte-order mark before it.
pub(super) fn write<'o>(
    table: &Table,
    outcomes: impl Iterator<Item = Outcome<'o>>,
    out: &mut dyn Write,
    mark: bool,
) -> io::Result<()> {
    if mark {
        out.write_all(BYTE_ORDER_MARK)?;
    }
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(table.titles().map(spelling::harmless))?;
    for outcome in outcomes {
        for column in &table.columns {
            match table.cell(column, &outcome) {
                Cell::Value(policy, slot, id) => {
                    writer.write_field(spelling::result_cell(policy, slot, id, &outcome).as_bytes())?;
                }
                Cell::Raw(cell) => writer.write_field(spelling::harmless(cell).as_bytes())?,
                Cell::Empty => writer.write_field("")?,
            }
        }
        for (_, mark) in table.marks(&outcome).into_iter().flatten() {
            writer.write_field(spelling::harmless(mark).as_bytes())?;
        }
        writer.write_field(outcome.status().as_str())?;
        writer.write_field(spelling::harmless(&table.reasons(&outcome).join("; ")).as_bytes())?;
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}
