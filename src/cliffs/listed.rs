//! The values of an input between which nothing changes, or those that are tried.

use std::collections::BTreeMap;

use super::parted::{drawn, is_parted};
use super::sources::Sources;
use crate::analysis::{Marks, marks};
use crate::ir::{SlotId, Step, Value};
use crate::quantity::{Number, Numbers};
use std::collections::BTreeSet;

/// A field with no more values than this is tried with all of them.
const ALL: usize = 1_100;
/// Along the lines of a table so many values are tried.
const DRAWN: usize = 6_000;

/// The values of inputs, each with whether they are all that matter.
pub(super) struct Listed {
    of: BTreeMap<SlotId, (Vec<Value>, bool)>,
}

impl Listed {
    /// The values of inputs as these steps look at them.
    pub fn new(sources: &Sources, inputs: impl IntoIterator<Item = SlotId>, own: &BTreeSet<usize>) -> Self {
        let each = inputs.into_iter().map(|slot| (slot, values(sources, slot, || sources.steps(own))));
        Listed { of: each.collect() }
    }

    /// The values of an input, and whether no others matter.
    pub fn of(&self, slot: SlotId) -> &(Vec<Value>, bool) {
        static NONE: (Vec<Value>, bool) = (vec![], false);
        self.of.get(&slot).unwrap_or(&NONE)
    }
}

fn values<'s, I: Iterator<Item = &'s Step>>(
    sources: &Sources,
    slot: SlotId,
    steps: impl Fn() -> I,
) -> (Vec<Value>, bool) {
    let Marks { values, complete } = marks(sources.policy, slot, steps());
    if complete || is_parted(steps(), slot) {
        return (values, true);
    }
    let Some(numbers) = sources.policy.slot(slot).and_then(|slot| slot.domain.numbers()) else {
        return (values, false);
    };
    let missing = values.contains(&Value::Missing).then_some(Value::Missing);
    if let Some(all) = all(numbers, ALL) {
        return (all.into_iter().chain(missing).collect(), true);
    }
    // Nothing but the lines of tables tells its values apart.
    let Some(lines) = drawn(steps(), slot) else { return (values, false) };
    let mut found: BTreeSet<Value> = values.into_iter().collect();
    for (lo, hi) in lines {
        let within = numbers.restrict_lo(lo, true).and_then(|numbers| numbers.restrict_hi(hi, true));
        match within.as_ref().map(|within| self::all(within, DRAWN)) {
            Some(Some(all)) => found.extend(all),
            Some(None) => return (found.into_iter().collect(), false),
            None => {}
        }
    }
    (found.into_iter().collect(), true)
}

/// All numbers, where there are no more than so many.
fn all(numbers: &Numbers, most: usize) -> Option<Vec<Value>> {
    match numbers {
        Numbers::Values(values) => (values.len() <= most).then(|| values.iter().cloned().map(Value::Number).collect()),
        Numbers::Range { lo, hi, step } => {
            if &(lo + &(Number::from(most) * step)) < hi {
                return None;
            }
            let each = std::iter::successors(Some(lo.clone()), |at| Some(at + step).filter(|next| next <= hi));
            Some(each.map(Value::Number).collect())
        }
    }
}
