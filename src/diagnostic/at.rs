//! Places in data files.

use std::fmt;
use std::sync::Arc;

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

impl fmt::Display for CellName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.column.map_or(Ok(()), |column| letters(column, f))?;
        write!(f, "{}", self.row)
    }
}

/// 0 is `A`, 26 is `AA`.
fn letters(column: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let Some(rest) = (column / 26).checked_sub(1) {
        letters(rest, f)?;
    }
    write!(f, "{}", char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()))
}
