//! The fields of records into the registers of a plan.

use super::Engine;
use crate::columnar::{Held, Machine, Operand, Plan};
use crate::data::{Lane, Stretch};
use crate::ir::{Text, Value};

/// Gives a machine the fields of some records, and tells which of them are left to the evaluator: those that are no
/// records, and those with a value that is no integer of its column.
pub(super) fn feed(engine: &Engine, machine: &mut Machine, stretch: Stretch) -> Vec<bool> {
    let mut apart = vec![false; stretch.len];
    stretch.apart().for_each(|at| apart.get_mut(at).into_iter().for_each(|apart| *apart = true));
    for input in &engine.plan.inputs {
        if let Some(mut lane) = taken(machine, input.value) {
            if !whole(&engine.plan, input, stretch, &mut lane) {
                lane.resize(0);
                one_by_one(&engine.plan, input, stretch, (&mut lane, &mut apart));
            }
            put(machine, input.value, lane);
        }
        let present = input.present.and_then(|present| Some((present, taken(machine, present)?)));
        if let Some((present, mut lane)) = present {
            let field = input.slot.0;
            if !stretch.give_presence(field, &mut lane) {
                let there = (0..stretch.len).map(|at| stretch.value(field, at).is_some_and(|it| it != Value::Missing));
                there.for_each(|there| lane.push(i128::from(there)));
            }
            put(machine, present, lane);
        }
    }
    apart
}

/// The values of a field at once, where all of them are held alike.
fn whole(plan: &Plan, input: &Held, stretch: Stretch, lane: &mut Lane) -> bool {
    let field = input.slot.0;
    stretch.give_texts(field, |text| code_of(plan, &Text::from(text)), lane)
        || stretch.give(field, input.form.places, lane)
}

/// The values of a field where they are not.
fn one_by_one(plan: &Plan, input: &Held, stretch: Stretch, (lane, apart): (&mut Lane, &mut [bool])) {
    for (at, apart) in apart.iter_mut().enumerate() {
        let code = match stretch.value(input.slot.0, at) {
            Some(Value::Text(text)) => Some(code_of(plan, &text)),
            Some(Value::Missing) if input.present.is_some() => Some(0),
            Some(value) => input.form.code(&value).filter(|code| (input.form.lo..=input.form.hi).contains(code)),
            None => None,
        };
        *apart |= code.is_none();
        lane.push(code.unwrap_or_default());
    }
}

/// The integer of a text: its place among those that the policy names.
fn code_of(plan: &Plan, text: &Text) -> i128 {
    let place = plan.texts.iter().position(|known| known == text);
    place.and_then(|place| i128::try_from(place).ok()).unwrap_or(-1)
}

/// An emptied register, out of its place.
fn taken(machine: &mut Machine, operand: Operand) -> Option<Lane> {
    let mut lane = std::mem::replace(machine.lane_mut(operand.register()?)?, Lane::Narrow(vec![]));
    lane.resize(0);
    Some(lane)
}

/// Puts a register into its place.
fn put(machine: &mut Machine, operand: Operand, lane: Lane) {
    if let Some(place) = operand.register().and_then(|register| machine.lane_mut(register)) {
        *place = lane;
    }
}
