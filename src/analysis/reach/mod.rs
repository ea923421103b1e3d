//! What every value of a policy can be where what it is read from lies in a box: each field an interval with its step, a
//! set of labels, one value, missing. Nothing that an evaluation gives lies outside; where one input alone varies little
//! more lies inside.
//!
//! It is the evaluation on sets in the place of values. What the checks know of an expression wherever it is evaluated,
//! its domain, cuts what is found here.

mod expression;
mod many;
mod numbers;
mod possible;
mod step;
mod table;
mod truth;

pub use possible::Possible;

use crate::ir::{Expr, Policy, Relation, RelationId, SlotId, Step};

/// What stands around a record: other records, rows, earlier periods.
pub trait Around {
    /// What a step over several records, rows or periods can find, by its place. `None` where nothing is known.
    fn joint(&self, step: usize, reach: &Reach) -> Option<Possible>;

    /// The rows of a relation that belong to the record, each with what the slots of a row can be. `None` where they are
    /// not known.
    fn rows(&self, relation: RelationId) -> Option<&[Vec<Possible>]>;
}

/// Nothing is known of what stands around.
impl Around for () {
    fn joint(&self, _: usize, _: &Reach) -> Option<Possible> {
        None
    }

    fn rows(&self, _: RelationId) -> Option<&[Vec<Possible>]> {
        None
    }
}

/// What the slots of a policy can be.
#[derive(Clone)]
pub struct Reach<'p> {
    policy: &'p Policy,
    around: &'p dyn Around,
    slots: Vec<Possible>,
}

impl<'p> Reach<'p> {
    /// A policy of whose inputs nothing is known but their domains.
    pub fn new(policy: &'p Policy, around: &'p dyn Around) -> Self {
        Reach { policy, around, slots: policy.slots.iter().map(Possible::of_slot).collect() }
    }

    /// What a slot can be.
    pub fn get(&self, slot: SlotId) -> &Possible {
        self.slots.get(slot.0).unwrap_or(Possible::NOTHING)
    }

    /// Says what a slot can be: an input, or what was found of it in another way.
    pub fn set(&mut self, slot: SlotId, possible: Possible) {
        if let Some(place) = self.slots.get_mut(slot.0) {
            *place = possible;
        }
    }

    /// Goes through steps of the policy, given by their places in it, in order.
    pub fn go(&mut self, steps: impl IntoIterator<Item = usize>) {
        for at in steps {
            if let Some(step) = self.policy.steps.get(at) {
                step::perform(self, at, step);
            }
        }
    }

    /// Goes through all steps.
    pub fn go_all(&mut self) {
        self.go(0..self.policy.steps.len());
    }

    /// What an expression can be.
    pub fn of(&self, expr: &Expr) -> Possible {
        expression::possible(Scope::of(self), expr)
    }
}

/// What every slot can be where these inputs are what is said, and all others anything that they can be. Inputs are
/// fields of the record and of lookups, and what is found over several records.
pub fn reach(policy: &Policy, inputs: impl IntoIterator<Item = (SlotId, Possible)>) -> Vec<Possible> {
    let mut reach = Reach::new(policy, &());
    let mut given = vec![];
    for (slot, possible) in inputs {
        given.push(slot);
        reach.set(slot, possible);
    }
    let is_given = |step: &Step| step.outputs().iter().all(|slot| given.contains(slot));
    let steps = policy.steps.iter().enumerate().filter(|(_, step)| !is_given(step)).map(|(at, _)| at);
    reach.go(steps.collect::<Vec<_>>());
    reach.slots
}

/// What an expression can name: the slots, some of them narrowed by what holds where it stands, a row at hand.
#[derive(Clone, Copy)]
struct Scope<'a> {
    reach: &'a Reach<'a>,
    row: Option<(&'a Relation, &'a [Possible])>,
    /// What is known besides of single slots, the innermost first.
    known: Option<&'a Known<'a>>,
}

/// What is known of a slot where something holds.
struct Known<'a> {
    slot: SlotId,
    possible: Possible,
    around: Option<&'a Known<'a>>,
}

impl<'a> Scope<'a> {
    fn of(reach: &'a Reach<'a>) -> Self {
        Scope { reach, row: None, known: None }
    }

    /// What a slot can be here.
    fn get(self, slot: SlotId) -> &'a Possible {
        let mut known = self.known;
        while let Some(one) = known {
            if one.slot == slot {
                return &one.possible;
            }
            known = one.around;
        }
        let of_row = self.row.and_then(|(relation, row)| relation.value(row, slot));
        of_row.unwrap_or_else(|| self.reach.get(slot))
    }

    /// Looks at something where more is known of some slots.
    fn under<T>(self, known: Vec<(SlotId, Possible)>, look: impl FnOnce(Scope) -> T) -> T {
        let mut known = known;
        match known.pop() {
            None => look(self),
            Some((slot, possible)) => {
                let one = Known { slot, possible, around: self.known };
                // The innermost names the scope around by its own, shorter life.
                Scope { known: Some(&one), ..self }.under(known, look)
            }
        }
    }
}
