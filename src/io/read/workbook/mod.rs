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

use super::Stop;
use super::intake::Intake;
use crate::data::{Format, InputFile, Problem};
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
pub(super) fn read(intake: &mut Intake, input: InputFile, bytes: &[u8], options: &ReadOptions) -> Result<(), Stop> {
    let mut book = open(&input, bytes)?;
    choice::read(intake, book.as_mut(), &input, options)
}

fn open<'a>(input: &InputFile, bytes: &'a [u8]) -> Result<Box<dyn Book + 'a>, Problem> {
    let file = &input.name;
    Ok(match input.format {
        Format::Xls => Box::new(xls::open(file, bytes)?),
        Format::Ods => Box::new(ods::open(file, Package::open(file, bytes)?)?),
        _ => Box::new(xlsx::open(file, Package::open(file, bytes)?)?),
    })
}
