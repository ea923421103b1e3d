//! Results as an Excel workbook.

use std::io::{self, Write};

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::table::Cell;
use super::{Cover, Table, TableColumn};
use crate::data::{Content, Mark, Outcome};
use crate::ir::{Policy, Slot, SlotId, Type, Value};
use crate::quantity::{Dimension, Number, Numbers};

/// A spreadsheet keeps so many digits of a number; a longer one is written as text.
const MOST_DIGITS: usize = 15;
/// What a column has beside its widest text, its least and its greatest width.
const MARGIN: usize = 2;
const LEAST_WIDTH: u16 = 8;
const MOST_WIDTH: u16 = 60;
/// A cell takes so many units of UTF-16.
const MOST_UNITS: usize = 32_767;
/// What a spreadsheet shows at most behind the point.
const MOST_PLACES: usize = 12;

/// An Excel workbook: the results, and on a second sheet the summary.
pub(super) fn write<'o, I: Iterator<Item = Outcome<'o>>>(
    table: &Table,
    outcomes: &mut I,
    out: &mut dyn Write,
    cover: impl FnOnce(&I) -> Cover,
) -> io::Result<()> {
    let bytes = fill(table, outcomes, cover).map_err(unheld)?;
    out.write_all(&bytes)
}

/// Why there is no workbook; a text that no cell holds is told in words of ours.
pub(in crate::io) fn unheld(error: XlsxError) -> io::Error {
    match error {
        XlsxError::MaxStringLengthExceeded => io::Error::new(io::ErrorKind::InvalidData, error),
        other => io::Error::other(other),
    }
}

fn fill<'o, I: Iterator<Item = Outcome<'o>>>(
    table: &Table,
    outcomes: &mut I,
    cover: impl FnOnce(&I) -> Cover,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let header = Format::new().set_bold();
    let sheet = workbook.add_worksheet();
    let mut widths = vec![];
    for (column, title) in (0..).zip(table.heads()) {
        sheet.write_string_with_format(0, column, title, &header)?;
        widths.push(title.width());
    }
    sheet.set_freeze_panes(1, 0)?;
    let formats: Vec<Vec<Format>> = table.columns.iter().map(|column| number_formats(table, column)).collect();
    let (mut row, mut skipped) = (1, vec![]);
    for outcome in &mut *outcomes {
        // For people a note is nobody, and stands apart from them.
        if table.leaves_out(&outcome) {
            skipped.push([table.contents(&outcome), table.mark(Mark::Reasons, &outcome)]);
            continue;
        }
        write_row(sheet, row, table, &outcome, &formats, &mut widths)?;
        row += 1;
    }
    widen(sheet, &widths)?;
    let cover = cover(outcomes);
    sheet.set_name(cover.results)?;
    let sheet = workbook.add_worksheet().set_name(cover.summary)?;
    for (row, (name, value)) in (0..).zip(&cover.lines) {
        sheet.write_string_with_format(row, 0, name, &header)?.write_string(row, 1, value)?;
    }
    let widest = |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| text.width()).max().unwrap_or_default();
    let widths =
        [widest(&mut cover.lines.iter().map(|line| &line.0)), widest(&mut cover.lines.iter().map(|line| &line.1))];
    widen(sheet, &widths)?;
    if !skipped.is_empty() {
        let (name, contents) = &cover.skipped;
        let heads = [contents.clone(), table.head(Mark::Reasons.name()).to_owned()];
        let sheet = workbook.add_worksheet().set_name(name)?;
        write_skipped(sheet, heads, &skipped, &header)?;
    }
    workbook.save_to_buffer()
}

/// The rows that are nobody's, and why each is.
fn write_skipped(
    sheet: &mut Worksheet,
    heads: [String; 2],
    rows: &[[String; 2]],
    header: &Format,
) -> Result<(), XlsxError> {
    let mut widths = heads.each_ref().map(|head| head.width());
    for (at, head) in (0..).zip(&heads) {
        sheet.write_string_with_format(0, at, head, header)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for ((at, cell), width) in (0..).zip(cells).zip(&mut widths) {
            text(sheet, row, at, cell)?;
            *width = (*width).max(cell.width());
        }
    }
    widen(sheet, &widths)
}

/// Makes columns as wide as their texts, in columns of a terminal: a Chinese character takes two.
pub(super) fn widen(sheet: &mut Worksheet, widths: &[usize]) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(widths) {
        let width = u16::try_from(width.saturating_add(MARGIN)).unwrap_or(u16::MAX);
        sheet.set_column_width(column, width.clamp(LEAST_WIDTH, MOST_WIDTH))?;
    }
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    row: u32,
    table: &Table,
    outcome: &Outcome,
    formats: &[Vec<Format>],
    widths: &mut [usize],
) -> Result<(), XlsxError> {
    let numbers = table.columns.iter().zip(formats).map(|(column, formats)| match table.cell(column, outcome) {
        Cell::Value(_, slot, id) => figure(slot, id, outcome).zip(formats.get(outcome.owner.unwrap_or_default())),
        Cell::Raw(_) | Cell::Empty => None,
    });
    let numbers = numbers.chain(table.marks().iter().map(|_| None));
    for ((at, (shown, number)), width) in (0..).zip(table.texts(outcome).zip(numbers)).zip(widths) {
        match number {
            Some((number, format)) => sheet.write_number_with_format(row, at, number, format)?,
            None => text(sheet, row, at, &shown)?,
        };
        *width = (*width).max(shown.width());
    }
    Ok(())
}

/// A string cell is never run as a formula, whatever it begins with. One that is too long is refused: two keys that are
/// cut could be one.
fn text<'s>(sheet: &'s mut Worksheet, row: u32, column: u16, text: &str) -> Result<&'s mut Worksheet, XlsxError> {
    match text {
        "" => Ok(sheet),
        text if text.encode_utf16().count() > MOST_UNITS => Err(XlsxError::MaxStringLengthExceeded),
        text => sheet.write_string(row, column, text),
    }
}

/// The number that a cell holds, where a spreadsheet keeps all its digits.
fn figure(slot: &Slot, id: SlotId, outcome: &Outcome) -> Option<f64> {
    let Content::Values(values, _) = &outcome.content else { return None };
    let Some(Value::Number(number)) = values.get(id.0) else { return None };
    let figure = match slot.ty {
        Type::Number(Dimension::TIME) => number.divide(&slot.time_unit.seconds().into())?,
        _ => number.clone(),
    };
    let digits = figure.decimal()?.normalize().mantissa().unsigned_abs().to_string().len();
    // From its digits the nearest float is found; the decimal's own conversion can miss it by the last bit.
    (digits <= MOST_DIGITS).then(|| figure.to_string().parse().ok()).flatten()
}

/// How the numbers of a column are shown, by policy.
fn number_formats(table: &Table, column: &TableColumn) -> Vec<Format> {
    let slots = table.policies.iter().zip(&column.slots);
    let format = |(policy, id): (&&Policy, &Option<SlotId>)| {
        let slot = id.and_then(|id| policy.slot(id));
        slot.map_or_else(Format::new, |slot| number_format(policy, slot))
    };
    slots.map(format).collect()
}

/// Percent and money as such, with the decimals that the values of the column can have.
fn number_format(policy: &Policy, slot: &Slot) -> Format {
    let step = slot.domain.numbers().map_or(Number::ONE, Numbers::step);
    let places = |less: usize| (step.places() as usize).saturating_sub(less).min(MOST_PLACES);
    let point = |places: usize| if places == 0 { String::new() } else { format!(".{}", "0".repeat(places)) };
    let code = match slot.ty {
        Type::Number(dimension) if dimension.percent => format!("0{}%", point(places(2))),
        Type::Number(Dimension::MONEY) => {
            let minor = policy.header.minor_unit.normalize().scale() as usize;
            format!("#,##0{}", point(places(0).max(minor)))
        }
        _ => "General".to_owned(),
    };
    Format::new().set_num_format(code)
}

/// The number in a text that spells one, `3440.00元`, `98.5%`, `30 s`, and the format under which a cell shows the text.
pub fn spelt_figure(text: &str) -> Option<(f64, String)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = text.split_at_checked(start)?;
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    let (digits, after) = rest.split_at_checked(end)?;
    let (before, sign) = signed(before);
    let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
    let one = !after.contains(|c: char| c.is_ascii_digit()) && !places.contains('.') && !digits.ends_with('.');
    let plain = whole == "0" || !whole.starts_with('0');
    let quotable = !before.contains('"') && !after.contains('"') && !before.contains(char::is_alphanumeric);
    if !one || !plain || !quotable || digits.len() > MOST_DIGITS {
        return None;
    }
    let percent = after.starts_with('%');
    let after = after.strip_prefix('%').unwrap_or(after);
    let shift = if percent { "e-2" } else { "" };
    let minus = if sign == Some('-') { "-" } else { "" };
    let value = format!("{minus}{digits}{shift}").parse().ok()?;
    let point = if places.is_empty() { String::new() } else { format!(".{}", "0".repeat(places.len())) };
    let shown = format!("{}0{point}{}{}", quoted(before), if percent { "%" } else { "" }, quoted(after));
    let code = if sign == Some('+') { format!("+{shown};-{shown};{shown}") } else { shown };
    Some((value, code))
}

/// What stands before a number without its sign, and the sign.
fn signed(before: &str) -> (&str, Option<char>) {
    match before.char_indices().next_back() {
        Some((at, '-' | '−')) => (before.get(..at).unwrap_or_default(), Some('-')),
        Some((at, '+')) => (before.get(..at).unwrap_or_default(), Some('+')),
        _ => (before, None),
    }
}

fn quoted(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\"{text}\"") }
}
