use std::sync::Arc;

use super::Problem;
use crate::ir::Value;

/// How data is read where it does not tell itself.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// `--encoding`: the encoding of text files, by its usual name.
    pub encoding: Option<String>,
    /// `--sheet`: the sheet of a workbook, by its name or its number from 1.
    pub sheet: Option<String>,
}

/// Everything that was read in one run.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// The records, in the order of the files and of their rows. Blank rows are none.
    pub records: Vec<InputRecord>,
    /// What someone should look at; warnings only.
    pub notices: Vec<Problem>,
    /// The files.
    pub inputs: Vec<InputFile>,
}

/// One row of the data.
#[derive(Debug, Clone, PartialEq)]
pub struct InputRecord {
    /// Where it stands.
    pub place: Place,
    /// What it was read as.
    pub reading: Reading,
}

/// A row of one of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file, an index into [`Batch::inputs`].
    pub input: u32,
    /// The line of a text file or the row of a sheet, from 1; in a JSON array the element.
    pub row: u32,
}

/// What a row was read as.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// A record: one value a field, in the order of [`Policy::fields`](crate::ir::Policy).
    Record(Vec<Value>),
    /// A record that cannot be used.
    Rejected(Box<Rejection>),
    /// A row that the export added, or a repeated header: its cells, one a field, and why.
    Skipped(Box<Rejection>),
}

/// Why a record is not used, and its cells as they were read.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejection {
    /// Every reason.
    pub problems: Vec<Problem>,
    /// One cell a field; `None` where the row has none.
    pub cells: Vec<Option<String>>,
    /// The values of the fields that read; of none, nothing is known.
    pub values: Vec<Option<Value>>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    /// Its name as the user wrote it.
    pub name: Arc<str>,
    /// The sheet, of a workbook.
    pub sheet: Option<Arc<str>>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// What it was taken for.
    pub format: Format,
    /// The encoding, of a text file.
    pub encoding: Option<Encoding>,
}

/// A format of data files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Cells between commas, semicolons or bars.
    Csv(u8),
    /// Cells between tabs.
    Tsv,
    /// A JSON array of objects.
    Json,
    /// One JSON object a line.
    JsonLines,
    /// `.xlsx`, `.xlsm`
    Xlsx,
    /// `.xls`
    Xls,
    /// `.ods`
    Ods,
}

impl Format {
    /// Whether its records are objects, with names instead of a header.
    pub fn is_json(self) -> bool {
        matches!(self, Format::Json | Format::JsonLines)
    }

    /// Its name in a receipt.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv(_) => "csv",
            Format::Tsv => "tsv",
            Format::Json => "json",
            Format::JsonLines => "jsonl",
            Format::Xlsx => "xlsx",
            Format::Xls => "xls",
            Format::Ods => "ods",
        }
    }
}

/// The encoding of a text file and how it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding {
    /// Its name: `UTF-8`, `gb18030`, `UTF-16LE` …
    pub name: &'static str,
    /// Neither a byte-order mark nor the user told it, and it is not UTF-8: found by trial.
    pub guessed: bool,
}

impl Rejection {
    /// A rejection of a record of which no value is known.
    pub fn new(problems: Vec<Problem>, cells: Vec<Option<String>>) -> Self {
        Rejection { problems, cells, values: vec![] }
    }
}
