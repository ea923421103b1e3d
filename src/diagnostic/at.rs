//! Places in data files.

use std::fmt;
use std::sync::Arc;

use crate::quantity::Digits;

/// A place in a file, as far as there is one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct At {
    /// The sheet.
    pub sheet: Option<Arc<str>>,
    /// The line or row, from 1.
    pub row: Option<u32>,
    /// Whether that is an element of a JSON array, which may stand on any line.
    pub element: bool,
    /// The column, from 0.
    pub column: Option<u32>,
    /// The header of the column.
    pub header: Option<Arc<str>>,
}

impl At {
    /// The cell as spreadsheets call it: `B7`; without a column the row alone.
    pub fn cell(&self) -> Option<CellName> {
        Some(CellName { column: self.column, row: self.row? })
    }
}

/// A cell as spreadsheets call it, or a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellName {
    column: Option<u32>,
    row: u32,
}

impl CellName {
    /// Writes it behind a text.
    pub fn write(&self, out: &mut String) {
        if let Some(column) = self.column {
            letters(column, out);
        }
        out.push_str(Digits::of_count(self.row as usize).as_str());
    }
}

impl fmt::Display for CellName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut name = String::new();
        self.write(&mut name);
        f.write_str(&name)
    }
}

/// 0 is `A`, 26 is `AA`.
fn letters(column: u32, out: &mut String) {
    if let Some(rest) = (column / 26).checked_sub(1) {
        letters(rest, out);
    }
    out.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
}
