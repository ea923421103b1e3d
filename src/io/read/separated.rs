//! Rows of separated text, cut without a copy of any cell.
//!
//! A row that looks like most rows do goes into columns as its bytes are read; any other is cut by the reader that knows
//! everything that may stand in such a file, and read cell by cell as rows of all formats are.

use std::sync::Arc;

use super::scan::{Index, Parsed, Parser};
use super::sheet::Sheet;
use super::{Stop, delimited};
use crate::data::Progress;

/// So many bytes are cut together; before it is known how the rows below the header are read, fewer.
const TOGETHER: usize = 1 << 16;
const AT_FIRST: usize = 1 << 9;

/// Reads the rows of a text, block by block.
pub(super) struct Blocks<'s, 'p> {
    file: Arc<str>,
    separator: u8,
    index: Index,
    /// How the rows are read for each policy, once that is known.
    parsers: Option<Vec<Option<Parser<'s, 'p>>>>,
    parsed: Vec<Option<Parsed>>,
}

/// Gives the rows of a text to a sheet. Of a row nothing but the cells, its number and the blank rows above it counts.
pub(super) fn read(
    (file, text): (&Arc<str>, &str),
    separator: u8,
    sheet: &mut Sheet,
    progress: &Progress,
) -> Result<(), Stop> {
    if has_lone_return(text.as_bytes()) {
        return delimited::read(file, text, separator, &mut |row, cells| sheet.take_row(row, cells));
    }
    let (mut blocks, mut rest) = (Blocks::new(file, separator), text.as_bytes());
    while !rest.is_empty() {
        let length = blocks.take((rest, true), sheet)?;
        progress.add(length);
        rest = rest.get(length.max(1)..).unwrap_or_default();
    }
    Ok(())
}

impl<'s, 'p> Blocks<'s, 'p> {
    /// Of a file from its beginning.
    pub fn new(file: &Arc<str>, separator: u8) -> Self {
        Blocks { file: Arc::clone(file), separator, index: Index::new(), parsers: None, parsed: vec![] }
    }

    /// Gives some rows at the beginning of a text to a sheet, and tells how many bytes they have; 0, where a row may go on
    /// behind the text, which has not `ended`.
    pub fn take(&mut self, (text, ended): (&[u8], bool), sheet: &mut Sheet<'s, 'p>) -> Result<usize, Stop> {
        if self.parsers.is_none() {
            self.parsers = sheet.parsers();
            if let Some(parsers) = &self.parsers {
                self.index.expect(sheet.width());
                self.parsed = parsers.iter().map(|of| of.as_ref().map(|_| Parsed::default())).collect();
            }
        }
        let most = if self.parsers.is_some() { TOGETHER } else { AT_FIRST };
        let length = self.index.fill(&self.file, (text, ended), (self.separator, most))?;
        for (parser, parsed) in self.parsers.iter_mut().flatten().zip(&mut self.parsed) {
            if let (Some(parser), Some(parsed)) = (parser, parsed) {
                parser.parse(text, &self.index, parsed);
            }
        }
        sheet.take_rows(text, &self.index, &self.parsed)?;
        Ok(length)
    }
}

/// Whether a carriage return stands by itself, which ends a row too.
pub(super) fn has_lone_return(text: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', text).any(|at| text.get(at + 1) != Some(&b'\n'))
}
