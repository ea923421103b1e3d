//! A column of texts, as far as it is gathered.

use std::ops::Range;

use super::ResultValues;

/// A text of so many bytes at most is put down by one store.
const SHORT: usize = 16;

/// A text that is put down many times.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    text: String,
    /// Its bytes, where it is short, with others behind them.
    padded: [u8; SHORT],
}

impl Word {
    /// A text; an empty one is none.
    pub fn of(text: &str) -> Self {
        let mut word = Word::default();
        word.set(text);
        word
    }

    fn set(&mut self, text: &str) {
        self.text.clear();
        self.text.push_str(text);
        if let Some(padded) = self.padded.get_mut(..text.len()) {
            padded.copy_from_slice(text.as_bytes());
        }
    }
}

/// Texts, one behind the other.
pub(super) struct Texts {
    /// The text above.
    above: Word,
    /// How many rows have it as long as all have: nothing is put down for these.
    same: usize,
    bytes: Vec<u8>,
    /// Where each begins, and where the last ends.
    ends: Vec<i32>,
    absent: Vec<Range<usize>>,
}

impl Default for Texts {
    fn default() -> Self {
        Texts { above: Word::default(), same: 0, bytes: vec![], ends: vec![0], absent: vec![] }
    }
}

impl Texts {
    /// Adds the text of the next row; an empty one is none.
    #[inline]
    pub fn push(&mut self, text: Option<&str>) {
        let text = text.unwrap_or_default();
        if text != self.above.text || self.is_empty() {
            self.settle();
            self.above.set(text);
        }
        self.push_again();
    }

    /// The same of a word.
    #[inline]
    pub fn push_word(&mut self, word: &Word) {
        if self.ends.len() > 1 && word.text.len() <= SHORT {
            self.put(&word.padded, word.text.len());
        } else {
            self.push(Some(&word.text));
        }
    }

    /// Adds the same text for so many rows.
    pub fn push_each(&mut self, text: Option<&str>, rows: usize) {
        for at in 0..rows {
            match at {
                0 => self.push(text),
                _ if self.ends.len() == 1 => {
                    self.same += rows - at;
                    break;
                }
                _ => self.push_again(),
            }
        }
    }

    /// Adds the text of the row above once more.
    #[inline]
    pub fn push_again(&mut self) {
        if self.ends.len() == 1 {
            self.same += 1;
        } else {
            self.put_above();
        }
    }

    /// Asks for room for so many rows as long as those that are there.
    pub fn reserve(&mut self, rows: usize) {
        if let Some(length) = self.bytes.len().checked_div(self.ends.len() - 1) {
            self.ends.reserve(rows);
            self.bytes.reserve(length.saturating_add(1).saturating_mul(rows));
        }
    }

    /// What was gathered, which is forgotten.
    pub fn taken(&mut self) -> (ResultValues, Vec<Range<usize>>) {
        let Texts { above, same, bytes, ends, absent } = std::mem::take(self);
        match ends.len() {
            1 => (ResultValues::Same(above.text, same), vec![]),
            _ => (ResultValues::Texts(bytes, ends), absent),
        }
    }

    fn is_empty(&self) -> bool {
        self.ends.len() == 1 && self.same == 0
    }

    /// Puts down the rows that have all the same text: another comes.
    fn settle(&mut self) {
        for _ in 0..std::mem::take(&mut self.same) {
            self.put_above();
        }
    }

    #[inline]
    fn put_above(&mut self) {
        match self.above.text.len() {
            length @ 0..=SHORT => {
                let padded = self.above.padded;
                self.put(&padded, length);
            }
            _ => {
                self.bytes.extend_from_slice(self.above.text.as_bytes());
                self.end();
            }
        }
    }

    #[inline]
    fn put(&mut self, padded: &[u8; SHORT], length: usize) {
        if length == 0 {
            lack(&mut self.absent, self.ends.len() - 1);
        }
        let start = self.bytes.len();
        self.bytes.extend_from_slice(padded);
        self.bytes.truncate(start + length);
        self.end();
    }

    fn end(&mut self) {
        self.ends.push(i32::try_from(self.bytes.len()).unwrap_or(i32::MAX));
    }
}

/// Notes that a row has no value.
pub(super) fn lack(absent: &mut Vec<Range<usize>>, row: usize) {
    match absent.last_mut() {
        Some(last) if last.end == row => last.end += 1,
        _ => absent.push(row..row + 1),
    }
}
