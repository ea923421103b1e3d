//! Who stands where pay jumps: within two steps of a cliff.

use std::collections::BTreeMap;

use crate::cliffs::places;
use crate::ir::{Policy, SlotId, Value};
use crate::quantity::Number;

/// From where to where somebody is near a cliff.
type Stretch = (Number, Number);

/// Where pay jumps under a policy, and how many stand there.
#[derive(Debug, Clone, PartialEq)]
pub struct OnCliff {
    /// How many.
    pub people: usize,
    /// Whether there is no other cliff.
    pub exact: bool,
    /// Of each figure the stretches near a cliff, from the least, none touching another.
    near: BTreeMap<SlotId, Vec<Stretch>>,
}

impl OnCliff {
    /// Nobody yet.
    pub(super) fn of(policy: &Policy) -> Self {
        let found = places(policy);
        let mut near: BTreeMap<SlotId, Vec<Stretch>> = BTreeMap::new();
        for (field, stretch) in found.near {
            near.entry(field).or_default().push(stretch);
        }
        near.values_mut().for_each(joined);
        OnCliff { people: 0, exact: !found.missed, near }
    }

    /// One more record.
    pub(super) fn count(&mut self, values: &[Value]) {
        let stands = |(slot, stretches): (&SlotId, &Vec<Stretch>)| {
            let Some(value) = values.get(slot.0).and_then(Value::number) else { return false };
            let at = stretches.partition_point(|(_, hi)| hi < value);
            stretches.get(at).is_some_and(|(lo, _)| lo <= value)
        };
        self.people += usize::from(self.near.iter().any(stands));
    }
}

/// Puts together what overlaps, so that a value is found by halving.
fn joined(stretches: &mut Vec<Stretch>) {
    stretches.sort();
    stretches.dedup_by(|next, kept| {
        let over = next.0 <= kept.1;
        if over && next.1 > kept.1 {
            kept.1 = next.1.clone();
        }
        over
    });
}
