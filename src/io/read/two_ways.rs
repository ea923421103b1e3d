//! Cells that others of their column put in doubt.

use crate::io::cell::Fault;

/// A cell that may be read in two ways.
pub(super) struct TwoWays {
    /// The field.
    pub field: usize,
    /// The place of the record.
    pub at: usize,
    /// The cell.
    pub text: String,
    /// What may be told of it.
    pub fault: Fault,
}
