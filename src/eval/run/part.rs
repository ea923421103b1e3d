//! What one record brings to a step over several.

use super::super::Stop;
use crate::ir::Value;

/// The values that a step looks at; of a record that a filter leaves out, none.
pub(super) type Values = Result<Option<Vec<Value>>, Stop>;

/// What a record brings to a step.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// What tells its group from others.
    pub group: Vec<Result<Value, Stop>>,
    /// What the step looks at.
    pub values: Values,
}

/// A member of a group and what it brings.
#[derive(Debug, Clone)]
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

    /// Whether it may belong to a group.
    pub fn may_be_of(&self, group: &[Value]) -> bool {
        self.group.iter().zip(group).all(|(own, value)| own.as_ref().map_or(true, |own| own == value))
    }

    /// Whether it surely adds nothing.
    pub fn is_left_out(&self) -> bool {
        matches!(self.values, Ok(None))
    }
}
