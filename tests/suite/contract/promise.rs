//! What is proved of generated policies is never broken, and what refutes a promise breaks it.

use merit::compile::{Compiled, compile};
use merit::eval;
use merit::ir::{Claim, Policy, Role, SlotId, Type, Value};
use merit::promise::{Answer, Counter, Promise};
use merit::source::SourceFile;

use super::random::Random;
use super::world::World;
use super::{declaration, record};

/// How many generated policies are given promises.
const POLICIES: std::ops::Range<u64> = 0..26;
/// At most so many promises of each policy.
const PROMISES: usize = 12;

#[derive(Debug, Default)]
struct Tally {
    proved: usize,
    refuted: usize,
    open: usize,
}

#[test]
fn answers_are_right() {
    let mut tally = Tally::default();
    for seed in POLICIES {
        let mut world = World::new(seed);
        declaration::policy(&mut world);
        let text = world.text();
        let plain = compile(SourceFile::new("generated", text.clone()), &[]);
        if !plain.accepted() {
            continue;
        }
        let promising = format!("{text}\n{}", promises(&plain.policy, &mut Random::new(seed)));
        let compiled = compile(SourceFile::new("generated", promising.clone()), &[]);
        let records = record::records(&compiled.policy, &world, &mut Random::new(seed));
        for promise in &compiled.promises {
            if let Err(told) = right(&compiled, promise, &records, &mut tally) {
                panic!("{}: {told}\n{promising}", promise.ensure.text);
            }
        }
    }
    assert!(tally.proved > 10 && tally.refuted > 10, "too few to say anything: {tally:?}");
}

/// That results never fall along fields, and that one is never below another.
fn promises(policy: &Policy, random: &mut Random) -> String {
    let fits = |slot: &&merit::ir::Slot| !slot.optional && matches!(slot.ty, Type::Number(_));
    let result = |role: Role| matches!(role, Role::Metric | Role::Pay | Role::PayLine | Role::Scores);
    let results: Vec<_> = policy.slots.iter().filter(fits).filter(|slot| result(slot.role)).collect();
    let fields: Vec<_> = policy.slots.iter().take(policy.fields.len()).collect();
    let moving = |slot: &&&merit::ir::Slot| matches!(slot.ty, Type::Number(_) | Type::Calendar(_));
    let mut lines = vec![];
    for value in &results {
        for field in fields.iter().filter(moving) {
            lines.push(format!("ensure increasing({}, {})", value.name, field.name));
        }
        for other in results.iter().filter(|other| other.ty == value.ty && other.name != value.name) {
            lines.push(format!("ensure {} >= {}", value.name, other.name));
        }
    }
    while lines.len() > PROMISES {
        let at = random.below(lines.len());
        lines.swap_remove(at);
    }
    lines.join("\n")
}

fn right(compiled: &Compiled, promise: &Promise, records: &[Vec<Value>], tally: &mut Tally) -> Result<(), String> {
    let policy = &compiled.policy;
    match &promise.answer {
        Answer::Proved(_) => {
            tally.proved += 1;
            records.iter().try_for_each(|record| match promise.ensure.claim {
                Claim::Holds => holds(policy, promise, record),
                Claim::Increasing(along) => rises(policy, promise, along, record, records),
            })
        }
        Answer::Refuted(counter) => {
            tally.refuted += 1;
            breaks(policy, promise, counter)
        }
        Answer::Undecided { .. } => {
            tally.open += 1;
            Ok(())
        }
    }
}

fn holds(policy: &Policy, promise: &Promise, record: &[Value]) -> Result<(), String> {
    match eval::evaluate(policy, record).value(promise.ensure.slot) {
        Ok(Value::Bool(true)) => Ok(()),
        other => Err(format!("proved, and {other:?} for {record:?}")),
    }
}

/// The record with the field as it is in each of the others has no less where it has more.
fn rises(
    policy: &Policy,
    promise: &Promise,
    along: SlotId,
    record: &[Value],
    all: &[Vec<Value>],
) -> Result<(), String> {
    let mut values: Vec<&Value> = all.iter().take(40).map(|other| &other[along.0]).collect();
    values.retain(|value| **value != Value::Missing);
    values.sort();
    values.dedup();
    let mut last: Option<(Value, Value)> = None;
    for value in values {
        let mut record = record.to_vec();
        record[along.0] = value.clone();
        let found = eval::evaluate(policy, &record).value(promise.ensure.slot).unwrap().clone();
        if let Some((before, less)) = last.filter(|(_, less)| *less > found) {
            return Err(format!("proved, and {less:?} at {before:?} but {found:?} at {value:?} for {record:?}"));
        }
        last = Some((value.clone(), found));
    }
    Ok(())
}

fn breaks(policy: &Policy, promise: &Promise, counter: &Counter) -> Result<(), String> {
    let value = |given: &[(SlotId, Value)]| {
        let outside = given.iter().find(|(slot, value)| {
            let slot = policy.slot(*slot).unwrap();
            !(value.lies_in(&slot.domain) || (slot.optional && *value == Value::Missing))
        });
        assert_eq!(outside, None, "{}", promise.ensure.text);
        eval::evaluate_given(policy, given).value(promise.ensure.slot).cloned().map_err(Clone::clone)
    };
    match &counter.pair {
        None => match value(&counter.record) {
            Ok(Value::Bool(false)) => Ok(()),
            other => Err(format!("refuted by {:?}, and {other:?}", counter.record)),
        },
        Some(pair) => {
            let with = |along: &Value| [counter.record.clone(), vec![(pair.field, along.clone())]].concat();
            let (before, after) = (value(&with(&pair.along.0)), value(&with(&pair.along.1)));
            let same = before.as_ref() == Ok(&pair.values.0) && after.as_ref() == Ok(&pair.values.1);
            match same && pair.along.0 < pair.along.1 && pair.values.0 > pair.values.1 {
                true => Ok(()),
                false => Err(format!("refuted by {pair:?}, and {before:?}, {after:?}")),
            }
        }
    }
}
