//! Where what is known of the record at hand stands: in the cells of its data, or nowhere where it was typed.

use super::session::Standing;
use crate::data::RowPlaces;
use crate::explain::{Cell, InFiles, Stand, Whereabouts};
use crate::ir::{Policy, RelationId, SlotId};

/// The record at hand.
pub(super) struct Standpoint<'a> {
    policy: &'a Policy,
    standing: &'a Standing,
    /// Its cells, where it is one of the data.
    files: Option<InFiles<'a>>,
}

impl<'a> Standpoint<'a> {
    /// The record at hand, with the rows beside it.
    pub fn of(standing: &'a Standing, rows: &'a [RowPlaces]) -> Self {
        let policy = standing.policy();
        let files = standing.batch().zip(standing.at).map(|(batch, at)| InFiles { policy, batch, at, rows });
        Standpoint { policy, standing, files }
    }
}

impl Whereabouts for Standpoint<'_> {
    fn field(&self, field: SlotId) -> Stand {
        let typed = self.policy.slot(field).is_some_and(|slot| self.standing.given.contains_key(&slot.name));
        match &self.files {
            Some(files) if !typed => files.field(field),
            _ => Stand::Given,
        }
    }

    fn row(&self, relation: RelationId, row: usize) -> Option<Cell> {
        self.files.as_ref()?.row(relation, row)
    }

    fn row_field(&self, relation: RelationId, row: usize, field: SlotId) -> Stand {
        self.files.as_ref().map_or(Stand::Given, |files| files.row_field(relation, row, field))
    }
}
