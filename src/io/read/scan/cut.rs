//! Where the cells of a row begin and end.

use std::borrow::Cow;

use crate::io::cell::Cell;
use crate::io::read::delimited::unguarded;

/// The cells of a row.
#[derive(Clone, Copy)]
pub(in crate::io::read) struct Cut<'t, 'c> {
    text: &'t [u8],
    /// Where the byte before the row stands, then where each cell ends.
    ends: &'c [u32],
}

impl<'t, 'c> Cut<'t, 'c> {
    /// Cells by where they end.
    pub fn new(text: &'t [u8], ends: &'c [u32]) -> Self {
        Cut { text, ends }
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.ends.len().saturating_sub(1)
    }

    /// Where one of them stands, without quotes around it.
    #[inline]
    pub fn span(self, at: usize) -> Option<(usize, usize)> {
        span(self.text, self.ends, at)
    }

    /// The text of one of them, as it stands.
    pub fn get(self, at: usize) -> Option<&'t str> {
        let (start, end) = self.span(at)?;
        std::str::from_utf8(self.text.get(start..end)?).ok()
    }

    /// All of them, as any reader has them.
    pub fn cells(self) -> Vec<Cell<'t>> {
        let text = |at| self.get(at).map_or(Cow::Borrowed(""), unguarded);
        (0..self.len()).map(|at| Cell::plain(text(at))).collect()
    }
}

/// Where a cell stands in a text, by where the byte before its row and where the cells of the row end.
#[inline]
pub(super) fn span(text: &[u8], ends: &[u32], at: usize) -> Option<(usize, usize)> {
    let [before, end] = ends.get(at..at + 2)? else { return None };
    let (start, end) = (before.wrapping_add(1) as usize, *end as usize);
    // Quotes stand around whole cells alone, and the closing one is there.
    let quoted = text.get(start) == Some(&b'"') && start < end;
    Some(if quoted { (start + 1, end.saturating_sub(1).max(start + 1)) } else { (start, end) })
}

/// The same where no quotes stand in the text.
#[inline]
pub(super) fn bare(ends: &[u32], at: usize) -> Option<(usize, usize)> {
    let [before, end] = ends.get(at..at + 2)? else { return None };
    Some((before.wrapping_add(1) as usize, *end as usize))
}

/// Finds the cells of the row that begins at a place, and gives where the next begins; nothing, where quotes stand
/// otherwise than around whole cells, or the text ends within.
pub(super) fn cut(text: &[u8], separator: u8, start: usize, ends: &mut Vec<u32>) -> Option<usize> {
    let place = |at: usize| u32::try_from(at).ok();
    ends.push(place(start)?.wrapping_sub(1));
    let mut at = start;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let end = match rest.split_first() {
            Some((b'"', inner)) => at + memchr::memchr(b'"', inner)? + 2,
            _ => {
                at + rest
                    .iter()
                    .position(|byte| *byte == separator || matches!(byte, b'\n' | b'\r'))
                    .unwrap_or(rest.len())
            }
        };
        ends.push(place(end)?);
        match text.get(end) {
            Some(byte) if *byte == separator => at = end + 1,
            Some(b'\n') | None => return Some((end + 1).min(text.len())),
            Some(b'\r') => return Some((end + 2).min(text.len())),
            Some(_) => return None,
        }
    }
}
