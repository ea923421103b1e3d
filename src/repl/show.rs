//! Values in a session, and how each was found.

use super::{Session, pending};
use crate::compile::Compiled;
use crate::data::Problem;
use crate::eval::testing::Expectation;
use crate::eval::{Evaluation, Stop};
use crate::ir::{Policy, Role, Slot, SlotId, Value};
use crate::quantity::Tongue;
use crate::render::{show_at, spell, why};

/// A value, or what must be given before there is one.
pub(super) fn outcome(policy: &Policy, evaluation: &Evaluation, id: SlotId, tongue: Tongue) -> String {
    policy.slot(id).map_or_else(String::new, |slot| found(policy, slot, evaluation.value(id), tongue))
}

fn found(policy: &Policy, slot: &Slot, found: Result<&Value, &Stop>, tongue: Tongue) -> String {
    match found {
        Ok(value) => why::shown(policy, slot, value, tongue),
        Err(stop) => why::lacking(policy, stop, tongue),
    }
}

/// A value and how it was found.
pub(super) fn answer(session: &Session, compiled: &Compiled, evaluation: &Evaluation, id: SlotId) -> String {
    let (policy, tongue) = (&compiled.policy, session.look.tongue);
    let below = why::lines(compiled, evaluation, id, tongue).into_iter().map(|line| format!("  {line}\n"));
    let doubts = session.doubts_told(policy, &session.doubts_on(policy, id));
    let doubts = doubts.lines().map(|line| format!("  {line}\n"));
    format!("{}\n{}", outcome(policy, evaluation, id, tongue), below.chain(doubts).collect::<String>())
}

/// The results of the record, which begin with whose they are, or without that.
pub(super) fn results(session: &Session, whose: bool) -> String {
    let policy = session.now.policy();
    let shown = |slot| whose || policy.slot(slot).is_some_and(|slot| slot.role != Role::Field);
    let columns = policy.columns.iter().filter(|column| column.default && shown(column.slot));
    let told = lines(session, columns.map(|column| (column.name.as_str(), column.slot)));
    match session.now.compiled.accepted() {
        true => told + &session.doubts_told(session.now.policy(), &session.doubts()),
        false => told,
    }
}

/// Values, a line each.
pub(super) fn lines<'a>(session: &Session, of: impl Iterator<Item = (&'a str, SlotId)>) -> String {
    if !session.now.compiled.accepted() {
        return pending::told(session);
    }
    let policy = &session.now.compiled.policy;
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
    let policy = &session.now.compiled.policy;
    let tongue = session.look.tongue;
    let Some(slot) = policy.slot(expectation.slot) else { return String::new() };
    let got = found(policy, slot, expectation.got.as_ref(), tongue);
    let expected = why::shown(policy, slot, &expectation.expected, tongue);
    let args = [("name", slot.name.clone().into()), ("expected", expected.into()), ("got", got.into())];
    format!("  {}", session.say("repl-miss", &args))
}

/// Problems as a session shows them.
pub(super) fn shown(session: &Session, problems: &[Problem]) -> String {
    let look = session.look;
    problems.iter().map(|problem| show_at(&problem.diagnostic(), &spell(&problem.place(), look.tongue), look)).collect()
}
