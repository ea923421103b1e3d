use super::evaluation::all;
use super::expression::{self, Scope};
use super::{Evaluation, FaultKind, Stop, Trace, pay, scale, table};
use crate::ir::{Field, Gate, Policy, SlotId, Step, Value};

/// What the steps before have found.
pub(super) struct Known<'a> {
    policy: &'a Policy,
    values: Vec<Result<Value, Stop>>,
    /// For each slot, whether its value was given.
    given: Vec<bool>,
}

/// A trace and a value for each output, in order.
pub(super) type Answer = Result<(Trace, Vec<Result<Value, Stop>>), Stop>;

/// Evaluates a record: one value a field, in order, [`Value::Missing`] where it is absent.
pub fn evaluate(policy: &Policy, fields: &[Value]) -> Evaluation {
    perform_all(Known::new(policy, fields.iter().enumerate().map(|(at, value)| (SlotId(at), value))))
}

/// Evaluates what follows from some values. A given value replaces the definition of its slot; an
/// optional field that is not given is missing, one with a default has it, and whatever needs
/// another field is stopped.
pub fn evaluate_given(policy: &Policy, given: &[(SlotId, Value)]) -> Evaluation {
    perform_all(Known::new(policy, given.iter().map(|(slot, value)| (*slot, value))))
}

fn perform_all(mut known: Known) -> Evaluation {
    let traces = known.policy.steps.iter().map(|step| perform(&mut known, step)).collect();
    Evaluation { values: known.values, traces }
}

fn perform(known: &mut Known, step: &Step) -> Trace {
    let outputs = step.outputs();
    if outputs.iter().all(|slot| known.is_given(*slot)) {
        return Trace::Given;
    }
    let scope = known.scope();
    let answer = match step {
        Step::Value(step) => {
            expression::value(scope, &step.value).map(|value| (Trace::Value(value.clone()), vec![Ok(value)]))
        }
        Step::Table(step) => table::answer(scope, step),
        Step::Scale(step) => scale::marginal(scope, step),
        Step::Gate(step) => gate(scope, step),
        Step::Pay(step) => return pay::block(known, step),
    };
    match answer {
        Ok((trace, values)) => {
            outputs.into_iter().zip(values).for_each(|(slot, value)| known.define(slot, value));
            trace
        }
        Err(stop) => {
            outputs.into_iter().for_each(|slot| known.define(slot, Err(stop.clone())));
            Trace::Stopped(stop)
        }
    }
}

/// A gate holds where all of its conditions do.
fn gate(scope: Scope, gate: &Gate) -> Answer {
    let holds = all(gate.conditions.iter().map(|condition| expression::truth(scope, &condition.value)))?;
    let failed: Vec<usize> = holds.iter().enumerate().filter(|(_, holds)| !**holds).map(|(at, _)| at).collect();
    let open = Value::Bool(failed.is_empty());
    Ok((Trace::Gate(failed), vec![Ok(open)]))
}

impl<'a> Known<'a> {
    fn new<'v>(policy: &'a Policy, values: impl Iterator<Item = (SlotId, &'v Value)>) -> Known<'a> {
        let fields = policy.fields.iter().enumerate().map(|(at, field)| absent(SlotId(at), field));
        let unknown = policy.slots.iter().map(|slot| Err(Stop::fault(FaultKind::Invalid, slot.span)));
        let mut known = Known {
            policy,
            values: fields.chain(unknown.skip(policy.fields.len())).collect(),
            given: vec![false; policy.slots.len()],
        };
        for (slot, value) in values {
            if let (Some(known), Some(given)) = (known.values.get_mut(slot.0), known.given.get_mut(slot.0)) {
                (*known, *given) = (admitted(policy, slot, value), true);
            }
        }
        known
    }

    /// What an expression can name.
    pub fn scope(&self) -> Scope<'_> {
        Scope { policy: self.policy, values: &self.values }
    }

    /// Whether a test gave this value.
    pub fn is_given(&self, slot: SlotId) -> bool {
        self.given.get(slot.0).copied().unwrap_or(false)
    }

    /// Keeps what was found of a slot, unless its value was given.
    pub fn define(&mut self, slot: SlotId, found: Result<Value, Stop>) {
        if self.is_given(slot) {
            return;
        }
        if let Some(value) = self.values.get_mut(slot.0) {
            *value = found;
        }
    }
}

/// What a field is that was not given.
fn absent(slot: SlotId, field: &Field) -> Result<Value, Stop> {
    match &field.default {
        Some(default) => Ok(default.clone()),
        None if field.optional => Ok(Value::Missing),
        None => Err(Stop::NotGiven(vec![slot])),
    }
}

/// A given value; an absent field has its default, and one that is required must be there.
fn admitted(policy: &Policy, slot: SlotId, given: &Value) -> Result<Value, Stop> {
    match policy.fields.get(slot.0) {
        Some(field) if *given == Value::Missing => {
            absent(slot, field).or(Err(Stop::fault(FaultKind::Missing, field.span)))
        }
        _ => Ok(given.clone()),
    }
}
