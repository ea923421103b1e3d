//! A row that needs no thought into columns: cut where its bytes are, each cell told by its digits or by one like it.

mod cut;
mod digits;
mod field;
mod row;

pub(super) use cut::{Cut, Text};
pub(super) use row::Quick;
