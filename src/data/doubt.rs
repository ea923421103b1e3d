//! Why a value of a record may yet change.

use crate::ir::{RelationId, SlotId, Value};

/// Why a value of a record may yet change.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Doubt {
    /// Of a group that it is found over some were rejected, or are in doubt themselves.
    Group {
        /// What is found over the group.
        slot: SlotId,
        /// The period.
        period: Option<i32>,
        /// What its members agree in.
        group: Vec<Value>,
        /// How many that may belong to it were rejected.
        rejected: usize,
        /// How many members are in doubt themselves.
        doubtful: usize,
    },
    /// An earlier period of its own is not known.
    Period {
        /// What looks back.
        slot: SlotId,
        /// The period.
        period: i32,
        /// Why it is not known.
        why: Before,
    },
    /// Rows of details that belong to it, or rows of a lookup, are in doubt.
    Rows(RelationId),
}

/// Why an earlier period is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Before {
    /// Its record was rejected.
    Rejected,
    /// A rejected record of which the key or the period is not known may be its record.
    Perhaps,
    /// It has no record, though earlier periods have.
    Absent,
    /// Its record is in doubt itself.
    Doubtful,
}
