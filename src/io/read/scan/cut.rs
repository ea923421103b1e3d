//! Where the cells of a row begin and end.

use std::borrow::Cow;

use crate::io::cell::Cell;
use crate::io::read::delimited::unguarded;

/// So many bytes are looked at together.
const TOGETHER: usize = 8;
/// A bit, or the lower bits, of each of them.
const HIGH: u64 = 0x8080_8080_8080_8080;
const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
const EACH: u64 = 0x0101_0101_0101_0101;

/// A text between separators.
pub(in crate::io::read) struct Text<'t> {
    /// All of it.
    pub text: &'t str,
    /// What stands between cells.
    pub separator: u8,
    /// Whether a cell may stand in quotes.
    pub quoted: bool,
}

/// The cells of a row.
#[derive(Clone, Copy)]
pub(in crate::io::read) struct Cut<'t, 'c> {
    text: &'t str,
    spans: &'c [(usize, usize)],
}

impl<'t, 'c> Cut<'t, 'c> {
    /// Cells by where they begin and end.
    pub fn new(text: &'t str, spans: &'c [(usize, usize)]) -> Self {
        Cut { text, spans }
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.spans.len()
    }

    /// The text of one of them, as it stands.
    pub fn get(self, at: usize) -> Option<&'t str> {
        let (start, end) = *self.spans.get(at)?;
        self.text.get(start..end)
    }

    /// Keeps where they stand, in the room of others.
    pub fn keep(self, (text, spans): &mut (&'t str, Vec<(usize, usize)>)) {
        *text = self.text;
        spans.clear();
        spans.extend_from_slice(self.spans);
    }

    /// All of them, as any reader has them.
    pub fn cells(self) -> Vec<Cell<'t>> {
        let text = |at| self.get(at).map_or(Cow::Borrowed(""), unguarded);
        (0..self.len()).map(|at| Cell::plain(text(at))).collect()
    }
}

impl Text<'_> {
    /// Where the next row begins, and how many blank lines stand before it.
    pub fn past_blank(&self, at: usize) -> (usize, u64) {
        let blank =
            self.text.as_bytes().get(at..).unwrap_or_default().iter().take_while(|b| matches!(b, b'\r' | b'\n'));
        let (mut length, mut lines) = (0, 0);
        for byte in blank {
            length += 1;
            lines += u64::from(*byte == b'\n');
        }
        (at + length, lines)
    }

    /// Finds the cells of the row that begins there, and gives where the next begins; nothing, where quotes stand otherwise
    /// than around whole cells.
    pub fn cut(&self, start: usize, spans: &mut Vec<(usize, usize)>) -> Option<usize> {
        spans.clear();
        if !self.quoted {
            return Some(self.cut_plain(start, spans));
        }
        let bytes = self.text.as_bytes();
        let mut at = start;
        loop {
            let end = match bytes.get(at) {
                Some(b'"') => {
                    let length = bytes.get(at + 1..)?.iter().position(|byte| *byte == b'"')?;
                    spans.push((at + 1, at + 1 + length));
                    at + length + 2
                }
                _ => {
                    let rest = bytes.get(at..).unwrap_or_default();
                    let ends = |byte: &u8| *byte == self.separator || matches!(byte, b'\n' | b'\r');
                    let end = at + rest.iter().position(ends).unwrap_or(rest.len());
                    spans.push((at, end));
                    end
                }
            };
            match bytes.get(end) {
                Some(byte) if *byte == self.separator => at = end + 1,
                Some(b'\n') => return Some(end + 1),
                Some(b'\r') => return Some(end + 2),
                None => return Some(end),
                Some(_) => return None,
            }
        }
    }

    fn cut_plain(&self, start: usize, spans: &mut Vec<(usize, usize)>) -> usize {
        let bytes = self.text.as_bytes();
        let (separators, ends) = (EACH * u64::from(self.separator), EACH * u64::from(b'\n'));
        let (mut at, mut cell) = (start, start);
        while let Some(word) = bytes.get(at..at + TOGETHER).and_then(|chunk| <[u8; TOGETHER]>::try_from(chunk).ok()) {
            let word = u64::from_le_bytes(word);
            let end = equal(word, ends);
            let mut marks = equal(word, separators) | end;
            while marks != 0 {
                let place = at + (marks.trailing_zeros() / 8) as usize;
                let is_end = end & marks & marks.wrapping_neg() != 0;
                marks &= marks - 1;
                if is_end {
                    spans.push((cell, before_return(bytes, cell, place)));
                    return place + 1;
                }
                spans.push((cell, place));
                cell = place + 1;
            }
            at += TOGETHER;
        }
        for (place, byte) in bytes.iter().enumerate().skip(at) {
            if *byte == b'\n' {
                spans.push((cell, before_return(bytes, cell, place)));
                return place + 1;
            }
            if *byte == self.separator {
                spans.push((cell, place));
                cell = place + 1;
            }
        }
        spans.push((cell, bytes.len()));
        bytes.len()
    }
}

/// A bit for each byte of a word that is the byte of another at its place.
fn equal(word: u64, other: u64) -> u64 {
    let differ = word ^ other;
    !(((differ & LOW) + LOW) | differ) & HIGH
}

/// Where a cell ends that ends its row: before the carriage return.
fn before_return(bytes: &[u8], cell: usize, end: usize) -> usize {
    let returns = end > cell && bytes.get(end - 1) == Some(&b'\r');
    if returns { end - 1 } else { end }
}
