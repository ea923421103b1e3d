//! What a result says beside its values: gates that failed, bounds that acted, items that do not count.

use crate::eval::{BoundedAmount, Evaluation, Trace};
use crate::ir::{Condition, Item, Pay, Policy, SlotId, Step, Value};

/// A bound of a pay block that acted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundNote {
    /// The line, or the sum.
    pub slot: SlotId,
    /// The amount, before and after, and the bound.
    pub bounded: BoundedAmount,
}

/// The conditions that failed of the gate whose truth value `slot` is; none where it holds, was
/// given, or is no gate.
pub fn failed_conditions<'p>(policy: &'p Policy, evaluation: &Evaluation, slot: SlotId) -> Vec<&'p Condition> {
    let at = policy.step_of(slot);
    match (at.and_then(|at| policy.steps.get(at)), at.and_then(|at| evaluation.trace(at))) {
        (Some(Step::Gate(gate)), Some(Trace::Gate(failed))) => {
            failed.iter().filter_map(|at| gate.conditions.get(*at)).collect()
        }
        _ => vec![],
    }
}

/// Every bound of a pay block that acted, in order.
pub fn bounds(policy: &Policy, evaluation: &Evaluation) -> Vec<BoundNote> {
    let amounts = policy.steps.iter().enumerate().filter_map(|(at, step)| match (step, evaluation.trace(at)) {
        (Step::Pay(pay), Some(Trace::Pay { lines, sum })) => Some(amounts(pay, lines, sum)),
        _ => None,
    });
    amounts.flatten().filter(|note| note.bounded.acted.is_some()).collect()
}

/// The items that the record is exempt from, in order.
pub fn exempt_items<'p>(policy: &'p Policy, evaluation: &Evaluation) -> Vec<&'p Item> {
    let exempt = |item: &&Item| evaluation.value(item.points) == Ok(&Value::Missing);
    policy.items.iter().filter(exempt).collect()
}

fn amounts(pay: &Pay, lines: &[Option<BoundedAmount>], sum: &Option<BoundedAmount>) -> Vec<BoundNote> {
    let slots = pay.lines.iter().map(|line| line.slot).chain([pay.slot]);
    let amounts = slots.zip(lines.iter().chain([sum]));
    amounts.filter_map(|(slot, amount)| Some(BoundNote { slot, bounded: amount.clone()? })).collect()
}
