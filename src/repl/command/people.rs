//! `:table`, `:who`, `:sort`: the records of the data with their results, all or some.

use std::cmp::Ordering;

use super::super::{Answer, Session, evaluate, pending};
use super::drawn::{Row, draw};
use crate::diagnostic::nearest_of;
use crate::eval::Evaluation;
use crate::ir::{Policy, SlotId, Value};

/// `:table`, `:table 总分, 等级`
pub(super) fn table(session: &mut Session, behind: &str) -> Answer {
    if let Some(told) = lacking(session) {
        return told;
    }
    let asked = match named(session, behind) {
        Ok(asked) => asked,
        Err(told) => return told,
    };
    let rows = everybody(session);
    draw(session, rows, &asked, true).into()
}

/// `:sort 总分`, `:sort 总分 desc`
pub(super) fn sort(session: &mut Session, behind: &str) -> Answer {
    if let Some(told) = lacking(session) {
        return told;
    }
    let (name, order) = behind.split_once(char::is_whitespace).unwrap_or((behind, ""));
    let falling = match order.trim() {
        "" | "asc" | "升序" => false,
        "desc" | "降序" => true,
        _ => return Answer::usage(session.say("repl-bare-sort", &[])),
    };
    let slot = match named(session, name) {
        Ok(slots) => slots,
        Err(told) => return told,
    };
    let Some(first) = slot.first().copied() else { return Answer::default() };
    let mut rows = everybody(session);
    rows.sort_by(|one, other| {
        let order = order_of(one.1.value(first).ok(), other.1.value(first).ok());
        if falling { order.reverse() } else { order }
    });
    draw(session, rows, &[], false).into()
}

/// `:who 等级 = D`
pub(super) fn who(session: &mut Session, condition: &str) -> Answer {
    if let Some(told) = lacking(session) {
        return told;
    }
    let (compiled, slot) = match evaluate::compiled(session, condition) {
        Ok(found) => found,
        Err(told) => return told,
    };
    let policy = &compiled.policy;
    if policy.slot(slot).is_none_or(|slot| slot.ty != crate::ir::Type::Bool) {
        return Answer::refused(session.say("repl-no-condition", &[("text", condition.into())]));
    }
    let (places, records) = session.now.records(policy);
    let all = places.len();
    let held = session.beside.evaluations(policy, &records);
    let held = held.iter().map(|of| matches!(of.value(slot), Ok(Value::Bool(true))));
    let rows: Vec<Row> =
        everybody(session).into_iter().zip(held).filter(|(_, held)| *held).map(|(row, _)| row).collect();
    let told = session.say("repl-who", &[("count", rows.len().into()), ("all", all.into())]);
    match rows.is_empty() {
        true => told.into(),
        false => (told + &draw(session, rows, &[], false)).into(),
    }
}

fn everybody(session: &Session) -> Vec<(usize, Evaluation)> {
    session.everybody(&session.now)
}

/// What must be there before people can be shown.
fn lacking(session: &Session) -> Option<Answer> {
    let loaded = session.now.batch().is_some();
    let told = match session.now.compiled.accepted() {
        true if loaded => return None,
        false if loaded => pending::told(session),
        _ => session.say("repl-no-people", &[]),
    };
    Some(Answer::usage(told))
}

/// The slots of these names, parted by commas or blanks.
fn named(session: &Session, text: &str) -> Result<Vec<SlotId>, Answer> {
    let names = text.split([',', '，', '、', ' ']).map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| slot(session, name)).collect()
}

fn slot(session: &Session, name: &str) -> Result<SlotId, Answer> {
    let policy: &Policy = session.now.policy();
    let titled = |title: &Option<String>| title.as_deref() == Some(name);
    let found =
        policy.slot_named(name).or_else(|| policy.slots.iter().position(|slot| titled(&slot.title)).map(SlotId));
    found.ok_or_else(|| {
        let names = policy.slots.iter().map(|slot| slot.name.as_str());
        Answer::usage(match nearest_of(name, names) {
            Some(near) => session.say("repl-no-name-near", &[("name", name.into()), ("near", near.into())]),
            None => session.say("repl-no-name", &[("name", name.into())]),
        })
    })
}

/// Which comes first: what is missing comes last.
fn order_of(one: Option<&Value>, other: Option<&Value>) -> Ordering {
    match (one, other) {
        (Some(Value::Number(one)), Some(Value::Number(other))) => one.cmp(other),
        (Some(Value::Label(one)), Some(Value::Label(other))) => one.cmp(other),
        (Some(Value::Text(one)), Some(Value::Text(other))) => one.cmp(other),
        (Some(Value::Bool(one)), Some(Value::Bool(other))) => one.cmp(other),
        (Some(Value::Calendar(one)), Some(Value::Calendar(other))) => one.cmp(other),
        (Some(Value::Missing) | None, Some(Value::Missing) | None) => Ordering::Equal,
        (Some(Value::Missing) | None, _) => Ordering::Greater,
        (_, Some(Value::Missing) | None) => Ordering::Less,
        _ => Ordering::Equal,
    }
}
