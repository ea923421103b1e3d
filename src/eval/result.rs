//! What a result says beside its values, as data.

use super::{BoundedAmount, Evaluation, Trace};
use crate::ir::{Condition, Gate, Pay, Policy, SlotId, Step};

/// A bound of a pay block that acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

fn conditions<'a>(gate: &'a Gate, failed: &[usize]) -> Vec<&'a Condition> {
    failed.iter().filter_map(|at| gate.conditions.get(*at)).collect()
}

fn amounts(pay: &Pay, lines: &[Option<BoundedAmount>], sum: &Option<BoundedAmount>) -> Vec<Note> {
    let slots = pay.lines.iter().map(|line| line.slot).chain([pay.slot]);
    let amounts = slots.zip(lines.iter().chain([sum]));
    amounts.filter_map(|(slot, amount)| Some(Note { slot, bounded: (*amount)? })).collect()
}
