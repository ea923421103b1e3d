//! What an explanation says, as data: whole records, and how each of their values came about.
//!
//! Everything that is written in the policy has its place; every number is exact. Nothing is said in words: values
//! are values, texts of the policy are pieces between which values stand.

mod exact;
mod joint;
mod pay;
mod scored;
mod table;

pub use exact::Exact;
pub use joint::{Cohort, History};
pub use pay::{Bound, Pay, PayLine};
pub use scored::{Item, Section, Total};
pub use table::{Answer, Distance, Output, RowTaken, Scale, Slice, Table};

use std::borrow::Cow;
use std::sync::Arc;

use crate::data::{Doubt, Problem};
use crate::diagnostic::CellName;
use crate::eval::Stop;
use crate::ir::{SlotId, Type, Value};
use crate::quantity::{Decimal, Rounding, TimeUnit};

/// A value, or why there is none.
pub type Found = Result<Value, Stop>;

/// How a record came to what it came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Explanation<'a> {
    /// The policy.
    pub policy: PolicyText<'a>,
    /// The key fields, in order.
    pub key: Vec<Named<'a>>,
    /// The period.
    pub period: Option<Named<'a>>,
    /// What became of the record.
    pub status: Status,
    /// Why its values may yet change.
    pub doubts: Vec<Doubt>,
    /// The fields, in order.
    pub fields: Vec<Field<'a>>,
    /// The rows of lookups that belong to it.
    pub lookups: Vec<Lookup<'a>>,
    /// The rows of details that belong to it.
    pub details: Vec<Details<'a>>,
    /// The metrics, in the order of the policy, as all that follow.
    pub metrics: Vec<Metric<'a>>,
    /// The `let`s.
    pub lets: Vec<Metric<'a>>,
    /// The scored items.
    pub items: Vec<Item<'a>>,
    /// The sections.
    pub sections: Vec<Section<'a>>,
    /// The sum over the items, where the policy asks for it.
    pub total: Option<Total<'a>>,
    /// The grades.
    pub grades: Vec<Table<'a>>,
    /// The tables.
    pub tables: Vec<Table<'a>>,
    /// The scales.
    pub scales: Vec<Scale<'a>>,
    /// The gates.
    pub gates: Vec<Gate<'a>>,
    /// What was found over several records, or over all rows of a lookup.
    pub cohort: Vec<Cohort<'a>>,
    /// What was found over several periods.
    pub history: Vec<History<'a>>,
    /// The pay blocks.
    pub pay: Vec<Pay<'a>>,
    /// The flags.
    pub flags: Vec<Flag<'a>>,
    /// What the policy ensures.
    pub promises: Vec<Kept<'a>>,
}

/// The file of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PolicyText<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its name as the user wrote it.
    pub file: &'a str,
    /// SHA-256 of its bytes, in hexadecimal, where that was asked for.
    pub sha256: Option<&'a str>,
}

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Status {
    /// It was evaluated.
    #[default]
    Ok,
    /// It could not be used, for these reasons; its cells, one a field.
    Rejected(Vec<Problem>, Vec<Option<String>>),
    /// It was taken for no record, for these reasons.
    Skipped(Vec<Problem>, Vec<Option<String>>),
}

/// Something that has a name, and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Named<'a> {
    /// What it is.
    pub slot: SlotId,
    /// Its name.
    pub name: &'a str,
    /// Its value.
    pub value: Found,
}

/// What a table or a scale is asked: a name, or an expression as it was written, and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Input<'a> {
    /// The name, or the text.
    pub name: &'a str,
    /// Its value.
    pub value: Found,
    /// Its type.
    pub ty: Type,
    /// The unit of a duration that is written without one.
    pub unit: TimeUnit,
}

/// A field of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Field<'a> {
    /// The field and its value.
    pub of: Named<'a>,
    /// Its title.
    pub title: Option<&'a str>,
    /// Where the value comes from.
    pub source: Source,
}

/// Where a value that is read comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A cell of a file.
    Cell(Cell),
    /// The policy says what it is where it is absent.
    Default,
    /// It is absent.
    Missing,
    /// Somebody gave it: a test, a session.
    Given,
}

/// A cell of a data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The file.
    pub file: Arc<str>,
    /// The sheet, of a workbook.
    pub sheet: Option<Arc<str>>,
    /// The line where its record begins, from 1; of a sheet the row, of a JSON array the element.
    pub line: usize,
    /// The column, from 1, where it is known.
    pub column: Option<usize>,
    /// What stands above it, or the key.
    pub header: Option<Arc<str>>,
    /// Its name as spreadsheets have it, `B7`; a value of an object has none.
    pub name: Option<CellName>,
}

/// The row of a lookup that belongs to a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Lookup<'a> {
    /// The lookup.
    pub name: &'a str,
    /// Where the row stands; nothing, where there is none or it is not known.
    pub row: Option<Cell>,
    /// Its fields, then what is computed of them.
    pub fields: Vec<Field<'a>>,
}

/// The rows of details that belong to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details<'a> {
    /// The details.
    pub name: &'a str,
    /// How many rows there are.
    pub rows: usize,
    /// The files in which they stand.
    pub files: Vec<Arc<str>>,
}

/// A place in a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    /// The file.
    pub file: &'a str,
    /// The line, from 1.
    pub line: usize,
}

/// A piece of a policy's text in which values stand for names.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece<'a> {
    /// As it stands in the policy.
    Text(Cow<'a, str>),
    /// A value in the place of what has it.
    Value(Value, Type, TimeUnit),
    /// Whether something named so is true: a sentence in which yes or no stood for the name could not be read.
    Truth(Cow<'a, str>, bool),
    /// An exact quotient that is no finite decimal.
    Exact(Exact, Type),
}

/// How an expression came to its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Worked<'a> {
    /// The policy's own text.
    pub formula: Cow<'a, str>,
    /// The same with values in the place of names.
    pub figures: Vec<Piece<'a>>,
    /// The exact figure, of a number: before it was rounded, where it was.
    pub exact: Option<Exact>,
    /// How it was rounded.
    pub rounded_by: Option<RoundedBy>,
    /// The names that were read.
    pub reads: Vec<&'a str>,
    /// The ways that were taken, the outermost first.
    pub branches: Vec<Branch<'a>>,
    /// Where it stands.
    pub place: Line<'a>,
}

/// A rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundedBy {
    /// Of what the result is a multiple.
    pub step: Decimal,
    /// How.
    pub mode: Rounding,
}

/// A way that was taken where there are several.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch<'a> {
    /// What decided: a condition, what may be missing or 0, a label.
    pub on: Cow<'a, str>,
    /// What it was; missing, of a total in which nothing counts.
    pub was: Value,
    /// Its type.
    pub ty: Type,
    /// The unit of a duration that is written without one.
    pub unit: TimeUnit,
    /// The text of what was taken; empty where none was written, as for the 0 of `E when C`.
    pub taken: Cow<'a, str>,
}

/// A metric, a `let`.
#[derive(Debug, Clone, PartialEq)]
pub struct Metric<'a> {
    /// It and its value.
    pub of: Named<'a>,
    /// How it came about; not where it was given.
    pub worked: Option<Worked<'a>>,
}

/// A gate.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate<'a> {
    /// It and whether it holds.
    pub of: Named<'a>,
    /// The conditions that failed.
    pub failed: Vec<Failed<'a>>,
}

/// A condition of a gate that failed.
#[derive(Debug, Clone, PartialEq)]
pub struct Failed<'a> {
    /// As it was written.
    pub text: &'a str,
    /// The same with values in the place of names.
    pub figures: Vec<Piece<'a>>,
    /// Where it stands.
    pub place: Line<'a>,
}

/// A flag.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag<'a> {
    /// It and whether it holds.
    pub of: Named<'a>,
    /// Its title.
    pub title: Option<&'a str>,
    /// How it came about.
    pub worked: Option<Worked<'a>>,
}

/// A promise of the policy and whether the record keeps it; nothing, where nobody can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<'a> {
    /// As it was written.
    pub text: &'a str,
    /// Whether it holds.
    pub holds: Option<bool>,
    /// Where it stands.
    pub place: Line<'a>,
}
