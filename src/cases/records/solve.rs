//! Records in which something has a value that is wanted, found along one field at a time.

use super::Given;
use crate::analysis::{Lineage, Origins, marks};
use crate::eval::evaluate_steps;
use crate::ir::{Expr, Policy, Role, SlotId, Value};
use crate::quantity::{Domain, Number, Numbers};

/// Finds records.
pub(super) struct Solver<'p> {
    policy: &'p Policy,
    lineage: Lineage<'p>,
    /// The record from which all are found: as the first test has it, else values that the policy names.
    pub base: Given,
    /// For each field the numbers to try, in order.
    along: Vec<Vec<Number>>,
}

impl<'p> Solver<'p> {
    /// The solver of a policy.
    pub fn of(policy: &'p Policy) -> Self {
        let read = policy.read_slots();
        let tested = |slot: SlotId| {
            let given = policy.tests.first().into_iter().flat_map(|test| &test.given);
            given
                .into_iter()
                .find(|given| given.slot == slot && given.value != Value::Missing)
                .map(|it| it.value.clone())
        };
        let joined: Vec<SlotId> = policy.relations.iter().flat_map(|of| &of.join).map(|(_, own)| *own).collect();
        let (mut base, mut along) = (vec![], vec![]);
        for (at, slot) in policy.slots.iter().enumerate() {
            let id = SlotId(at);
            let asked = matches!(slot.role, Role::Field | Role::Lookup) && read.contains(&id) && !joined.contains(&id);
            let marks = if asked { marks(policy, id, policy.steps.iter()).values } else { vec![] };
            let mut numbers: Vec<Number> = marks.iter().filter_map(Value::number).cloned().collect();
            numbers.sort_unstable();
            along.push(numbers);
            let there = marks.into_iter().find(|value| *value != Value::Missing);
            base.extend(tested(id).or(there).filter(|_| asked).map(|value| (id, value)));
        }
        Solver { policy, lineage: Lineage::of(policy), base, along }
    }

    /// The record with an expression of that value.
    pub fn with(&self, given: &Given, expr: &Expr, value: &Value) -> Option<Given> {
        if let Some(slot) = expr.slot() {
            return self.at(given, slot, value);
        }
        let mut origins = Origins::default();
        for slot in expr.slots() {
            let own = self.lineage.origins(slot);
            origins.steps.extend(own.steps);
            origins.inputs.extend(own.inputs);
            origins.joint |= own.joint;
        }
        let found = |given: &Given, steps: &[usize]| {
            let evaluation = evaluate_steps(self.policy, given, steps);
            evaluation.would_be(self.policy, expr).ok()
        };
        self.along(given, &origins, value, &found)
    }

    /// The record with a slot of that value: by the fields that it is found from or, of a metric, as it is given.
    pub fn at(&self, given: &Given, slot: SlotId, value: &Value) -> Option<Given> {
        let role = self.policy.slot(slot)?.role;
        if matches!(role, Role::Field | Role::Lookup) {
            return Some(put(given, slot, value));
        }
        let origins = self.lineage.origins(slot);
        let found =
            |given: &Given, steps: &[usize]| evaluate_steps(self.policy, given, steps).value(slot).ok().cloned();
        let solved = self.along(given, &origins, value, &found);
        solved.or_else(|| (role == Role::Metric && *value != Value::Missing).then(|| put(given, slot, value)))
    }

    fn along(
        &self,
        given: &Given,
        origins: &Origins,
        wanted: &Value,
        found: &dyn Fn(&Given, &[usize]) -> Option<Value>,
    ) -> Option<Given> {
        let steps: Vec<usize> = origins.steps.iter().copied().collect();
        if origins.joint {
            return None;
        }
        if found(given, &steps).as_ref() == Some(wanted) {
            return Some(given.clone());
        }
        // A slot that is given is no field to go along, nor is what is found from it another.
        origins.inputs.iter().find_map(|field| {
            let domain = &self.policy.slot(*field)?.domain;
            match domain {
                Domain::Numbers(numbers) => {
                    self.by_number(given, (*field, numbers), wanted, &|given| found(given, &steps))
                }
                Domain::Labels(_) | Domain::Bool { .. } => {
                    let values = marks(self.policy, *field, self.policy.steps.iter()).values;
                    let each = values.into_iter().map(|value| put(given, *field, &value));
                    each.into_iter().find(|given| found(given, &steps).as_ref() == Some(wanted))
                }
                _ => None,
            }
        })
    }

    /// Goes along a field: between two of its values between which the wanted one lies, by halves.
    fn by_number(
        &self,
        given: &Given,
        (field, numbers): (SlotId, &Numbers),
        wanted: &Value,
        found: &dyn Fn(&Given) -> Option<Value>,
    ) -> Option<Given> {
        let at = |number: &Number| put(given, field, &Value::Number(number.clone()));
        let mut before: Option<(Number, Value)> = None;
        for number in self.along.get(field.0)? {
            let here = at(number);
            let Some(value) = found(&here) else { continue };
            if value == *wanted {
                return Some(here);
            }
            if let Some((from, was)) = &before {
                let between = (was < wanted && *wanted < value) || (value < *wanted && wanted < was);
                let rising = *was < value;
                if between
                    && let Some(given) = halves((from.clone(), number.clone()), numbers, |middle| {
                        let here = at(middle);
                        let value = found(&here)?;
                        Some((value.cmp(wanted), rising, here))
                    })
                {
                    return Some(given);
                }
            }
            before = Some((number.clone(), value));
        }
        None
    }
}

/// The record at which what is looked at is neither too little nor too much.
fn halves(
    (mut from, mut to): (Number, Number),
    numbers: &Numbers,
    look: impl Fn(&Number) -> Option<(std::cmp::Ordering, bool, Given)>,
) -> Option<Given> {
    let step = numbers.step();
    while let Some(half) = (&to - &from).index(&step).map(|steps| steps / 2u32).filter(|half| *half > 0u32.into()) {
        let middle = &from + &(Number::from(half) * &step);
        let (order, rising, given) = look(&middle)?;
        match order {
            std::cmp::Ordering::Equal => return Some(given),
            order if (order == std::cmp::Ordering::Less) == rising => from = middle,
            _ => to = middle,
        }
    }
    None
}

/// A record with another value of a slot.
pub(super) fn put(given: &Given, slot: SlotId, value: &Value) -> Given {
    let others = given.iter().filter(|(known, _)| *known != slot).cloned();
    others.chain([(slot, value.clone())]).collect()
}
