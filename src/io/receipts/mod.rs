//! Receipts of runs: a folder of results with theirs, and one receipt held against that of the same run made again.

mod compared;
mod earlier;
mod receipt;

pub use compared::{Point, PointKind, compared, json_decimal};
pub use earlier::earlier;
pub use receipt::{Kept, Receipt};
