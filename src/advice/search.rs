//! The value nearest to what a field is at which a goal is reached.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::around::Beside;
use super::{Axis, Field, Goal, Kind};
use crate::analysis::{Possible, Reach};
use crate::eval::{Evaluation, Instead};
use crate::ir::{Role, SlotId, Value};
use crate::quantity::{Domain, Number};

/// So many stretches of a field are looked at for one goal.
const MOST_STRETCHES: usize = 600;
/// Of a shorter stretch every value is tried.
const SHORT: i128 = 4;
/// As many values are tried where the nearest was not found.
const MOST_TRIES: usize = 200;

/// Whether a goal is reached, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// There, and nowhere nearer.
    At(Value),
    /// There; whether somewhere nearer could not be settled.
    Within(Value),
    /// Nowhere.
    Unreachable,
    /// That could not be settled.
    Unsettled,
}

impl Answer {
    /// Where the goal is reached.
    pub fn reached(&self) -> Option<&Value> {
        match self {
            Answer::At(to) | Answer::Within(to) => Some(to),
            Answer::Unreachable | Answer::Unsettled => None,
        }
    }
}

/// What is known of the values of one field of a record.
pub(super) struct Search<'s> {
    instead: &'s Instead<'s>,
    field: &'s Field<'s>,
    goals: &'s [Goal],
    /// The place of what it is; nothing where that is missing.
    from: Option<i128>,
    /// What every slot is that does not hang on the field; of a stretch, what the others can be.
    reach: Reach<'s>,
    tried: HashMap<i128, Evaluation>,
    /// Of a stretch, which goals could be reached in it.
    known: HashMap<(i128, i128), Vec<bool>>,
}

/// A stretch by how far its nearest value is, then on which side it lies.
type Stretch = Reverse<(Number, i128, i128)>;

impl<'s> Search<'s> {
    pub fn new(
        (instead, beside): (&'s Instead<'s>, &'s Beside<'s>),
        field: &'s Field<'s>,
        from: &Value,
        goals: &'s [Goal],
    ) -> Self {
        let reach = still(beside, instead, field);
        let (from, tried, known) = (field.axis.place(from), HashMap::new(), HashMap::new());
        Search { instead, field, goals, from, reach, tried, known }
    }

    /// The nearest value at which a goal is reached, by its place among the goals, and what comes of it.
    pub fn nearest(&mut self, goal: usize) -> (Answer, Option<Evaluation>) {
        let mut open: BinaryHeap<Stretch> = BinaryHeap::new();
        let last = self.axis().count() - 1;
        match self.from {
            Some(from) => [(0, from - 1), (from + 1, last)].into_iter().for_each(|it| self.push(&mut open, it)),
            None => self.push(&mut open, (0, last)),
        }
        let (mut best, mut looks): (Vec<i128>, usize) = (vec![], 0);
        while let Some(Reverse((far, first, end))) = open.pop() {
            if best.first().is_some_and(|best| self.far(*best) < far) {
                break;
            }
            let near = self.near((first, end));
            if self.reaches(goal, near) {
                best.push(near);
                continue;
            }
            let rest = if near == first { (first + 1, end) } else { (first, end - 1) };
            if rest.1 - rest.0 < SHORT {
                (rest.0..=rest.1).for_each(|at| self.push(&mut open, (at, at)));
                continue;
            }
            looks += 1;
            if looks > MOST_STRETCHES {
                self.push(&mut open, rest);
                return self.anywhere(goal, open);
            }
            if self.could(goal, rest) {
                let cut = self.axis().cut(rest);
                self.push(&mut open, (rest.0, cut - 1));
                self.push(&mut open, (cut, rest.1));
            }
        }
        match self.better_of(&best) {
            Some(at) => (Answer::At(self.axis().value(at)), self.tried.get(&at).cloned()),
            None => self.without(goal),
        }
    }

    fn axis(&self) -> &'s Axis {
        &self.field.axis
    }

    /// Whether more is better; where nobody knows, less is asked for first.
    fn upwards(&self) -> bool {
        self.field.better != Some(false)
    }

    /// The value of a stretch that is nearest; from missing, the one that asks for least.
    fn near(&self, (first, end): (i128, i128)) -> i128 {
        match self.from {
            Some(from) => {
                if from < first {
                    first
                } else {
                    end
                }
            }
            None => {
                if self.upwards() {
                    first
                } else {
                    end
                }
            }
        }
    }

    fn far(&self, at: i128) -> Number {
        let last = self.axis().count() - 1;
        self.axis().apart(self.from.unwrap_or(if self.upwards() { 0 } else { last }), at)
    }

    fn push(&self, open: &mut BinaryHeap<Stretch>, (first, end): (i128, i128)) {
        if first <= end {
            open.push(Reverse((self.far(self.near((first, end))), first, end)));
        }
    }

    /// Of values equally near the one in the better direction, else the smaller.
    fn better_of(&self, best: &[i128]) -> Option<i128> {
        match self.field.better {
            Some(true) => best.iter().max().copied(),
            _ => best.iter().min().copied(),
        }
    }

    /// Whether a goal is reached at a place.
    fn reaches(&mut self, goal: usize, at: i128) -> bool {
        let (instead, field) = (self.instead, self.field);
        let after = self.tried.entry(at).or_insert_with(|| instead.with(&field.moves.hanging, &field.axis.value(at)));
        self.goals.get(goal).is_some_and(|goal| goal.is_reached(instead.evaluation(), after))
    }

    /// Whether a goal could be reached somewhere in a stretch.
    fn could(&mut self, goal: usize, stretch: (i128, i128)) -> bool {
        if !self.known.contains_key(&stretch) {
            let could = self.look(stretch);
            self.known.insert(stretch, could);
        }
        self.known.get(&stretch).and_then(|could| could.get(goal)).copied().unwrap_or(true)
    }

    fn look(&mut self, stretch: (i128, i128)) -> Vec<bool> {
        self.reach.set(self.field.slot, self.axis().possible(stretch));
        self.reach.go(self.field.moves.hanging.steps.iter().copied());
        let before = self.instead.evaluation();
        self.goals.iter().map(|goal| goal.could_be_reached(before, self.reach.get(goal.slot))).collect()
    }

    /// Where no value reaches the goal, none at all may do.
    fn without(&self, goal: usize) -> (Answer, Option<Evaluation>) {
        let without = (self.from.is_some() && self.axis().missing)
            .then(|| self.instead.with(&self.field.moves.hanging, &Value::Missing));
        let goal = self.goals.get(goal);
        match without {
            Some(after) if goal.is_some_and(|goal| goal.is_reached(self.instead.evaluation(), &after)) => {
                (Answer::At(Value::Missing), Some(after))
            }
            _ => (Answer::Unreachable, None),
        }
    }

    /// A value that reaches the goal, where the nearest could not be found.
    fn anywhere(&mut self, goal: usize, open: BinaryHeap<Stretch>) -> (Answer, Option<Evaluation>) {
        let open: Vec<(i128, i128)> = open.into_sorted_vec().into_iter().rev().map(|it| (it.0.1, it.0.2)).collect();
        let is_open = |at: i128| open.iter().any(|(first, end)| (*first..=*end).contains(&at));
        let cuts = self.axis().cuts().iter().copied().filter(|at| is_open(*at));
        let mut places: Vec<i128> = open.iter().flat_map(|(first, end)| [*first, *end]).chain(cuts).collect();
        places.sort_by_cached_key(|at| self.far(*at));
        places.dedup();
        let found = places.into_iter().take(MOST_TRIES).find(|at| self.reaches(goal, *at));
        match found {
            Some(at) => (Answer::Within(self.axis().value(at)), self.tried.get(&at).cloned()),
            None => (Answer::Unsettled, None),
        }
    }
}

/// What every slot is that does not hang on a field.
fn still<'s>(beside: &'s Beside<'s>, instead: &Instead, field: &Field) -> Reach<'s> {
    let mut reach = Reach::new(beside.policy, beside);
    for (at, slot) in beside.policy.slots.iter().enumerate() {
        // Rows of details have values one at a time.
        if slot.role == Role::Details || field.moves.moves(SlotId(at)) {
            continue;
        }
        if let Ok(value) = instead.evaluation().value(SlotId(at)) {
            reach.set(SlotId(at), Possible::one(value));
        }
    }
    reach
}

impl Goal {
    /// Whether it is reached after a change.
    fn is_reached(self, before: &Evaluation, after: &Evaluation) -> bool {
        match (before.value(self.slot), after.value(self.slot)) {
            (Ok(Value::Number(before)), Ok(Value::Number(after))) => before < after,
            // Labels stand from best to worst.
            (Ok(Value::Label(before)), Ok(Value::Label(after))) => self.kind == Kind::Grade && after < before,
            _ => false,
        }
    }

    /// Whether it could be reached where this is what can be.
    fn could_be_reached(self, before: &Evaluation, possible: &Possible) -> bool {
        match (before.value(self.slot), &possible.domain) {
            (Ok(Value::Number(before)), Some(Domain::Numbers(numbers))) => *before < numbers.hi(),
            (Ok(Value::Label(before)), Some(Domain::Labels(labels))) => {
                labels.first().is_some_and(|best| best < before)
            }
            (_, domain) => domain.is_some(),
        }
    }
}
