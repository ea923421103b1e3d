//! For whom results are written.

use crate::quantity::Tongue;

/// For whom results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Headers {
    /// For programs: the names of the policy, `yes` and `no`, `ok`.
    #[default]
    Names,
    /// For people, in that tongue: titles, and words for what is so and what became of a record.
    Titles(Tongue),
}
