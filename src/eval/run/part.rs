//! What one record brings to a step over several.

use super::super::Stop;
use crate::ir::Value;

/// The values that a step looks at; of a record that a filter leaves out, none.
pub(super) type Values = Result<Option<Vec<Value>>, Stop>;

/// What a record brings to a step.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// What tells its group from others.
    pub group: Vec<Value>,
    /// What the step looks at.
    pub values: Values,
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
