//! The columns of a result, of one policy or of several, and what stands in them.

use std::sync::Arc;

use indexmap::IndexSet;

use super::headers::Headers;
use super::spelling;
use crate::data::{Content, Mark, Outcome, Place, Shared, Status};
use crate::ir::{Column, Policy, Slot, SlotId};
use crate::quantity::Tongue;
use crate::render::{self, Heads};

/// What the output shows of one policy, or of several.
#[derive(Debug, Clone, Default)]
pub struct Table<'a> {
    /// The policies.
    pub policies: Vec<&'a Policy>,
    /// The columns, in order; those of the marks follow.
    pub columns: Vec<TableColumn>,
    /// What is told of a record besides its values, in the order of its columns: `_policy` and `_version` where there are
    /// several policies, `_status` and `_reasons`, and what else was asked for.
    marks: Vec<Mark>,
    /// The names of the files that were read, by their place among the inputs.
    pub files: Vec<Arc<str>>,
    /// The version of each policy.
    pub versions: Vec<String>,
    /// For whom it is written.
    pub headers: Headers,
    /// The tongue of reasons.
    pub tongue: Tongue,
    /// What stands at the head of each column, for people.
    heads: Heads,
}

/// A column of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// Its name.
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
    /// The columns of these names, in their order. A column that several policies have is one.
    pub fn new(policies: Vec<&'a Policy>, names: &[&str], headers: Headers, tongue: Tongue) -> Self {
        let fields = Shared::fields(&policies);
        let named = |policy: &&Policy, name: &str| policy.columns.iter().find(|column| column.name == name).cloned();
        let column = |name: &&str| TableColumn {
            name: (*name).to_owned(),
            slots: policies.iter().map(|policy| named(policy, name).map(|column| column.slot)).collect(),
            field: fields.iter().position(|field| field.name == **name),
        };
        let columns = names.iter().map(column).collect();
        let heads = match headers {
            Headers::Names => Heads::default(),
            Headers::Titles(tongue) => Heads::of(&policies, tongue),
        };
        let marks = Table::marked(policies.len()).to_vec();
        Table {
            columns,
            marks,
            files: vec![],
            versions: vec![String::new(); policies.len()],
            policies,
            headers,
            tongue,
            heads,
        }
    }

    /// What is told of every record, of so many policies, besides its values.
    pub fn marked(policies: usize) -> &'static [Mark] {
        if policies > 1 { &Mark::OF_SEVERAL } else { &Mark::OF_ONE }
    }

    /// Tells where each record stands as well.
    pub fn locate(&mut self, marks: impl IntoIterator<Item = Mark>) {
        self.marks.extend(marks);
    }

    /// The names of the columns that are there by default, or of all.
    pub fn names(policies: &[&'a Policy], all: bool) -> Vec<&'a str> {
        let columns = policies.iter().flat_map(|policy| &policy.columns);
        let names: IndexSet<&str> =
            columns.filter(|column: &&Column| all || column.default).map(|column| column.name.as_str()).collect();
        names.into_iter().collect()
    }

    /// The slots of a policy that are shown, by its place.
    pub fn slots(&self, policy: usize) -> Vec<SlotId> {
        self.columns.iter().filter_map(|column| column.slots.get(policy).copied().flatten()).collect()
    }

    /// What stands at the head of the column with that name.
    pub(super) fn head<'h>(&'h self, name: &'h str) -> &'h str {
        self.heads.column(name)
    }

    /// What stands at the head of each column, those of the marks behind.
    pub fn heads(&self) -> impl Iterator<Item = &str> {
        let marks = self.marks().iter().map(|mark| mark.name());
        self.columns.iter().map(|column| column.name.as_str()).chain(marks).map(|name| self.head(name))
    }

    /// What is told of a record besides its values, in the order of its columns.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The cells of a row as text, those of the marks behind.
    pub fn texts<'r>(&'r self, outcome: &'r Outcome) -> impl Iterator<Item = String> {
        let cells = self.columns.iter().map(|column| self.text(column, outcome));
        cells.chain(self.marks().iter().map(|mark| self.mark(*mark, outcome)))
    }

    /// Whether a row is none of a table for people: nobody is called like a note or a line of totals.
    pub(super) fn leaves_out(&self, outcome: &Outcome) -> bool {
        self.headers != Headers::Names && outcome.status() == Status::Skipped
    }

    /// All that stands in a row that is nobody's.
    pub(super) fn contents(&self, outcome: &Outcome) -> String {
        let (Content::Rejected(unused) | Content::Skipped(unused)) = &outcome.content else { return String::new() };
        let cells = unused.cells.iter().flatten().filter(|cell| !cell.is_empty());
        cells.map(|cell| cell.as_ref()).collect::<Vec<&str>>().join("  ")
    }

    /// The cell of a column as text.
    fn text(&self, column: &TableColumn, outcome: &Outcome) -> String {
        match self.cell(column, outcome) {
            Cell::Value(policy, slot, id) => spelling::result_text(policy, slot, id, outcome, self.headers),
            Cell::Raw(cell) => cell.to_owned(),
            Cell::Empty => String::new(),
        }
    }

    /// What is told of a record besides its values; of a row that is nobody's, no policy.
    pub fn mark(&self, mark: Mark, outcome: &Outcome) -> String {
        let owner = |text: &dyn Fn(usize) -> Option<String>| outcome.owner.and_then(text).unwrap_or_default();
        match (mark, self.headers) {
            (Mark::Policy, _) => owner(&|at| Some(self.policies.get(at)?.header.title.clone())),
            (Mark::Version, _) => owner(&|at| self.versions.get(at).cloned()),
            (Mark::Status, Headers::Names) => outcome.status().as_str().to_owned(),
            (Mark::Status, Headers::Titles(tongue)) => render::status(outcome, tongue),
            (Mark::Reasons, _) => self.reasons(outcome).join("; "),
            (Mark::File | Mark::Row, _) => self.located(mark, outcome.place),
        }
    }

    /// What tells of a place: the name of the file, else the row in it.
    pub(super) fn located(&self, mark: Mark, place: Place) -> String {
        match mark {
            Mark::File => self.files.get(place.input as usize).map(ToString::to_string).unwrap_or_default(),
            _ => place.row.to_string(),
        }
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
}
