//! What was made of short texts, to be known again where they stand there once more.

use std::collections::HashMap;

/// So many of them are known, and so many longer ones.
const KNOWN: usize = 256;
/// No longer text is short.
const SHORT: usize = 16;

/// What was made of texts that came before.
#[derive(Debug)]
pub(super) struct Recent<T> {
    last: Option<(Key, T)>,
    known: Vec<Option<(Key, T)>>,
    long: HashMap<Box<[u8]>, T>,
}

/// A short text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    first: u64,
    last: u64,
    length: usize,
}

impl Key {
    /// The key of a text that stands in another; nothing, where it is no short one.
    #[inline]
    pub fn of(text: &[u8], (start, end): (usize, usize)) -> Option<Key> {
        let length = end.checked_sub(start)?;
        if length <= 8 {
            // What stands behind it is cut off.
            let word = match text.get(start..start + 8) {
                Some(bytes) => u64::from_le_bytes(bytes.try_into().ok()?),
                None => text.get(start..end)?.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
            };
            let first = if length == 8 { word } else { word & ((1 << (8 * length)) - 1) };
            return Some(Key { first, last: 0, length });
        }
        let word = |at: usize| Some(u64::from_le_bytes(text.get(at..at + 8)?.try_into().ok()?));
        (length <= SHORT).then_some(Key { first: word(start)?, last: word(end - 8)?, length })
    }

    #[inline]
    pub fn place(self) -> usize {
        ((self.first ^ self.last.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as usize % KNOWN
    }
}

impl<T: Copy> Recent<T> {
    /// Nothing yet.
    pub fn new() -> Self {
        Recent { last: None, known: vec![None; KNOWN], long: HashMap::new() }
    }

    /// What was made of a text that stands in another.
    #[inline]
    pub fn find(&mut self, text: &[u8], span: (usize, usize)) -> Option<T> {
        let Some(key) = Key::of(text, span) else {
            return self.long.get(text.get(span.0..span.1)?).copied();
        };
        if let Some((_, made)) = self.last.filter(|(last, _)| *last == key) {
            return Some(made);
        }
        let known = self.known.get(key.place())?.filter(|(known, _)| *known == key);
        if known.is_some() {
            self.last = known;
        }
        known.map(|(_, made)| made)
    }

    /// Keeps what is made of it.
    pub fn keep(&mut self, text: &[u8], span: (usize, usize), made: T) {
        match Key::of(text, span) {
            Some(key) => {
                self.last = Some((key, made));
                self.known.get_mut(key.place()).into_iter().for_each(|known| *known = Some((key, made)));
            }
            None if self.long.len() < KNOWN => {
                self.long.insert(text.get(span.0..span.1).unwrap_or_default().into(), made);
            }
            None => {}
        }
    }
}
