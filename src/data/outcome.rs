//! What becomes of a record.

use std::borrow::Cow;

use super::{Doubt, Place, Rejection};
use crate::ir::{SlotId, Value};
use crate::quantity::Number;

/// What becomes of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome<'a> {
    /// The policy that it belongs to, by its place; of a row that is nobody's, none.
    pub owner: Option<usize>,
    /// Where it stands.
    pub place: Place,
    /// What it comes to.
    pub content: Content<'a>,
}

/// What a record comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Content<'a> {
    /// One value a slot of the policy, and what is to be said of them.
    Values(Vec<Value>, Vec<Note>),
    /// It cannot be used. Its cells are one a field; of a row that is nobody's, one for each field of all policies.
    Rejected(Cow<'a, Rejection>),
    /// It is no record: a row that the export added.
    Skipped(Cow<'a, Rejection>),
}

/// What became of a record, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// It was evaluated.
    Ok,
    /// It cannot be used.
    Rejected,
    /// It is no record.
    Skipped,
}

/// What is to be said of the values of a record.
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    /// A gate does not hold: the places of its conditions that failed.
    Failed(SlotId, Vec<usize>),
    /// It is exempt from these items, by their places in the policy.
    Exempt(Vec<usize>),
    /// A bound changed an amount of a pay block.
    Bound {
        /// The line, or the sum.
        slot: SlotId,
        /// Which bound.
        acted: BoundActed,
        /// The amount before.
        before: Number,
        /// What is paid.
        amount: Number,
    },
    /// It breaks the promise of the policy with that place; of `increasing`, with what it would be otherwise.
    Broken(usize, Option<Pair>),
    /// A flag is raised.
    Flagged(SlotId),
    /// Its values may yet change.
    Provisional(Doubt),
}

/// The bound of an amount that was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoundActed {
    /// `at least`
    AtLeast,
    /// `at most`
    AtMost,
}

/// Two records that differ in one field, and a value that is less where there is more of the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The field.
    pub field: SlotId,
    /// The lesser and the greater value of the field.
    pub along: (Value, Value),
    /// What came out of the one and the other.
    pub values: (Value, Value),
}

impl Outcome<'_> {
    /// Whether it was evaluated, and its values may yet change.
    pub fn is_provisional(&self) -> bool {
        let provisional = |note: &Note| matches!(note, Note::Provisional(_));
        matches!(&self.content, Content::Values(_, notes) if notes.iter().any(provisional))
    }

    /// What became of it, in a word.
    pub fn status(&self) -> Status {
        match self.content {
            Content::Values(..) => Status::Ok,
            Content::Rejected(_) => Status::Rejected,
            Content::Skipped(_) => Status::Skipped,
        }
    }
}

impl Status {
    /// As the column `_status` has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Ok => "ok",
            Status::Rejected => "rejected",
            Status::Skipped => "skipped",
        }
    }
}
