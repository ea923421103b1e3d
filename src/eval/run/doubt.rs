//! What hangs on records that were rejected, or on periods that are not there.
//!
//! A run in doubt is the same run with what was rejected taken for not known: whatever can be found without it is
//! found, and whatever is stopped could come out otherwise once it is mended. So the evaluator itself tells what
//! hangs on what, through every stage and every period.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::{Identity, Subject};
use crate::ir::{Policy, RelationId, RelationKind, SlotId, Type, Value};

/// A record that takes no part: one that was rejected, as far as it is known.
#[derive(Debug, Clone)]
pub struct Lost {
    /// What is known of the record, and what is not.
    pub known: Vec<(SlotId, Option<Value>)>,
    /// The values of the key fields, as far as they are known.
    pub key: Vec<Option<Value>>,
    /// The period, where it is known.
    pub period: Option<i32>,
    /// Of an earlier run, or of an earlier version of the policy: in no group of this one.
    pub past: bool,
    /// It was evaluated then, and hangs on others that were rejected.
    pub doubtful: bool,
}

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

impl Lost {
    /// What is known of a rejected record.
    pub fn of<'v>(policy: &Policy, value: impl Fn(SlotId) -> Option<&'v Value>) -> Self {
        let there = |slot: SlotId| value(slot).filter(|value| **value != Value::Missing || is_optional(policy, slot));
        let fields = (0..policy.fields.len()).map(SlotId).map(|slot| (slot, there(slot).cloned()));
        // Which rows belong to it is not known where it was rejected for one.
        let lookups = policy.relations.iter().filter(|relation| relation.kind == RelationKind::Lookup);
        let lookups = lookups.flat_map(|relation| relation.slots.clone()).map(|slot| (SlotId(slot), None));
        Lost {
            known: fields.chain(lookups).collect(),
            key: policy.keys().map(|slot| there(slot).cloned()).collect(),
            period: super::ordinal(policy, there),
            past: false,
            doubtful: false,
        }
    }

    /// What is no longer known, or never was, of somebody in an earlier period.
    pub fn before(identity: &Identity, doubtful: bool) -> Self {
        let key = identity.key.iter().cloned().map(Some).collect();
        Lost { known: vec![], key, period: identity.period, past: true, doubtful }
    }

    /// Whether it may be of a period.
    pub(super) fn may_be_of(&self, period: Option<i32>) -> bool {
        self.period.is_none() || self.period == period
    }
}

fn is_optional(policy: &Policy, slot: SlotId) -> bool {
    policy.field(slot).is_none_or(|field| field.optional || field.default.is_some())
}

/// Whether values of which some are not known may be these.
pub(super) fn may_be(known: &[Option<Value>], values: &[Value]) -> bool {
    known.iter().zip(values).all(|(known, value)| known.as_ref().is_none_or(|known| known == value))
}

/// Of which periods of whom the record is not there, and why.
#[derive(Debug, Default)]
pub(super) struct Away {
    /// By key the periods that are known to be lost, and whether they were evaluated.
    lost: HashMap<Vec<Value>, BTreeMap<i32, Before>>,
    /// Those that may be anybody's, or of any period.
    loose: Vec<(Vec<Option<Value>>, Option<i32>)>,
    /// By key the first period of which there is anything.
    first: HashMap<Vec<Value>, i32>,
}

impl Away {
    /// What is away in a run.
    pub fn of(subjects: &[Subject], lost: &[Lost]) -> Self {
        let mut away = Away::default();
        for subject in subjects {
            away.begins(&subject.identity.key, subject.identity.period);
        }
        for lost in lost {
            let key: Option<Vec<Value>> = lost.key.iter().cloned().collect();
            match (key, lost.period) {
                (Some(key), Some(period)) => {
                    away.begins(&key, Some(period));
                    let why = if lost.doubtful { Before::Doubtful } else { Before::Rejected };
                    away.lost.entry(key).or_default().insert(period, why);
                }
                _ => away.loose.push((lost.key.clone(), lost.period)),
            }
        }
        away
    }

    fn begins(&mut self, key: &[Value], period: Option<i32>) {
        let Some(period) = period else { return };
        let first = self.first.entry(key.to_vec()).or_insert(period);
        *first = period.min(*first);
    }

    /// The last of these periods that is away and should not be, of somebody of whom those in `seen` are there.
    pub fn absence<T>(&self, key: &[Value], range: Range<i32>, seen: &BTreeMap<i32, T>) -> Option<(i32, Before)> {
        let absent = |at: &i32| !seen.contains_key(at);
        let lost = self.lost.get(key).into_iter().flat_map(|periods| periods.range(range.clone()).rev());
        if let Some((at, why)) = lost.into_iter().find(|(at, _)| absent(at)) {
            return Some((*at, *why));
        }
        let last = range.clone().rev().find(absent)?;
        let mut loose =
            self.loose.iter().filter(|(known, _)| may_be(known, key)).map(|(_, period)| period.unwrap_or(last));
        if let Some(at) = loose.find(|at| range.contains(at) && absent(at)) {
            return Some((at, Before::Perhaps));
        }
        let first = self.first.get(key)?;
        (*first < last).then_some((last, Before::Absent))
    }
}

/// The slots that tell a group from others, as far as they are fields or computed and have a name.
pub fn group_slots(policy: &Policy, slot: SlotId) -> Vec<Option<SlotId>> {
    let step = policy.step_of(slot).and_then(|at| policy.steps.get(at));
    match step {
        Some(crate::ir::Step::Cohort(cohort)) => cohort.within.iter().map(|key| key.slot()).collect(),
        _ => vec![],
    }
}

/// A period as it is written.
pub fn spell_period(policy: &Policy, ordinal: i32) -> String {
    let kind = policy.period().and_then(|slot| policy.slot(slot)).map(|slot| slot.ty);
    match kind {
        Some(Type::Calendar(kind)) => crate::quantity::Moment { kind, ordinal }.to_string(),
        _ => String::new(),
    }
}
