//! What the tests of a policy reach.
//!
//! Everything here is found by evaluating records by the policy itself; nothing is said in words.

mod blocks;
mod coverage;
mod records;
mod sheet;

pub use blocks::{Block, block_of, blocks};
pub use coverage::{Coverage, Kind, Reached, Side, coverage};
pub use records::{Case, Given, cases, evaluated};
pub use sheet::{SheetRow, SheetTest, sheet_rows};
