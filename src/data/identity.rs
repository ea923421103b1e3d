//! Whose a record is, and of which period.

use crate::ir::{Policy, SlotId, Value};

/// Whose record it is, and of which period.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Identity {
    /// The values of the key fields.
    pub key: Vec<Value>,
    /// The ordinal of the period.
    pub period: Option<i32>,
}

impl Identity {
    /// Whose record these fields are, and of which period.
    pub fn of(policy: &Policy, fields: &[Value]) -> Self {
        let key = policy.keys().filter_map(|slot| fields.get(slot.0).cloned()).collect();
        Identity { key, period: ordinal(policy, |slot| fields.get(slot.0)) }
    }

    /// Whose record it is of which some fields are known, where that can be told.
    pub fn known<'v>(policy: &Policy, value: impl Fn(SlotId) -> Option<&'v Value>) -> Option<Self> {
        let key = policy.keys().map(|slot| value(slot).cloned()).collect::<Option<_>>()?;
        Some(Identity { key, period: ordinal(policy, value) })
    }
}

/// The values of the fields of a record of which some slots are known; what is not known is missing.
pub fn by_field(policy: &Policy, values: &[(SlotId, Value)]) -> Vec<Value> {
    let value = |at: usize| values.iter().find(|(slot, _)| slot.0 == at).map(|(_, value)| value.clone());
    (0..policy.fields.len()).map(|at| value(at).unwrap_or(Value::Missing)).collect()
}

/// The period of a record.
pub(super) fn ordinal<'v>(policy: &Policy, value: impl Fn(SlotId) -> Option<&'v Value>) -> Option<i32> {
    match value(policy.period()?) {
        Some(Value::Calendar(moment)) => Some(moment.ordinal),
        _ => None,
    }
}
