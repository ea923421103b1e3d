//! The rows of a text, many at a time: where each of their cells ends.

use std::sync::Arc;

use super::cut::{Cut, cut};
use crate::io::cell::Cell;
use crate::io::read::{Stop, delimited};

/// So many bytes are looked at together.
const TOGETHER: usize = 64;
/// What gathers the lowest bits of eight bytes in the uppermost byte of their product.
const GATHER: u64 = 0x0102_0408_1020_4080;

/// Rows on end: those that have as many cells as the header, and between them others.
#[derive(Default)]
pub(in crate::io::read) struct Index {
    /// How many cells a regular row has.
    width: usize,
    /// For each regular row where the byte before it stands, then where each of its cells ends.
    ends: Vec<u32>,
    /// The line of each of them.
    pub lines: Vec<u32>,
    /// The others, in order.
    pub odd: Vec<Odd>,
    /// The line at which the next row begins, and whether a row was seen.
    line: u64,
    begun: bool,
    /// Whether quotes stand somewhere in these.
    pub quoted: bool,
}

/// A row that is not as most are.
pub(in crate::io::read) struct Odd {
    /// How many regular rows stand before it among these.
    pub before: usize,
    /// Its line.
    pub line: u32,
    /// Its cells; of a blank row none.
    pub cells: Vec<Cell<'static>>,
}

impl Index {
    /// Of a text from its beginning.
    pub fn new() -> Self {
        Index { line: 1, ..Index::default() }
    }

    /// Takes rows of so many cells for regular from here on.
    pub fn expect(&mut self, width: usize) {
        self.width = width;
    }

    /// Of a text somewhere below the header.
    pub fn begin_below(&mut self, width: usize, line: u64) {
        (self.width, self.line, self.begun) = (width, line, true);
    }

    /// The line at which the next row begins.
    pub fn next_line(&self) -> u64 {
        self.line
    }

    /// Goes on behind the rows of another text, which follow these.
    pub fn follow(&mut self, other: &Index) {
        self.line = other.line;
    }

    /// Whether each row has as many cells as the header.
    pub fn is_regular(&self) -> bool {
        self.odd.is_empty()
    }

    /// How many regular rows there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// For each regular row where the byte before it stands, then where its cells end.
    #[inline]
    pub fn rows(&self) -> impl Iterator<Item = &[u32]> {
        self.ends.chunks_exact(self.width + 1)
    }

    /// The same from one of them on.
    #[inline]
    pub fn rows_from(&self, row: usize) -> impl Iterator<Item = &[u32]> {
        self.ends.get(row * (self.width + 1)..).unwrap_or_default().chunks_exact(self.width + 1)
    }

    /// The cells of a regular row.
    pub fn cut<'t>(&self, text: &'t [u8], row: usize) -> Cut<'t, '_> {
        let first = row * (self.width + 1);
        Cut::new(text, self.ends.get(first..first + self.width + 1).unwrap_or_default())
    }

    /// The line of the last row.
    pub fn last_line(&self) -> Option<u32> {
        self.lines.last().copied().max(self.odd.last().map(|odd| odd.line))
    }

    /// Gives each row with its line.
    pub fn each(&self, text: &[u8], mut give: impl FnMut(u32, &[Cell]) -> Result<(), Stop>) -> Result<(), Stop> {
        let mut odd = self.odd.iter().peekable();
        for (at, line) in self.lines.iter().enumerate() {
            while let Some(odd) = odd.next_if(|odd| odd.before <= at) {
                give(odd.line, &odd.cells)?;
            }
            give(*line, &self.cut(text, at).cells())?;
        }
        odd.try_for_each(|odd| give(odd.line, &odd.cells))
    }

    /// Finds the rows at the beginning of a text, of about so many bytes, and gives how many bytes they have; 0, where a
    /// row may go on behind the text, which has not `ended`.
    pub fn fill(
        &mut self,
        file: &Arc<str>,
        (text, ended): (&[u8], bool),
        (separator, most): (u8, usize),
    ) -> Result<usize, Stop> {
        self.ends.clear();
        self.lines.clear();
        self.odd.clear();
        let near = text.get(..most).unwrap_or(text);
        let whole = match memchr::memrchr(b'\n', near) {
            Some(end) => near.get(..=end).unwrap_or_default(),
            None if ended && near.len() == text.len() => text,
            None => &[],
        };
        match () {
            () if text.len() > u32::MAX as usize || whole.is_empty() || memchr::memchr(b'"', whole).is_some() => {
                self.quoted = true;
                self.one_by_one(file, (text, ended), (separator, most))
            }
            () => {
                self.quoted = false;
                self.plain(whole, separator);
                Ok(whole.len())
            }
        }
    }

    /// Rows without quotes.
    fn plain(&mut self, text: &[u8], separator: u8) {
        let (blocks, rest) = text.as_chunks::<TOGETHER>();
        let mut first = 0;
        self.ends.push(u32::MAX);
        let mut at = 0;
        for block in blocks {
            let mut breaks = marks(block, |byte| byte == b'\n');
            let mut all = breaks | marks(block, |byte| byte == separator);
            while breaks != 0 {
                let upto = breaks ^ (breaks - 1);
                self.end_cells(at, all & upto);
                first = self.end_row(text, first);
                (all, breaks) = (all & !upto, breaks & (breaks - 1));
            }
            self.end_cells(at, all);
            at += TOGETHER as u32;
        }
        for byte in rest {
            if *byte == separator || *byte == b'\n' {
                self.ends.push(at);
            }
            if *byte == b'\n' {
                first = self.end_row(text, first);
            }
            at += 1;
        }
        if text.last().is_some_and(|last| *last != b'\n') {
            self.ends.push(at);
            self.end_row(text, first);
        }
        self.ends.truncate(self.lines.len() * (self.width + 1));
    }

    /// Ends a cell at each bit from a place on.
    #[inline]
    fn end_cells(&mut self, from: u32, mut bits: u64) {
        while bits != 0 {
            self.ends.push(from + bits.trailing_zeros());
            bits &= bits - 1;
        }
    }

    /// Ends a row whose first place stands there, and begins the next; gives where the first place of that one stands.
    #[inline]
    fn end_row(&mut self, text: &[u8], first: usize) -> usize {
        let end = self.ends.last().copied().unwrap_or_default();
        let start = self.ends.get(first).copied().unwrap_or_default().wrapping_add(1);
        if end > start && text.get(end as usize - 1) == Some(&b'\r') {
            self.ends.last_mut().into_iter().for_each(|end| *end -= 1);
        }
        let line = u32::try_from(self.line).unwrap_or(u32::MAX);
        if self.ends.len() - first == self.width + 1 && self.width > 1 {
            self.begun = true;
            self.lines.push(line);
        } else {
            self.end_odd(text, first, line);
        }
        self.line += 1;
        self.ends.push(end);
        self.ends.len() - 1
    }

    /// Puts a row aside that is blank or has other cells than most.
    #[cold]
    fn end_odd(&mut self, text: &[u8], first: usize, line: u32) {
        let row = Cut::new(text, self.ends.get(first..).unwrap_or_default());
        let blank = row.len() == 1 && row.span(0).is_none_or(|(start, end)| start >= end);
        if !blank {
            let cells = row.cells().iter().map(Cell::owned).collect();
            self.begun = true;
            self.odd.push(Odd { before: self.lines.len(), line, cells });
        } else if self.begun {
            self.odd.push(Odd { before: self.lines.len(), line, cells: vec![] });
        }
        self.ends.truncate(first);
    }

    /// Rows in which quotes stand somewhere. One that ends with the text may go on behind it.
    fn one_by_one(
        &mut self,
        file: &Arc<str>,
        (text, ended): (&[u8], bool),
        (separator, most): (u8, usize),
    ) -> Result<usize, Stop> {
        let mut at = 0;
        while at < most.min(text.len()) {
            let line = u32::try_from(self.line).unwrap_or(u32::MAX);
            if let Some(blank) = blank(text.get(at..).unwrap_or_default()) {
                if self.begun {
                    self.odd.push(Odd { before: self.lines.len(), line, cells: vec![] });
                }
                (at, self.line) = (at + blank, self.line + 1);
                continue;
            }
            let first = self.ends.len();
            let next = cut(text, separator, at, &mut self.ends);
            let told = next.is_some();
            let regular = next.is_some() && self.ends.len() - first == self.width + 1 && self.width > 1;
            let (cells, next) = match next {
                Some(_) if regular => (vec![], next.unwrap_or_default()),
                Some(next) => {
                    let row = Cut::new(text, self.ends.get(first..).unwrap_or_default());
                    (row.cells().iter().map(Cell::owned).collect(), next)
                }
                None => delimited::one(file, text, at, separator)?,
            };
            // Where it ended with its line, nothing behind the text belongs to it.
            let open = !told || text.last() != Some(&b'\n');
            if next >= text.len() && (open || ended) {
                if !ended {
                    self.ends.truncate(first);
                    break;
                }
                delimited::unclosed(file, text.get(at..).unwrap_or_default(), line, separator)?;
            }
            if regular {
                self.lines.push(line);
            } else {
                self.ends.truncate(first);
                self.odd.push(Odd { before: self.lines.len(), line, cells });
            }
            self.begun = true;
            self.line += memchr::memchr_iter(b'\n', text.get(at..next).unwrap_or_default()).count() as u64;
            at = next;
        }
        Ok(at)
    }
}

/// How many bytes end a blank line at the beginning of a text; nothing, where it is not blank.
fn blank(text: &[u8]) -> Option<usize> {
    match text {
        [b'\n', ..] => Some(1),
        [b'\r', b'\n', ..] => Some(2),
        _ => None,
    }
}

/// A bit for each byte of which something holds.
#[inline]
fn marks(bytes: &[u8; TOGETHER], holds: impl Fn(u8) -> bool) -> u64 {
    let ones = bytes.map(|byte| u8::from(holds(byte)));
    let (words, _) = ones.as_chunks::<8>();
    words.iter().rev().fold(0, |bits, word| bits << 8 | u64::from_le_bytes(*word).wrapping_mul(GATHER) >> 56)
}
