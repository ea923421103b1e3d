//! How data is read where it does not tell itself.

use crate::data::Progress;

/// How data is read where it does not tell itself.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// `--encoding`: the encoding of text files, by its usual name.
    pub encoding: Option<String>,
    /// `--sheet`: the sheet of a workbook, by its name or its number from 1.
    pub sheet: Option<String>,
    /// `--hidden-rows`: rows of a workbook that are hidden are read too.
    pub hidden_rows: bool,
    /// `--reference`: every cell is read by itself, as those of all formats are.
    pub by_cells: bool,
    /// How far it has come, in bytes.
    pub progress: Progress,
}
