//! What hangs on records that were rejected, or on periods that are not there.
//!
//! A run in doubt is the same run with what was rejected taken for not known: whatever can be found without it is
//! found, and whatever is stopped could come out otherwise once it is mended. So the evaluator itself tells what
//! hangs on what, through every stage and every period.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::Subject;
use crate::data::{Before, Lost};
use crate::ir::{Policy, SlotId, Value};

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
