//! Data in: files to records.
//!
//! A file is told by its content, decoded, and cut into rows of cells; the intake finds the header
//! among the first rows and turns each row after it into a record, a rejection or a skipped row.

mod archive;
mod delimited;
mod duplicates;
mod encoding;
mod header;
mod intake;
mod json;
mod sniff;
mod spreadsheet;
mod workbook;

use std::sync::Arc;

use super::cell::{Cell, Layout};
use super::{Batch, DataSource, Format, InputFile, Problem, ReadOptions, sha256};
use crate::diagnostic::Code;
use crate::ir::{Policy, Relation};
use header::Columns;
use intake::Intake;

/// More records than this are not evaluated in one run: the proof that sums over all of them fit rests on it.
const MOST_RECORDS: usize = 100_000_000;

/// Why reading a file ends early.
#[derive(Debug)]
enum Stop {
    /// It cannot be used.
    Unusable(Vec<Problem>),
    /// Enough rows were seen to know that there is no header.
    NoHeader,
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Stop::Unusable(vec![problem])
    }
}

/// Takes the rows of a file, one after the other: its number and its cells.
type Sink<'s> = &'s mut dyn FnMut(u32, &[Cell]) -> Result<(), Stop>;

/// Reads the records of all files. Fails where a file as a whole cannot be used, with everything
/// that is wrong with the files.
pub fn read(policy: &Policy, sources: &[DataSource], options: &ReadOptions) -> Result<Batch, Vec<Problem>> {
    rows(Layout::records(policy), sources, options)
}

/// Reads the rows of a lookup or details.
pub fn read_relation(
    policy: &Policy,
    relation: &Relation,
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Batch, Vec<Problem>> {
    rows(Layout::rows(policy, relation), sources, options)
}

/// Reads the rows of all files.
pub(super) fn rows(layout: Layout, sources: &[DataSource], options: &ReadOptions) -> Result<Batch, Vec<Problem>> {
    let plans = layout.plan();
    let columns = Columns::new(&plans);
    let mut intake = Intake::new(layout, &plans, &columns);
    let mut problems = Vec::new();
    for source in sources {
        match read_source(&mut intake, &columns, source, options) {
            Ok(()) => {}
            Err(Stop::Unusable(found)) => problems.extend(found),
            Err(Stop::NoHeader) => problems.extend(intake.header_problems()),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut batch = intake.batch;
    if let Some(input) = batch.inputs.first().filter(|_| batch.records.len() > MOST_RECORDS) {
        let told = Problem::new(Code::TooManyRows, "run", &input.name);
        return Err(vec![told.arg("count", batch.records.len()).arg("most", MOST_RECORDS)]);
    }
    duplicates::reject(layout, &mut batch);
    Ok(batch)
}

fn read_source(intake: &mut Intake, columns: &Columns, source: &DataSource, options: &ReadOptions) -> Result<(), Stop> {
    let bytes = source.bytes.as_slice();
    let mut input = InputFile {
        name: Arc::clone(&source.name),
        sheet: None,
        sha256: sha256(bytes),
        format: Format::Json,
        encoding: None,
    };
    if let Some(format) = sniff::workbook(&source.name, bytes)? {
        input.format = format;
        return workbook::read(intake, input, bytes, options);
    }
    let (text, encoding) = encoding::decode(&source.name, bytes, options.encoding.as_deref())?;
    input.encoding = Some(encoding);
    input.format = sniff::text(&source.name, &text, columns)?;
    intake.begin(input.clone());
    let sink: Sink = &mut |row, cells| intake.row(row, cells);
    match input.format {
        Format::Json | Format::JsonLines => json::read(&input.name, &text, input.format, sink)?,
        Format::Csv(separator) => delimited::read(&input.name, &text, separator, sink)?,
        _ => delimited::read(&input.name, &text, b'\t', sink)?,
    }
    intake.end()
}

/// A file that is not data, with the reason.
fn not_data(variant: &'static str, file: &Arc<str>) -> Problem {
    Problem::new(Code::NotData, variant, file)
}
