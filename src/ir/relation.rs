//! Lookups and details: tables beside the records.

use std::ops::Range;
use std::sync::Arc;

use super::{Field, Policy, SlotId, Step, Value};

/// An index into [`Policy::relations`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RelationId(pub usize);

/// Another table than the records: the rows of a `lookup` or `details` block.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Its name.
    pub name: String,
    /// How many of its rows belong to a record.
    pub kind: RelationKind,
    /// How each field of a row is read; the slot of field `i` is `slots.start + i`. None where the rows are
    /// the results of a policy.
    pub fields: Vec<Field>,
    /// The slots of a row: its fields, then what is computed of them.
    pub slots: Range<usize>,
    /// What is computed of each row, in order.
    pub steps: Vec<Step>,
    /// A row belongs to the records that agree in these: the record's slot and the row's.
    pub join: Vec<(SlotId, SlotId)>,
    /// The row's period, where it has one.
    pub period: Option<SlotId>,
    /// `from policy "file"`: the rows are the results of that policy on records of its own.
    pub policy: Option<Origin>,
    /// Where its name is declared.
    pub span: crate::source::Span,
}

/// How many rows of a relation belong to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RelationKind {
    /// One at most, whose values are the record's: a `lookup`.
    Lookup,
    /// Many, used through aggregates: `details`.
    Details,
}

/// A policy whose results are rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The policy.
    pub policy: Arc<Policy>,
    /// For each slot of a row the slot of the policy that it comes from.
    pub slots: Vec<SlotId>,
}

impl Relation {
    /// The place of a slot among those of a row.
    pub fn place(&self, slot: SlotId) -> Option<usize> {
        slot.0.checked_sub(self.slots.start).filter(|_| self.slots.contains(&slot.0))
    }

    /// The value of a slot in a row.
    pub fn value<'v, T>(&self, row: &'v [T], slot: SlotId) -> Option<&'v T> {
        row.get(self.place(slot)?)
    }

    /// The values that tell which records a row belongs to.
    pub fn join_values(&self, row: &[Value]) -> Option<Vec<Value>> {
        self.join.iter().map(|(_, own)| self.value(row, *own).cloned()).collect()
    }
}
