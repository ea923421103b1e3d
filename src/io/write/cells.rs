//! Rows of texts as a sheet.

use std::path::Path;

use super::delimited::BYTE_ORDER_MARK;
use crate::data::Problem;
use crate::io::save;

/// Writes rows of cells as comma-separated text, whole or not at all.
pub fn write_cells(path: &Path, rows: &[Vec<String>]) -> Result<(), Problem> {
    save(path, |out| {
        out.write_all(BYTE_ORDER_MARK)?;
        let mut writer = csv::Writer::from_writer(out);
        rows.iter().try_for_each(|row| writer.write_record(row))?;
        writer.flush()
    })
}
