//! `:type`: what kind of value something is, and which values it can have.

use super::super::{Answer, Session, evaluate};
use crate::diagnostic::Arg;
use crate::ir::{Notation, Policy, Slot, Value};
use crate::quantity::{Domain, Number, Numbers};
use crate::render::spell;

/// So many single values are told one by one.
const MOST_TOLD: usize = 12;
/// A bound that is farther out is none that anybody set.
const FARTHEST: u64 = 1_000_000_000_000;

/// `:type 总分`, `:type 总分 * 2`
pub(super) fn kind(session: &mut Session, text: &str) -> Answer {
    let (compiled, query) = match evaluate::compiled(session, text) {
        Ok(found) => found,
        Err(told) => return told,
    };
    let policy = &compiled.policy;
    let Some(slot) = policy.slot(evaluate::asked(policy, query).unwrap_or(query)) else { return Answer::default() };
    let notation = policy.notation_of(slot).in_unit(slot.time_unit);
    let mut told = session.say("repl-value-type", &[("name", text.into()), ("type", notation.called())]);
    if let Some(title) = &slot.title {
        told += &below(session, "repl-value-title", &[("title", title.as_str().into())]);
    }
    told += &values(session, policy, slot, &notation);
    if slot.optional {
        told += &below(session, "repl-value-optional", &[]);
    }
    told.into()
}

fn below(session: &Session, id: &str, args: &[(&'static str, Arg)]) -> String {
    format!("  {}", session.say(id, args))
}

/// Which values it can have, where somebody would ask.
fn values(session: &Session, policy: &Policy, slot: &Slot, notation: &Notation) -> String {
    let listed = |values: Vec<Value>| {
        let values = values.iter().map(|value| notation.shown(value)).collect();
        below(session, "repl-value-among", &[("values", Arg::List(values))])
    };
    match &slot.domain {
        Domain::Labels(places) if policy.labels(slot.ty).is_some() => {
            listed(places.iter().map(|place| Value::Label(*place)).collect())
        }
        Domain::Numbers(Numbers::Values(numbers)) if numbers.len() <= MOST_TOLD => {
            listed(numbers.iter().map(|number| Value::Number(number.clone())).collect())
        }
        Domain::Numbers(numbers) if is_bounded(numbers) => {
            let shown = |number: Number| Arg::from(spell(&notation.shown(&Value::Number(number)), session.look.tongue));
            let args = [("least", shown(numbers.lo())), ("most", shown(numbers.hi())), ("step", shown(numbers.step()))];
            below(session, "repl-value-between", &args)
        }
        _ => String::new(),
    }
}

fn is_bounded(numbers: &Numbers) -> bool {
    let farthest = Number::from(FARTHEST);
    numbers.within(-&farthest, farthest)
}
