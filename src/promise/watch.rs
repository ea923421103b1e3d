//! Promises that are not proved, held against the records that are evaluated.

use crate::analysis::{Lineage, dependents, marks, reads_rows};
use crate::data::Pair;
use crate::eval::{Evaluation, evaluate_steps};
use crate::ir::{Claim, Ensure, Policy, SlotId, Step, Value};

/// Promises of a policy, and what is needed to watch them.
pub struct Watch<'a> {
    policy: &'a Policy,
    watched: Vec<Watched<'a>>,
}

/// A promise with its place among those of the policy, and what is needed to watch it.
type Watched<'a> = (usize, &'a Ensure, Option<Along>);

/// A promise that a record breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Broken<'a> {
    /// The place of the promise among those of the policy.
    pub at: usize,
    /// The promise.
    pub ensure: &'a Ensure,
    /// Of `increasing`, the record and what it would be with more or less of the field.
    pub pair: Option<Pair>,
}

/// What hangs on one field, to be evaluated anew with another value of it.
struct Along {
    /// The places of the steps that hang on the field.
    steps: Vec<usize>,
    /// What these read that does not.
    still: Vec<SlotId>,
    /// The values at which the policy does something else, in order.
    marks: Vec<Value>,
}

impl<'a> Watch<'a> {
    /// Watches these promises of a policy.
    pub fn new(policy: &'a Policy, ensures: impl IntoIterator<Item = &'a Ensure>) -> Self {
        let along = |ensure: &Ensure| match ensure.claim {
            Claim::Holds => None,
            Claim::Increasing(field) => Along::of(policy, ensure.slot, field),
        };
        let place = |ensure: &Ensure| policy.ensures.iter().position(|known| known == ensure);
        let watched = ensures.into_iter().filter_map(|ensure| Some((place(ensure)?, ensure, along(ensure))));
        Watch { policy, watched: watched.collect() }
    }

    /// The promises that are watched, in order, by their places among those of the policy.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.watched.iter().map(|(at, _, _)| *at)
    }

    /// The slots of the promises that are watched; nothing, where one is of how a value moves, which the slot of no record
    /// tells by itself.
    pub fn by_value(&self) -> Option<Vec<SlotId>> {
        let slot = |(_, ensure, _): &Watched| (ensure.claim == Claim::Holds).then_some(ensure.slot);
        self.watched.iter().map(slot).collect()
    }

    /// Whether a promise can be watched.
    pub fn can_watch(&self, ensure: &Ensure) -> bool {
        let found = self.watched.iter().find(|(_, known, _)| *known == ensure);
        found.is_some_and(|(_, known, along)| known.claim == Claim::Holds || along.is_some())
    }

    /// The promises that an evaluated record breaks. Of `increasing` the record is held against itself with the
    /// field at each value at which the policy does something else, the nearest first; where its value hangs on the
    /// field through other records, other periods or rows of details, nobody can say what would be, and it is not
    /// watched.
    pub fn broken(&self, evaluation: &Evaluation) -> Vec<Broken<'a>> {
        let broken = self.watched.iter().filter_map(|&(at, ensure, ref along)| match (ensure.claim, along) {
            (Claim::Holds, _) => {
                let holds = evaluation.value(ensure.slot) != Ok(&Value::Bool(false));
                (!holds).then_some(Broken { at, ensure, pair: None })
            }
            (Claim::Increasing(field), Some(along)) => {
                let pair = along.fall(self.policy, evaluation, (ensure.slot, field))?;
                Some(Broken { at, ensure, pair: Some(pair) })
            }
            (Claim::Increasing(_), None) => None,
        });
        broken.collect()
    }
}

impl Along {
    fn of(policy: &Policy, slot: SlotId, field: SlotId) -> Option<Along> {
        let moving = dependents(policy, field);
        let moves = |slot: &SlotId| moving.get(slot.0).copied().unwrap_or(false);
        let origins = Lineage::of(policy).origins(slot);
        let steps = origins.steps.iter().filter_map(|at| Some((*at, policy.steps.get(*at)?)));
        let (places, steps): (Vec<usize>, Vec<&Step>) =
            steps.filter(|(_, step)| step.outputs().iter().any(moves)).unzip();
        if steps.iter().any(|step| step.is_joint() || reads_rows(step)) {
            return None;
        }
        let found =
            |slot: &SlotId| *slot == field || !moves(slot) || steps.iter().any(|step| step.outputs().contains(slot));
        if !steps.iter().flat_map(|step| step.expressions()).flat_map(|expr| expr.slots()).all(|slot| found(&slot)) {
            return None;
        }
        let mut still: Vec<SlotId> =
            steps.iter().flat_map(|step| step.expressions()).flat_map(|expr| expr.slots()).collect();
        still.extend(steps.iter().flat_map(|step| step.outputs()));
        still.sort_unstable();
        still.dedup();
        still.retain(|slot| !moves(slot));
        let mut values = marks(policy, field, policy.steps.iter()).values;
        values.retain(|value| *value != Value::Missing);
        values.sort_unstable();
        Some(Along { steps: places, still, marks: values })
    }

    fn fall(&self, policy: &Policy, evaluation: &Evaluation, (slot, field): (SlotId, SlotId)) -> Option<Pair> {
        let here = evaluation.value(field).ok().filter(|value| **value != Value::Missing)?;
        let value = evaluation.value(slot).ok()?;
        let at = |along: &Value| {
            let still = self.still.iter().filter_map(|slot| Some((*slot, evaluation.value(*slot).ok()?.clone())));
            let given: Vec<(SlotId, Value)> = still.chain([(field, along.clone())]).collect();
            evaluate_steps(policy, &given, &self.steps).value(slot).ok().cloned()
        };
        let mut above = self.marks.iter().filter(|mark| *mark > here);
        let mut below = self.marks.iter().rev().filter(|mark| *mark < here);
        let to_above = above.find_map(|mark| {
            let less = at(mark).filter(|found| found < value)?;
            Some(Pair { field, along: (here.clone(), mark.clone()), values: (value.clone(), less) })
        });
        to_above.or_else(|| {
            below.find_map(|mark| {
                let more = at(mark).filter(|found| found > value)?;
                Some(Pair { field, along: (mark.clone(), here.clone()), values: (more, value.clone()) })
            })
        })
    }
}
