use std::io::{self, Write};

use num_traits::ToPrimitive;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::{REASONS, ResultRow, RowCells, STATUS, Table, spelling};
use crate::ir::{Slot, Type, Value};
use crate::quantity::{Decimal, Dimension, exact};

/// A spreadsheet keeps so many digits of a number; a longer one is written as text.
const MOST_DIGITS: usize = 15;
/// What a spreadsheet shows at most behind the point.
const MOST_PLACES: usize = 12;

/// An Excel workbook: the results, and on a second sheet the summary.
pub(super) fn write(
    table: Table,
    rows: impl Iterator<Item = ResultRow>,
    out: &mut dyn Write,
    summary: impl FnOnce() -> Vec<(String, String)>,
) -> io::Result<()> {
    let bytes = fill(table, rows, summary).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn fill(
    table: Table,
    rows: impl Iterator<Item = ResultRow>,
    summary: impl FnOnce() -> Vec<(String, String)>,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let header = Format::new().set_bold();
    let sheet = workbook.add_worksheet();
    let titles = table.slots().map(|(column, _)| column.name.as_str()).chain([STATUS, REASONS]);
    for (column, title) in (0..).zip(titles) {
        sheet.write_string_with_format(0, column, title, &header)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let formats: Vec<Format> = table.slots().map(|(_, slot)| number_format(table, slot)).collect();
    for (row, result) in (1..).zip(rows) {
        write_row(sheet, row, table, &result, &formats)?;
    }
    let sheet = workbook.add_worksheet();
    for (row, (name, value)) in (0..).zip(summary()) {
        sheet.write_string_with_format(row, 0, name, &header)?.write_string(row, 1, value)?;
    }
    workbook.save_to_buffer()
}

fn write_row(
    sheet: &mut Worksheet,
    row: u32,
    table: Table,
    result: &ResultRow,
    formats: &[Format],
) -> Result<(), XlsxError> {
    let mut at = 0;
    for ((column, slot), format) in table.slots().zip(formats) {
        match &result.cells {
            RowCells::Values(values) => match values.get(column.slot.0).and_then(|value| figure(slot, value)) {
                Some(number) => sheet.write_number_with_format(row, at, number, format)?,
                None => text(sheet, row, at, &spelling::result_text(table.policy, slot, column.slot, result))?,
            },
            RowCells::Raw(cells) => {
                text(sheet, row, at, cells.get(column.slot.0).and_then(Option::as_deref).unwrap_or_default())?
            }
        };
        at += 1;
    }
    text(sheet, row, at, result.status.as_str())?;
    text(sheet, row, at + 1, &result.reasons.join("; ")).map(|_| ())
}

/// A string cell is never run as a formula, whatever it begins with. Excel takes 32,767 characters.
fn text<'s>(sheet: &'s mut Worksheet, row: u32, column: u16, text: &str) -> Result<&'s mut Worksheet, XlsxError> {
    match text {
        "" => Ok(sheet),
        text => sheet.write_string(row, column, text.chars().take(32_767).collect::<String>()),
    }
}

/// The number that a cell holds, where a spreadsheet keeps all its digits.
fn figure(slot: &Slot, value: &Value) -> Option<f64> {
    let Value::Number(number) = value else { return None };
    let figure = match slot.ty {
        Type::Number(Dimension::TIME) => exact::divide(*number, Decimal::from(slot.time_unit.seconds()))?,
        _ => number.normalize(),
    };
    let digits = figure.mantissa().unsigned_abs().to_string().len();
    (digits <= MOST_DIGITS).then(|| figure.to_f64()).flatten()
}

/// Percent and money as such, with the decimals that the values of the column can have.
fn number_format(table: Table, slot: &Slot) -> Format {
    let step = slot.domain.numbers().and_then(|numbers| numbers.step().ok()).unwrap_or(Decimal::ONE);
    let places = |less: usize| (step.normalize().scale() as usize).saturating_sub(less).min(MOST_PLACES);
    let point = |places: usize| if places == 0 { String::new() } else { format!(".{}", "0".repeat(places)) };
    let code = match slot.ty {
        Type::Number(dimension) if dimension.percent => format!("0{}%", point(places(2))),
        Type::Number(Dimension::MONEY) => {
            let minor = table.policy.header.minor_unit.normalize().scale() as usize;
            format!("#,##0{}", point(places(0).max(minor)))
        }
        _ => "General".to_owned(),
    };
    Format::new().set_num_format(code)
}
