//! A mark for each of many places.

/// The places that are marked, a bit for each.
#[derive(Debug, Clone, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// Marks a place.
    pub fn set(&mut self, at: usize) {
        if self.0.len() <= at / 64 {
            self.0.resize(at / 64 + 1, 0);
        }
        self.0.get_mut(at / 64).into_iter().for_each(|bits| *bits |= 1 << (at % 64));
    }

    /// Whether a place is marked.
    pub fn get(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }

    /// Marks none any more.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Keeps no more room than is needed.
    pub fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }
}
