//! Diagnostics and notices in words: the Fluent texts in two tongues, the terminal, JSON.
//!
//! No other module holds a sentence that a user reads. The texts stand in `locale/`, one file a
//! stage and tongue; [`texts`] fills in those of a diagnostic, [`say`] a text of the program.

pub mod advice;
mod bundles;
mod cases;
mod catalogue;
mod difference;
mod exact;
mod grid;
mod heads;
mod json;
mod outcome;
mod page;
mod place;
mod problem;
mod promise;
mod rank;
pub mod reconcile;
mod run;
mod sarif;
#[cfg(feature = "program")]
mod terminal;
mod terms;
mod visible;
pub mod why;
mod wrap;

pub use crate::quantity::Tongue;
pub use cases::{
    case_json, case_rows, cliffs_json, cliffs_text, coverage_json, coverage_lines, coverage_table, mutants_json,
    mutants_text, record_json, stats_json, stats_lines,
};
pub use catalogue::{Texts, amount, say, spell, texts};
pub use difference::{Compared, difference_json, difference_lines, people_json, people_lines};
pub use exact::{exact_fraction, exact_number, exact_place, exact_value};
pub use grid::{Drawn, Grid, GridColumn, GridRow, Mood, cut};
use heads::called;
pub use heads::{Heads, bracketed, head, mark_head, marks_among, status, status_named};
pub use json::{json, promise as promise_json};
pub use outcome::{reasons, rejected};
pub use page::{readable, title};
pub use problem::problem;
pub use promise::promised;
pub use rank::{PERIOD, ranked};
pub use run::{counts_json, part_json};
pub use sarif::{Checked, sarif};
#[cfg(feature = "program")]
pub use terminal::{Ink, Look, WIDTH, show, show_all, show_at, show_change};
pub use visible::visible;
pub use wrap::{pieces, wrap};
