//! Data in: files to records.
//!
//! A file is told by its content, decoded, and cut into rows of cells; the intake finds the header
//! among the first rows and turns each row after it into a record, a rejection or a skipped row.

mod archive;
mod column;
mod delimited;
mod duplicates;
mod encoding;
mod foot;
mod header;
mod heading;
mod intake;
mod joined_keys;
mod json;
mod options;
mod sniff;
mod spreadsheet;
mod stored;
mod workbook;

use crate::data::{Batch, Format, InputFile, Layout, Problem};
use std::borrow::Cow;
use std::sync::Arc;

use super::cell::{Cell, FieldPlan, plan};
use super::claim::{self, Shared};
use super::{DataSource, sha256};
use crate::diagnostic::Code;
use crate::ir::{Policy, Relation};
use header::Columns;
use intake::Intake;
pub use options::ReadOptions;

/// More records than this are not evaluated in one run: the proof that sums over all of them fit rests on it.
const MOST_RECORDS: usize = 100_000_000;

/// Why reading a file ends early.
#[derive(Debug)]
enum Stop {
    /// It cannot be used.
    Unusable(Vec<Problem>),
    /// Enough rows were seen to know that there is no header.
    NoHeader,
    /// Enough was seen of a sheet to know that it has records.
    Fits,
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
    let shared = read_shared(&[policy], sources, options)?;
    Ok(shared.batches.into_iter().next().unwrap_or_default())
}

/// As [`read`], for several policies: each reads every row by its own record, and each row belongs to the one
/// that claims it. A file in which one of them finds all its columns can be used.
pub fn read_shared(
    policies: &[&Policy],
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Shared, Vec<Problem>> {
    let layouts: Vec<Layout> = policies.iter().map(|policy| Layout::records(policy)).collect();
    read_laid(policies, &layouts, sources, options)
}

fn read_laid(
    policies: &[&Policy],
    layouts: &[Layout],
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Shared, Vec<Problem>> {
    let mut batches = each(layouts, sources, options)?;
    let owners = claim::decide(policies, &mut batches);
    for (layout, batch) in layouts.iter().zip(&mut batches) {
        duplicates::reject(*layout, batch);
        joined_keys::tell(*layout, batch);
    }
    claim::part(policies, &mut batches, &owners);
    Ok(Shared { batches, owners })
}

/// Reads the rows of a lookup or details.
pub(super) fn read_relation(
    policy: &Policy,
    relation: &Relation,
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Batch, Vec<Problem>> {
    rows(Layout::rows(policy, relation), sources, options)
}

/// Reads the records of the policy whose results details are.
pub(super) fn read_origin(
    policy: &Policy,
    relation: &Relation,
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Batch, Vec<Problem>> {
    let layout = Layout { relation: Some(relation), ..Layout::records(policy) };
    let shared = read_laid(&[policy], &[layout], sources, options)?;
    Ok(shared.batches.into_iter().next().unwrap_or_default())
}

/// Reads the rows of all files.
pub(super) fn rows(layout: Layout, sources: &[DataSource], options: &ReadOptions) -> Result<Batch, Vec<Problem>> {
    let mut batch = each(&[layout], sources, options)?.into_iter().next().unwrap_or_default();
    duplicates::reject(layout, &mut batch);
    Ok(batch)
}

/// Rejects all rows that share a key with another.
pub(super) fn unique(layout: Layout, batch: &mut Batch) {
    duplicates::reject(layout, batch);
}

/// Reads the rows of all files as each layout has them, row for row the same.
fn each(layouts: &[Layout], sources: &[DataSource], options: &ReadOptions) -> Result<Vec<Batch>, Vec<Problem>> {
    let plans: Vec<Vec<FieldPlan>> = layouts.iter().map(|layout| plan(*layout)).collect();
    let columns: Vec<Columns> = plans.iter().map(|plans| Columns::new(plans)).collect();
    let intakes = layouts.iter().zip(&plans).zip(&columns);
    let intakes = intakes.map(|((layout, plans), own)| Intake::new(*layout, plans, own).among(&columns));
    let mut intakes: Vec<Intake> = intakes.collect();
    let mut problems = Vec::new();
    for source in sources {
        problems.extend(read_source(&mut intakes, &columns, source, options).err().into_iter().flatten());
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut batches: Vec<Batch> = intakes.into_iter().map(|intake| intake.batch).collect();
    if let Some(batch) = batches.first().filter(|batch| batch.records.len() > MOST_RECORDS)
        && let Some(input) = batch.inputs.first()
    {
        let told = Problem::new(Code::TooManyRows, "run", &input.name);
        return Err(vec![told.arg("count", batch.records.len()).arg("most", MOST_RECORDS)]);
    }
    for (layout, batch) in layouts.iter().zip(&mut batches) {
        batch.records.iter_mut().for_each(|record| record.spell_keys(*layout));
    }
    told_once(&mut batches);
    Ok(batches)
}

/// Leaves what someone should look at with the first that tells it.
fn told_once(batches: &mut [Batch]) {
    let mut told: Vec<Problem> = vec![];
    for batch in batches {
        batch.notices.retain(|notice| !told.contains(notice));
        told.extend(batch.notices.iter().cloned());
    }
}

/// What a file holds, as far as its format tells.
enum Content<'s> {
    Book(&'s [u8]),
    Text(Cow<'s, str>),
}

/// Reads a file for everybody. The first that finds all its columns tells where the header stands.
fn read_source(
    intakes: &mut [Intake],
    columns: &[Columns],
    source: &DataSource,
    options: &ReadOptions,
) -> Result<(), Vec<Problem>> {
    let (input, content) = opened(columns, source, options).map_err(|problem| vec![problem])?;
    if input.encoding.is_some_and(|encoding| encoding.guessed) && std::str::from_utf8(&source.bytes).is_ok() {
        let told = Problem::new(Code::DoubtfulCell, "encoding", &input.name);
        intakes.first_mut().into_iter().for_each(|intake| intake.batch.notices.push(told.clone()));
    }
    let mut refusals = vec![];
    let mut found = None;
    for (at, intake) in intakes.iter_mut().enumerate() {
        let begun = intake.batch.inputs.len();
        match read_one(intake, &input, &content, options) {
            Ok(()) => {
                found =
                    Some((at, intake.header_row(), intake.batch.inputs.last().and_then(|input| input.sheet.clone())));
                break;
            }
            Err(problems) if problems.iter().all(lacks_columns) => {
                intake.batch.inputs.truncate(begun);
                refusals.push(problems);
            }
            Err(problems) => return Err(problems),
        }
    }
    let Some((finder, row, sheet)) = found else { return Err(refusals.into_iter().next().unwrap_or_default()) };
    let sheet = sheet.map(|sheet| sheet.to_string());
    let options = ReadOptions { sheet: sheet.or_else(|| options.sheet.clone()), ..options.clone() };
    for (_, intake) in intakes.iter_mut().enumerate().filter(|(at, _)| *at != finder) {
        intake.expect(row);
        let done = read_one(intake, &input, &content, &options);
        intake.expect(None);
        done?;
    }
    Ok(())
}

/// Whether a file cannot be used only because columns are not there.
fn lacks_columns(problem: &Problem) -> bool {
    matches!(problem.code, Code::MissingColumn | Code::HiddenRows)
        || (problem.code == Code::NotData && matches!(problem.variant, "no-header" | "no-names"))
}

fn opened<'s>(
    columns: &[Columns],
    source: &'s DataSource,
    options: &ReadOptions,
) -> Result<(InputFile, Content<'s>), Problem> {
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
        return Ok((input, Content::Book(bytes)));
    }
    let (text, encoding) = encoding::decode(&source.name, bytes, options.encoding.as_deref())?;
    input.encoding = Some(encoding);
    input.format = sniff::text(&source.name, &text, columns)?;
    Ok((input, Content::Text(text)))
}

/// Reads a file for one.
fn read_one(
    intake: &mut Intake,
    input: &InputFile,
    content: &Content,
    options: &ReadOptions,
) -> Result<(), Vec<Problem>> {
    let done = match content {
        Content::Book(bytes) => workbook::read(intake, input.clone(), bytes, options),
        Content::Text(text) => read_text(intake, input, text),
    };
    done.map_err(|stop| match stop {
        Stop::Unusable(problems) => problems,
        Stop::NoHeader | Stop::Fits => intake.header_problems(),
    })
}

fn read_text(intake: &mut Intake, input: &InputFile, text: &str) -> Result<(), Stop> {
    intake.begin(input.clone());
    let sink: Sink = &mut |row, cells| intake.row(row, cells);
    match input.format {
        Format::Json | Format::JsonLines => json::read(&input.name, text, input.format, sink)?,
        Format::Csv(separator) => delimited::read(&input.name, text, separator, sink)?,
        _ => delimited::read(&input.name, text, b'\t', sink)?,
    }
    intake.end()
}

/// A file that is not data, with the reason.
fn not_data(variant: &'static str, file: &Arc<str>) -> Problem {
    Problem::new(Code::NotData, variant, file)
}
