//! Values for programs, digit by digit: numbers exact, a percent its fraction, a duration in seconds, money in the currency.

use serde_json::{Map, Number, Value as Json, json};

use crate::ir::{Policy, Type, Value};
use crate::quantity::{self, Fraction, spell_number};

/// A decimal as a JSON number.
pub fn exact_number(value: impl Into<quantity::Number>) -> Number {
    Number::from_string_unchecked(spell_number(value))
}

/// A quotient: a number where it is a finite decimal, else the text `"p/q"`.
pub fn exact_fraction(fraction: &Fraction) -> Json {
    match fraction.number() {
        Some(number) => Json::Number(exact_number(number)),
        None => Json::from(fraction.to_string()),
    }
}

/// A value of a type of the policy: what is missing is `null`, a label its name, a month `"2024-03"`.
pub fn exact_value(policy: &Policy, ty: Type, value: &Value) -> Json {
    match value {
        Value::Missing => Json::Null,
        Value::Number(number) => Json::Number(exact_number(number.clone())),
        Value::Bool(is) => Json::Bool(*is),
        Value::Label(place) => policy.label(ty, *place).map_or(Json::Null, Json::from),
        Value::Text(text) => Json::from(text.as_str()),
        Value::Calendar(moment) => Json::from(moment.to_string()),
    }
}

/// A place in a file: `{"file": "p.merit", "line": 12}`, the line from 1.
pub fn exact_place(file: &str, line: usize) -> Map<String, Json> {
    match json!({ "file": file, "line": line }) {
        Json::Object(place) => place,
        _ => Map::new(),
    }
}
