//! What was known before: results of earlier runs, and records that are not there.

use std::sync::Arc;

use super::identity::ordinal;
use super::{Identity, InputFile, Problem};
use crate::ir::{Policy, RelationKind, SlotId, Value};

/// What was known of somebody in an earlier period: some slots with their values, and whose they are.
pub type Earlier = (Vec<(SlotId, Value)>, Identity);

/// What earlier runs gave.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// The results: some slots with their values, and whose they are.
    pub records: Vec<Earlier>,
    /// What was rejected then, as far as it is known whose it was.
    pub lost: Vec<Lost>,
    /// The files.
    pub inputs: Vec<InputFile>,
    /// What someone should look at.
    pub notices: Vec<Problem>,
    /// Files without any result of this policy.
    pub strange: Vec<Problem>,
    /// Files with results that do not say whose they are, as a run of one policy writes them.
    pub untold: Vec<Arc<str>>,
}

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
            period: ordinal(policy, there),
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
    pub fn may_be_of(&self, period: Option<i32>) -> bool {
        self.period.is_none() || self.period == period
    }
}

fn is_optional(policy: &Policy, slot: SlotId) -> bool {
    policy.field(slot).is_none_or(|field| field.optional || field.default.is_some())
}
