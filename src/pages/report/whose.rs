//! Whose a record is, in a few words.

use crate::explain::Explanation;
use crate::ir::{SlotId, Value};
use crate::pages::words::Words;

/// Whose a record is: its key, its name, its period.
pub(super) fn who(words: &Words, told: &Explanation) -> String {
    let policy = words.policy;
    let known = |slot: SlotId| told.fields.iter().find(|field| field.of.slot == slot).map(|field| &field.of);
    let slots = policy.keys().chain(policy.name_field()).chain(policy.period());
    let values = slots.filter_map(|slot| Some((slot, known(slot)?.value.as_ref().ok()?)));
    let told = values.filter(|(_, value)| **value != Value::Missing).map(|(slot, value)| words.of_slot(slot, value));
    told.collect::<Vec<_>>().join(" ")
}

/// Whose a record is, and of which period.
pub(super) fn whose(words: &Words, values: &[Value]) -> String {
    spelt_slots(words, values, words.policy.period())
}

/// Whose a record is.
pub(super) fn whom(words: &Words, values: &[Value]) -> String {
    spelt_slots(words, values, None)
}

fn spelt_slots(words: &Words, values: &[Value], period: Option<SlotId>) -> String {
    let slots = words.policy.keys().chain(words.policy.name_field()).chain(period);
    let known =
        slots.filter_map(|slot| Some((slot, values.get(slot.0)?))).filter(|(_, value)| **value != Value::Missing);
    known.map(|(slot, value)| words.of_slot(slot, value)).collect::<Vec<_>>().join(" ")
}
