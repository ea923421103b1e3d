//! The values of a record by the names of its fields, as they outlive a change of the policy.

use indexmap::IndexMap;

use crate::ir::{Policy, SlotId, Value};

/// Values by the name of a field, or of a metric that they replace.
pub(super) type Record = IndexMap<String, Value>;

/// The values of a record by their slots.
pub(super) fn values(policy: &Policy, given: &Record) -> Vec<(SlotId, Value)> {
    given.iter().filter_map(|(name, value)| Some((policy.slot_named(name)?, value.clone()))).collect()
}

/// The values of a record by the names of their fields.
pub(super) fn by_name(policy: &Policy, values: &[Value]) -> Record {
    policy.fields.iter().zip(values).map(|(field, value)| (field.name.clone(), value.clone())).collect()
}
