//! Who stands where pay jumps: within two steps of a cliff.

use std::collections::BTreeMap;

use crate::cliffs::{Open, places};
use crate::ir::{Policy, SlotId, Value};
use crate::quantity::Number;

/// From where to where somebody is near a cliff.
type Stretch = (Number, Number);

/// Where pay jumps under a policy, and how many stand there.
#[derive(Debug, Clone, PartialEq)]
pub struct OnCliff {
    /// How many.
    pub people: usize,
    /// Whether nobody else may stand near one.
    pub exact: bool,
    /// Of each figure the stretches near a cliff, from the least, none touching another.
    near: BTreeMap<SlotId, Vec<Stretch>>,
    /// Where pay may jump as well.
    open: Vec<Open>,
    /// How many stand near such places alone, by which these are.
    waiting: BTreeMap<Vec<usize>, usize>,
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
        OnCliff { people: 0, exact: true, near, open: found.open, waiting: BTreeMap::new() }
    }

    /// The figures by which somebody is told to be near one.
    pub(super) fn slots(&self) -> impl Iterator<Item = SlotId> {
        self.near.keys().copied().chain(self.open.iter().map(|open| open.field))
    }

    /// One more record.
    pub(super) fn count(&mut self, values: &[Value]) {
        let stands = |(slot, stretches): (&SlotId, &Vec<Stretch>)| {
            let Some(value) = values.get(slot.0).and_then(Value::number) else { return false };
            let at = stretches.partition_point(|(_, hi)| hi < value);
            stretches.get(at).is_some_and(|(lo, _)| lo <= value)
        };
        if self.near.iter().any(stands) {
            self.people += 1;
            return;
        }
        let is_near = |open: &Open| {
            let value = values.get(open.field.0).and_then(Value::number);
            value.is_some_and(|value| open.near.0 <= *value && *value <= open.near.1)
        };
        let at: Vec<usize> = (0..).zip(&self.open).filter(|(_, open)| is_near(open)).map(|(at, _)| at).collect();
        if !at.is_empty() {
            *self.waiting.entry(at).or_default() += 1;
        }
    }

    /// Settles whether pay jumps where somebody stands who is near no other cliff: nowhere else does it matter.
    pub(super) fn settle(&mut self, policy: &Policy) {
        let mut known: BTreeMap<usize, Option<bool>> = BTreeMap::new();
        for (places, count) in std::mem::take(&mut self.waiting) {
            let mut jumps = |at: &usize| {
                let open = self.open.get(*at);
                *known.entry(*at).or_insert_with(|| open.and_then(|open| open.jumps(policy)))
            };
            let told: Vec<Option<bool>> = places.iter().map(&mut jumps).collect();
            match told.contains(&Some(true)) {
                true => self.people += count,
                false => self.exact &= !told.contains(&None),
            }
        }
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
