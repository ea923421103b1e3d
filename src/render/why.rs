//! How a value came about in words: the rows that gave it, what was left out, what is lacking.

use super::{Tongue, say, spell};
use crate::compile::Compiled;
use crate::data::spell_cell;
use crate::diagnostic::Arg;
use crate::eval::Stop;
use crate::explain::Joint;
use crate::ir::{Item, Policy, Role, Slot, Value};
use crate::source::Span;

/// A value with its unit.
pub fn shown(policy: &Policy, slot: &Slot, value: &Value, tongue: Tongue) -> String {
    spell(&policy.notation_of(slot).shown(value), tongue)
}

/// A value as a cell shows it; where it is missing, a word for that.
pub fn cell(policy: &Policy, slot: &Slot, value: &Value, tongue: Tongue) -> String {
    match value {
        Value::Missing if slot.role == Role::Points => say("term-exempt", &[], tongue),
        Value::Missing => say("term-missing", &[], tongue),
        value => spell_cell(policy, slot, value),
    }
}

/// What must be given before there is a value.
pub fn lacking(policy: &Policy, stop: &Stop, tongue: Tongue) -> String {
    match stop {
        Stop::NotGiven(slots) => {
            let names = slots.iter().filter_map(|slot| policy.slot(*slot)).map(|slot| slot.name.clone().into());
            say("why-not-given", &[("names", Arg::List(names.collect()))], tongue)
        }
        Stop::Fault(_) => say("why-fault", &[], tongue),
    }
}

/// The items that do not count: `免考：响应时间、差评`
pub fn exempt(items: &[&Item], tongue: Tongue) -> Option<String> {
    let names: Vec<Arg> = items.iter().map(|item| item.name.clone().into()).collect();
    (!names.is_empty()).then(|| say("why-exempt", &[("names", Arg::List(names))], tongue))
}

/// Something over several records as a person reads it: `rank(总分, …) = 2 (of 12)`.
pub fn joint(policy: &Policy, joint: &Joint, tongue: Tongue) -> String {
    let Some(slot) = policy.slot(joint.slot) else { return String::new() };
    let args = [
        ("name", slot.name.clone().into()),
        ("value", cell(policy, slot, &joint.value, tongue).into()),
        ("members", joint.members.into()),
        ("counted", joint.counted.into()),
    ];
    say(if joint.counted < joint.members { "why-joint-counted" } else { "why-joint" }, &args, tongue)
}

/// A piece of a policy as it was written, with its line, and with its file where that is one that the policy uses.
pub fn row(compiled: &Compiled, span: Span, tongue: Tongue) -> String {
    placed(compiled, "why-row", span, ("text", compiled.sources.slice(span).trim().into()), tongue)
}

/// A text with the line of a place, and with its file where that is one that the policy uses.
pub fn placed(compiled: &Compiled, id: &str, place: Span, what: (&'static str, Arg), tongue: Tongue) -> String {
    let line = ("line", compiled.sources.place(place).line.into());
    match compiled.used_file(place) {
        Some(file) => say(&format!("{id}-in"), &[what, line, ("file", file.into())], tongue),
        None => say(id, &[what, line], tongue),
    }
}

/// Several of them in one line.
pub fn listed(texts: impl IntoIterator<Item = String>, tongue: Tongue) -> String {
    spell(&Arg::List(texts.into_iter().map(Arg::from).collect()), tongue)
}
