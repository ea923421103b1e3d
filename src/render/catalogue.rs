//! The Fluent texts: of a diagnostic, and of the program by their ids; and the values in them.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};
use num_traits::ToPrimitive;

use super::place::place;
use super::{Tongue, bundles, visible};
use crate::diagnostic::{Arg, Diagnostic, Spelling};
use crate::quantity::{Dimension, Number, money_unit, spell as spell_quantity, spell_amount, spell_number};
use crate::source::Span;

/// Greater numbers are shown digit by digit and take no part in the choice of a plural.
const GREATEST_COUNT: i64 = 1_000_000_000;

/// The words of a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// What stands at the first place.
    pub label: Option<String>,
    /// What stands at the further places, in the order of the diagnostic's labels.
    pub labels: Vec<(Span, Option<String>)>,
}

/// The words of `diagnostic`.
pub fn texts(diagnostic: &Diagnostic, tongue: Tongue) -> Texts {
    let id = match diagnostic.variant {
        "" => diagnostic.code.as_str().to_owned(),
        variant => format!("{}-{variant}", diagnostic.code.as_str()),
    };
    let spelling = diagnostic.spelling.unwrap_or(Spelling::of(tongue));
    let args = arguments(&diagnostic.args, tongue, spelling);
    let attribute = |name: &str, args: &FluentArgs| find(tongue, spelling, &id, Some(name), args);
    let labels = diagnostic.labels.iter().map(|label| {
        let args = arguments(diagnostic.args.iter().chain(&label.args), tongue, spelling);
        let text = (!label.key.is_empty()).then(|| {
            let name = format!("label-{}", label.key);
            attribute(&name, &args).unwrap_or_else(|| absent(&format!("{id}.{name}")))
        });
        (label.span, text)
    });
    let message = find(tongue, spelling, &id, None, &args).unwrap_or_else(|| absent(&id));
    // Where the policy itself is sound, no remedy speaks of changing it.
    let set = diagnostic.args.iter().any(|(name, _)| *name == "only_set");
    let of_cell = diagnostic.args.iter().any(|(name, _)| *name == "cell_shows");
    let help =
        if set { Some(say_of("only-set", &diagnostic.args, tongue, spelling)) } else { attribute("help", &args) };
    Texts {
        message: if of_cell { beside_shown(tongue, message, &diagnostic.args) } else { message },
        help: help.map(|help| of_habit(tongue, help, &diagnostic.args)),
        label: attribute("label", &args),
        labels: labels.collect(),
    }
}

/// A remedy that mends several places at once.
fn of_habit(tongue: Tongue, help: String, args: &[(&'static str, Arg)]) -> String {
    let Some(count) = args.iter().find(|(name, _)| *name == "alike") else { return help };
    say("alike", &[count.clone(), ("help", Arg::from(help))], tongue)
}

/// A message on a cell that shows something else than it holds.
fn beside_shown(tongue: Tongue, message: String, args: &[(&'static str, Arg)]) -> String {
    let with: Vec<(&'static str, Arg)> = args.iter().cloned().chain([("message", Arg::from(message))]).collect();
    say("cell-shows", &with, tongue)
}

/// A text of the program by its id.
pub fn say(id: &str, args: &[(&'static str, Arg)], tongue: Tongue) -> String {
    say_of(id, args, tongue, Spelling::of(tongue))
}

/// The same about something that is spelt so.
fn say_of(id: &str, args: &[(&'static str, Arg)], tongue: Tongue, spelling: Spelling) -> String {
    find(tongue, spelling, id, None, &arguments(args, tongue, spelling)).unwrap_or_else(|| absent(id))
}

/// What stands for a text that is not there: nothing a reader could take for one, and found by the tests.
fn absent(id: &str) -> String {
    format!("⟨{id}⟩")
}

fn find(tongue: Tongue, spelling: Spelling, id: &str, attribute: Option<&str>, args: &FluentArgs) -> Option<String> {
    let bundle = bundles::holding(id, tongue, spelling)?;
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    // A variable that was not given is left standing as `{$name}`, which the tests look for.
    Some(bundle.format_pattern(pattern, Some(args), &mut vec![]).into_owned())
}

fn arguments<'a>(
    args: impl IntoIterator<Item = &'a (&'static str, Arg)>,
    tongue: Tongue,
    spelling: Spelling,
) -> FluentArgs<'static> {
    let currency = std::str::from_utf8(&spelling.currency).unwrap_or("CNY");
    let own =
        [("unit_money", money_unit(currency, spelling.units).into_owned()), ("own_currency", currency.to_owned())];
    let own = own.into_iter().map(|(name, value)| (name, text(value)));
    args.into_iter().map(|(name, arg)| (*name, fluent(arg, tongue, spelling))).chain(own).collect()
}

/// A value as a text of that tongue shows it.
pub fn spell(arg: &Arg, tongue: Tongue) -> String {
    spell_of(arg, tongue, Spelling::of(tongue))
}

/// The same about something that is spelt so.
fn spell_of(arg: &Arg, tongue: Tongue, spelling: Spelling) -> String {
    match arg {
        Arg::Text(text) => visible(text).into_owned(),
        Arg::Number(number) => spell_number(number),
        // An amount of so many yuan stands as a policy writes it; one with coins, as it is paid.
        Arg::Quantity(value, Dimension::MONEY, currency) if !value.is_integer() => amount(value, currency, tongue),
        Arg::Quantity(value, dimension, currency) => spell_quantity(value, *dimension, currency, tongue),
        Arg::Term(word) => say_of(&format!("term-{word}"), &[], tongue, spelling),
        Arg::List(parts) => join(parts, separator(tongue), tongue, spelling),
        Arg::Phrase(parts) => join(parts, "", tongue, spelling),
        Arg::Place(file, at) => visible(&place(file, at)).into_owned(),
    }
}

/// An amount as it is paid: `49593.10元`.
pub fn amount(value: &Number, currency: &str, tongue: Tongue) -> String {
    spell_amount(value, currency, tongue)
}

/// A value as Fluent takes it: a whole number as a number, which chooses plurals, all else as text.
fn fluent(arg: &Arg, tongue: Tongue, spelling: Spelling) -> FluentValue<'static> {
    match arg {
        Arg::Number(number) => match whole(number) {
            Some(count) => FluentValue::from(count),
            None => text(spell_number(number)),
        },
        _ => text(spell_of(arg, tongue, spelling)),
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

fn join(parts: &[Arg], between: &str, tongue: Tongue, spelling: Spelling) -> String {
    let parts: Vec<String> = parts.iter().map(|part| spell_of(part, tongue, spelling)).collect();
    parts.join(between)
}
