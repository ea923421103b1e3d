//! What the tests of a policy reach.
//!
//! Everything here is found by evaluating records by the policy itself; nothing is said in words.

mod coverage;
mod sheet;

pub use coverage::{Coverage, Kind, Reached, Side, coverage};
pub use sheet::{SheetRow, SheetTest, sheet_rows};
