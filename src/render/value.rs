//! A value in a message, as the reader's tongue shows it.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use num_traits::ToPrimitive;

use super::problem::place;
use super::{Tongue, say, visible};
use crate::diagnostic::Arg;
use crate::quantity::{Number, spell as spell_quantity, spell_number};

/// Greater numbers are shown digit by digit and take no part in the choice of a plural.
const GREATEST_COUNT: i64 = 1_000_000_000;

/// A value as a text of that tongue shows it.
pub fn spell(arg: &Arg, tongue: Tongue) -> String {
    match arg {
        Arg::Text(text) => visible(text).into_owned(),
        Arg::Number(number) => spell_number(number),
        Arg::Quantity(value, dimension, currency) => spell_quantity(value, *dimension, currency, tongue),
        Arg::Term(word) => say(&format!("term-{word}"), &[], tongue),
        Arg::List(parts) => join(parts, separator(tongue), tongue),
        Arg::Phrase(parts) => join(parts, "", tongue),
        Arg::Place(file, at) => visible(&place(file, at)).into_owned(),
    }
}

/// A value as Fluent takes it: a whole number as a number, which chooses plurals, all else as text.
pub(super) fn fluent(arg: &Arg, tongue: Tongue) -> FluentValue<'static> {
    match arg {
        Arg::Number(number) => match whole(number) {
            Some(count) => FluentValue::from(count),
            None => text(spell_number(number)),
        },
        _ => text(spell(arg, tongue)),
    }
}

fn text(text: String) -> FluentValue<'static> {
    FluentValue::String(Cow::Owned(text))
}

fn whole(number: &Number) -> Option<i64> {
    let count = number.decimal().filter(|_| number.is_integer())?.to_i64()?;
    (count.abs() <= GREATEST_COUNT).then_some(count)
}

fn separator(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Zh => "、",
        Tongue::En => ", ",
    }
}

fn join(parts: &[Arg], between: &str, tongue: Tongue) -> String {
    let parts: Vec<String> = parts.iter().map(|part| spell(part, tongue)).collect();
    parts.join(between)
}
