//! All that what moves can be at some neighbouring values of a field, with a choice for each: step by step, where what
//! no later step can tell apart is one.

use std::collections::{BTreeMap, BTreeSet};

use super::cone::Cone;
use super::factor::{Branch, Factor};
use super::spans::Span;
use crate::analysis::{Possible, Reach};
use crate::eval::Stepper;
use crate::ir::{SlotId, Value};
use crate::quantity::{Number, Numbers};

/// No more states than this are kept.
const STATES: usize = 3_000;
/// Of a number that stays what it is so many values are tried: all of them, or some of so many stretches.
const ALL: usize = 256;
const APART: usize = 12;

/// The value of a slot at each of the neighbours; one, where it does not move.
pub(super) type Cell = Vec<Value>;

/// What was chosen: of a factor a branch, and the number in it.
#[derive(Clone)]
pub(super) struct Pick {
    pub factor: usize,
    pub branch: usize,
    pub number: Option<Number>,
}

/// What is known of some slots, and by which choice.
#[derive(Clone, Default)]
pub(super) struct State {
    pub cells: BTreeMap<SlotId, Cell>,
    pub picks: Vec<Pick>,
}

/// A way through the steps for some neighbours.
pub(super) struct Spread<'c> {
    cone: &'c Cone,
    factors: &'c [Factor],
    steppers: Vec<Stepper<'c>>,
    reaches: Vec<Reach<'c>>,
    joined: BTreeSet<usize>,
    left: usize,
    /// Whether nothing was left out.
    pub complete: bool,
}

impl<'c> Spread<'c> {
    /// The states before the block is found, at these values of a field, where no more is settled than so often.
    pub fn of(
        cone: &'c Cone,
        factors: &'c [Factor],
        field: SlotId,
        points: &[Number],
        most: usize,
    ) -> (Vec<State>, bool) {
        let mut steppers: Vec<Stepper> = points.iter().map(|_| Stepper::of(&cone.policy)).collect();
        let mut reaches: Vec<Reach> = points.iter().map(|_| Reach::new(&cone.policy, &())).collect();
        for ((stepper, reach), point) in steppers.iter_mut().zip(&mut reaches).zip(points) {
            let value = Value::Number(point.clone());
            stepper.put(field, &value);
            reach.set(field, Possible::one(&value));
        }
        let mut spread =
            Spread { cone, factors, steppers, reaches, joined: BTreeSet::new(), left: most, complete: true };
        let states = spread.go();
        (states, spread.complete)
    }

    fn go(&mut self) -> Vec<State> {
        let (steps, mut states, mut at) = (self.cone.moving.as_slice(), vec![State::default()], 0);
        while let Some(step) = steps.get(at) {
            let mut until = at;
            let ranged = self.needed(&[*step]).into_iter().find(|factor| self.is_ranged(*factor));
            if let Some(slot) = ranged.and_then(|factor| self.factors.get(factor)?.ranged()) {
                until = self.extent(at, slot);
            }
            let stretch = steps.get(at..=until).unwrap_or_default();
            for other in self.needed(stretch).into_iter().filter(|other| Some(*other) != ranged) {
                states = self.join(states, other);
            }
            let rest = steps.get(until + 1..).unwrap_or_default();
            let mut kept = self.cone.reads(rest);
            kept.extend(self.cone.reads(&[self.cone.pay.0]));
            states = match ranged {
                Some(factor) if self.is_told(factor, stretch, &kept) => {
                    let states = self.join(states, factor);
                    self.performed(states, stretch, &kept)
                }
                Some(factor) => self.settled(states, factor, stretch, &kept),
                None => self.performed(states, stretch, &kept),
            };
            at = until + 1;
        }
        for factor in self.needed(&[self.cone.pay.0]) {
            states = self.join(states, factor);
        }
        states
    }

    fn is_ranged(&self, factor: usize) -> bool {
        self.factors.get(factor).is_some_and(|factor| factor.ranged().is_some())
    }

    /// Whether what can be many numbers is still so after the steps: then there are no stretches without a change.
    fn is_told(&self, factor: usize, steps: &[usize], kept: &BTreeSet<SlotId>) -> bool {
        let own = self.factors.get(factor).and_then(Factor::ranged);
        let wide = |slot: &SlotId| self.cone.policy.slot(*slot).is_some_and(|slot| !is_few(&slot.domain));
        own.is_some_and(|slot| kept.contains(&slot)) || outputs(self.cone, steps, kept).iter().any(wide)
    }

    /// The factors that steps need and that were not chosen yet.
    fn needed(&self, steps: &[usize]) -> Vec<usize> {
        let reads = self.cone.reads(steps);
        let of =
            self.factors.iter().enumerate().filter(|(at, factor)| !self.joined.contains(at) && factor.gives(&reads));
        of.map(|(at, _)| at).collect()
    }

    /// The last of the steps that must be done before what a number does to them is little.
    fn extent(&self, at: usize, slot: SlotId) -> usize {
        let steps = self.cone.moving.as_slice();
        let last = |slots: &BTreeSet<SlotId>| {
            steps.iter().rposition(|step| !self.cone.reads(&[*step]).is_disjoint(slots)).unwrap_or(at)
        };
        let mut until = last(&BTreeSet::from([slot])).max(at);
        loop {
            let done = steps.get(at..=until).unwrap_or_default();
            let outputs = done.iter().filter_map(|step| self.cone.policy.steps.get(*step)).flat_map(|it| it.outputs());
            let wide = outputs.filter(|slot| self.cone.policy.slot(*slot).is_some_and(|slot| !is_few(&slot.domain)));
            let next = last(&wide.collect());
            if next <= until {
                return until;
            }
            until = next;
        }
    }

    /// Chooses a factor in all ways.
    fn join(&mut self, states: Vec<State>, at: usize) -> Vec<State> {
        self.joined.insert(at);
        let Some(factor) = self.factors.get(at) else { return states };
        self.complete &= factor.complete;
        let mut found = vec![];
        for state in &states {
            for (number, branch) in factor.branches.iter().enumerate() {
                for own in self.numbers(branch) {
                    let mut next = state.clone();
                    put(&mut next, branch, own.as_ref());
                    next.picks.push(Pick { factor: at, branch: number, number: own });
                    found.push(next);
                }
                if found.len() > STATES {
                    self.complete = false;
                    return found;
                }
            }
        }
        found
    }

    /// The numbers of a branch, or some of them.
    fn numbers(&mut self, branch: &Branch) -> Vec<Option<Number>> {
        let Some((_, spans)) = &branch.ranged else { return vec![None] };
        let few = spans.len() <= ALL && spans.iter().all(|span| !span.exceeds(ALL / spans.len().max(1)));
        self.complete &= few;
        match few {
            true => spans.iter().flat_map(|span| span.each().map(Some).collect::<Vec<_>>()).collect(),
            false => {
                let ends = spans.iter().step_by(spans.len().div_ceil(APART));
                let each: BTreeSet<Number> =
                    ends.flat_map(|span| [span.lo.clone(), span.middle(), span.hi.clone()]).collect();
                each.into_iter().map(Some).collect()
            }
        }
    }

    /// Does steps for every state.
    fn performed(&mut self, states: Vec<State>, steps: &[usize], kept: &BTreeSet<SlotId>) -> Vec<State> {
        let mut found = BTreeMap::new();
        for state in states {
            self.take(&state);
            self.add(state, steps, kept, &mut found);
        }
        self.as_states(found)
    }

    /// Does steps for every state and whatever a factor can be, by stretches in which nothing changes.
    fn settled(&mut self, states: Vec<State>, at: usize, steps: &[usize], kept: &BTreeSet<SlotId>) -> Vec<State> {
        self.joined.insert(at);
        let Some(factor) = self.factors.get(at) else { return states };
        self.complete &= factor.complete;
        let mut found = BTreeMap::new();
        for state in states {
            for (branch_at, branch) in factor.branches.iter().enumerate() {
                let mut own = state.clone();
                put(&mut own, branch, None);
                own.picks.push(Pick { factor: at, branch: branch_at, number: None });
                self.take(&own);
                match &branch.ranged {
                    None => self.add(own, steps, kept, &mut found),
                    Some((slot, spans)) => self.settle(&own, (*slot, spans), steps, kept, &mut found),
                }
            }
        }
        self.as_states(found)
    }

    fn settle(
        &mut self,
        state: &State,
        (slot, spans): (SlotId, &[Span]),
        steps: &[usize],
        kept: &BTreeSet<SlotId>,
        found: &mut Found,
    ) {
        let (Some(first), Some(most)) = (spans.first(), spans.iter().map(|span| &span.hi).max()) else { return };
        let lone = spans.len() == 1 && first.single().is_some();
        if !lone && self.left == 0 {
            self.complete = false;
        }
        if lone || self.left == 0 || self.is_one(slot, (&first.lo, most), steps, kept) {
            let mut own = state.clone();
            let value = Value::Number(first.lo.clone());
            self.steppers.iter_mut().for_each(|stepper| stepper.put(slot, &value));
            own.cells.insert(slot, vec![value]);
            own.picks.last_mut().into_iter().for_each(|pick| pick.number = Some(first.lo.clone()));
            return self.add(own, steps, kept, found);
        }
        self.left -= 1;
        if spans.len() > 1 {
            let (one, other) = spans.split_at(spans.len() / 2);
            self.settle(state, (slot, one), steps, kept, found);
            return self.settle(state, (slot, other), steps, kept, found);
        }
        let middle = first.middle();
        let upper = Span { lo: &middle + &first.step, ..first.clone() };
        let lower = Span { hi: middle, ..first.clone() };
        self.settle(state, (slot, &[lower]), steps, kept, found);
        self.settle(state, (slot, &[upper]), steps, kept, found);
    }

    /// Whether all that is kept is one value wherever a number lies between two.
    fn is_one(&mut self, slot: SlotId, (lo, hi): (&Number, &Number), steps: &[usize], kept: &BTreeSet<SlotId>) -> bool {
        let Some(step) = self.cone.policy.slot(slot).and_then(|slot| Some(slot.domain.numbers()?.step())) else {
            return false;
        };
        let numbers = Numbers::between((lo.clone(), true), (hi.clone(), true), step);
        let outputs: Vec<SlotId> = outputs(self.cone, steps, kept);
        if kept.contains(&slot) {
            return false;
        }
        self.reaches.iter_mut().all(|reach| {
            reach.set(slot, Possible::numbers(numbers.clone()));
            reach.go(steps.iter().copied());
            outputs.iter().all(|slot| reach.get(*slot).is_one())
        })
    }

    /// Makes a state the one that is looked at.
    fn take(&mut self, state: &State) {
        for (slot, cell) in &state.cells {
            for (at, (stepper, reach)) in self.steppers.iter_mut().zip(&mut self.reaches).enumerate() {
                if let Some(value) = cell.get(at).or(cell.first()) {
                    stepper.put(*slot, value);
                    reach.set(*slot, Possible::one(value));
                }
            }
        }
    }

    /// Does steps for the state that is looked at, and keeps what later ones read.
    fn add(&mut self, mut state: State, steps: &[usize], kept: &BTreeSet<SlotId>, found: &mut Found) {
        self.steppers.iter_mut().for_each(|stepper| stepper.perform(steps));
        for slot in outputs(self.cone, steps, kept) {
            let cell: Option<Cell> = self.steppers.iter().map(|stepper| stepper.value(slot).cloned()).collect();
            match cell {
                Some(cell) => drop(state.cells.insert(slot, cell)),
                // What cannot be found is nothing that a record has.
                None => {
                    self.complete = false;
                    return;
                }
            }
        }
        state.cells.retain(|slot, _| kept.contains(slot));
        found.entry(state.cells).or_insert(state.picks);
    }

    fn as_states(&mut self, found: Found) -> Vec<State> {
        self.complete &= found.len() <= STATES;
        found.into_iter().take(STATES).map(|(cells, picks)| State { cells, picks }).collect()
    }
}

/// What was found, the same once.
type Found = BTreeMap<BTreeMap<SlotId, Cell>, Vec<Pick>>;

fn outputs(cone: &Cone, steps: &[usize], kept: &BTreeSet<SlotId>) -> Vec<SlotId> {
    let each = steps.iter().filter_map(|step| cone.policy.steps.get(*step)).flat_map(|step| step.outputs());
    each.filter(|slot| kept.contains(slot)).collect()
}

fn put(state: &mut State, branch: &Branch, number: Option<&Number>) {
    state.cells.extend(branch.fixed.iter().map(|(slot, value)| (*slot, vec![value.clone()])));
    if let Some(((slot, _), number)) = branch.ranged.as_ref().zip(number) {
        state.cells.insert(*slot, vec![Value::Number(number.clone())]);
    }
}

/// Whether there are but few values.
fn is_few(domain: &crate::quantity::Domain) -> bool {
    use crate::quantity::Domain;
    match domain {
        Domain::Numbers(Numbers::Values(_)) | Domain::Labels(_) | Domain::Bool { .. } => true,
        Domain::Numbers(_) | Domain::Calendar { .. } | Domain::Text | Domain::Invalid => false,
    }
}
