//! What is found out about a policy by records of it, in words and for programs.

mod cliffs;
mod coverage;
mod mutants;
mod records;
mod stats;

pub use cliffs::{cliffs_json, cliffs_text};
pub use coverage::{coverage_json, coverage_lines, coverage_table};
pub use mutants::{mutants_json, mutants_text};
pub use records::{case_json, case_rows, record_json};
pub use stats::{stats_json, stats_lines};
