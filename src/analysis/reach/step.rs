//! What one step can find.

use super::expression::possible;
use super::numbers::number;
use super::{Possible, Reach, Scope, table};
use crate::ir::{Bounds, Condition, Pay, Scale, SlotId, Step, Value};
use crate::quantity::{Number, Numbers};

/// Gives the slots of a step what they can be.
pub(super) fn perform(reach: &mut Reach, at: usize, step: &Step) {
    match step {
        Step::Value(step) => {
            let found = reach.of(&step.value);
            define(reach, step.slot, found);
        }
        Step::Table(table) => {
            let found = table::answers(Scope::of(reach), table);
            table.outputs.iter().zip(found).for_each(|(slot, found)| define(reach, *slot, found));
        }
        Step::Scale(scale) => {
            let found = marginal(Scope::of(reach), scale);
            define(reach, scale.output, found);
        }
        Step::Gate(gate) => {
            let found = all(Scope::of(reach), &gate.conditions);
            define(reach, gate.slot, found);
        }
        Step::Pay(pay) => block(reach, pay),
        Step::Cohort(_) | Step::OverRows(_) | Step::History(_) => {
            let found = reach.around.joint(at, reach);
            for slot in step.outputs() {
                let anything = reach.policy.slot(slot).map_or(Possible::MISSING, Possible::of_slot);
                define(reach, slot, found.clone().unwrap_or(anything));
            }
        }
    }
}

/// A slot can be what was found, and no more than the checks allow.
fn define(reach: &mut Reach, slot: SlotId, found: Possible) {
    let Some(known) = reach.policy.slot(slot) else { return };
    let found = if found.is_one() { found } else { found.within(&known.domain, known.optional) };
    reach.set(slot, found);
}

/// Every slice is filled from the lowest, so what they pay is most, or least, at the ends of the input.
fn marginal(scope: Scope, scale: &Scale) -> Possible {
    let Some(input) = number(scope, &scale.input.value) else { return Possible::NOTHING.clone() };
    let nothing = Numbers::one(Number::ZERO);
    let mut total = nothing.clone();
    for slice in &scale.slices {
        let part = slice.filled(&input);
        // The rate of a slice that is surely empty is not asked for.
        if part == nothing {
            continue;
        }
        let Some(rate) = number(scope, &slice.rate) else { return Possible::NOTHING.clone() };
        total = total.add(&part.mul(&rate));
    }
    Possible::numbers(Some(total))
}

/// A gate holds where all of its conditions do.
fn all(scope: Scope, conditions: &[Condition]) -> Possible {
    let each = conditions.iter().map(|condition| possible(scope, &condition.value).truths());
    let (no, yes) = each.fold((false, true), |(no, yes), (fails, holds)| (no || fails, yes && holds));
    Possible::truth(no, yes)
}

fn block(reach: &mut Reach, pay: &Pay) {
    let mut sum = Some(Numbers::one(Number::ZERO));
    for line in &pay.lines {
        let amount = number(Scope::of(reach), &line.value).map(|amount| bounded(amount, &line.bounds));
        define(reach, line.slot, Possible::numbers(amount));
        sum = sum.zip(reach.get(line.slot).as_numbers()).map(|(sum, amount)| sum.add(amount));
    }
    define(reach, pay.slot, Possible::numbers(sum.map(|sum| bounded(sum, &pay.bounds))));
}

fn bounded(amount: Numbers, bounds: &Bounds) -> Numbers {
    let limit = |bound: &Option<Value>| Some(Numbers::one(bound.as_ref()?.decimal()?));
    let amount = match limit(&bounds.at_most) {
        Some(most) => amount.min(&most),
        None => amount,
    };
    match limit(&bounds.at_least) {
        Some(least) => amount.max(&least),
        None => amount,
    }
}
