//! Steps of a policy done again and again for other values, in one place: for whoever tries many records.

use super::Stop;
use super::expression::value;
use super::related::Related;
use super::step::{Known, perform};
use crate::ir::{Expr, Policy, SlotId, Value};

/// A record whose values are put and found again and again.
pub struct Stepper<'p> {
    policy: &'p Policy,
    known: Known<'p>,
}

impl<'p> Stepper<'p> {
    /// A record of which nothing is given.
    pub fn of(policy: &'p Policy) -> Self {
        Stepper { policy, known: Known::of_record(policy, std::iter::empty(), Related::NONE) }
    }

    /// Takes a value of a slot, until a step finds another.
    pub fn put(&mut self, slot: SlotId, value: &Value) {
        self.known.put(slot, value);
    }

    /// Does steps, none over several records, by their places.
    pub fn perform(&mut self, steps: &[usize]) {
        for step in steps.iter().filter_map(|at| self.policy.steps.get(*at)) {
            perform(&mut self.known, step, ());
        }
    }

    /// The value of a slot, where it has one.
    pub fn value(&self, slot: SlotId) -> Option<&Value> {
        self.known.scope(()).get(slot)?.as_ref().ok()
    }

    /// What an expression is.
    pub fn of_expr(&self, expr: &Expr) -> Result<Value, Stop> {
        value(self.known.scope(()), expr)
    }
}
