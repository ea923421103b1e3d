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
