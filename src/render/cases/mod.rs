//! What is found out about a policy by records of it, in words and for programs.

mod coverage;
mod stats;

pub use coverage::{coverage_json, coverage_lines, coverage_table};
pub use stats::{stats_json, stats_lines};
