//! Texts of a column, one behind the other.

/// So many of those that came last are known again.
const RECENT: usize = 256;

/// Texts, of which many stand for several values.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    written: String,
    /// Where each ends.
    ends: Vec<u32>,
    /// Places of some of them, by their bytes.
    recent: Vec<u32>,
}

impl Texts {
    /// The place of a text, which is new perhaps; nothing, where there is no more room.
    pub fn place(&mut self, text: &str) -> Option<i64> {
        let last = self.ends.len().checked_sub(1).and_then(|last| i64::try_from(last).ok());
        if let Some(last) = last.filter(|last| self.get(*last) == Some(text)) {
            return Some(last);
        }
        if self.recent.is_empty() {
            self.recent = vec![u32::MAX; RECENT];
        }
        let mark = mark(text.as_bytes());
        let known = self.recent.get(mark).copied().map(i64::from);
        if let Some(known) = known.filter(|known| self.get(*known) == Some(text)) {
            return Some(known);
        }
        let place = u32::try_from(self.ends.len()).ok()?;
        let end = u32::try_from(self.written.len().checked_add(text.len())?).ok()?;
        self.written.push_str(text);
        self.ends.push(end);
        self.recent.get_mut(mark).into_iter().for_each(|known| *known = place);
        Some(i64::from(place))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// A text by its place.
    pub fn get(&self, place: i64) -> Option<&str> {
        let place = usize::try_from(place).ok()?;
        let end = *self.ends.get(place)?;
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.written.get(start as usize..end as usize)
    }

    /// All of them, in the order of their places.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        (0..).map_while(|place| self.get(place))
    }

    /// Has none any more.
    pub fn clear(&mut self) {
        self.written.clear();
        self.ends.clear();
        self.recent.fill(u32::MAX);
    }

    /// Ends it: no further text comes.
    pub fn close(&mut self) {
        self.recent = vec![];
        self.written.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// Where a text may be known again: by its first and last bytes.
fn mark(text: &[u8]) -> usize {
    let word = match (text.first_chunk(), text.last_chunk()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29),
        _ => text.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as usize % RECENT
}
