//! The schema of one value, as it is read of JSON, and what it does not say in words.

use serde_json::{Map, Value as Json, json};

use crate::diagnostic::Arg;
use crate::ir::{Bare, Field, Policy, Slot, Type, Value};
use crate::quantity::{Calendar, Decimal, Dimension, Number, Numbers, TimeUnit, Tongue};
use crate::render::{exact_number, say, spell};

/// A schema, and what is to be told beside it.
pub(super) struct Described {
    /// The schema.
    pub schema: Json,
    /// The unit, or what a percent must be written like.
    pub told: Option<String>,
}

/// The schema of a field.
pub(super) fn described(policy: &Policy, field: &Field, slot: &Slot, tongue: Tongue) -> Described {
    let step = (!field.rounded).then(|| field.step.map(Number::from)).flatten();
    let schema = match slot.ty {
        Type::Number(dimension) if dimension.percent && field.bare == Bare::Refused => {
            json!({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?%$" })
        }
        Type::Number(_) => number(slot, step.or_else(|| whole(field, slot)), &Scale::of(slot, field.bare)),
        // Of a text that tells whose a record is, nothing is no answer.
        Type::Text if field.key => json!({ "type": "string", "minLength": 1 }),
        _ => plain(policy, slot, &field.label_titles),
    };
    Described { schema, told: unit(policy, slot, field.bare, tongue) }
}

/// The schema of a value that is no number, or a number in base units.
pub(super) fn plain(policy: &Policy, slot: &Slot, titles: &[Option<String>]) -> Json {
    match slot.ty {
        Type::Number(_) => number(slot, None, &Scale::of(slot, Bare::Fraction)),
        Type::Bool => json!({ "type": "boolean" }),
        Type::Label(_) => {
            let labels =
                policy.labels(slot.ty).into_iter().flat_map(|set| &set.labels).map(|label| label.name.as_str());
            let all: Vec<&str> = labels.chain(titles.iter().flatten().map(String::as_str)).collect();
            json!({ "enum": all })
        }
        Type::Calendar(kind) => calendar(kind),
        Type::Text | Type::Invalid => json!({ "type": "string" }),
    }
}

fn calendar(kind: Calendar) -> Json {
    let pattern = match kind {
        Calendar::Date => {
            return json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" });
        }
        Calendar::Week => "^[0-9]{4}-W[0-9]{2}$",
        Calendar::Month => "^[0-9]{4}-(0[1-9]|1[0-2])$",
        Calendar::Quarter => "^[0-9]{4}-Q[1-4]$",
        Calendar::Year => "^[0-9]{4}$",
        Calendar::Time => "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$",
    };
    json!({ "type": "string", "pattern": pattern })
}

/// In what a number of JSON counts: a base unit is so many of it.
#[derive(Clone)]
pub(in crate::io) enum Scale {
    /// Base units.
    Base,
    /// Hundredths.
    Percent,
    /// Units of time.
    Time(TimeUnit),
}

impl Scale {
    /// In what the numbers of a slot count.
    pub fn of(slot: &Slot, bare: Bare) -> Scale {
        match slot.ty {
            Type::Number(Dimension::TIME) => Scale::Time(slot.time_unit),
            Type::Number(dimension) if dimension.percent && bare == Bare::Percent => Scale::Percent,
            _ => Scale::Base,
        }
    }

    /// A number as a file has it; nothing, where it is no finite decimal there.
    pub fn figure(&self, value: &Number) -> Option<Number> {
        match self {
            Scale::Base => Some(value.clone()),
            Scale::Percent => Some(value * &Decimal::ONE_HUNDRED.into()),
            Scale::Time(unit) => value.divide(&unit.seconds().into()),
        }
    }
}

/// The step of counts, which are whole without saying so.
fn whole(field: &Field, slot: &Slot) -> Option<Number> {
    slot.domain.numbers().map(Numbers::step).filter(|_| !field.rounded)
}

/// Numbers from the first to the last of a domain, on a step.
pub(super) fn number(slot: &Slot, step: Option<Number>, scale: &Scale) -> Json {
    let mut schema = Map::new();
    let whole = step.as_ref().and_then(|step| scale.figure(step)).is_some_and(|step| step == Number::ONE);
    schema.insert("type".to_owned(), if whole { "integer" } else { "number" }.into());
    let bounds = slot.domain.numbers().map(|numbers| [("minimum", numbers.lo()), ("maximum", numbers.hi())]);
    for (name, bound) in bounds.into_iter().flatten() {
        if let Some(bound) = scale.figure(&bound) {
            schema.insert(name.to_owned(), Json::Number(exact_number(bound)));
        }
    }
    if let Some(step) = step.and_then(|step| scale.figure(&step)).filter(|step| !whole && *step != Number::ZERO) {
        schema.insert("multipleOf".to_owned(), Json::Number(exact_number(step)));
    }
    schema.into()
}

/// The unit of bare numbers, or how a percent must be written.
pub(in crate::io) fn unit(policy: &Policy, slot: &Slot, bare: Bare, tongue: Tongue) -> Option<String> {
    let told = |id: &str| Some(say(id, &[], tongue));
    match slot.ty {
        Type::Number(dimension) if dimension.percent => match bare {
            Bare::Percent => told("unit-percent"),
            Bare::Fraction => told("unit-fraction"),
            _ => told("unit-percent-sign"),
        },
        Type::Number(Dimension::MONEY) => {
            Some(say("unit-money", &[("currency", policy.header.currency.clone().into())], tongue))
        }
        Type::Number(Dimension::TIME) => Some(say("unit-time", &[("unit", slot.time_unit.symbol().into())], tongue)),
        Type::Number(Dimension::POINTS) => told("unit-points"),
        _ => None,
    }
}

/// What a field is where nothing is written.
pub(super) fn default(policy: &Policy, slot: &Slot, value: &Value, tongue: Tongue) -> Option<String> {
    let shown = spell(&policy.notation(slot.ty).in_unit(slot.time_unit).shown(value), tongue);
    Some(say("field-default", &[("value", shown.into())], tongue))
}

/// Several remarks as one.
pub(super) fn sentence(parts: impl Iterator<Item = String>, tongue: Tongue) -> Option<String> {
    let parts: Vec<Arg> = parts.map(Arg::from).collect();
    (!parts.is_empty()).then(|| spell(&Arg::List(parts), tongue))
}
