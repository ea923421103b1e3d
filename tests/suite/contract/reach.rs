//! What every value can be where the inputs lie in a box: whatever box a record lies in, nothing that it comes to lies
//! outside; in a box that holds the record alone, nothing else lies inside.

use std::collections::BTreeSet;

use merit::analysis::{Possible, reach};
use merit::eval::Evaluation;
use merit::ir::{Policy, Role, Slot, SlotId, Value};
use merit::quantity::{Domain, Number, Numbers};

use super::points::admits;
use super::random::Random;

/// So many boxes are tried around a record.
const BOXES: usize = 4;

/// Holds what a record comes to against boxes around it.
pub fn held(policy: &Policy, evaluation: &Evaluation, record: &[Value], random: &mut Random) -> Result<(), String> {
    for at in 0..BOXES {
        let around = |(at_field, value): (usize, &Value)| {
            let possible = match at {
                0 => exact(policy, at_field, value),
                1 => match random.chance(80) {
                    true => exact(policy, at_field, value),
                    false => some(&policy.slots[at_field], value, random),
                },
                _ => some(&policy.slots[at_field], value, random),
            };
            (SlotId(at_field), possible)
        };
        let inputs: Vec<(SlotId, Possible)> = record.iter().enumerate().map(around).collect();
        let found = reach(policy, inputs.clone());
        for (slot, possible) in
            policy.slots.iter().zip(&found).enumerate().filter_map(|(at, (slot, possible))| {
                (slot.role != Role::Details).then_some(((SlotId(at), slot), possible))
            })
        {
            one(evaluation, slot, possible, at == 0 && !policy.is_joint())
                .map_err(|told| format!("{told}, for {record:?} in {inputs:?}"))?;
        }
    }
    Ok(())
}

fn one(evaluation: &Evaluation, (at, slot): (SlotId, &Slot), possible: &Possible, alone: bool) -> Result<(), String> {
    let Ok(value) = evaluation.value(at) else { return Ok(()) };
    if !inside(possible, value) {
        return Err(format!("{}: {value:?} is outside {possible:?}", slot.name));
    }
    match alone && !possible.is_one() {
        true => Err(format!("{}: more than {value:?} in {possible:?}", slot.name)),
        false => Ok(()),
    }
}

/// Whether a value is one of these, by the definition of a domain.
fn inside(possible: &Possible, value: &Value) -> bool {
    let text = |value: &Value| match (&possible.text, value) {
        (Some(only), Value::Text(text)) => only == text,
        _ => true,
    };
    match value {
        Value::Missing => possible.missing,
        value => possible.domain.as_ref().is_some_and(|domain| admits(domain, value)) && text(value),
    }
}

/// A record's own value; an absent field has its default.
fn exact(policy: &Policy, at: usize, value: &Value) -> Possible {
    let default = policy.fields[at].default.as_ref().filter(|_| *value == Value::Missing);
    Possible::one(default.unwrap_or(value))
}

/// A part of a field's domain that holds a value.
fn some(slot: &Slot, value: &Value, random: &mut Random) -> Possible {
    let missing = slot.optional && random.chance(50);
    let there = |domain| Possible { missing, ..Possible::there(domain) };
    if random.chance(20) || *value == Value::Missing {
        return Possible { missing: slot.optional, ..Possible::there(slot.domain.clone()) };
    }
    match (&slot.domain, value) {
        (Domain::Numbers(numbers), Value::Number(number)) => {
            let (step, reach) = (numbers.step(), random.between(0, 60));
            let (below, above) = (random.between(0, reach), random.between(0, reach));
            let end = |steps: i64| number + &(Number::from(steps) * step.clone());
            let (lo, hi) = (end(-below).max(numbers.lo()), end(above).min(numbers.hi()));
            let part = numbers.restrict_lo(lo, true).and_then(|part| part.restrict_hi(hi, true));
            there(Domain::Numbers(part.unwrap_or_else(|| Numbers::one(number))))
        }
        (Domain::Labels(labels), Value::Label(label)) => {
            let others = labels.iter().copied().filter(|_| random.chance(30));
            there(Domain::Labels(others.chain([*label]).collect::<BTreeSet<_>>()))
        }
        (Domain::Calendar { first, last }, Value::Calendar(moment)) => there(Domain::Calendar {
            first: (*first).max(moment.ordinal - i32::try_from(random.below(5)).unwrap()),
            last: (*last).min(moment.ordinal + i32::try_from(random.below(5)).unwrap()),
        }),
        (domain, _) => there(domain.clone()),
    }
}
