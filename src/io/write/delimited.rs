//! Results as comma-separated text.

use std::io::{self, Write};

use super::table::Cell;
use super::{ResultRow, Table, spelling};

/// What makes spreadsheet programs show UTF-8 as it is.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes comma-separated text; `mark` puts a byte-order mark before it.
pub(super) fn write(
    table: &Table,
    rows: impl Iterator<Item = ResultRow>,
    out: &mut dyn Write,
    mark: bool,
) -> io::Result<()> {
    if mark {
        out.write_all(BYTE_ORDER_MARK)?;
    }
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(table.titles().map(spelling::harmless))?;
    for row in rows {
        for column in &table.columns {
            match table.cell(column, &row) {
                Cell::Value(policy, slot, id) => {
                    writer.write_field(spelling::result_cell(policy, slot, id, &row).as_bytes())?;
                }
                Cell::Raw(cell) => writer.write_field(spelling::harmless(cell).as_bytes())?,
                Cell::Empty => writer.write_field("")?,
            }
        }
        for (_, mark) in table.marks(&row).into_iter().flatten() {
            writer.write_field(spelling::harmless(mark).as_bytes())?;
        }
        writer.write_field(row.status.as_str())?;
        writer.write_field(spelling::harmless(&row.reasons.join("; ")).as_bytes())?;
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}
