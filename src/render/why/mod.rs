//! How a value came about in words: the rows that gave it, what was left out, what is lacking.
//!
//! A record is told of in three depths by [`told`], for programs by [`json`], of many by [`Teller::write`]. All take an [`Explanation`]: of a record
//! that was read from files it is that of [`Started`](crate::batch::Started); a face that has a record at hand, as a
//! session, observes it and asks [`explained`].

mod json;
mod statement;
mod words;

pub use json::json;
pub use statement::{Depth, Sheet, alone, told};
pub use words::Teller;

use super::{Tongue, say, spell};
use crate::compile::Compiled;
use crate::data::{Doubt, spell_cell};
use crate::diagnostic::Arg;
use crate::eval::{Evaluation, Observed, Stop};
use crate::explain::{self, Asked, By, Explanation, Joint, Whereabouts, Written};
use crate::ir::{Item, Policy, Role, Slot, SlotId, Value};
use crate::source::Span;

/// How a record at hand came to what it came to, and why that may yet change.
pub fn explained<'a>(
    compiled: &'a Compiled,
    observed: &Observed<'a>,
    whereabouts: &dyn Whereabouts,
    doubts: &[Doubt],
) -> Explanation<'a> {
    let written = Written::new(&compiled.policy, &compiled.sources, None, &compiled.promises);
    let broken = compiled.watch().broken(&observed.evaluation);
    explain::explain(&Asked { written: &written, observed, whereabouts, broken: &broken, doubts })
}

/// A value with its unit.
pub fn shown(policy: &Policy, slot: &Slot, value: &Value, tongue: Tongue) -> String {
    spell(&policy.notation_of(slot).in_unit(slot.time_unit).shown(value), tongue)
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
fn joint(policy: &Policy, joint: &Joint, tongue: Tongue) -> String {
    let Some(slot) = policy.slot(joint.slot) else { return String::new() };
    let args = [
        ("name", slot.name.clone().into()),
        ("value", cell(policy, slot, &joint.value, tongue).into()),
        ("members", joint.members.into()),
        ("counted", joint.counted.into()),
    ];
    say(if joint.counted < joint.members { "why-joint-counted" } else { "why-joint" }, &args, tongue)
}

/// How a value came about, a line for each thing that gave it.
pub fn lines(compiled: &Compiled, evaluation: &Evaluation, slot: SlotId, tongue: Tongue) -> Vec<String> {
    let policy = &compiled.policy;
    let why = explain::why(policy, evaluation, slot);
    let row = |span: &Span| row(compiled, *span, tongue);
    let mut lines: Vec<String> = match &why.by {
        By::Rows(rows) => rows.iter().map(row).collect(),
        By::Line(line, rows) => [line].into_iter().chain(rows).map(row).collect(),
        By::Sum(lines) => lines.iter().filter_map(|line| line_of(policy, evaluation, (slot, *line), tongue)).collect(),
        By::Formula | By::Other => vec![],
    };
    lines.extend(why.joint.iter().map(|of| joint(policy, of, tongue)));
    lines.extend(exempt(&why.exempt, tongue));
    lines
}

/// A line of a pay block and its amount: `提成 = 1450元`
fn line_of(policy: &Policy, evaluation: &Evaluation, (block, id): (SlotId, SlotId), tongue: Tongue) -> Option<String> {
    let (block, line) = (policy.slot(block)?, policy.slot(id)?);
    let name = line.name.strip_prefix(&block.name).and_then(|name| name.strip_prefix('.')).unwrap_or(&line.name);
    let value = shown(policy, line, evaluation.value(id).ok()?, tongue);
    Some(say("why-line", &[("name", name.into()), ("value", value.into())], tongue))
}

/// A piece of a policy as it was written, with its line, and with its file where that is one that the policy uses.
fn row(compiled: &Compiled, span: Span, tongue: Tongue) -> String {
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
