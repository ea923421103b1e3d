//! What a sheet that was made by hand and a policy have in common, and what not: data without words.

use std::collections::BTreeMap;

use crate::ir::{SlotId, Value};
use crate::quantity::{Moment, Number};
use crate::source::Span;

/// Why a sheet cannot be held against what policies give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It has none of their columns.
    NoColumn,
    /// It does not say of which period it is, and the data are of several.
    NoPeriod(Vec<Moment>),
    /// It is of other periods than the data.
    OtherPeriods { ours: Vec<Moment>, theirs: Vec<Moment> },
    /// No row of it is one of the data: the first keys of both.
    NoCommonRow { ours: Vec<Vec<Value>>, theirs: Vec<Vec<Value>> },
}

/// A sheet held against what policies give.
#[derive(Debug, Clone, Default)]
pub struct Reconciliation {
    /// By what the rows were matched.
    pub by: By,
    /// The periods that both have.
    pub periods: Vec<i32>,
    /// The records that both have, in the order of the data: how many agree in every column.
    pub agree: usize,
    /// How many differ in one.
    pub differ: usize,
    /// The columns that were compared, in the order of their sheet.
    pub columns: Vec<ColumnTally>,
    /// Every difference, by record and then by column.
    pub differences: Vec<Difference>,
    /// The rows that have no partner.
    pub unmatched: Vec<Unmatched>,
    /// Rows of periods that the other side does not have at all, how many of each; they are left aside.
    pub aside: Aside,
    /// Whether every cause was tried for every difference.
    pub all_tried: bool,
}

/// What tells which row is which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// The key fields.
    #[default]
    Key,
    /// The names of people, since the sheet has no keys.
    Name,
}

/// Rows of periods that only one side has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aside {
    /// Of the data.
    pub ours: BTreeMap<i32, usize>,
    /// Of the sheet.
    pub theirs: BTreeMap<i32, usize>,
}

/// How one column compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnTally {
    /// What it is called in the policy.
    pub name: String,
    /// The head of the column in the sheet.
    pub header: String,
    /// How many cells agree.
    pub agree: usize,
    /// How many differ.
    pub differ: usize,
    /// By how much theirs are more in all, of a column of figures; those that are less count against it.
    pub total: Option<Number>,
    /// By how much they are more where they are more.
    pub over: Number,
    /// By how much they are less where they are less, below 0.
    pub under: Number,
}

/// A cell of the sheet that is not what the policy gives.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The policy, by its place.
    pub policy: usize,
    /// The record, by its place in the data.
    pub record: usize,
    /// The row of the sheet, by its place among its rows.
    pub row: usize,
    /// The field of the sheet, by its place.
    pub field: usize,
    /// The column, by its place among those that were compared.
    pub column: usize,
    /// What it is of.
    pub slot: SlotId,
    /// What the policy gives.
    pub ours: Value,
    /// What stands in the sheet.
    pub theirs: Theirs,
    /// By how much theirs is more.
    pub delta: Option<Number>,
    /// What reproduces their figure, of each kind the first, in the order of the kinds.
    pub causes: Vec<Cause>,
}

/// What a cell of a sheet holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Theirs {
    /// A value.
    Value(Value),
    /// A text that is no value of the column.
    Text(String),
}

impl Theirs {
    /// The value, where it is one.
    pub fn value(&self) -> Option<&Value> {
        match self {
            Theirs::Value(value) => Some(value),
            Theirs::Text(_) => None,
        }
    }
}

/// A row that only one side has, or that cannot be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Unmatched {
    /// Why.
    pub why: Lack,
    /// Whether it is a row of the sheet.
    pub of_sheet: bool,
    /// The policy by which its key is spelt.
    pub policy: usize,
    /// The record of the data, or the row of the sheet, by its place.
    pub at: usize,
    /// What tells whose it is.
    pub key: Vec<Value>,
    /// Its period.
    pub period: Option<i32>,
}

/// Why a row is not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// The sheet has no such row.
    OnlyOurs,
    /// The data have no such record.
    OnlyTheirs,
    /// The record cannot be used, or the policy gives nothing for it.
    Rejected,
    /// The sheet has it several times, or the data have several of the name.
    Doubled,
    /// The row of the sheet does not say whose it is, or is none of the table.
    Unreadable,
}

impl Lack {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Lack::OnlyOurs => "only-ours",
            Lack::OnlyTheirs => "only-theirs",
            Lack::Rejected => "rejected",
            Lack::Doubled => "doubled",
            Lack::Unreadable => "unreadable",
        }
    }
}

/// The kinds of causes, in the order in which they are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Every step is rounded.
    RoundEachStep,
    /// A half goes to the even neighbour.
    HalfEven,
    /// Digits are cut off.
    CutOff,
    /// The parts of a sum are rounded first.
    RoundedParts,
    /// A bound belongs to the other band.
    BandEnd,
    /// What is missing counts as 0.
    MissingAsZero,
    /// A percent stands as a hundred times as much, or as a hundredth.
    PercentAsNumber,
    /// Digits that a cell shows stand for those that it holds.
    ShownValue,
    /// It is the figure of the period before.
    LastPeriod,
    /// A number stands where the column has formulas.
    TypedOver,
    /// The parts of a sum are not rounded that the policy rounds.
    UnroundedParts,
    /// A figure on the way goes on with all its digits that the policy rounds.
    UnroundedStep,
    /// The sheet has other inputs than the data.
    OtherInput,
}

impl Kind {
    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kind::RoundEachStep => "round-each-step",
            Kind::HalfEven => "half-even",
            Kind::CutOff => "cut-off",
            Kind::RoundedParts => "rounded-parts",
            Kind::BandEnd => "band-end",
            Kind::MissingAsZero => "missing-as-zero",
            Kind::PercentAsNumber => "percent-as-number",
            Kind::ShownValue => "shown-value",
            Kind::LastPeriod => "last-period",
            Kind::TypedOver => "typed-over",
            Kind::UnroundedParts => "unrounded-parts",
            Kind::UnroundedStep => "unrounded-step",
            Kind::OtherInput => "other-input",
        }
    }
}

/// What reproduces a figure of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Cause {
    /// Of which kind.
    pub kind: Kind,
    /// Where it is.
    pub spot: Spot,
    /// What it is about.
    pub about: About,
}

/// Where a cause is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// In the policy.
    Policy(Span),
    /// In the cell of a field of a record of the data; of a field without a column, in the row.
    Data(usize, usize),
    /// In the row of a lookup that belongs to a record; where none does, the declaration of what was looked up.
    Lookup(usize, SlotId),
    /// In the row of the record of an earlier period.
    Earlier(usize),
    /// In a cell of the sheet.
    Sheet(usize, usize),
    /// In earlier results.
    History,
}

/// What a cause is about.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct About {
    /// A value: the one that is rounded, missing, typed; nothing, where it is all of them.
    pub slot: Option<SlotId>,
    /// To so many decimals.
    pub decimals: Option<u32>,
    /// At that bound.
    pub bound: Option<Value>,
    /// What it is, and what it is taken for.
    pub values: Option<(Value, Value)>,
    /// The period whose figure it is.
    pub period: Option<Moment>,
    /// Whether the cell shows just what the policy gives.
    pub shows_ours: bool,
}
