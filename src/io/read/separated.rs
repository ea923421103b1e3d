//! Rows of separated text, cut without a copy of any cell.
//!
//! A row that looks like most rows do goes into columns as its bytes are read; any other is cut by the reader that knows
//! everything that may stand in such a file, and read cell by cell as rows of all formats are.

use std::sync::{Arc, Mutex, PoisonError};

use super::scan::{Index, Parsed, Parser, longest};
use super::sheet::Sheet;
use super::{Stop, delimited};
use crate::data::{Batch, InputFile, Member, Progress};

/// So many bytes are cut together; before it is known how the rows below the header are read, fewer.
const TOGETHER: usize = 1 << 16;
const AT_FIRST: usize = 1 << 9;

/// Reads the rows of a text, block by block.
pub(super) struct Blocks<'p> {
    file: Arc<str>,
    separator: u8,
    index: Index,
    /// How the rows are read for each policy, once that is known.
    parsers: Option<Parsers<'p>>,
    parsed: Vec<Option<Parsed>>,
}

/// How rows are read for each policy.
type Parsers<'p> = Vec<Option<Parser<'p>>>;

/// What reads blocks wherever they stand below the header, several at a time.
pub(super) struct Ahead<'p> {
    file: Arc<str>,
    separator: u8,
    width: usize,
    /// The columns of the keys of the first policy.
    keys: Vec<usize>,
    /// The parsers of each who reads.
    parsers: Vec<Mutex<Parsers<'p>>>,
}

/// A piece of a text, with the rows that were found in it and what they come to. It is used again for other pieces.
#[derive(Default)]
pub(super) struct Block {
    pub bytes: Vec<u8>,
    index: Index,
    parsed: Vec<Option<Parsed>>,
    /// Whether the rows are all of the piece.
    whole: bool,
    /// The characters of the longest key.
    longest: usize,
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

impl<'p> Blocks<'p> {
    /// Of a file from its beginning.
    pub fn new(file: &Arc<str>, separator: u8) -> Self {
        Blocks { file: Arc::clone(file), separator, index: Index::new(), parsers: None, parsed: vec![] }
    }

    /// Gives some rows at the beginning of a text to a sheet, and tells how many bytes they have; 0, where a row may go on
    /// behind the text, which has not `ended`.
    pub fn take(&mut self, (text, ended): (&[u8], bool), sheet: &mut Sheet<'_, 'p>) -> Result<usize, Stop> {
        if self.parsers.is_none() {
            self.parsers = sheet.parsers();
            if let Some(parsers) = &self.parsers {
                self.index.expect(sheet.width());
                self.parsed = empty(parsers);
            }
        }
        let most = if self.parsers.is_some() { TOGETHER } else { AT_FIRST };
        let length = self.index.fill(&self.file, (text, ended), (self.separator, most))?;
        parse(self.parsers.iter_mut().flatten(), (text, &self.index), &mut self.parsed);
        sheet.take_rows(text, &self.index, &self.parsed)?;
        Ok(length)
    }

    /// What reads further blocks, so many at a time; nothing, before it is known how their rows are read.
    pub fn ahead(&self, sheet: &Sheet<'_, 'p>, threads: usize) -> Option<Ahead<'p>> {
        self.parsers.as_ref()?;
        let parsers = (0..threads).filter_map(|_| sheet.parsers()).map(Mutex::new).collect();
        let (file, separator) = (Arc::clone(&self.file), self.separator);
        Some(Ahead { file, separator, width: sheet.width(), keys: sheet.keys().to_vec(), parsers })
    }

    /// The line at which the next row begins.
    pub fn next_line(&self) -> u64 {
        self.index.next_line()
    }

    /// Gives the rows of a block to a sheet, behind those that were given; false, where they are not all of the block.
    pub fn take_block(&mut self, block: &Block, sheet: &mut Sheet) -> Result<bool, Stop> {
        if block.whole {
            self.index.follow(&block.index);
            sheet.take_rows(&block.bytes, &block.index, &block.parsed)?;
        }
        Ok(block.whole)
    }

    /// The same of a block whose records were taken by somebody else; false, where the sheet must see them all the same.
    pub fn take_worked(&mut self, block: &Block, sheet: &mut Sheet) -> bool {
        let [Some(parsed)] = block.parsed.as_slice() else { return false };
        let taken = sheet.take_worked((&block.bytes, &block.index), parsed, block.longest);
        if taken {
            self.index.follow(&block.index);
        }
        taken
    }
}

impl Block {
    /// Its records, where it is known that each of its rows is one, whatever stands before it.
    pub fn records(&self, input: (u32, &InputFile)) -> Option<Batch> {
        let [Some(parsed)] = self.parsed.as_slice() else { return None };
        let known = self.whole && self.index.is_regular() && parsed.is_plain();
        known.then(|| Batch::apart_from(input, &self.index.lines, &parsed.cells))
    }
}

impl Ahead<'_> {
    /// Finds the rows of a block, which begins with one at that line, and reads them.
    pub fn read(&self, block: &mut Block, line: u64, member: Member) {
        let Some(parsers) = self.parsers.get(member.0) else { return block.whole = false };
        let mut parsers = parsers.lock().unwrap_or_else(PoisonError::into_inner);
        if block.parsed.is_empty() {
            block.parsed = empty(&parsers);
        }
        block.index.begin_below(self.width, line);
        let of = (block.bytes.as_slice(), false);
        let length = block.index.fill(&self.file, of, (self.separator, block.bytes.len()));
        block.whole = length.is_ok_and(|length| length == block.bytes.len());
        if block.whole {
            parse(parsers.iter_mut(), (&block.bytes, &block.index), &mut block.parsed);
            block.longest = longest(&block.bytes, &block.index, 0..block.index.len(), (&self.keys, 0));
        }
    }
}

fn empty(parsers: &Parsers) -> Vec<Option<Parsed>> {
    parsers.iter().map(|of| of.as_ref().map(|_| Parsed::default())).collect()
}

/// Reads rows for each policy.
fn parse<'a, 'p: 'a>(
    parsers: impl Iterator<Item = &'a mut Option<Parser<'p>>>,
    (text, index): (&[u8], &Index),
    parsed: &mut [Option<Parsed>],
) {
    for (parser, parsed) in parsers.zip(parsed) {
        if let (Some(parser), Some(parsed)) = (parser, parsed) {
            parser.parse(text, index, parsed);
        }
    }
}

/// Whether a carriage return stands by itself, which ends a row too.
pub(super) fn has_lone_return(text: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', text).any(|at| text.get(at + 1) != Some(&b'\n'))
}
