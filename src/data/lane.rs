//! A column of integers, of the width that all of its values fit.

/// A column of integers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lane {
    /// Of 32 bits.
    Narrow(Vec<i32>),
    /// Of 64 bits.
    Wide(Vec<i64>),
    /// Of 128 bits.
    Widest(Vec<i128>),
}

impl Lane {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Lane::Narrow(all) => all.len(),
            Lane::Wide(all) => all.len(),
            Lane::Widest(all) => all.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One of them.
    pub fn get(&self, at: usize) -> Option<i128> {
        match self {
            Lane::Narrow(all) => all.get(at).map(|one| i128::from(*one)),
            Lane::Wide(all) => all.get(at).map(|one| i128::from(*one)),
            Lane::Widest(all) => all.get(at).copied(),
        }
    }

    /// Adds one; of what does not fit the lower bits.
    pub fn push(&mut self, code: i128) {
        match self {
            Lane::Narrow(all) => all.push(code as i32),
            Lane::Wide(all) => all.push(code as i64),
            Lane::Widest(all) => all.push(code),
        }
    }

    /// Makes it so long; what is new is 0.
    pub fn resize(&mut self, len: usize) {
        match self {
            Lane::Narrow(all) => all.resize(len, 0),
            Lane::Wide(all) => all.resize(len, 0),
            Lane::Widest(all) => all.resize(len, 0),
        }
    }
}
