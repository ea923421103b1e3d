//! Promises of policies with so few records that all can be evaluated, one by one and apart from the prover: what is
//! proved breaks nowhere, what is refuted breaks somewhere, and nothing is left undecided.

use std::collections::{BTreeMap, BTreeSet};

use merit::compile::{Compiled, compile};
use merit::diagnostic::{Code, Severity};
use merit::eval;
use merit::ir::{Claim, Policy, Role, SlotId, Type, Value};
use merit::promise::Answer;
use merit::source::SourceFile;

use super::world::World;
use super::{condition, declaration, record};

/// More records than this are not gone through.
const MOST_RECORDS: usize = 2_000;
/// At most so many promises of a policy.
const PROMISES: usize = 12;

#[derive(Debug, Default)]
struct Tally {
    proved: usize,
    refuted: usize,
}

#[test]
fn every_answer_is_what_all_records_say() {
    let tally = hold(0..40);
    assert!(tally.proved > 20 && tally.refuted > 20, "too few to say anything: {tally:?}");
}

/// Takes minutes: `cargo test --release --test suite tried -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes"]
fn every_answer_is_what_all_records_say_for_many_policies() {
    eprintln!("{:?}", hold(100_000..105_000));
}

fn hold(seeds: std::ops::Range<u64>) -> Tally {
    let mut tally = Tally::default();
    for seed in seeds {
        let mut world = World::small(seed);
        declaration::policy(&mut world);
        let text = world.text();
        let plain = compile(SourceFile::new("generated", text.clone()), &[]);
        if !plain.accepted() {
            continue;
        }
        let lines = promises(&plain.policy, &mut world);
        if let Some((text, compiled)) = promising(&text, lines)
            && let Some(records) = everything(&compiled.policy)
            && let Err(told) = right(&compiled, &records, &mut tally)
        {
            panic!("seed {seed}: {told}\n{text}");
        }
    }
    tally
}

/// Conditions, that results never rise or fall along fields, and that one is never below another.
fn promises(policy: &Policy, world: &mut World) -> Vec<String> {
    let fits = |slot: &&merit::ir::Slot| !slot.optional && matches!(slot.ty, Type::Number(_));
    let result = |role: Role| matches!(role, Role::Metric | Role::Pay | Role::PayLine | Role::Scores | Role::Scale);
    let named = |slot: &&merit::ir::Slot| !slot.name.contains(".rate");
    let results: Vec<_> = policy.slots.iter().filter(fits).filter(|slot| result(slot.role)).filter(named).collect();
    let fields = policy.slots.iter().take(policy.fields.len()).filter(|slot| matches!(slot.ty, Type::Number(_)));
    let mut lines = vec![];
    for field in fields {
        for value in &results {
            lines.push(format!("ensure increasing({}, {})", value.name, field.name));
            lines.push(format!("ensure increasing(-{}, {})", value.name, field.name));
        }
    }
    for value in &results {
        for other in results.iter().filter(|other| other.ty == value.ty && other.name != value.name) {
            lines.push(format!("ensure {} >= {}", value.name, other.name));
        }
    }
    while lines.len() > PROMISES {
        let at = world.random.below(lines.len());
        lines.swap_remove(at);
    }
    lines.extend((0..4).map(|_| format!("ensure {}", condition::condition(world, 2))));
    lines
}

/// The policy with those of the promises that can be made.
fn promising(text: &str, mut lines: Vec<String>) -> Option<(String, Compiled)> {
    let first = text.lines().count();
    for _ in 0..4 {
        let whole = format!("{text}{}", lines.join("\n"));
        let compiled = compile(SourceFile::new("generated", whole.clone()), &[]);
        let errors = compiled.diagnostics.iter().filter(|told| told.severity() == Severity::Error);
        let errors = errors.filter(|told| told.code != Code::BrokenPromise);
        let wrong: BTreeSet<usize> = errors.map(|told| compiled.sources.place(told.span).line).collect();
        if wrong.is_empty() {
            return Some((whole, compiled));
        }
        let mut line = first;
        lines.retain(|_| {
            line += 1;
            !wrong.contains(&line)
        });
    }
    None
}

/// Every record of the fields; `None` where there are many.
fn everything(policy: &Policy) -> Option<Vec<Vec<Value>>> {
    let slots = policy.slots.iter().take(policy.fields.len());
    let choices: Vec<Vec<Value>> = slots.map(record::all).collect();
    let count = choices.iter().try_fold(1_usize, |count, values| count.checked_mul(values.len()))?;
    let longer = |records: Vec<Vec<Value>>, values: &Vec<Value>| {
        let each = records.iter().flat_map(|record| {
            values.iter().map(|value| record.iter().cloned().chain([value.clone()]).collect::<Vec<Value>>())
        });
        each.collect()
    };
    (count <= MOST_RECORDS).then(|| choices.iter().fold(vec![vec![]], longer))
}

fn right(compiled: &Compiled, records: &[Vec<Value>], tally: &mut Tally) -> Result<(), String> {
    let policy = &compiled.policy;
    let evaluated: Vec<_> = records.iter().map(|record| eval::evaluate(policy, record)).collect();
    for promise in &compiled.promises {
        let slot = promise.ensure.slot;
        let outcomes = records.iter().zip(evaluated.iter().map(|it| it.value(slot).unwrap()));
        let broken = match promise.ensure.claim {
            Claim::Holds => {
                outcomes.clone().find(|(_, value)| **value != Value::Bool(true)).map(|it| format!("{it:?}"))
            }
            Claim::Increasing(along) => falls(outcomes, along),
        };
        match (&promise.answer, broken) {
            (Answer::Proved(_), None) => tally.proved += 1,
            (Answer::Refuted(_), Some(_)) => tally.refuted += 1,
            (answer, broken) => return Err(format!("{}: {answer:?}, and {broken:?}", promise.ensure.text)),
        }
    }
    Ok(())
}

/// Two records that differ in the field alone, of which the one with more of it has less.
fn falls<'a>(outcomes: impl Iterator<Item = (&'a Vec<Value>, &'a Value)>, along: SlotId) -> Option<String> {
    let mut lines: BTreeMap<Vec<Value>, Vec<(Value, Value)>> = BTreeMap::new();
    for (record, value) in outcomes.filter(|(record, _)| record[along.0] != Value::Missing) {
        let mut others = record.clone();
        let at = others.remove(along.0);
        lines.entry(others).or_default().push((at, value.clone()));
    }
    let fall = |line: &Vec<(Value, Value)>| {
        let pairs = line.iter().flat_map(|one| line.iter().map(move |two| (one, two)));
        pairs.into_iter().any(|(one, two)| one.0 < two.0 && one.1 > two.1)
    };
    lines.iter().find(|(_, line)| fall(line)).map(|found| format!("{found:?}"))
}
