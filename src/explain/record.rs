//! What was read of a record, and where it stands.

use std::sync::Arc;

use super::model::{Cell, Details, Explanation, Field, Found, Lookup, Named, Source, Status};
use super::{Asked, Written};
use crate::data::Rejection;
use crate::eval::Stop;
use crate::ir::{Field as Declared, Relation, RelationId, RelationKind, SlotId, Value};

/// Where a value stands that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stand {
    /// In a cell.
    Cell(Cell),
    /// Nowhere: it is absent.
    Absent,
    /// Nowhere: somebody gave it, as in a test.
    Given,
}

/// Who knows where the values of a record stand.
pub trait Whereabouts {
    /// A field of the record.
    fn field(&self, field: SlotId) -> Stand;

    /// A row of a lookup or of details, by its place among all of them: the first cell that is known of it.
    fn row(&self, relation: RelationId, row: usize) -> Option<Cell>;

    /// A field of such a row.
    fn row_field(&self, relation: RelationId, row: usize, field: SlotId) -> Stand;
}

/// Everything was given by hand.
impl Whereabouts for () {
    fn field(&self, _: SlotId) -> Stand {
        Stand::Given
    }

    fn row(&self, _: RelationId, _: usize) -> Option<Cell> {
        None
    }

    fn row_field(&self, _: RelationId, _: usize, _: SlotId) -> Stand {
        Stand::Given
    }
}

/// What is told of a record that was not used.
pub fn unused<'a>(
    written: &Written<'a>,
    rejection: &Rejection,
    rejected: bool,
    whereabouts: &dyn Whereabouts,
) -> Explanation<'a> {
    let policy = written.policy;
    let known = |slot: SlotId| -> Found {
        let value = rejection.values.get(slot.0).cloned().flatten();
        value.ok_or_else(|| Stop::NotGiven(vec![slot]))
    };
    let named = |slot: SlotId| Some(Named { slot, name: &policy.slot(slot)?.name, value: known(slot) });
    let fields = (0..).map(SlotId).zip(&policy.fields).filter_map(|(slot, field)| {
        let of = named(slot)?;
        let source = source(field, whereabouts.field(slot));
        Some(Field { of, title: field.title.as_deref(), source })
    });
    let (reasons, cells) = (rejection.problems.clone(), rejection.cells.clone());
    Explanation {
        key: policy.keys().filter_map(named).collect(),
        period: policy.period().and_then(named),
        status: if rejected { Status::Rejected(reasons, cells) } else { Status::Skipped(reasons, cells) },
        fields: fields.collect(),
        policy: written.policy_text(),
        ..Explanation::default()
    }
}

impl<'a> Asked<'a, '_> {
    pub(super) fn fields(&self) -> Vec<Field<'a>> {
        let fields = (0..).map(SlotId).zip(&self.written.policy.fields);
        fields.filter_map(|(slot, field)| self.field(slot, field, self.whereabouts.field(slot))).collect()
    }

    fn field(&self, slot: SlotId, field: &'a Declared, stand: Stand) -> Option<Field<'a>> {
        Some(Field { of: self.named(slot)?, title: field.title.as_deref(), source: source(field, stand) })
    }

    fn relations(&self, kind: RelationKind) -> impl Iterator<Item = (RelationId, &'a Relation)> {
        let relations = (0..).map(RelationId).zip(&self.written.policy.relations);
        relations.filter(move |(_, relation)| relation.kind == kind)
    }

    pub(super) fn lookups(&self) -> Vec<Lookup<'a>> {
        let lookups = self.relations(RelationKind::Lookup).map(|(id, relation)| {
            let row = self.observed.rows(id).first().copied();
            let fields = relation.slots.clone().map(SlotId).enumerate().filter_map(|(at, slot)| {
                let of = self.named(slot)?;
                let declared = relation.fields.get(at);
                let source = self.stands((id, relation), row, &of, declared);
                Some(Field { of, title: declared.and_then(|field| field.title.as_deref()), source })
            });
            let fields = fields.collect();
            Lookup { name: &relation.name, row: row.and_then(|row| self.whereabouts.row(id, row)), fields }
        });
        lookups.collect()
    }

    /// Where a value of a lookup comes from. What was looked for stands in the record where no row has it.
    fn stands(
        &self,
        (id, relation): (RelationId, &Relation),
        row: Option<usize>,
        of: &Named,
        declared: Option<&Declared>,
    ) -> Source {
        let sought = relation.join.iter().find(|(_, own)| *own == of.slot).map(|(field, _)| *field);
        let stand = match (row, sought) {
            _ if of.value == Ok(Value::Missing) => Stand::Absent,
            (Some(row), _) => self.whereabouts.row_field(id, row, of.slot),
            (None, Some(field)) => {
                let declared = self.written.policy.field(field);
                return declared.map_or(Source::Given, |declared| source(declared, self.whereabouts.field(field)));
            }
            (None, None) => Stand::Absent,
        };
        declared.map_or(Source::Given, |declared| source(declared, stand))
    }

    pub(super) fn details(&self) -> Vec<Details<'a>> {
        let details = self.relations(RelationKind::Details).map(|(id, relation)| {
            let rows = self.observed.rows(id);
            let mut files: Vec<Arc<str>> = vec![];
            for cell in rows.iter().filter_map(|row| self.whereabouts.row(id, *row)) {
                if !files.contains(&cell.file) {
                    files.push(cell.file);
                }
            }
            Details { name: &relation.name, rows: rows.len(), files }
        });
        details.collect()
    }
}

/// Where a value of a field comes from.
fn source(field: &Declared, stand: Stand) -> Source {
    match stand {
        Stand::Cell(cell) => Source::Cell(cell),
        Stand::Given => Source::Given,
        Stand::Absent if field.default.is_some() => Source::Default,
        Stand::Absent => Source::Missing,
    }
}
