//! Rows that need no thought into columns: cut where their bytes are, each cell told by its digits or by one like it.

mod block;
mod cut;
mod digits;
mod field;
mod held;
mod index;
mod parsed;
mod recent;

pub(super) use block::{Parser, longest};
pub(super) use index::Index;
pub(super) use parsed::Parsed;
