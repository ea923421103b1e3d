//! A value as a cell of a file shows it.

use crate::ir::{Policy, Slot, Type, Value};
use crate::quantity::{Dimension, Number, TimeUnit, spell_number, spell_places};

/// A value as a cell shows it: `36.99%`, a duration as a bare number in its unit, `yes`, a label.
/// Nothing where it is missing. What is written reads back as the same value.
pub fn spell_cell(policy: &Policy, slot: &Slot, value: &Value) -> String {
    match (value, slot.ty) {
        (Value::Missing, _) => String::new(),
        (Value::Number(number), Type::Number(dimension)) => spell_quantity(policy, slot, number, dimension),
        (Value::Number(number), _) => spell_number(number),
        (Value::Bool(truth), _) => yes_no(*truth).to_owned(),
        (Value::Label(place), ty @ Type::Label(_)) => policy.label(ty, *place).unwrap_or_default().to_owned(),
        (Value::Label(place), _) => place.to_string(),
        (Value::Text(text), _) => text.to_string(),
        (Value::Calendar(moment), _) => moment.to_string(),
    }
}

/// A truth value as a cell shows it.
fn yes_no(truth: bool) -> &'static str {
    if truth { "yes" } else { "no" }
}

fn spell_quantity(policy: &Policy, slot: &Slot, value: &Number, dimension: Dimension) -> String {
    if dimension.percent {
        return format!("{}%", value * &Number::from(100));
    }
    match dimension {
        Dimension::MONEY => spell_money(policy, value),
        Dimension::TIME => spell_duration(slot.time_unit, value),
        _ => spell_number(value),
    }
}

/// With at least the decimals of the currency's minor unit: `2940.00`.
fn spell_money(policy: &Policy, value: &Number) -> String {
    let places = policy.header.minor_unit.normalize().scale();
    spell_places(value, places)
}

/// A bare number in the declared unit; where that never ends (20 s in hours), seconds with their unit.
fn spell_duration(unit: TimeUnit, seconds: &Number) -> String {
    match seconds.divide(&unit.seconds().into()) {
        Some(figure) => spell_number(figure),
        None => format!("{}s", spell_number(seconds)),
    }
}
