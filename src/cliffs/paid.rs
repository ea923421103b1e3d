//! What a block pays at two neighbours in every state, and the least and greatest that it jumps.

use std::collections::BTreeSet;

use super::axis::Axis;
use super::bound::Sides;
use super::neighbours::Neighbours;
use super::rise::jump;
use super::spread::{Pick, State};
use crate::eval::Stepper;
use crate::ir::{Policy, SlotId, Value};
use crate::quantity::Number;

/// Of inputs that are any of many numbers no more combinations are tried for one place.
const MOST: usize = 1_500;

/// Values of the inputs that are any of many numbers.
pub(super) type Wide = Vec<Value>;

/// A jump with what was chosen.
pub(super) struct Found {
    pub jump: Number,
    pub picks: Vec<Pick>,
    pub wide: Wide,
    /// Whether on either side nothing moves that the block reads.
    pub flat: bool,
}

type Seen = Option<Found>;

/// What is seen of the jumps at one place.
pub(super) struct Paid<'a> {
    pub axis: &'a Axis<'a>,
    neighbours: &'a Neighbours,
    steppers: Vec<Stepper<'a>>,
    sides: Sides<'a>,
    pub least: Seen,
    pub most: Seen,
    pub lowest: Seen,
    pub highest: Seen,
    /// No jump is farther from 0, or nearer to it; nothing, where that is not known.
    farthest: Option<Number>,
    nearest: Option<Number>,
    known: bool,
    /// How many more combinations are tried.
    pub left: usize,
}

impl<'a> Paid<'a> {
    pub fn of(axis: &'a Axis<'a>, neighbours: &'a Neighbours) -> Self {
        let policy: &Policy = &axis.cone.policy;
        let mut steppers: Vec<Stepper> = neighbours.points.iter().map(|_| Stepper::of(policy)).collect();
        for (stepper, point) in steppers.iter_mut().zip(&neighbours.points) {
            stepper.put(axis.field, &Value::Number(point.clone()));
        }
        let sides = Sides::of(&axis.cone);
        let none = || None;
        let (least, most, lowest, highest) = (none(), none(), none(), none());
        Paid {
            axis,
            neighbours,
            steppers,
            sides,
            least,
            most,
            lowest,
            highest,
            farthest: None,
            nearest: None,
            known: true,
            left: MOST,
        }
    }

    /// Whether no jump is less or more than those that were seen.
    pub fn is_exact(&self) -> bool {
        let reached = |seen: &Seen, bound: &Option<Number>, far: bool| match (seen, bound) {
            (Some(seen), Some(bound)) if far => seen.jump.abs() >= *bound,
            (Some(seen), Some(bound)) => seen.jump.abs() <= *bound,
            _ => false,
        };
        self.known && reached(&self.most, &self.farthest, true) && reached(&self.least, &self.nearest, false)
    }

    /// Whether nothing can jump.
    pub fn is_still(&self) -> bool {
        self.known && self.farthest.as_ref().is_none_or(Number::is_zero)
    }

    /// Looks at everything that the block can pay in some states: first where it can change most.
    pub fn look(&mut self, states: Vec<State>) {
        let mut open: Vec<(Option<(Number, Number)>, State)> = vec![];
        for state in states {
            let flat = self.is_flat(&state);
            if flat && self.stands(&state) {
                continue;
            }
            if self.axis.others().wide.is_empty() {
                self.alone(&state, flat);
                continue;
            }
            // In a state in which nothing can change nothing is tried.
            match self.between(&state).filter(|_| flat) {
                Some((lo, hi)) if lo.is_zero() && hi.is_zero() => {}
                between => open.push((between, state)),
            }
        }
        let far = |between: &Option<(Number, Number)>| between.as_ref().map(|(lo, hi)| lo.abs().max(hi.abs()));
        open.sort_by_cached_key(|(between, _)| std::cmp::Reverse(far(between)));
        for (between, state) in open {
            match &between {
                Some((lo, hi)) if self.ends(lo, hi) => continue,
                Some(_) => {}
                None => self.known = false,
            }
            if self.left == 0 {
                self.known = false;
                continue;
            }
            self.put(&state);
            self.tried(&state, between.is_some());
        }
    }

    /// Bounds the jumps by those of states. Whether that can be told.
    pub fn bound(&mut self, states: Vec<State>) -> bool {
        for state in states {
            if !self.is_flat(&state) {
                return false;
            }
            if self.stands(&state) {
                continue;
            }
            match self.between(&state) {
                Some((lo, hi)) => {
                    self.ends(&lo, &hi);
                }
                None => return false,
            }
        }
        true
    }

    /// Takes between what a state can jump. Whether that is no more than was seen.
    fn ends(&mut self, lo: &Number, hi: &Number) -> bool {
        let near = if hi.is_negative() { -hi } else { lo.clone() };
        let near = if near.is_negative() || near.is_zero() { self.axis.unit() } else { near };
        let far = lo.abs().max(hi.abs());
        self.bounds(&near, &far);
        self.is_beaten((&near, &far), (lo, hi))
    }

    /// A state in which everything is known.
    fn alone(&mut self, state: &State, flat: bool) {
        self.put(state);
        if let Some(found) = self.jump(&[], flat) {
            self.bounds(&found.abs(), &found.abs());
            self.take(found, &state.picks, vec![], flat);
        }
    }

    fn put(&mut self, state: &State) {
        for (slot, cell) in &state.cells {
            for (at, stepper) in self.steppers.iter_mut().enumerate() {
                cell.get(at).or(cell.first()).into_iter().for_each(|value| stepper.put(*slot, value));
            }
        }
    }

    /// Whether what can be in a state is no more than was seen.
    fn is_beaten(&self, (near, far): (&Number, &Number), (lo, hi): (&Number, &Number)) -> bool {
        let seen = |seen: &Seen, beats: &dyn Fn(&Number) -> bool| seen.as_ref().is_some_and(|seen| beats(&seen.jump));
        seen(&self.least, &|least| least.abs() <= *near)
            && seen(&self.most, &|most| most.abs() >= *far)
            && seen(&self.lowest, &|lowest| lowest <= lo || !lo.is_negative())
            && seen(&self.highest, &|highest| highest >= hi || hi.is_negative() || hi.is_zero())
    }

    /// Whether nothing differs between the two neighbours.
    fn stands(&self, state: &State) -> bool {
        let Some((from, to)) = self.neighbours.place(2).zip(self.neighbours.place(3)) else { return false };
        state.cells.values().all(|cell| cell.len() == 1 || cell.get(from) == cell.get(to))
    }

    fn between(&mut self, state: &State) -> Option<(Number, Number)> {
        let places = (self.neighbours.place(2)?, self.neighbours.place(3)?);
        self.sides.change(self.axis.cone.block()?, state, places)
    }

    fn bounds(&mut self, near: &Number, far: &Number) {
        if self.farthest.as_ref().is_none_or(|known| known < far) {
            self.farthest = Some(far.clone());
        }
        if self.nearest.as_ref().is_none_or(|known| near < known) {
            self.nearest = Some(near.clone());
        }
    }

    /// Whether on either side nothing moves that the block reads.
    fn is_flat(&self, state: &State) -> bool {
        let read: BTreeSet<SlotId> = self.axis.cone.reads(&[self.axis.cone.pay.0]);
        let middle = self.neighbours.place(2).unwrap_or(0);
        let alike = |cell: &Vec<Value>| {
            let (below, above) = cell.split_at((middle + 1).min(cell.len()));
            cell.len() == 1 || [below, above].iter().all(|side| side.windows(2).all(|two| two.first() == two.last()))
        };
        !read.contains(&self.axis.field)
            && state.cells.iter().filter(|(slot, _)| read.contains(slot)).all(|(_, cell)| alike(cell))
    }

    /// The jump where the inputs with many numbers are these. Where both sides are flat the two neighbours tell it.
    pub fn jump(&mut self, wide: &[Value], flat: bool) -> Option<Number> {
        let slots: Vec<SlotId> = self.axis.others().wide.iter().map(|(slot, _)| *slot).collect();
        for stepper in &mut self.steppers {
            slots.iter().zip(wide).for_each(|(slot, value)| stepper.put(*slot, value));
        }
        let (block, bare) = self.axis.cone.pay;
        let mut of = |step: usize| {
            let all = self.neighbours.each(flat, |number, _| {
                let stepper = self.steppers.get_mut(number)?;
                stepper.perform(&[step]);
                stepper.value(self.axis.pay.slot).and_then(|value| value.number().cloned())
            });
            jump(&all, self.axis.unit(), self.axis.lines())
        };
        let found = of(block)?;
        // A bound bends what is paid, and makes no jump.
        (!self.axis.is_bounded() || of(bare).is_some()).then_some(found)
    }

    pub fn take(&mut self, jump: Number, picks: &[Pick], wide: Wide, flat: bool) {
        let beats = |seen: &Seen, beats: &dyn Fn(&Number) -> bool| seen.as_ref().is_none_or(|seen| beats(&seen.jump));
        let seen = || Some(Found { jump: jump.clone(), picks: picks.to_vec(), wide: wide.clone(), flat });
        if beats(&self.least, &|least| jump.abs() < least.abs()) {
            self.least = seen();
        }
        if beats(&self.most, &|most| jump.abs() > most.abs()) {
            self.most = seen();
        }
        if beats(&self.lowest, &|lowest| jump < *lowest) {
            self.lowest = seen();
        }
        if beats(&self.highest, &|highest| jump > *highest) {
            self.highest = seen();
        }
    }
}
