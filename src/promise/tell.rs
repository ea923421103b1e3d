//! What is told of promises, as data.

use super::{Answer, Counter, Promise};
use crate::data::Pair;
use crate::diagnostic::{Arg, Code, Diagnostic, Finding};
use crate::ir::{Policy, SlotId, Step, Type, Value};
use crate::source::{Sources, Span};

/// What is to be told of a promise; of one that is proved nothing.
pub fn tell(policy: &Policy, sources: &Sources, promise: &Promise) -> Option<Diagnostic> {
    let ensure = &promise.ensure;
    let told = |code| Diagnostic::new(code, ensure.span).arg("text", ensure.text.as_str());
    match &promise.answer {
        Answer::Proved(_) => None,
        Answer::Undecided { watched: false, .. } => Some(told(Code::UndecidedPromise).variant("unwatched")),
        Answer::Undecided { searched: false, .. } => Some(told(Code::UndecidedPromise).variant("joint")),
        Answer::Undecided { .. } => Some(told(Code::UndecidedPromise)),
        Answer::Refuted(counter) => {
            let told = told(Code::BrokenPromise).finding(finding(policy, counter));
            let told = told.arg("record", named(policy, &counter.record));
            Some(match &counter.pair {
                Some(pair) => falling(policy, told, (counter, pair), value_text(policy, sources, ensure.slot)),
                None => failing(policy, told, counter),
            })
        }
    }
}

fn failing(policy: &Policy, told: Diagnostic, counter: &Counter) -> Diagnostic {
    let told = told.arg("outcome", named(policy, &counter.outcome));
    match (counter.record.is_empty(), counter.outcome.is_empty()) {
        (true, _) => told.variant("never"),
        (_, true) => told.variant("record"),
        _ => told,
    }
}

fn falling(policy: &Policy, told: Diagnostic, (counter, pair): (&Counter, &Pair), value: (String, Type)) -> Diagnostic {
    let field = policy.slot(pair.field).map_or("", |slot| slot.name.as_str());
    let along = |value: &Value| shown(policy, pair.field, value);
    let came = |number: &Value| typed(policy, value.1, number);
    let told = told.arg("field", field).arg("value", value.0.clone());
    let told = told.arg("less", along(&pair.along.0)).arg("more", along(&pair.along.1));
    let told = told.arg("before", came(&pair.values.0)).arg("after", came(&pair.values.1));
    told.variant(if counter.record.is_empty() { "falls-alone" } else { "falls" })
}

/// The text of the value that must not fall, and its type.
fn value_text(policy: &Policy, sources: &Sources, slot: SlotId) -> (String, Type) {
    let step = policy.step_of(slot).and_then(|at| policy.steps.get(at));
    let span = match step {
        Some(Step::Value(step)) => step.value.span,
        _ => Span::NOWHERE,
    };
    (sources.slice(span).to_owned(), policy.slot(slot).map_or(Type::Invalid, |slot| slot.ty))
}

/// `销售额 = 3000元、客服等级 = 初级`
fn named(policy: &Policy, values: &[(SlotId, Value)]) -> Arg {
    let each = values.iter().map(|(slot, value)| {
        let name = policy.slot(*slot).map_or("", |slot| slot.name.as_str());
        Arg::Phrase(vec![Arg::from(name), Arg::from(" = "), shown(policy, *slot, value)])
    });
    Arg::List(each.collect())
}

/// For machines: the record, or both.
fn finding(policy: &Policy, counter: &Counter) -> Finding {
    let along = |value: Option<&Value>| -> Vec<(String, Arg)> {
        let record = counter.record.iter().map(|(slot, value)| (*slot, value.clone()));
        let field = counter.pair.as_ref().map(|pair| pair.field);
        let record = record.chain(field.zip(value.cloned()));
        let name = |slot: SlotId| policy.slot(slot).map_or_else(String::new, |slot| slot.name.clone());
        record.map(|(slot, value)| (name(slot), shown(policy, slot, &value))).collect()
    };
    let pair = counter.pair.as_ref();
    Finding {
        witness: along(pair.map(|pair| &pair.along.0)),
        second: pair.map_or(vec![], |pair| along(Some(&pair.along.1))),
        ..Finding::default()
    }
}

/// A value of a slot, as a message shows it.
pub fn shown(policy: &Policy, slot: SlotId, value: &Value) -> Arg {
    typed(policy, policy.slot(slot).map_or(Type::Invalid, |slot| slot.ty), value)
}

/// Texts stand in quotes, as in the test that would give them.
fn typed(policy: &Policy, ty: Type, value: &Value) -> Arg {
    let notation = policy.notation(ty);
    if let Value::Text(_) = value { Arg::from(notation.written(value)) } else { notation.shown(value) }
}
