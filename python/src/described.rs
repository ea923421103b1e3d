//! What a policy reads and gives, as data.

use merit::batch::Reasons;
use merit::compile::Compiled;
use merit::data::Layout;
use merit::eval::testing::TestOutcome;
use merit::io::relation_layout;
use merit::ir::{Bare, Policy, RelationId, RelationKind, Slot, Type};
use merit::quantity::{Calendar, Dimension, Domain, Moment, Number};
use merit::render::{self, Tongue, exact_number, why};
use serde_json::{Value as Json, json};

use super::{schema, words};

/// The fields of the record.
pub fn fields(policy: &Policy) -> Json {
    layout(&Layout::records(policy))
}

/// The lookups and details, each with its fields.
pub fn relations(policy: &Policy) -> Json {
    let one = |at: usize| {
        let relation = policy.relation(RelationId(at))?;
        let kind = match relation.kind {
            RelationKind::Lookup => "lookup",
            RelationKind::Details => "details",
        };
        let fields = relation_layout(policy, RelationId(at)).map(|of| layout(&of));
        Some(json!({ "name": relation.name, "kind": kind, "fields": fields }))
    };
    (0..policy.relations.len()).filter_map(one).collect()
}

fn layout(layout: &Layout) -> Json {
    let one = |((at, field), slot): ((usize, &merit::ir::Field), &Slot)| {
        json!({
            "name": field.name,
            "title": field.title,
            "columns": field.columns,
            "type": type_name(slot),
            "unit": unit(layout.policy, slot, Some(field.bare)),
            "domain": domain(layout.policy, slot, Some(field.bare)),
            "decimals": decimals(slot, Some(field.bare)),
            "optional": field.optional,
            "default": field.default.as_ref().map(|value| render::exact_value(layout.policy, slot.ty, value)),
            "key": field.key,
            "period": field.period,
            "arrow": words::arrow(&schema::of_field(layout, at)),
        })
    };
    layout.fields.iter().enumerate().zip(layout.slots).map(one).collect()
}

/// The columns of results.
pub fn results(policy: &Policy) -> Json {
    let one = |column: &merit::ir::Column| {
        let slot = policy.slot(column.slot)?;
        let bare = policy.field(column.slot).map(|field| field.bare);
        Some(json!({
            "name": column.name,
            "title": slot.title,
            "type": type_name(slot),
            "unit": unit(policy, slot, bare),
            "domain": domain(policy, slot, bare),
            "decimals": decimals(slot, bare),
            "optional": slot.optional,
            "default": column.default,
            "arrow": words::arrow(&schema::of_slot(policy, column.slot)),
        }))
    };
    policy.columns.iter().filter_map(one).collect()
}

fn type_name(slot: &Slot) -> &'static str {
    match slot.ty {
        Type::Number(dimension) if dimension.percent => "percent",
        Type::Number(Dimension::MONEY) => "money",
        Type::Number(Dimension::TIME) => "duration",
        Type::Number(Dimension::POINTS) => "points",
        Type::Number(Dimension::NUMBER) if slot.domain.numbers().is_some_and(|all| all.step() == Number::ONE) => {
            "count"
        }
        Type::Number(_) => "number",
        Type::Bool => "bool",
        Type::Label(_) => "label",
        Type::Text | Type::Invalid => "text",
        Type::Calendar(Calendar::Date) => "date",
        Type::Calendar(Calendar::Week) => "week",
        Type::Calendar(Calendar::Month) => "month",
        Type::Calendar(Calendar::Quarter) => "quarter",
        Type::Calendar(Calendar::Year) => "year",
        Type::Calendar(Calendar::Time) => "time",
    }
}

/// The unit of a bare number; of a percent whether it is a percentage or a fraction.
fn unit(policy: &Policy, slot: &Slot, bare: Option<Bare>) -> Option<String> {
    match slot.ty {
        Type::Number(dimension) if dimension.percent => match bare {
            Some(Bare::Percent) => Some("%".to_owned()),
            Some(Bare::Fraction) | None => Some("fraction".to_owned()),
            Some(_) => None,
        },
        Type::Number(Dimension::MONEY) => Some(policy.header.currency.clone()),
        Type::Number(Dimension::TIME) => Some(slot.time_unit.symbol().to_owned()),
        Type::Number(Dimension::POINTS) => Some("points".to_owned()),
        _ => None,
    }
}

/// A number as a column has it: a duration in its unit, a percentage as its figure.
fn figure(slot: &Slot, bare: Option<Bare>, number: &Number) -> Option<Number> {
    match (slot.ty, bare) {
        (Type::Number(Dimension::TIME), _) => number.divide(&slot.time_unit.seconds().into()),
        (Type::Number(dimension), Some(Bare::Percent)) if dimension.percent => Some(number * &Number::from(100)),
        _ => Some(number.clone()),
    }
}

fn decimals(slot: &Slot, bare: Option<Bare>) -> Option<u32> {
    let step = slot.domain.numbers()?.step();
    Some(figure(slot, bare, &step)?.places())
}

fn domain(policy: &Policy, slot: &Slot, bare: Option<Bare>) -> Json {
    match (&slot.domain, slot.ty) {
        (Domain::Numbers(numbers), _) => {
            let shown = |number: Number| figure(slot, bare, &number).map(|figure| Json::Number(exact_number(figure)));
            json!({ "min": shown(numbers.lo()), "max": shown(numbers.hi()), "step": shown(numbers.step()) })
        }
        (Domain::Labels(places), ty) => places.iter().filter_map(|place| policy.label(ty, *place)).collect(),
        (Domain::Calendar { first, last }, Type::Calendar(kind)) => {
            let shown = |ordinal: i32| Moment { kind, ordinal }.to_string();
            json!({ "min": shown(*first), "max": shown(*last) })
        }
        _ => Json::Null,
    }
}

/// What came of a test.
pub fn outcome(compiled: &Compiled, outcome: &TestOutcome, tongue: Tongue) -> Json {
    let policy = &compiled.policy;
    let one = |of: &merit::eval::testing::Expectation| {
        let slot = policy.slot(of.slot)?;
        let got = match &of.got {
            Ok(value) => why::cell(policy, slot, value, tongue),
            Err(stop) => why::lacking(policy, stop, tongue),
        };
        let because = match of.passed() {
            true => vec![],
            false => why::lines(compiled, &outcome.evaluation, of.slot, tongue),
        };
        Some(json!({
            "name": slot.name,
            "expected": why::cell(policy, slot, &of.expected, tongue),
            "got": got,
            "passed": of.passed(),
            "why": because,
        }))
    };
    let file = compiled.sources.get(outcome.span.file);
    json!({
        "name": outcome.name,
        "passed": outcome.passed(),
        "file": file.map(|file| file.name.clone()),
        "line": file.map(|file| file.place(outcome.span.start as usize).line),
        "expectations": outcome.expectations.iter().filter_map(one).collect::<Vec<_>>(),
    })
}

/// The first reasons for which records are rejected.
pub fn reasons(reasons: &Reasons, tongue: Tongue) -> Json {
    let one = |reason: &merit::batch::Reason| {
        json!({
            "code": reason.problem.code.as_str(),
            "message": render::problem(reason.problem, tongue),
            "count": reason.count,
            "who": reason.who,
        })
    };
    reasons.told.iter().map(one).collect()
}
