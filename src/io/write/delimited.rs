//! Results as comma-separated text.

use std::io::{self, Write};

use super::{Table, spelling};
use crate::data::Outcome;

/// What makes spreadsheet programs show UTF-8 as it is.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

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
    writer.write_record(table.heads().map(spelling::harmless))?;
    for outcome in outcomes.filter(|outcome| !table.leaves_out(outcome)) {
        writer.write_record(table.texts(&outcome).map(|cell| spelling::harmless(&cell)))?;
    }
    writer.flush()
}
