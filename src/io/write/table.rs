//! The columns of a result, of one policy or of several.

use crate::data::{Content, Outcome};
use crate::ir::{Column, Policy, Slot, SlotId};
use crate::quantity::Tongue;
use crate::render;

/// The column that tells which of several policies decided.
const POLICY: &str = "_policy";
/// The column that tells by which of its versions.
const VERSION: &str = "_version";

/// What the output shows of one policy, or of several.
#[derive(Debug, Clone, Default)]
pub struct Table<'a> {
    /// The policies.
    pub policies: Vec<&'a Policy>,
    /// The columns, in order; `_policy` and `_version` follow where there are several policies, then `_status`
    /// and `_reasons`.
    pub columns: Vec<TableColumn>,
    /// The version of each policy.
    pub versions: Vec<String>,
    /// The tongue of reasons.
    pub tongue: Tongue,
}

/// A column of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// Its header.
    pub name: String,
    /// Its value in each policy; nothing, where a policy has none.
    pub slots: Vec<Option<SlotId>>,
    /// Its place among the fields of all policies, of a column that is a field.
    pub field: Option<usize>,
}

/// What a cell is of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cell<'a> {
    /// A value of a policy.
    Value(&'a Policy, &'a Slot, SlotId),
    /// What was read, as it was read.
    Raw(&'a str),
    /// Nothing.
    Empty,
}

impl<'a> Table<'a> {
    /// The table of one policy.
    pub fn of(policy: &'a Policy, columns: &[&Column], tongue: Tongue) -> Self {
        let column = |column: &&Column| TableColumn {
            name: column.name.clone(),
            slots: vec![Some(column.slot)],
            field: policy.fields.get(column.slot.0).map(|_| column.slot.0),
        };
        Table { policies: vec![policy], columns: columns.iter().map(column).collect(), versions: vec![], tongue }
    }

    /// All headers.
    pub(super) fn titles(&self) -> impl Iterator<Item = &str> {
        let marks: &[&str] = if self.is_several() { &[POLICY, VERSION] } else { &[] };
        let last = marks.iter().copied().chain([super::STATUS, super::REASONS]);
        self.columns.iter().map(|column| column.name.as_str()).chain(last)
    }

    /// The policy that a row belongs to and its version, where there are several; of a row that is nobody's, empty.
    pub(super) fn marks(&self, outcome: &Outcome) -> Option<[(&'static str, &str); 2]> {
        let of = outcome.owner.and_then(|at| Some((*self.policies.get(at)?, self.versions.get(at)?)));
        let (title, version) =
            of.map_or(("", ""), |(policy, version)| (policy.header.title.as_str(), version.as_str()));
        self.is_several().then_some([(POLICY, title), (VERSION, version)])
    }

    /// What stands in a column of a row.
    pub(super) fn cell<'r>(&'r self, column: &TableColumn, outcome: &'r Outcome) -> Cell<'r> {
        let slot = outcome.owner.and_then(|at| column.slots.get(at).copied().flatten());
        match &outcome.content {
            Content::Rejected(unused) | Content::Skipped(unused) => {
                let place = if outcome.owner.is_some() { slot.map(|slot| slot.0) } else { column.field };
                let cell = place.and_then(|place| unused.cells.get(place)).and_then(Option::as_deref);
                cell.map_or(Cell::Empty, Cell::Raw)
            }
            Content::Values(..) => {
                let policy = outcome.owner.and_then(|at| self.policies.get(at).copied());
                let known = policy.zip(slot).and_then(|(policy, id)| Some((policy, policy.slot(id)?, id)));
                known.map_or(Cell::Empty, |(policy, slot, id)| Cell::Value(policy, slot, id))
            }
        }
    }

    /// Why a record is not used, or what is to be said of its values.
    pub(super) fn reasons(&self, outcome: &Outcome) -> Vec<String> {
        render::reasons(&self.policies, outcome, self.tongue)
    }

    fn is_several(&self) -> bool {
        self.policies.len() > 1
    }
}
