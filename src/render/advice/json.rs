//! What would help for programs: one object a field and goal.

use serde_json::{Value as Json, json};

use super::super::exact_value;
use super::name;
use crate::advice::{Advice, Answer, Change, Goal, Kind};
use crate::ir::{Policy, SlotId, Value};

/// What would help somebody, what helps most first; of many entries no more than so many.
pub fn json(policy: &Policy, advice: &[Advice], most: Option<usize>) -> Json {
    advice.iter().take(most.unwrap_or(advice.len())).map(|advice| entry(policy, advice)).collect()
}

/// The names of fields.
pub fn names(policy: &Policy, fields: &[SlotId]) -> Vec<String> {
    fields.iter().filter_map(|field| policy.slot(*field)).map(|slot| slot.name.clone()).collect()
}

fn entry(policy: &Policy, advice: &Advice) -> Json {
    let value = |slot: SlotId, value: &Value| match policy.slot(slot) {
        Some(known) => exact_value(policy, known.ty, value),
        None => Json::Null,
    };
    let of_field = |it: Option<&Value>| match (advice.field, it) {
        (Some(field), Some(it)) => value(field, it),
        _ => Json::Null,
    };
    let change = |change: &Option<Change>| match change {
        Some(it) => json!([value(it.slot, &it.before), it.after.as_ref().map(|after| value(it.slot, after))]),
        None => Json::Null,
    };
    let named = |kind: Kind, change: &Option<Change>| {
        change.as_ref().map(|change| name(policy, Goal { kind, slot: change.slot }))
    };
    let (to, exact, reachable) = match &advice.answer {
        Answer::At(to) => (Some(to), true, Some(true)),
        Answer::Within(to) => (Some(to), false, Some(true)),
        Answer::Unreachable => (None, true, Some(false)),
        Answer::Unsettled => (None, false, None),
    };
    let goal = match advice.goal.kind {
        Kind::Points => "points",
        Kind::Grade => "grade",
        Kind::Pay => "pay",
    };
    let effect = &advice.effect;
    json!({
        "field": advice.field.and_then(|field| policy.slot(field)).map(|slot| slot.name.as_str()),
        "from": of_field(Some(&advice.from)),
        "to": of_field(to),
        "goal": goal,
        "name": name(policy, advice.goal),
        "item": named(Kind::Points, &effect.item),
        "points": change(&effect.item),
        "grade_name": named(Kind::Grade, &effect.grade),
        "grade": change(&effect.grade),
        "pay_name": named(Kind::Pay, &effect.pay),
        "pay": change(&effect.pay),
        "exact": exact,
        "reachable": reachable,
    })
}
