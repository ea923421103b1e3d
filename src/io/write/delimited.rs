use std::io::{self, Write};

use super::{REASONS, ResultRow, RowCells, STATUS, Table, spelling};

/// What makes spreadsheet programs show UTF-8 as it is.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes comma-separated text; `mark` puts a byte-order mark before it.
pub(super) fn write(
    table: Table,
    rows: impl Iterator<Item = ResultRow>,
    out: &mut dyn Write,
    mark: bool,
) -> io::Result<()> {
    if mark {
        out.write_all(BYTE_ORDER_MARK)?;
    }
    let mut writer = csv::Writer::from_writer(out);
    let headers = table.slots().map(|(column, _)| spelling::harmless(&column.name));
    let headers = headers.chain([STATUS.into(), REASONS.into()]);
    writer.write_record(headers.map(std::borrow::Cow::into_owned))?;
    for row in rows {
        for (column, slot) in table.slots() {
            let cell = match &row.cells {
                RowCells::Values(_) => spelling::result_cell(table.policy, slot, column.slot, &row),
                RowCells::Raw(cells) => spelling::raw_cell(cells, column.slot),
            };
            writer.write_field(cell.as_bytes())?;
        }
        writer.write_field(row.status.as_str())?;
        writer.write_field(spelling::harmless(&row.reasons.join("; ")).as_bytes())?;
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}
