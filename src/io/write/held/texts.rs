//! A column of texts, as far as it is gathered.

use std::ops::Range;

use super::ResultValues;

/// Texts, one behind the other.
pub(super) struct Texts {
    bytes: Vec<u8>,
    /// Where each begins, and where the last ends.
    ends: Vec<i32>,
    absent: Vec<Range<usize>>,
}

impl Default for Texts {
    fn default() -> Self {
        Texts { bytes: vec![], ends: vec![0], absent: vec![] }
    }
}

impl Texts {
    /// Adds the text of the next row; an empty one is none.
    #[inline]
    pub fn push(&mut self, text: Option<&str>) {
        let row = self.rows();
        match text.filter(|text| !text.is_empty()) {
            Some(text) => self.bytes.extend_from_slice(text.as_bytes()),
            None => lack(&mut self.absent, row),
        }
        self.end();
    }

    /// Adds the same text for so many rows.
    pub fn push_each(&mut self, text: Option<&str>, rows: usize) {
        let first = self.rows();
        match text {
            Some(text) => {
                self.bytes.reserve(text.len() * rows);
                for _ in 0..rows {
                    self.push(Some(text));
                }
            }
            None => {
                self.absent.push(first..first + rows);
                let end = self.ends.last().copied().unwrap_or_default();
                self.ends.resize(self.ends.len() + rows, end);
            }
        }
    }

    /// Adds the text of the row above once more.
    #[inline]
    pub fn push_again(&mut self) {
        let [.., start, end] = self.ends.as_slice() else { return self.push(None) };
        let place = |at: i32| usize::try_from(at).unwrap_or_default();
        let above = place(*start)..place(*end);
        if above.is_empty() {
            return self.push(None);
        }
        self.bytes.extend_from_within(above);
        self.end();
    }

    /// What was gathered, which is forgotten.
    pub fn taken(&mut self) -> (ResultValues, Vec<Range<usize>>) {
        let Texts { bytes, ends, absent } = std::mem::take(self);
        (ResultValues::Texts(bytes, ends), absent)
    }

    fn rows(&self) -> usize {
        self.ends.len() - 1
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
