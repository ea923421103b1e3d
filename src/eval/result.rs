//! What a result says beside its values, as data.

use super::{BoundedAmount, Evaluation, Trace};
use crate::ir::{Condition, Gate, Item, Pay, Policy, SlotId, Step, Value};

/// A bound of a pay block that acted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The line, or the sum.
    pub slot: SlotId,
    /// The amount, before and after, and the bound.
    pub bounded: BoundedAmount,
}

/// The conditions that failed of the gate whose truth value `slot` is; none where it holds, was
/// given, or is no gate.
pub fn failed_conditions<'a>(policy: &'a Policy, evaluation: &Evaluation, slot: SlotId) -> Vec<&'a Condition> {
    let steps = policy.steps.iter().zip(&evaluation.traces);
    let failed = steps.filter_map(|(step, trace)| match (step, trace) {
        (Step::Gate(gate), Trace::Gate(failed)) if gate.slot == slot => Some(conditions(gate, failed)),
        _ => None,
    });
    failed.flatten().collect()
}

/// Every bound of a pay block that acted, in order.
pub fn notes(policy: &Policy, evaluation: &Evaluation) -> Vec<Note> {
    let steps = policy.steps.iter().zip(&evaluation.traces);
    let amounts = steps.filter_map(|(step, trace)| match (step, trace) {
        (Step::Pay(pay), Trace::Pay { lines, sum }) => Some(amounts(pay, lines, sum)),
        _ => None,
    });
    amounts.flatten().filter(|note| note.bounded.acted.is_some()).collect()
}

/// The items that the record is exempt from, in order.
pub fn exempt_items<'a>(policy: &'a Policy, evaluation: &Evaluation) -> Vec<&'a Item> {
    let exempt = |item: &&Item| evaluation.value(item.points) == Ok(&Value::Missing);
    policy.items.iter().filter(exempt).collect()
}

/// The items that were left out of the quotient by which a slot comes about.
pub fn exempt_from<'a>(policy: &'a Policy, evaluation: &Evaluation, slot: SlotId) -> Vec<&'a Item> {
    let shares: Vec<SlotId> = policy.totals_of(slot).flat_map(|total| &total.items).map(|share| share.points).collect();
    exempt_items(policy, evaluation).into_iter().filter(|item| shares.contains(&item.points)).collect()
}

/// Something over several records, rows or periods by which a slot comes about.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    /// What it is.
    pub slot: SlotId,
    /// Its value.
    pub value: Value,
    /// Over how many it was found.
    pub members: usize,
    /// How many of them counted.
    pub counted: usize,
}

/// What a slot takes from several records, rows or periods.
pub fn joint(policy: &Policy, evaluation: &Evaluation, slot: SlotId) -> Vec<Joint> {
    let Some(step) = policy.step_of(slot).and_then(|at| policy.steps.get(at)) else { return vec![] };
    let mut read: Vec<SlotId> = step.expressions().into_iter().flat_map(|expr| expr.slots()).collect();
    read.sort_unstable();
    read.dedup();
    let found = read.into_iter().filter_map(|slot| match evaluation.trace(policy.step_of(slot)?)? {
        Trace::Joint { members, counted, value } => {
            Some(Joint { slot, value: value.clone(), members: *members, counted: *counted })
        }
        _ => None,
    });
    found.collect()
}

fn conditions<'a>(gate: &'a Gate, failed: &[usize]) -> Vec<&'a Condition> {
    failed.iter().filter_map(|at| gate.conditions.get(*at)).collect()
}

fn amounts(pay: &Pay, lines: &[Option<BoundedAmount>], sum: &Option<BoundedAmount>) -> Vec<Note> {
    let slots = pay.lines.iter().map(|line| line.slot).chain([pay.slot]);
    let amounts = slots.zip(lines.iter().chain([sum]));
    amounts.filter_map(|(slot, amount)| Some(Note { slot, bounded: amount.clone()? })).collect()
}
