//! What one record brings to a step over several.

use super::super::Stop;
use crate::ir::Value;

/// What a record brings to a step.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// What tells its group from others.
    pub group: Vec<Value>,
    /// The values that the step looks at; of a record that a filter leaves out, none.
    pub values: Result<Option<Vec<Value>>, Stop>,
}

/// A member of a group and what it brings.
pub(super) struct Member {
    /// Its place among the records of the period.
    pub at: usize,
    /// Its values; none where it is left out.
    pub values: Option<Vec<Value>>,
}

impl Part {
    /// Nothing at all.
    pub fn nothing() -> Self {
        Part { group: vec![], values: Ok(None) }
    }
}
