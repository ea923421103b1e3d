//! What a sheet and a policy do not have in common, as a table in which theirs and the difference are marked.

use std::io::{self, Write};
use std::path::Path;

use rust_xlsxwriter::{Color, Format, Workbook, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::super::file::save;
use super::spelling::harmless;
use super::workbook::{spelt_figure, unheld, widen};
use super::{OutputFormat, delimited};
use crate::data::Problem;
use crate::diagnostic::Code;
use crate::render::reconcile::DifferenceRow;

/// The fills of the cells that differ, and of the figures that count.
const THEIRS: u32 = 0xFF_C7_CE;
const OURS: u32 = 0xC6_EF_CE;
const DELTA: u32 = 0xFF_EB_9C;

/// The differences with the heads of their columns and the name of their sheet.
#[derive(Debug, Clone, Default)]
pub struct Differences {
    /// The heads, one a column.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<DifferenceRow>,
    /// The name of the sheet.
    pub sheet: String,
}

/// Writes differences into a workbook or as CSV, by the ending of the name.
pub fn write_differences(found: &Differences, path: &Path) -> Result<(), Problem> {
    match OutputFormat::of(path)? {
        OutputFormat::Csv => save(path, |out| csv(found, out)),
        OutputFormat::Xlsx => save(path, |out| {
            let bytes = workbook(found).map_err(unheld)?;
            out.write_all(&bytes)
        }),
        OutputFormat::Json | OutputFormat::JsonLines | OutputFormat::Parquet => {
            let name = path.to_string_lossy().as_ref().into();
            Err(Problem::new(Code::OutputFormat, "differences", &name))
        }
    }
}

fn cells(row: &DifferenceRow) -> [String; 10] {
    let key = row.key.join(" ");
    [&key, &row.name, &row.period, &row.column, &row.ours, &row.theirs, &row.delta, &row.kind, &row.words, &row.cell]
        .map(Clone::clone)
}

fn csv(found: &Differences, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(delimited::BYTE_ORDER_MARK)?;
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(found.heads.iter().map(|head| harmless(head).into_owned()))?;
    for row in &found.rows {
        writer.write_record(cells(row).iter().map(|cell| harmless(cell).into_owned()))?;
    }
    writer.flush()
}

fn workbook(found: &Differences) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name(&found.sheet)?;
    let bold = Format::new().set_bold();
    let mut widths: Vec<usize> = found.heads.iter().map(|head| head.width()).collect();
    for (column, head) in (0..).zip(&found.heads) {
        sheet.write_string_with_format(0, column, head, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let fill = |colour: u32| Format::new().set_background_color(Color::RGB(colour));
    let fills = [(4_u16, fill(OURS)), (5, fill(THEIRS)), (6, fill(DELTA))];
    for (at, row) in (1..).zip(&found.rows) {
        for ((column, cell), width) in (0..).zip(cells(row)).zip(&mut widths) {
            *width = (*width).max(cell.width());
            let format = fills.iter().find(|(of, _)| *of == column).map(|(_, format)| format);
            match (format, spelt_figure(&cell)) {
                (Some(format), Some((number, places))) => {
                    let format = format.clone().set_num_format(places);
                    sheet.write_number_with_format(at, column, number, &format)?;
                }
                (Some(format), None) => {
                    sheet.write_string_with_format(at, column, &cell, format)?;
                }
                (None, _) if cell.is_empty() => {}
                (None, _) => {
                    sheet.write_string(at, column, &cell)?;
                }
            }
        }
    }
    if !found.rows.is_empty() {
        let last = u32::try_from(found.rows.len()).unwrap_or(u32::MAX);
        sheet.autofilter(0, 0, last, 9)?;
    }
    widen(sheet, &widths)?;
    workbook.save_to_buffer()
}
