//! Why a value of a record may yet change.

use std::sync::Arc;

use super::Problem;
use crate::diagnostic::Code;
use crate::ir::{Policy, RelationId, SlotId, Type, Value};
use crate::quantity::Moment;

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

impl Doubt {
    /// A doubt about a record of a policy as something to tell.
    pub fn problem(&self, policy: &Policy) -> Problem {
        let told = |variant| Problem::new(Code::Provisional, variant, &Arc::from(""));
        match self {
            Doubt::Group { rejected: 0, doubtful, .. } => told("members").arg("count", *doubtful),
            Doubt::Group { rejected, .. } => told("group").arg("count", *rejected),
            Doubt::Period { period, why, .. } => {
                let variant = match why {
                    Before::Rejected => "rejected",
                    Before::Perhaps => "perhaps",
                    Before::Absent => "absent",
                    Before::Doubtful => "doubtful",
                };
                told(variant).arg("period", spell_period(policy, *period))
            }
            Doubt::Rows(relation) => {
                told("rows").arg("name", policy.relation(*relation).map_or("", |relation| relation.name.as_str()))
            }
        }
    }
}

/// A period as it is written.
pub fn spell_period(policy: &Policy, ordinal: i32) -> String {
    let kind = policy.period().and_then(|slot| policy.slot(slot)).map(|slot| slot.ty);
    match kind {
        Some(Type::Calendar(kind)) => Moment { kind, ordinal }.to_string(),
        _ => String::new(),
    }
}
