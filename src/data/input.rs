//! The files of a run.

use std::sync::Arc;

use crate::diagnostic::{Arg, At, CellName};

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
    /// The column of each field of the policy that reads it, where it has one.
    pub columns: Vec<Option<Column>>,
    /// Of a sheet of tests, what stands above the columns that nobody knows.
    pub unused: Vec<Arc<str>>,
}

/// Where the cells of a field stand in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its place, from 0; that of a key of objects is the order in which they first have it.
    pub at: u32,
    /// Its header, or the key.
    pub header: Arc<str>,
}

impl InputFile {
    /// The file, or the sheet of it, as a whole.
    pub fn whole(&self) -> At {
        At { sheet: self.sheet.clone(), ..At::default() }
    }

    /// The place of a row: in a JSON array it is an element, in Parquet and in memory just as many are before it.
    pub fn at(&self, row: u32) -> At {
        At {
            sheet: self.sheet.clone(),
            row: Some(row),
            element: matches!(self.format, Format::Json | Format::Parquet | Format::Arrow),
            ..At::default()
        }
    }

    /// The place of the cell of a field: of one without a column, that of the row.
    pub fn cell(&self, row: u32, field: usize) -> At {
        match self.columns.get(field) {
            Some(Some(Column { at, header })) => {
                At { column: Some(*at), header: Some(Arc::clone(header)), ..self.at(row) }
            }
            _ => self.at(row),
        }
    }

    /// The cell of a field as spreadsheets call it, `B7`; objects have no cells.
    pub fn cell_name(&self, row: u32, field: usize) -> Option<CellName> {
        let at = self.cell(row, field);
        if self.format.has_names() || at.column.is_none() { None } else { at.cell() }
    }

    /// The place of a row as a value for a text, with the name of the file.
    pub fn place(&self, row: u32) -> Arg {
        Arg::Place(Arc::clone(&self.name), Box::new(self.at(row)))
    }
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
    /// `.parquet`
    Parquet,
    /// Columns that somebody holds in memory, as Arrow lays them out.
    Arrow,
}

impl Format {
    /// Whether its values go by names: there is no row of a header, and a cell has no name of its own.
    pub fn has_names(self) -> bool {
        matches!(self, Format::Json | Format::JsonLines | Format::Parquet | Format::Arrow)
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
            Format::Parquet => "parquet",
            Format::Arrow => "arrow",
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
