//! What changed between two policies, as data.

use crate::source::Span;

/// A change that may matter to somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What kind of change.
    pub kind: Kind,
    /// What changed: by the name that it has now, or had.
    pub name: String,
    /// The declaration in which it stands, where it is a part of one.
    pub within: Option<String>,
    /// Where the old policy says it.
    pub old: Option<Span>,
    /// Where the new policy says it.
    pub new: Option<Span>,
    /// The piece that was and the one that is, where there is one: a bound, a weight, a value.
    pub pieces: (Option<String>, Option<String>),
    /// What takes it back.
    pub(super) revert: Vec<Revert>,
}

/// The kinds of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another name.
    Renamed,
    /// A row begins or ends elsewhere.
    MovedBound,
    /// What it counts for.
    Weight,
    /// A figure or another constant.
    Value,
    /// A row is new.
    RowAdded,
    /// A row is gone.
    RowRemoved,
    /// What comes before what.
    Order,
    /// What it is read or held as.
    Type,
    /// What it may be.
    Domain,
    /// What it is where nothing is said.
    Default,
    /// How it is rounded.
    Rounding,
    /// What becomes of equals.
    Ties,
    /// By slices, or all at one rate.
    ScaleKind,
    /// What an amount stays within.
    Bound,
    /// How it is worked out.
    Formula,
    /// A param.
    Param,
    /// Titles and other words.
    Text,
}

impl Kind {
    /// Its name for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Added => "added",
            Kind::Removed => "removed",
            Kind::Renamed => "renamed",
            Kind::MovedBound => "moved-bound",
            Kind::Weight => "weight",
            Kind::Value => "value",
            Kind::RowAdded => "row-added",
            Kind::RowRemoved => "row-removed",
            Kind::Order => "order",
            Kind::Type => "type",
            Kind::Domain => "domain",
            Kind::Default => "default",
            Kind::Rounding => "rounding",
            Kind::Ties => "ties",
            Kind::ScaleKind => "scale-kind",
            Kind::Bound => "bound",
            Kind::Formula => "formula",
            Kind::Param => "param",
            Kind::Text => "text",
        }
    }
}

/// A piece of the new policy that is put back as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Revert {
    /// A whole declaration, by its key; of a new one nothing is left, one that is gone comes back.
    Whole(Key),
    /// What a row answers.
    Values { key: Key, old: usize, new: usize },
    /// A row that is gone, with the row of the new policy before which it stood.
    Gone { key: Key, old: usize, before: Option<usize> },
    /// A row that is new.
    New { key: Key, new: usize },
    /// An end of what a row takes on one input; of neither side, all of its patterns and its guard.
    Bound { key: Key, old: usize, new: usize, input: usize, side: Option<End> },
    /// What an item or section counts for.
    Share(Key),
    /// The bounds of a pay block.
    Bounds(Key),
    /// A line of a pay block by its names then and now.
    Line { key: Key, old: Option<String>, new: Option<String> },
    /// A condition of a gate.
    Condition { key: Key, old: Option<usize>, new: Option<usize> },
    /// An attribute of the policy block.
    Header(&'static str),
    /// The value of a param, with what it was set to.
    Param(String),
}

/// An end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum End {
    /// The lower.
    Low,
    /// The upper.
    High,
}

/// A declaration: what kind of names it has, its name then, its name now.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key {
    /// The kind of names.
    pub space: &'static str,
    /// Its name in the old policy.
    pub old: Option<String>,
    /// Its name in the new policy.
    pub new: Option<String>,
}

impl Revert {
    /// The declaration that it is about; of the policy block and of params, none.
    pub fn key(&self) -> Option<&Key> {
        match self {
            Revert::Whole(key)
            | Revert::Share(key)
            | Revert::Bounds(key)
            | Revert::Values { key, .. }
            | Revert::Gone { key, .. }
            | Revert::New { key, .. }
            | Revert::Bound { key, .. }
            | Revert::Line { key, .. }
            | Revert::Condition { key, .. } => Some(key),
            Revert::Header(_) | Revert::Param(_) => None,
        }
    }
}
