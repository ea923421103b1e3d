//! Places in data files.

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
    pub fn cell(&self) -> Option<String> {
        let letters = self.column.map(letters).unwrap_or_default();
        Some(format!("{letters}{}", self.row?))
    }
}

/// 0 is `A`, 26 is `AA`.
fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => break,
        }
    }
    letters.into_iter().rev().collect()
}
