//! What a block pays at two neighbours in every state, and the least and greatest that it jumps.

use std::collections::BTreeSet;

use super::axis::{Axis, Pair};
use super::bound::Sides;
use super::jump::{Wide, jump};
use super::spread::{Pick, State};
use crate::eval::Stepper;
use crate::ir::{Policy, SlotId, Value};
use crate::quantity::{Number, Rounding};

/// Of inputs that are any of many numbers so many combinations are tried in a state.
const TRIED: usize = 128;
/// For one place no more than so many.
const MOST: usize = 1_500;
/// An input is halved so often to find the least jump.
const HALVES: usize = 80;

/// Both neighbours, with two more to either side where there are any.
pub(super) struct Neighbours {
    /// The values.
    pub points: Vec<Number>,
    /// Their places among the six.
    at: Vec<usize>,
}

impl Neighbours {
    pub fn of(axis: &Axis, pair: &Pair) -> Self {
        let step = &pair.to - &pair.from;
        let (mut points, mut at) = (vec![], vec![]);
        for place in 0..6_usize {
            let value = &pair.from + &((Number::from(place) - Number::from(2)) * &step);
            if axis.numbers.contains(&value) {
                points.push(value);
                at.push(place);
            }
        }
        Neighbours { points, at }
    }

    /// Something of each of the six that there is; where both sides are flat, of the two in the middle alone.
    pub fn each(&self, flat: bool, of: impl Fn(&Number) -> Option<Number>) -> [Option<Number>; 6] {
        let mut all = [const { None }; 6];
        for (value, at) in self.points.iter().zip(&self.at).filter(|(_, at)| !flat || (2..=3).contains(*at)) {
            all.get_mut(*at).into_iter().for_each(|place| *place = of(value));
        }
        all
    }

    /// The place among the values of one of the six.
    fn place(&self, of: usize) -> Option<usize> {
        self.at.iter().position(|at| *at == of)
    }
}

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
    axis: &'a Axis<'a>,
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
    left: usize,
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
            if self.axis.wide.is_empty() {
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
    fn jump(&mut self, wide: &[Value], flat: bool) -> Option<Number> {
        let slots: Vec<SlotId> = self.axis.wide.iter().map(|(slot, _)| *slot).collect();
        for stepper in &mut self.steppers {
            slots.iter().zip(wide).for_each(|(slot, value)| stepper.put(*slot, value));
        }
        let (block, bare) = self.axis.cone.pay;
        let mut of = |step: usize| {
            let mut all = [const { None }; 6];
            for (stepper, at) in self.steppers.iter_mut().zip(&self.neighbours.at) {
                if flat && !(2..=3).contains(at) {
                    continue;
                }
                stepper.perform(&[step]);
                let pays = stepper.value(self.axis.pay.slot).and_then(|value| value.number().cloned());
                all.get_mut(*at).into_iter().for_each(|place| *place = pays.clone());
            }
            jump(&all, self.axis.unit(), self.axis.lines())
        };
        let found = of(block)?;
        // A bound bends what is paid, and makes no jump.
        (!self.axis.is_bounded() || of(bare).is_some()).then_some(found)
    }

    fn take(&mut self, jump: Number, picks: &[Pick], wide: Wide, flat: bool) {
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

    /// Tries values of the inputs with many numbers: all combinations, or each along the ends of the others; and the
    /// least with which there is a jump.
    fn tried(&mut self, state: &State, flat: bool) {
        let axis = self.axis;
        let mut nearest: Option<(Number, Wide)> = None;
        for wide in combined(&axis.wide) {
            self.left = self.left.saturating_sub(1);
            let Some(jump) = self.jump(&wide, flat) else { continue };
            self.take(jump.clone(), &state.picks, wide.clone(), flat);
            if nearest.as_ref().is_none_or(|(least, _)| jump.abs() < least.abs()) {
                nearest = Some((jump, wide));
            }
        }
        let mut nearest = nearest;
        let bases: Vec<Wide> = nearest.iter().map(|(_, wide)| wide.clone()).chain(bases(&axis.wide)).collect();
        for (base, at) in bases.iter().flat_map(|base| (0..base.len()).map(move |at| (base, at))) {
            if nearest.as_ref().is_some_and(|(least, _)| least.abs() <= axis.unit()) {
                break;
            }
            let Some((less, with)) = self.lessened(base, at, flat) else { continue };
            self.take(less.clone(), &state.picks, with.clone(), flat);
            if nearest.as_ref().is_none_or(|(least, _)| less.abs() < least.abs()) {
                nearest = Some((less, with));
            }
        }
    }

    /// The jump next to where there is none any more, along an input; where there is one all along, that at its least.
    fn lessened(&mut self, wide: &Wide, at: usize, flat: bool) -> Option<(Number, Wide)> {
        let (slot, _) = self.axis.wide.get(at)?;
        let numbers = self.axis.policy.slot(*slot)?.domain.numbers()?;
        let step = numbers.step();
        let with = |number: &Number| {
            let mut with = wide.clone();
            with.get_mut(at).into_iter().for_each(|place| *place = Value::Number(number.clone()));
            with
        };
        let own = wide.get(at)?.number()?.clone();
        let has = |paid: &mut Self, number: &Number| paid.jump(&with(number), flat);
        let (lo, hi) = (numbers.lo(), numbers.hi());
        let (mut some, mut none) = match (has(self, &lo), has(self, &own), has(self, &hi)) {
            (None, Some(_), _) => (own, lo),
            (_, Some(_), None) => (own, hi),
            (Some(_), None, _) => (lo, own),
            (_, None, Some(_)) => (hi, own),
            (Some(jump), ..) => return Some((jump, with(&lo))),
            (None, None, None) => return None,
        };
        for _ in 0..HALVES {
            let half = (&some + &none) * Number::from(crate::quantity::Decimal::new(5, 1));
            let middle = half.reach(&step, if some < none { Rounding::Ceiling } else { Rounding::Floor });
            if middle == none || middle == some {
                break;
            }
            match has(self, &middle) {
                Some(_) => some = middle,
                None => none = middle,
            }
        }
        Some((has(self, &some)?, with(&some)))
    }
}

/// The least, the greatest and the middle values of all.
fn bases(wide: &[(SlotId, Vec<Value>)]) -> [Wide; 3] {
    let sorted: Vec<Vec<&Value>> = wide
        .iter()
        .map(|(_, values)| {
            let mut values: Vec<&Value> = values.iter().filter(|value| **value != Value::Missing).collect();
            values.sort();
            values
        })
        .collect();
    let at = |of: &dyn Fn(&[&Value]) -> Option<Value>| -> Wide { sorted.iter().filter_map(|it| of(it)).collect() };
    let first = |values: &[&Value]| values.first().map(|value| (*value).clone());
    let last = |values: &[&Value]| values.last().map(|value| (*value).clone());
    let middle = |values: &[&Value]| values.get(values.len() / 2).map(|value| (*value).clone());
    [at(&first), at(&last), at(&middle)]
}

/// Combinations of values.
fn combined(wide: &[(SlotId, Vec<Value>)]) -> Vec<Wide> {
    let count = wide.iter().fold(1_usize, |all, (_, values)| all.saturating_mul(values.len().max(1)));
    if count <= TRIED {
        let start: Vec<Wide> = vec![vec![]];
        return wide.iter().fold(start, |all, (_, values)| {
            let each =
                all.iter().flat_map(|one| values.iter().map(move |value| [one.as_slice(), &[value.clone()]].concat()));
            each.collect()
        });
    }
    let bases = bases(wide);
    let mut found = bases.to_vec();
    for (place, (_, values)) in wide.iter().enumerate() {
        for (base, value) in bases.iter().flat_map(|base| values.iter().map(move |value| (base, value))) {
            let mut one = base.clone();
            one.get_mut(place).into_iter().for_each(|old| *old = value.clone());
            found.push(one);
        }
    }
    found
}
