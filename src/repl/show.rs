//! Values in a session, and how each was found.

use super::Session;
use crate::compile::Compiled;
use crate::data::spell_cell;
use crate::diagnostic::Arg;
use crate::eval::testing::Expectation;
use crate::eval::{Evaluation, Stop, Trace, exempt_from, joint};
use crate::ir::{Policy, Role, Slot, SlotId, Type, Value};
use crate::quantity::{Tongue, spell};
use crate::render::{self, say};
use crate::source::Span;

/// A value with its unit.
pub(super) fn value(policy: &Policy, slot: &Slot, value: &Value, tongue: Tongue) -> String {
    match (value, slot.ty) {
        (Value::Missing, _) if slot.role == Role::Points => say("term-exempt", &[], tongue),
        (Value::Missing, _) => say("term-missing", &[], tongue),
        (Value::Bool(truth), _) => say(if *truth { "term-yes" } else { "term-no" }, &[], tongue),
        (Value::Number(number), Type::Number(dimension)) => spell(number, dimension, &policy.header.currency, tongue),
        _ => spell_cell(policy, slot, value),
    }
}

/// A value, or what must be given before there is one.
pub(super) fn outcome(policy: &Policy, evaluation: &Evaluation, id: SlotId, tongue: Tongue) -> String {
    let Some(slot) = policy.slot(id) else { return String::new() };
    match evaluation.value(id) {
        Ok(found) => value(policy, slot, found, tongue),
        Err(stop) => stopped(policy, stop, tongue),
    }
}

fn stopped(policy: &Policy, stop: &Stop, tongue: Tongue) -> String {
    match stop {
        Stop::NotGiven(slots) => {
            let names = slots.iter().filter_map(|slot| policy.slot(*slot)).map(|slot| slot.name.clone().into());
            say("test-not-given", &[("names", Arg::List(names.collect()))], tongue)
        }
        Stop::Fault(_) => say("test-fault", &[], tongue),
    }
}

/// A value and how it was found.
pub(super) fn answer(session: &Session, compiled: &Compiled, evaluation: &Evaluation, id: SlotId) -> String {
    let policy = &compiled.policy;
    let mut text = outcome(policy, evaluation, id, session.look.tongue);
    text.push('\n');
    let trace = policy.step_of(id).and_then(|step| evaluation.trace(step));
    for span in trace.map_or(vec![], rows) {
        text.push_str(&format!("  {}", row(session, compiled, span, compiled.sources.slice(span))));
    }
    for found in joint(policy, evaluation, id) {
        text.push_str(&format!("  {}\n", render::joint(policy, &found, session.look.tongue)));
    }
    let exempt = exempt_from(policy, evaluation, id).into_iter().map(|item| item.name.clone().into());
    let exempt: Vec<Arg> = exempt.collect();
    if !exempt.is_empty() {
        text.push_str(&format!("  {}", session.say("note-exempt", &[("names", Arg::List(exempt))])));
    }
    text
}

/// The rows that a trace tells of.
fn rows(trace: &Trace) -> Vec<Span> {
    match trace {
        Trace::Row(row) => vec![row.span],
        Trace::Slices(slices) => slices.iter().map(|slice| slice.span).collect(),
        _ => vec![],
    }
}

/// A piece of a policy with its line, and with its file where that is one that the policy uses.
fn row(session: &Session, compiled: &Compiled, span: Span, text: &str) -> String {
    let mut args = vec![("line", compiled.sources.place(span).line.into()), ("text", text.trim().into())];
    let Some(file) = compiled.used_file(span) else { return session.say("test-row", &args) };
    args.push(("file", file.into()));
    session.say("test-row-in", &args)
}

/// `:show NAME`
pub(super) fn named(session: &Session, name: &str) -> String {
    let policy = &session.compiled.policy;
    let Some(id) = policy.slot_named(name) else {
        return session.say("repl-no-name", &[("name", name.into())]);
    };
    let span = policy.slot(id).map(|slot| slot.span).unwrap_or(Span::NOWHERE);
    let sources = &session.compiled.sources;
    let line = sources.place(span).line;
    let declared = sources.get(span.file).map_or("", |file| file.line(line)).trim();
    row(session, &session.compiled, span, declared) + &answer(session, &session.compiled, &session.evaluation(), id)
}

/// `:show`: the results of the record.
pub(super) fn results(session: &Session) -> String {
    let columns = session.compiled.policy.columns.iter().filter(|column| column.default);
    lines(session, columns.map(|column| (column.name.as_str(), column.slot)))
}

/// `:list`: everything that has a name.
pub(super) fn list(session: &Session) -> String {
    let slots = session.compiled.policy.slots.iter().enumerate().filter(|(_, slot)| slot.role != Role::Ensure);
    lines(session, slots.map(|(at, slot)| (slot.name.as_str(), SlotId(at))))
}

fn lines<'a>(session: &Session, of: impl Iterator<Item = (&'a str, SlotId)>) -> String {
    let policy = &session.compiled.policy;
    let evaluation = session.evaluation();
    let text: String = of
        .map(|(name, id)| {
            let outcome = outcome(policy, &evaluation, id, session.look.tongue);
            session.say("repl-value", &[("name", name.into()), ("value", outcome.into())])
        })
        .collect();
    if text.is_empty() { session.say("repl-no-policy", &[]) } else { text }
}

/// An expectation of a test that was not met.
pub(super) fn miss(session: &Session, expectation: &Expectation) -> String {
    let policy = &session.compiled.policy;
    let tongue = session.look.tongue;
    let Some(slot) = policy.slot(expectation.slot) else { return String::new() };
    let got = match &expectation.got {
        Ok(got) => value(policy, slot, got, tongue),
        Err(stop) => stopped(policy, stop, tongue),
    };
    let expected = value(policy, slot, &expectation.expected, tongue);
    let args = [("name", slot.name.clone().into()), ("expected", expected.into()), ("got", got.into())];
    format!("  {}", session.say("repl-miss", &args))
}
