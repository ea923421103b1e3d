use std::cell::Cell as Flag;
use std::io::Cursor;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Once};

use calamine::{Data, DataRef, Ods, Reader, Style, Xls, Xlsx};

use super::intake::Intake;
use super::{Stop, not_data, spreadsheet};
use crate::diagnostic::{Arg, Code};
use crate::io::cell::Cell;
use crate::io::number_format::{NumberFormat, builtin};
use crate::io::{Format, InputFile, Problem, ReadOptions};

/// More cells than this are refused.
const MOST_CELLS: u64 = 50_000_000;

/// The bytes of a workbook, opened.
enum Book<'a> {
    Xlsx(Xlsx<Cursor<&'a [u8]>>),
    Xls(Xls<Cursor<&'a [u8]>>),
    Ods(Ods<Cursor<&'a [u8]>>),
}

/// Reads the sheet that the user named, else the first that has the header.
pub(super) fn read(intake: &mut Intake, input: InputFile, bytes: &[u8], options: &ReadOptions) -> Result<(), Stop> {
    let file = Arc::clone(&input.name);
    // A damaged workbook must end as a message, whatever the library that reads it makes of it.
    quietly(|| read_book(intake, input, bytes, options)).unwrap_or_else(|| Err(not_data("workbook", &file).into()))
}

/// What `work` gives; `None` where it panics, of which nothing is printed.
fn quietly<T>(work: impl FnOnce() -> T) -> Option<T> {
    thread_local!(static QUIET: Flag<bool> = const { Flag::new(false) });
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let others = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                others(panic);
            }
        }));
    });
    QUIET.set(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    QUIET.set(false);
    outcome.ok()
}

fn read_book(intake: &mut Intake, input: InputFile, bytes: &[u8], options: &ReadOptions) -> Result<(), Stop> {
    let mut book = open(&input, bytes).ok_or_else(|| not_data("workbook", &input.name))?;
    let names = sheet_names(&book);
    if let Some(wanted) = &options.sheet {
        let name = wanted_sheet(&names, wanted).ok_or_else(|| unknown(&input, wanted, &names))?;
        return read_sheet(intake, &mut book, &input, name);
    }
    let mut first_refusal = None;
    for name in &names {
        match read_sheet(intake, &mut book, &input, name) {
            Err(Stop::NoHeader) => {
                first_refusal.get_or_insert_with(|| intake.header_problems());
                intake.abandon();
            }
            Err(Stop::Unusable(problems)) if problems.iter().all(is_empty) => intake.abandon(),
            other => return other,
        }
    }
    Err(Stop::Unusable(first_refusal.unwrap_or_else(|| vec![not_data("empty", &input.name)])))
}

fn is_empty(problem: &Problem) -> bool {
    problem.code == Code::NotData && problem.variant == "empty"
}

fn open<'a>(input: &InputFile, bytes: &'a [u8]) -> Option<Book<'a>> {
    let cursor = Cursor::new(bytes);
    match input.format {
        Format::Xls => Xls::new(cursor).ok().map(Book::Xls),
        Format::Ods => Ods::new(cursor).ok().map(Book::Ods),
        _ => Xlsx::new(cursor).ok().map(Book::Xlsx),
    }
}

fn sheet_names(book: &Book) -> Vec<String> {
    match book {
        Book::Xlsx(book) => book.sheet_names(),
        Book::Xls(book) => book.sheet_names(),
        Book::Ods(book) => book.sheet_names(),
    }
}

/// A sheet by its name, else by its number from 1.
fn wanted_sheet<'a>(names: &'a [String], wanted: &str) -> Option<&'a String> {
    let by_number = || wanted.parse::<usize>().ok()?.checked_sub(1).and_then(|at| names.get(at));
    names.iter().find(|name| *name == wanted).or_else(by_number)
}

fn unknown(input: &InputFile, wanted: &str, names: &[String]) -> Problem {
    let names = names.iter().map(|name| Arg::from(name.as_str())).collect();
    Problem::new(Code::UnknownSheet, "", &input.name).arg("sheet", wanted).arg("sheets", Arg::List(names))
}

fn read_sheet(intake: &mut Intake, book: &mut Book, input: &InputFile, name: &str) -> Result<(), Stop> {
    intake.begin(InputFile { sheet: Some(Arc::from(name)), ..input.clone() });
    let mut rows = Rows { intake, row: 0, cells: vec![], count: 0 };
    let done = match book {
        Book::Xlsx(book) => read_xlsx(&mut rows, book, name, &input.name),
        Book::Xls(book) => read_range(&mut rows, book.worksheet_range(name).ok(), &input.name),
        Book::Ods(book) => read_range(&mut rows, book.worksheet_range(name).ok(), &input.name),
    };
    done.and_then(|()| rows.flush())?;
    intake.end()
}

/// Streams the cells: nothing is made of the rows and columns between them.
fn read_xlsx(rows: &mut Rows, book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, file: &Arc<str>) -> Result<(), Stop> {
    let broken = |_| not_data("workbook", file);
    let since_1904 = book.has_1904_epoch();
    // A sheet that holds only a chart has no cells.
    let Ok(mut reader) = book.worksheet_cells_reader(sheet) else { return Ok(()) };
    let formats: Vec<Arc<NumberFormat>> = reader.styles().iter().map(format).collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(broken)? {
        let format = formats.get(style);
        let text = match cell.get_value() {
            DataRef::SharedString(text) => spreadsheet::text(text, format),
            DataRef::Float(number) => spreadsheet::number(*number, format, since_1904),
            other => spreadsheet::cell(&Data::from(other.clone()), format),
        };
        rows.cell(cell.get_position(), text, file)?;
    }
    Ok(())
}

/// The library knows no codes of the formats that hang on the language, and calls those General.
fn format(style: &Style) -> Arc<NumberFormat> {
    let format = style.number_format.as_ref();
    let code = format.map_or("General", |format| format.format_code.as_str());
    let built_in = format.filter(|_| code == "General").and_then(|format| builtin(format.format_id?));
    Arc::new(NumberFormat::parse(built_in.unwrap_or(code)))
}

/// A sheet of a format whose number formats the library does not tell.
fn read_range(rows: &mut Rows, range: Option<calamine::Range<Data>>, file: &Arc<str>) -> Result<(), Stop> {
    let Some(range) = range else { return Err(not_data("workbook", file).into()) };
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let at = |start: u32, offset: usize| start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
        rows.cell((at(top, row), at(left, column)), spreadsheet::unformatted(data), file)?;
    }
    Ok(())
}

/// Gathers cells into rows.
struct Rows<'r, 'p> {
    intake: &'r mut Intake<'p>,
    row: u32,
    cells: Vec<Cell<'static>>,
    count: u64,
}

impl Rows<'_, '_> {
    fn cell(&mut self, (row, column): (u32, u32), cell: Cell<'static>, file: &Arc<str>) -> Result<(), Stop> {
        if row != self.row {
            self.flush()?;
            self.row = row;
        }
        if cell.is_blank() {
            return Ok(());
        }
        let column = column as usize;
        self.count += column.saturating_sub(self.cells.len()) as u64 + 1;
        if self.count > MOST_CELLS {
            return Err(Problem::new(Code::TooLarge, "cells", file).into());
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Cell::default());
        }
        if let Some(place) = self.cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Stop> {
        let done = self.intake.row(self.row.saturating_add(1), &self.cells);
        self.cells.clear();
        done
    }
}
