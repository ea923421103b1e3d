//! xls: the records of Excel 97 to 2003, as far as the library tells what they hold.

use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, Reader, SheetType, SheetVisible};

use super::merged::Merge;
use super::rows::Rows;
use super::{Book, Sheet};
use crate::data::Problem;
use crate::io::number_format::NumberFormat;
use crate::io::read::guard::quietly;
use crate::io::read::stored::{Held, Stored};
use crate::io::read::{Stop, not_data};

/// Streams begin where sectors do.
const SECTOR: usize = 512;

/// An opened workbook.
pub(super) struct Xls<'a> {
    book: calamine::Xls<Cursor<&'a [u8]>>,
    sheets: Vec<Sheet>,
}

/// Opens a workbook.
pub(super) fn open<'a>(file: &Arc<str>, bytes: &'a [u8]) -> Result<Xls<'a>, Problem> {
    let refusal = |variant| not_data(variant, file);
    // A damaged workbook must end as a message, whatever the library that reads it makes of it.
    let has = |stream: &str| holds(bytes, stream);
    if has("EncryptedPackage") || is_masked(bytes) {
        return Err(refusal("password"));
    }
    if has("Root Entry") && !has("Workbook") && !has("WORKBOOK") && !has("Book") {
        return Err(refusal("document"));
    }
    let book = quietly(|| calamine::Xls::new(Cursor::new(bytes))).ok_or_else(|| refusal("workbook"))?;
    let book = book.map_err(|error| match error {
        calamine::XlsError::Password => refusal("password"),
        _ => refusal("workbook"),
    })?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let sheet =
        |sheet: &calamine::Sheet| Sheet { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible };
    let sheets = sheets.map(sheet).collect();
    Ok(Xls { book, sheets })
}

/// Whether the directory of a compound file names a stream, in UTF-16.
fn holds(bytes: &[u8], stream: &str) -> bool {
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// Whether a workbook hides its records behind a password by the old way (FilePass, MS-XLS 2.4.117), of which the
/// library does not tell: it would give other figures.
fn is_masked(bytes: &[u8]) -> bool {
    bytes.chunks(SECTOR).any(|stream| {
        let mut rest = stream;
        // The beginning of the workbook, and whether it may be written.
        while let [0x09 | 0x86, 0x08 | 0x00, low, high, behind @ ..] = rest {
            rest = behind.get(usize::from(u16::from_le_bytes([*low, *high]))..).unwrap_or_default();
        }
        rest.len() < stream.len() && rest.starts_with(&[0x2f, 0x00])
    })
}

impl Book for Xls<'_> {
    fn sheets(&self) -> Vec<Sheet> {
        self.sheets.clone()
    }

    fn read(&mut self, sheet: usize, rows: &mut Rows) -> Result<(), Stop> {
        let Some(sheet) = self.sheets.get(sheet) else { return Err(rows.damaged()) };
        let (name, book) = (sheet.name.as_str(), &mut self.book);
        let read = || (book.worksheet_range(name), book.worksheet_formula(name), book.merge_cells_by_sheet_name(name));
        let Some((Ok(range), Ok(formulas), Ok(merges))) = quietly(read) else { return Err(rows.damaged()) };
        rows.merged(merges.iter().map(merge).collect());
        let formulas = Formulas::new(&range, &formulas, book.has_1904_epoch());
        let (top, left) = range.start().unwrap_or_default();
        let mut last = None;
        for (row, column, data) in range.used_cells() {
            let row = top.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
            let column = column.saturating_add(left as usize);
            if last != Some(row) {
                rows.begin(row, false)?;
                last = Some(row);
            }
            rows.cell(column, &formulas.stored(row, column, data))?;
        }
        Ok(())
    }
}

fn merge(found: &calamine::Dimensions) -> Merge {
    let ((top, left), (bottom, right)) = (found.start, found.end);
    Merge { top, bottom, left: left as usize, right: right as usize }
}

/// Where formulas stand, and whether any was computed.
struct Formulas<'f> {
    range: &'f calamine::Range<String>,
    computed: bool,
    since_1904: bool,
    usual: Usual,
}

impl<'f> Formulas<'f> {
    /// What no program has computed holds an empty text, as does a formula that gives one. A sheet in which no
    /// formula gives anything else was never computed.
    fn new(values: &calamine::Range<Data>, range: &'f calamine::Range<String>, since_1904: bool) -> Self {
        let (top, left) = range.start().unwrap_or_default();
        let at = |row: usize, column: usize| {
            let row = u32::try_from(row).ok().and_then(|row| top.checked_add(row));
            row.zip(u32::try_from(column).ok().and_then(|column| left.checked_add(column)))
        };
        let value = |(row, column, _): (usize, usize, &String)| values.get_value(at(row, column)?);
        let computed = range.used_cells().filter_map(value).any(|value| !is_nothing(value));
        Formulas { range, computed, since_1904, usual: Usual::new() }
    }

    fn stored<'d>(&'d self, row: u32, column: usize, data: &'d Data) -> Stored<'d> {
        let place = u32::try_from(column).map(|column| (row, column));
        let formula = place.is_ok_and(|place| self.range.get_value(place).is_some_and(|text| !text.is_empty()));
        let value = if formula && !self.computed && is_nothing(data) { Held::Uncomputed } else { held(data) };
        let format = self.usual.format(data);
        Stored { value, format, known: format.is_some(), since_1904: self.since_1904, formula }
    }
}

fn is_nothing(data: &Data) -> bool {
    match data {
        Data::Empty => true,
        Data::String(text) => text.is_empty(),
        _ => false,
    }
}

fn held(data: &Data) -> Held<'_> {
    match data {
        Data::Empty => Held::Empty,
        Data::String(text) => Held::Text(text.as_str().into()),
        Data::Float(number) => Held::Number(*number),
        Data::Int(number) => number.to_string().parse().map_or(Held::Empty, Held::Number),
        Data::Bool(truth) => Held::Bool(*truth),
        Data::DateTime(moment) => Held::Number(moment.as_f64()),
        Data::DateTimeIso(text) => Held::Date(text.as_str().into()),
        Data::DurationIso(text) => Held::Time(text.as_str().into()),
        Data::Error(error) => Held::Error(error.to_string().into()),
    }
}

/// Of the formats the library tells only whether they show a date or a duration.
struct Usual {
    moment: Arc<NumberFormat>,
    duration: Arc<NumberFormat>,
}

impl Usual {
    fn new() -> Self {
        let format = |code| Arc::new(NumberFormat::parse(code));
        Usual { moment: format("yyyy-mm-dd h:mm:ss"), duration: format("[h]:mm:ss") }
    }

    fn format(&self, data: &Data) -> Option<&Arc<NumberFormat>> {
        let Data::DateTime(moment) = data else { return None };
        let elapsed = moment.is_duration() || (0.0..1.0).contains(&moment.as_f64());
        Some(if elapsed { &self.duration } else { &self.moment })
    }
}
