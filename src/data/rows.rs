//! The rows of lookups and details, as they were read.

use std::collections::HashSet;

use super::{InputFile, Place, Problem};
use crate::ir::{RelationId, SlotId, Value};

/// The rows of a lookup or details, as they were read.
#[derive(Debug)]
pub struct Rows {
    /// Whose.
    pub relation: RelationId,
    /// The rows: where each stands, and its values by slot or the values that read.
    pub rows: Vec<Row>,
    /// Where they come from.
    pub inputs: Vec<InputFile>,
    /// What someone should look at.
    pub notices: Vec<Problem>,
}

/// One of them.
#[derive(Debug)]
pub struct Row {
    /// Where it stands.
    pub place: Place,
    /// Its values.
    pub content: Result<Vec<(SlotId, Value)>, BadRow>,
    /// Those of its values that hang on rejected records of the policy that gave them.
    pub doubtful: Vec<SlotId>,
    /// Of a lookup those that are its defaults, for nothing stands in their cells.
    pub defaulted: Vec<SlotId>,
}

/// Where the rows of a relation stand, in the order of its table.
#[derive(Debug, Clone, Default)]
pub struct RowPlaces {
    /// The files.
    pub inputs: Vec<InputFile>,
    /// The place of each row.
    pub rows: Vec<Place>,
    /// Of a lookup the values that are defaults: the row, and the slot.
    pub defaulted: HashSet<(usize, SlotId)>,
}

/// A row that cannot be used.
#[derive(Debug)]
pub struct BadRow {
    /// The values that read.
    pub known: Vec<(SlotId, Value)>,
    /// The first reason.
    pub problem: Option<Problem>,
}
