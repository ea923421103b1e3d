//! The records that are tried for one value: the inputs it is found from, and the steps that find it.

use std::cell::Cell;
use std::collections::BTreeSet;

use num_bigint::BigInt;

use crate::analysis::{Lineage, Marks, joins, marks};
use crate::eval::{Evaluation, Trace, evaluate_steps};
use crate::ir::{Expr, Policy, Role, Slot, SlotId, Value};
use crate::quantity::{Number, Numbers};

/// As many records are evaluated for a promise at most.
pub(crate) const BUDGET: usize = 20_000;
/// Of these, so many to find where the policy does something else between two values.
const FOR_EDGES: usize = BUDGET / 4;

/// All records that differ in what one value is found from.
pub(crate) struct World<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The places of the steps that matter.
    steps: Vec<usize>,
    /// What the value is found from.
    pub inputs: Vec<Input>,
    spent: Cell<usize>,
}

/// Something that is read of a record, and values of it to try.
pub(crate) struct Input {
    /// What is read.
    pub slot: SlotId,
    /// The values.
    pub marks: Marks,
}

/// What a policy did, as far as it goes one way or another: two records of which it is the same went the same way.
pub(crate) type Way = Vec<usize>;

impl<'a> World<'a> {
    /// What a slot's value is found from; `None` where that is not one record alone.
    pub fn of(policy: &'a Policy, lineage: &Lineage, slot: SlotId) -> Option<Self> {
        let origins = lineage.origins(slot);
        if origins.joint {
            return None;
        }
        let steps = || origins.steps.iter().filter_map(|at| policy.steps.get(*at));
        let input = |slot: &SlotId| Input { slot: *slot, marks: marks(policy, *slot, steps()) };
        let inputs: Vec<Input> = origins.inputs.iter().map(input).collect();
        if inputs.iter().any(|input| input.marks.values.is_empty()) {
            return None;
        }
        Some(World::found(policy, origins.steps.into_iter().collect(), inputs))
    }

    /// All records of a policy. What is found over several records or periods counts as read.
    pub fn whole(policy: &'a Policy) -> Self {
        let read = |slot: &Slot| matches!(slot.role, Role::Field | Role::Lookup | Role::Joint);
        let slots = policy.slots.iter().enumerate().filter(|(_, slot)| read(slot)).map(|(at, _)| SlotId(at));
        let inputs = slots.map(|slot| Input { slot, marks: marks(policy, slot, policy.steps.iter()) });
        let inputs = inputs.filter(|input| !input.marks.values.is_empty()).collect();
        let steps = policy.steps.iter().enumerate().filter(|(_, step)| !step.is_joint());
        World::found(policy, steps.map(|(at, _)| at).collect(), inputs)
    }

    /// All records that differ in what some values are found from. What is found over several records or periods counts
    /// as read.
    pub fn towards(policy: &'a Policy, slots: &[SlotId]) -> Self {
        let (mut steps, mut read, mut open) = (BTreeSet::new(), BTreeSet::new(), slots.to_vec());
        while let Some(slot) = open.pop() {
            let at = policy.step_of(slot);
            match at.and_then(|at| Some((at, policy.steps.get(at).filter(|step| !step.is_joint())?))) {
                Some((at, step)) if steps.insert(at) => {
                    let lines = step.outputs().into_iter().filter(|own| *own != slot);
                    open.extend(step.expressions().into_iter().flat_map(Expr::slots).chain(lines));
                }
                Some(_) => {}
                None if policy.slot(slot).is_some_and(|slot| slot.role != Role::Details) => drop(read.insert(slot)),
                None => {}
            }
        }
        let needed = || steps.iter().filter_map(|at| policy.steps.get(*at));
        let inputs = read.iter().map(|slot| Input { slot: *slot, marks: marks(policy, *slot, needed()) });
        let inputs = inputs.filter(|input| !input.marks.values.is_empty()).collect();
        World::found(policy, steps.into_iter().collect(), inputs)
    }

    fn found(policy: &'a Policy, steps: Vec<usize>, inputs: Vec<Input>) -> Self {
        let mut world = World { policy, steps, inputs, spent: Cell::new(0) };
        world.find_edges();
        world
    }

    /// Whether a field plays a part.
    pub fn reads(&self, field: SlotId) -> bool {
        self.inputs.iter().any(|input| input.slot == field)
    }

    /// Whether rows of a lookup are found by a field.
    pub fn joins(&self, field: SlotId) -> bool {
        self.policy.relations.iter().any(|relation| joins(relation, field))
    }

    /// Whether enough was tried.
    pub fn is_exhausted(&self) -> bool {
        self.spent.get() >= BUDGET
    }

    /// Evaluates a record.
    pub fn evaluate(&self, record: &[Value]) -> Evaluation {
        self.spent.set(self.spent.get() + 1);
        let given: Vec<(SlotId, Value)> =
            self.inputs.iter().map(|input| input.slot).zip(record.iter().cloned()).collect();
        evaluate_steps(self.policy, &given, &self.steps)
    }

    /// How many records the values to try make, where that can be said.
    pub fn count(&self) -> Option<usize> {
        self.inputs.iter().try_fold(1_usize, |count, input| count.checked_mul(input.marks.values.len()))
    }

    /// The same where they can all be tried.
    pub fn few(&self) -> Option<usize> {
        self.count().filter(|count| *count <= BUDGET)
    }

    /// Whether the values to try are all there are.
    pub fn is_complete(&self) -> bool {
        self.inputs.iter().all(|input| input.marks.complete)
    }

    /// The record of that number among all that the values to try make.
    pub fn record(&self, mut number: usize) -> Vec<Value> {
        let mut record = vec![];
        for input in &self.inputs {
            let count = input.marks.values.len().max(1);
            record.push(input.marks.values.get(number % count).cloned().unwrap_or(Value::Missing));
            number /= count;
        }
        record
    }

    /// A record without system, another for each number, yet always the same for one.
    pub fn scattered(&self, number: usize) -> Vec<Value> {
        let mut state = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let each = self.inputs.iter().map(|input| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let count = input.marks.values.len().max(1) as u64;
            let at = usize::try_from((state >> 33) % count).unwrap_or(0);
            input.marks.values.get(at).cloned().unwrap_or(Value::Missing)
        });
        each.collect()
    }

    /// Records without system, until enough was tried.
    pub fn scattered_all(&self) -> impl Iterator<Item = Vec<Value>> {
        (0..BUDGET).map(|number| self.scattered(number)).take_while(|_| !self.is_exhausted())
    }

    /// What a slot is in a record, as inputs and values.
    pub fn named(&self, record: &[Value]) -> Vec<(SlotId, Value)> {
        self.inputs.iter().map(|input| input.slot).zip(record.iter().cloned()).collect()
    }

    /// The way of a record.
    pub fn way(&self, evaluation: &Evaluation) -> Way {
        self.steps.iter().filter_map(|at| evaluation.trace(*at)).map(turn).collect()
    }

    /// Adds to the values of each number those between two of them where the policy begins to go another way.
    fn find_edges(&mut self) {
        for number in 0..3 {
            let base = self.scattered(number);
            for at in 0..self.inputs.len() {
                let edges = self.edges(&base, at);
                let Some(input) = self.inputs.get_mut(at) else { continue };
                for edge in edges.into_iter().map(Value::Number) {
                    if !input.marks.values.contains(&edge) {
                        input.marks.values.push(edge);
                    }
                }
                if self.spent.get() > FOR_EDGES {
                    self.spent.set(0);
                    return;
                }
            }
        }
        self.spent.set(0);
    }

    fn edges(&self, base: &[Value], at: usize) -> BTreeSet<Number> {
        let mut found = BTreeSet::new();
        let Some(input) = self.inputs.get(at).filter(|input| !input.marks.complete) else { return found };
        let mut values: Vec<&Number> = input.marks.values.iter().filter_map(Value::number).collect();
        values.sort_unstable();
        let pairs = values.iter().zip(values.iter().skip(1)).take_while(|_| self.spent.get() <= FOR_EDGES);
        for (lo, hi) in pairs {
            if let Some((below, above)) = self.turn_between(base, at, lo, hi)
                && (&below, &above) != (*lo, *hi)
            {
                found.extend([below, above]);
            }
        }
        found
    }

    /// Two neighbouring values of an input between which the policy goes another way, where its ways differ at `lo`
    /// and `hi`.
    pub fn turn_between(&self, base: &[Value], at: usize, lo: &Number, hi: &Number) -> Option<(Number, Number)> {
        let slot = self.inputs.get(at).map(|input| input.slot)?;
        let numbers = self.policy.slot(slot)?.domain.numbers()?;
        let way = |value: &Number| self.way(&self.evaluate(&with(base, at, Value::Number(value.clone()))));
        let first = way(lo);
        if first == way(hi) {
            return None;
        }
        let (mut below, mut above) = (lo.clone(), hi.clone());
        while let Some(middle) = between(numbers, &below, &above) {
            if way(&middle) == first {
                below = middle;
            } else {
                above = middle;
            }
        }
        Some((below, above))
    }
}

/// The value half-way between two; `None` where they are neighbours.
pub(crate) fn between(numbers: &Numbers, lo: &Number, hi: &Number) -> Option<Number> {
    let step = numbers.step();
    let half: BigInt = (hi - lo).index(&step)? / 2;
    (half > BigInt::ZERO).then(|| lo + &(Number::from(half) * step))
}

/// A record with another value in one place.
pub(crate) fn with(record: &[Value], at: usize, value: Value) -> Vec<Value> {
    let mut changed = record.to_vec();
    changed.get_mut(at).into_iter().for_each(|place| *place = value.clone());
    changed
}

/// The way that a step took, as a number.
fn turn(trace: &Trace) -> usize {
    match trace {
        Trace::Row(row) => row.row,
        Trace::Slices(slices) => slices.len(),
        Trace::Gate(failed) => failed.iter().fold(failed.len(), |sum, at| sum.wrapping_mul(31).wrapping_add(*at)),
        Trace::Value(Value::Bool(is)) => usize::from(*is),
        Trace::Value(Value::Label(label)) => *label,
        Trace::Pay { lines, sum } => {
            let acted = lines
                .iter()
                .chain([sum])
                .map(|amount| usize::from(amount.as_ref().is_some_and(|it| it.acted.is_some())));
            acted.fold(0, |bits, acted| bits.wrapping_mul(2).wrapping_add(acted))
        }
        Trace::Value(_) | Trace::Given | Trace::Stopped(_) | Trace::Joint { .. } => 0,
    }
}
