//! Rows of texts as a sheet.

use std::io::{self, Write};
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::delimited::BYTE_ORDER_MARK;
use super::workbook::{unheld, widen};
use crate::data::Problem;
use crate::io::save;

/// Writes rows of cells, the first the heads, as comma-separated text, whole or not at all.
pub fn write_cells(path: &Path, rows: &[Vec<String>]) -> Result<(), Problem> {
    save(path, |out| csv(rows, out))
}

/// The same as a workbook. What is written as text is read back as it stands.
pub fn write_cells_workbook(path: &Path, rows: &[Vec<String>]) -> Result<(), Problem> {
    save(path, |out| out.write_all(&workbook(rows).map_err(unheld)?))
}

fn csv(rows: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK)?;
    let mut writer = csv::Writer::from_writer(out);
    rows.iter().try_for_each(|row| writer.write_record(row))?;
    writer.flush()
}

fn workbook(rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold();
    let mut widths: Vec<usize> = vec![0; rows.first().map_or(0, Vec::len)];
    for (at, row) in (0..).zip(rows) {
        for ((column, cell), width) in (0..).zip(row).zip(&mut widths) {
            *width = (*width).max(cell.width());
            if at == 0 {
                sheet.write_string_with_format(at, column, cell, &bold)?;
            } else if !cell.is_empty() {
                sheet.write_string(at, column, cell)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    widen(sheet, &widths)?;
    workbook.save_to_buffer()
}
