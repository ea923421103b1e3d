//! One step of a policy for one record, and what is known of the record before it.
use super::evaluation::all;
use super::expression::{self, Scope, Window};
use super::observer::Observer;
use super::related::Related;
use super::{FaultKind, Stop, Trace, pay, scale, table};
use crate::ir::{Field, Gate, Policy, Relation, RelationKind, SlotId, Step, Value};

/// What the steps before have found.
pub(super) struct Known<'a> {
    policy: &'a Policy,
    /// The first slot that is known.
    first: usize,
    values: Vec<Result<Value, Stop>>,
    /// For each slot, whether its value was given.
    given: Vec<bool>,
    /// The rows that belong to the record.
    related: Related<'a>,
}

/// A trace and a value for each output, in order.
pub(super) type Answer = Result<(Trace, Vec<Result<Value, Stop>>), Stop>;

/// Does all steps, and tells how each found its values. What is found over several records is asked for by the
/// index of its step.
pub(super) fn perform_all<O: Observer>(known: &mut Known, joint: impl Fn(usize) -> Trace, observer: O) -> Vec<Trace> {
    let steps = known.policy.steps.iter().enumerate();
    let traces = steps.map(|(at, step)| match step.is_joint() {
        true => take(known, step, joint(at)),
        false => perform(known, step, observer),
    });
    traces.collect()
}

/// Does some of the steps, by their places; what the others find is not known.
pub(super) fn perform_some(known: &mut Known, steps: &[usize]) -> Vec<Trace> {
    let undone = Trace::Stopped(Stop::fault(FaultKind::Invalid, crate::source::Span::default()));
    let mut traces = vec![undone; known.policy.steps.len()];
    for at in steps {
        if let Some((step, trace)) = known.policy.steps.get(*at).zip(traces.get_mut(*at)) {
            *trace = perform(known, step, ());
        }
    }
    traces
}

/// Takes what was found over several records.
pub(super) fn take(known: &mut Known, step: &Step, found: Trace) -> Trace {
    let outputs = step.outputs();
    if outputs.iter().all(|slot| known.is_given(*slot)) {
        return Trace::Given;
    }
    for slot in outputs {
        let value = match &found {
            Trace::Joint { value, .. } => Ok(value.clone()),
            Trace::Stopped(stop) => Err(stop.clone()),
            _ => Err(Stop::fault(FaultKind::Invalid, crate::source::Span::default())),
        };
        known.define(slot, value);
    }
    found
}

/// Does one step, which is about this record alone.
#[deny(clippy::wildcard_enum_match_arm)]
pub(super) fn perform<O: Observer>(known: &mut Known, step: &Step, observer: O) -> Trace {
    let outputs = step.outputs();
    if outputs.iter().all(|slot| known.is_given(*slot)) {
        return Trace::Given;
    }
    let scope = known.scope(observer);
    let answer = match step {
        Step::Value(step) => {
            expression::value(scope, &step.value).map(|value| (Trace::Value(value.clone()), vec![Ok(value)]))
        }
        Step::Table(step) => table::answer(scope, step),
        Step::Scale(step) => scale::marginal(scope, step),
        Step::Gate(step) => gate(scope, step),
        Step::Pay(step) => return pay::block(known, step, observer),
        Step::Cohort(_) | Step::OverRows(_) | Step::History(_) => {
            Err(Stop::fault(FaultKind::Invalid, crate::source::Span::default()))
        }
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
fn gate<O: Observer>(scope: Scope<O>, gate: &Gate) -> Answer {
    let holds = all(gate.conditions.iter().map(|condition| expression::truth(scope, &condition.value)))?;
    let failed: Vec<usize> = holds.iter().enumerate().filter(|(_, holds)| !**holds).map(|(at, _)| at).collect();
    let open = Value::Bool(failed.is_empty());
    Ok((Trace::Gate(failed), vec![Ok(open)]))
}

impl<'a> Known<'a> {
    /// What is known of a record at first: the given values, then the rows of its lookups.
    pub fn of_record<'v>(
        policy: &'a Policy,
        given: impl Iterator<Item = (SlotId, &'v Value)>,
        related: Related<'a>,
    ) -> Known<'a> {
        let mut known = Known {
            policy,
            first: 0,
            values: policy.slots.iter().map(|slot| Err(Stop::fault(FaultKind::Invalid, slot.span))).collect(),
            given: vec![false; policy.slots.len()],
            related,
        };
        known.absent(0, &policy.fields);
        for relation in &policy.relations {
            // Rows of details have values only one at a time.
            relation.slots.clone().for_each(|slot| known.set(SlotId(slot), Ok(Value::Missing)));
            if relation.kind == RelationKind::Lookup {
                known.absent(relation.slots.start, &relation.fields);
            }
        }
        known.give(given);
        // A row that is absent has the key by which it was looked for.
        let lookups = policy.relations.iter().filter(|relation| relation.kind == RelationKind::Lookup);
        for (ours, own) in lookups.flat_map(|relation| &relation.join) {
            let key = known.values.get(ours.0).cloned();
            key.into_iter().for_each(|key| known.define(*own, key));
        }
        related.looked_up(policy).for_each(|(slot, value)| known.define(slot, value.clone()));
        known
    }

    /// What was known of a record in the end, to go through some steps again.
    pub fn again(policy: &'a Policy, values: Vec<Result<Value, Stop>>, related: Related<'a>) -> Known<'a> {
        Known { policy, first: 0, given: vec![false; values.len()], values, related }
    }

    /// What is known of a row at first.
    pub fn of_row(policy: &'a Policy, relation: &Relation, given: &[(SlotId, Value)]) -> Known<'a> {
        let mut known = Known {
            policy,
            first: relation.slots.start,
            values: relation.slots.clone().map(|slot| unknown(policy, relation, SlotId(slot))).collect(),
            given: vec![false; relation.slots.len()],
            related: Related::NONE,
        };
        known.absent(relation.slots.start, &relation.fields);
        known.give(given.iter().map(|(slot, value)| (*slot, value)));
        known
    }

    /// What fields are that are not given.
    fn absent(&mut self, first: usize, fields: &[Field]) {
        for (slot, field) in (first..).map(SlotId).zip(fields) {
            self.set(slot, absent(slot, field));
        }
    }

    /// Takes values, which take the place of what is known.
    pub fn give<'v>(&mut self, values: impl Iterator<Item = (SlotId, &'v Value)>) {
        for (slot, value) in values {
            self.set(slot, admitted(self.policy, slot, value));
            if let Some(given) = slot.0.checked_sub(self.first).and_then(|at| self.given.get_mut(at)) {
                *given = true;
            }
        }
    }

    /// Takes a value as if it was given, until another is found.
    pub fn put(&mut self, slot: SlotId, value: &Value) {
        self.set(slot, admitted(self.policy, slot, value));
    }

    /// Takes a value for not known, whatever it would come to.
    pub fn hide(&mut self, slot: SlotId) {
        self.set(slot, Err(Stop::NotGiven(vec![slot])));
        slot.0
            .checked_sub(self.first)
            .and_then(|at| self.given.get_mut(at))
            .into_iter()
            .for_each(|given| *given = true);
    }

    fn set(&mut self, slot: SlotId, value: Result<Value, Stop>) {
        if let Some(known) = slot.0.checked_sub(self.first).and_then(|at| self.values.get_mut(at)) {
            *known = value;
        }
    }

    /// What an expression can name.
    pub fn scope<O>(&self, observer: O) -> Scope<'_, O> {
        let record = Window { first: self.first, values: &self.values };
        Scope { policy: self.policy, record, row: None, related: self.related, observer }
    }

    /// Whether this value was given.
    pub fn is_given(&self, slot: SlotId) -> bool {
        slot.0.checked_sub(self.first).and_then(|at| self.given.get(at)).copied().unwrap_or(false)
    }

    /// Keeps what was found of a slot, unless its value was given.
    pub fn define(&mut self, slot: SlotId, found: Result<Value, Stop>) {
        if !self.is_given(slot) {
            self.set(slot, found);
        }
    }

    /// What is known of each slot.
    pub fn into_values(self) -> Vec<Result<Value, Stop>> {
        self.values
    }
}

/// What a slot of a row is of which nothing is given: the result of a policy must be given, unless it can be missing.
fn unknown(policy: &Policy, relation: &Relation, slot: SlotId) -> Result<Value, Stop> {
    let optional = policy.slot(slot).is_none_or(|slot| slot.optional);
    if relation.policy.is_some() && !optional { Err(Stop::NotGiven(vec![slot])) } else { Ok(Value::Missing) }
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
    match policy.field(slot) {
        Some(field) if *given == Value::Missing => {
            absent(slot, field).or(Err(Stop::fault(FaultKind::Missing, field.span)))
        }
        _ => Ok(given.clone()),
    }
}
