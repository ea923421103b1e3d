//! What the tests of a policy reach.
//!
//! Everything here is found by evaluating records by the policy itself; nothing is said in words.

mod coverage;

pub use coverage::{Coverage, Kind, Reached, Side, coverage};
