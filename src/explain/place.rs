//! Where the values of a record stand that was read from files.

use std::sync::Arc;

use super::model::Cell;
use super::record::{Stand, Whereabouts};
use crate::data::{Batch, InputFile, Place, RowPlaces};
use crate::ir::{Policy, RelationId, SlotId, Value};

/// A record that was read, and the rows beside it.
#[derive(Clone, Copy)]
pub struct InFiles<'a> {
    /// The policy that read it.
    pub policy: &'a Policy,
    /// What was read.
    pub batch: &'a Batch,
    /// The place of the record in it.
    pub at: usize,
    /// For each relation where its rows stand.
    pub rows: &'a [RowPlaces],
}

impl InFiles<'_> {
    fn place(&self, relation: RelationId, row: usize) -> Option<(&InputFile, Place)> {
        let stand = self.rows.get(relation.0)?;
        let place = *stand.rows.get(row)?;
        Some((stand.inputs.get(place.input as usize)?, place))
    }
}

impl Whereabouts for InFiles<'_> {
    fn field(&self, field: SlotId) -> Stand {
        let place = self.batch.place(self.at).filter(|_| {
            let known = self.batch.known(self.at, field.0);
            known.is_none_or(|value| *value != Value::Missing) && !self.batch.is_defaulted(self.at, field.0)
        });
        match place.and_then(|place| Some((self.batch.input(place)?, place))) {
            Some((input, place)) => Stand::Cell(cell(input, place, Some(field.0))),
            None => Stand::Absent,
        }
    }

    fn row(&self, relation: RelationId, row: usize) -> Option<Cell> {
        self.place(relation, row).map(|(input, place)| cell(input, place, None))
    }

    fn row_field(&self, relation: RelationId, row: usize, field: SlotId) -> Stand {
        let at = self.policy.relation(relation).and_then(|relation| relation.place(field));
        match self.place(relation, row) {
            Some(_) if self.rows.get(relation.0).is_some_and(|stand| stand.defaulted.contains(&(row, field))) => {
                Stand::Absent
            }
            Some((input, place)) => Stand::Cell(cell(input, place, at)),
            None => Stand::Given,
        }
    }
}

/// The cell of a field in a row; of none, the row.
fn cell(input: &InputFile, place: Place, field: Option<usize>) -> Cell {
    let at = field.map_or_else(|| input.at(place.row), |field| input.cell(place.row, field));
    Cell {
        file: Arc::clone(&input.name),
        sheet: input.sheet.clone(),
        line: place.row as usize,
        column: at.column.map(|column| column as usize + 1),
        header: at.header,
        name: field.and_then(|field| input.cell_name(place.row, field)),
    }
}
