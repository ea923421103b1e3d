//! The rows of lookups and details, and which of them belong to a record.

use super::expression::Window;
use super::observer::Observer;
use super::step::Known;
use super::{Stop, Trace, step};
use crate::ir::{Policy, Relation, RelationId, RelationKind, SlotId, Value};

/// The values of a row: one a slot of its relation.
pub type RowValues = Vec<Result<Value, Stop>>;

/// Every row of every relation of a policy.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// The rows of each relation.
    rows: Vec<Vec<RowValues>>,
    /// Whether a value of a row is not known.
    partly: bool,
}

impl Tables {
    /// No rows at all.
    pub const NONE: &'static Tables = &Tables { rows: vec![], partly: false };

    /// Tables without rows.
    pub fn new(policy: &Policy) -> Self {
        Tables { rows: vec![vec![]; policy.relations.len()], partly: false }
    }

    /// Takes a row and gives its place. What is computed of a row is computed now.
    pub fn add(&mut self, policy: &Policy, relation: RelationId, given: &[(SlotId, Value)]) -> Option<usize> {
        let values = row(policy, policy.relation(relation)?, given);
        let rows = self.rows.get_mut(relation.0)?;
        rows.push(values);
        Some(rows.len() - 1)
    }

    /// The same with some values of a row, given as before, not known.
    pub fn hide(
        &mut self,
        policy: &Policy,
        id: RelationId,
        at: usize,
        (given, hidden): (&[(SlotId, Value)], &[SlotId]),
    ) {
        let Some(relation) = policy.relation(id) else { return };
        let mut known = Known::of_row(policy, relation, given);
        hidden.iter().for_each(|slot| known.hide(*slot));
        relation.steps.iter().for_each(|step| drop(step::perform(&mut known, step, ())));
        if let Some(row) = self.rows.get_mut(id.0).and_then(|rows| rows.get_mut(at)) {
            *row = known.into_values();
            self.partly = true;
        }
    }

    /// How what is computed of a row is found, where somebody is told.
    pub(super) fn observed<O: Observer>(&self, policy: &Policy, id: RelationId, at: usize, observer: O) -> Vec<Trace> {
        let row = self.of(id).get(at);
        let Some((relation, row)) = policy.relation(id).zip(row) else { return vec![] };
        let fields = relation.slots.clone().zip(row).take(relation.fields.len());
        let given: Vec<(SlotId, Value)> =
            fields.filter_map(|(slot, value)| Some((SlotId(slot), value.clone().ok()?))).collect();
        let mut known = Known::of_row(policy, relation, &given);
        relation.steps.iter().map(|step| step::perform(&mut known, step, observer)).collect()
    }

    /// Whether a value of a row is not known.
    pub fn is_partly(&self) -> bool {
        self.partly
    }

    /// The rows of a relation.
    pub fn of(&self, relation: RelationId) -> &[RowValues] {
        self.rows.get(relation.0).map_or(&[], Vec::as_slice)
    }
}

/// The values of a row of which some are given.
fn row(policy: &Policy, relation: &Relation, given: &[(SlotId, Value)]) -> RowValues {
    let mut known = Known::of_row(policy, relation, given);
    relation.steps.iter().for_each(|step| {
        step::perform(&mut known, step, ());
    });
    known.into_values()
}

/// The rows that belong to one record: for each relation their places among its rows.
#[derive(Clone, Copy)]
pub(super) struct Related<'a> {
    /// All rows.
    pub tables: &'a Tables,
    /// The places; of a relation that is not there, none.
    pub own: &'a [Vec<usize>],
    /// Whether it is known which rows belong to the record.
    pub known: bool,
}

impl<'a> Related<'a> {
    /// A record to which no row belongs.
    pub const NONE: Related<'static> = Related { tables: Tables::NONE, own: &[], known: true };
    /// A record of which nobody knows its rows.
    pub const UNKNOWN: Related<'static> = Related { known: false, ..Related::NONE };

    /// The rows of a relation that belong to the record, each with its place.
    pub fn rows(self, policy: &'a Policy, relation: RelationId) -> impl Iterator<Item = (usize, Window<'a>)> {
        let first = policy.relation(relation).map_or(0, |relation| relation.slots.start);
        let rows = self.tables.of(relation);
        let own = self.own.get(relation.0).map_or(&[] as &[usize], Vec::as_slice);
        own.iter().filter_map(move |at| Some((*at, Window { first, values: rows.get(*at)? })))
    }

    /// The slots of the lookups whose row belongs to the record, with their values.
    pub fn looked_up(self, policy: &'a Policy) -> impl Iterator<Item = (SlotId, &'a Result<Value, Stop>)> {
        let lookups = policy.relations.iter().enumerate().filter(|(_, it)| it.kind == RelationKind::Lookup);
        lookups.flat_map(move |(at, relation)| {
            let row = self.rows(policy, RelationId(at)).next();
            row.into_iter().flat_map(|(_, row)| relation.slots.clone().map(SlotId).zip(row.values))
        })
    }
}
