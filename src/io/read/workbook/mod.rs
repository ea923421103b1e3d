//! Workbooks: which sheet is read, and its cells row by row.

mod choice;
mod merged;
mod ods;
mod package;
mod relations;
mod rows;
mod titles;
mod xls;
mod xlsx;
mod xml;

pub(super) use package::Package;
pub(super) use relations::main_part;

use std::sync::Arc;

use super::heading::Fields;
use super::{Stop, sheet};
use crate::data::{Batch, Format, InputFile, Problem};
use crate::io::ReadOptions;
use rows::Rows;

/// A workbook that was opened.
trait Book {
    /// Its sheets, in their order.
    fn sheets(&self) -> Vec<Sheet>;

    /// Reads a sheet by its place.
    fn read(&mut self, sheet: usize, rows: &mut Rows) -> Result<(), Stop>;
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sheet {
    name: String,
    hidden: bool,
}

/// Reads the sheet that the user named, else the one that is shown and has the header.
pub(super) fn read(
    (input, bytes): (InputFile, &[u8]),
    all: &[Fields],
    batches: &mut [Batch],
    options: &ReadOptions,
) -> Result<(), Vec<Problem>> {
    let mut book = open(&input, bytes).map_err(|problem| vec![problem])?;
    let (at, header) = choice::find(book.as_mut(), &input, all, options)?;
    let input = input_of(&input, &book.sheets(), at);
    let mut sheet = sheet::Sheet::new((&input, &header), all, batches)?;
    let mut rows = Rows::new(&mut sheet, &input.name, options.hidden_rows);
    let read = book.read(at, &mut rows);
    let (read, left_out) = rows.end(read);
    read.map_err(Stop::problems)?;
    sheet.end(&left_out)
}

/// A sheet as what is read.
fn input_of(input: &InputFile, sheets: &[Sheet], at: usize) -> InputFile {
    InputFile { sheet: sheets.get(at).map(|sheet| Arc::from(sheet.name.as_str())), ..input.clone() }
}

fn open<'a>(input: &InputFile, bytes: &'a [u8]) -> Result<Box<dyn Book + 'a>, Problem> {
    let file = &input.name;
    Ok(match input.format {
        Format::Xls => Box::new(xls::open(file, bytes)?),
        Format::Ods => Box::new(ods::open(file, Package::open(file, bytes)?)?),
        _ => Box::new(xlsx::open(file, Package::open(file, bytes)?)?),
    })
}
