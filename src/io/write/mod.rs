//! Results out: CSV, JSON, Excel and Parquet, whole or not at all.

mod cells;
mod delimited;
mod differences;
mod figure;
mod headers;
mod held;
mod integers;
mod json;
mod lines;
mod parquet;
mod rejects;
mod shape;
mod spelling;
mod table;
mod workbook;

use std::io::{self, Seek, Write};
use std::path::Path;
use std::sync::Arc;

use super::file::{Hashing, is_folder, refused, save_if, stdout_open, unwritten};
use crate::data::{Outcome, Problem, PutOut, Spell};
use crate::diagnostic::Code;
use crate::ir::SlotId;
pub use cells::{write_cells, write_cells_workbook};
pub use differences::{Differences, write_differences};
pub use headers::Headers;
pub use held::{HeldPart, HeldResults, HeldWriter, ResultValues};
pub use rejects::write_rejects;
pub use shape::Shape;
pub(super) use spelling::is_guarded;
pub use table::{Table, TableColumn};
pub use workbook::spelt_figure;
pub(super) use workbook::unheld;

/// A format of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OutputFormat {
    /// Comma-separated; a file starts with a byte-order mark, without which Excel shows no Chinese.
    Csv,
    /// One JSON object a line.
    JsonLines,
    /// A JSON array of objects.
    Json,
    /// An Excel workbook.
    Xlsx,
    /// Parquet.
    Parquet,
}

impl OutputFormat {
    /// The format that the ending of a file's name asks for.
    pub fn of(path: &Path) -> Result<OutputFormat, Problem> {
        let name: Arc<str> = Arc::from(path.to_string_lossy().as_ref());
        let refused = |variant| Problem::new(Code::OutputFormat, variant, &name).arg("file", &*name);
        if is_folder(path) {
            let inside = path.join("results.xlsx");
            return Err(refused("folder").arg("inside", inside.to_string_lossy().as_ref()));
        }
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "csv" => Ok(OutputFormat::Csv),
            "jsonl" | "ndjson" => Ok(OutputFormat::JsonLines),
            "json" => Ok(OutputFormat::Json),
            "xlsx" => Ok(OutputFormat::Xlsx),
            "parquet" => Ok(OutputFormat::Parquet),
            "" if &*name == "-" => Err(refused("dash")),
            "" => Err(refused("none")),
            _ => Err(Problem::new(Code::OutputFormat, "", &name).arg("ending", ending)),
        }
    }
}

/// What a workbook says besides the results, in the reader's language.
#[derive(Debug, Clone, Default)]
pub struct Cover {
    /// The name of the sheet of results.
    pub results: String,
    /// The name of the sheet of the summary.
    pub summary: String,
    /// The lines of the summary: a name and a value.
    pub lines: Vec<(String, String)>,
    /// The name of the sheet of rows that are nobody's, and what stands at the head of their contents.
    pub skipped: (String, String),
}

/// Where results go.
#[derive(Debug, Clone, Copy)]
pub struct Target<'p> {
    /// A file; without one, standard output.
    pub path: Option<&'p Path>,
    /// Whether nothing is shown before it is known whether all of it counts. A file is never there before.
    pub held: bool,
}

impl<'p> From<&'p Path> for Target<'p> {
    fn from(path: &'p Path) -> Self {
        Target { path: Some(path), held: true }
    }
}

/// Writes what becomes of records where they go, as it comes. Once all is written it is asked whether that counts, and
/// for the `cover` of a workbook.
pub fn write<'o, I: Iterator<Item = Outcome<'o>>>(
    table: &Table,
    outcomes: &mut I,
    (format, target): (OutputFormat, Target),
    cover: impl FnOnce(&I) -> Cover,
    counts: impl FnOnce(&I) -> bool,
) -> Result<(), Problem> {
    put(target, |out: &mut dyn Write| {
        match format {
            OutputFormat::Csv => delimited::write(table, outcomes.by_ref(), out, target.path.is_some()),
            OutputFormat::JsonLines => json::write_lines(table, outcomes.by_ref(), out),
            OutputFormat::Json => json::write_array(table, outcomes.by_ref(), out),
            OutputFormat::Xlsx => workbook::write(table, outcomes, out, cover),
            OutputFormat::Parquet => parquet::write(table, outcomes.by_ref(), out),
        }?;
        Ok(counts(outcomes))
    })
}

/// The same as comma-separated text of what comes as figures, of these slots: `run` is given what spells it and what takes
/// that; it gives what it found, and whether that counts. Nothing, where a column has no figures.
pub fn write_figures<T>(
    table: &Table,
    slots: &[SlotId],
    target: Target,
    run: impl FnOnce(&Spell, &mut PutOut<io::Error>) -> io::Result<(T, bool)>,
) -> Option<Result<T, Problem>> {
    let figures = lines::Row::of(table, slots)?;
    let mut given = None;
    let done = put(target, |out: &mut dyn Write| {
        let (found, counts) = delimited::write_figures(table, &figures, run, (out, target.path.is_some()))?;
        given = Some(found);
        Ok(counts)
    });
    match done {
        Ok(()) => given.map(Ok),
        Err(problem) => Some(Err(problem)),
    }
}

/// Puts what is written where it goes, if `fill` says that it counts.
fn put(target: Target, fill: impl FnOnce(&mut dyn Write) -> io::Result<bool>) -> Result<(), Problem> {
    let refused = |error: io::Error| refused("-", unwritten(&error), &error);
    match target {
        Target { path: Some(path), .. } => save_if(path, fill),
        Target { path: None, held: false } => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            stdout_open().and_then(|()| fill(&mut out)).and_then(|_| out.flush()).map_err(refused)
        }
        Target { path: None, held: true } => stdout_open().and_then(|()| spooled(fill)).map_err(refused),
    }
}

/// Keeps what is written in a file of its own until it is known that it counts.
fn spooled(fill: impl FnOnce(&mut dyn Write) -> io::Result<bool>) -> io::Result<()> {
    let mut spool = io::BufWriter::new(tempfile::tempfile()?);
    if fill(&mut spool)? {
        let mut file = spool.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        io::copy(&mut file, &mut io::stdout().lock())?;
    }
    Ok(())
}

/// The SHA-256 that a file of these results would have; of a workbook, which holds the time of its run, none.
pub fn hashed<'o>(
    table: &Table,
    outcomes: &mut impl Iterator<Item = Outcome<'o>>,
    format: OutputFormat,
) -> io::Result<Option<String>> {
    let mut out = Hashing::default();
    match format {
        OutputFormat::Csv => delimited::write(table, outcomes, &mut out, true)?,
        OutputFormat::JsonLines => json::write_lines(table, outcomes, &mut out)?,
        OutputFormat::Json => json::write_array(table, outcomes, &mut out)?,
        OutputFormat::Parquet => parquet::write(table, outcomes, &mut out)?,
        OutputFormat::Xlsx => return Ok(None),
    }
    Ok(Some(out.sum()))
}
