//! Advice held against what comes out when a field is changed, by everybody being evaluated anew.

use merit::advice::{Advice, Answer, Goal, Kind};
use merit::eval::Evaluation;
use merit::ir::{Policy, SlotId, Type, Value};
use merit::quantity::{Domain, Moment, Number, Numbers};

use super::Bench;
use crate::contract::random::Random;

/// Of a field with more values only some are tried.
const MOST: usize = 300;

/// What was seen, so that a test can say that it saw something.
#[derive(Debug, Default)]
pub struct Seen {
    pub reached: usize,
    pub unreachable: usize,
    pub open: usize,
    pub missing: usize,
}

/// Holds all advice for a record to what comes out.
pub fn hold(bench: &Bench, at: usize, random: &mut Random, seen: &mut Seen) -> Result<(), String> {
    let before = bench.with(at, None);
    let all = bench.advice(at, &[]);
    let told = |advice: &Advice, what: &str| Err(format!("{what}: {advice:#?} of {before:?}"));
    for advice in &all {
        let Some(field) = advice.field else { continue };
        let reaches = |value: &Value| reached(advice.goal, &before, &bench.with(at, Some((field, value))));
        match &advice.answer {
            Answer::At(to) | Answer::Within(to) => {
                seen.reached += 1;
                seen.missing += usize::from(*to == Value::Missing || advice.from == Value::Missing);
                if !reaches(to) {
                    return told(advice, "not reached");
                }
                let exact = matches!(advice.answer, Answer::At(_));
                seen.open += usize::from(!exact);
                for nearer in values(bench.policy, field, &advice.from, Some(to), random) {
                    if exact && reaches(&nearer) {
                        return told(advice, &format!("{nearer:?} is nearer"));
                    }
                }
            }
            Answer::Unreachable => {
                seen.unreachable += 1;
                for value in values(bench.policy, field, &advice.from, None, random) {
                    if reaches(&value) {
                        return told(advice, &format!("{value:?} reaches it"));
                    }
                }
            }
            Answer::Unsettled => seen.open += 1,
        }
    }
    Ok(())
}

/// Whether a goal is reached, by its definition.
pub fn reached(goal: Goal, before: &Evaluation, after: &Evaluation) -> bool {
    match (goal.kind, before.value(goal.slot), after.value(goal.slot)) {
        (Kind::Grade, Ok(Value::Label(before)), Ok(Value::Label(after))) => after < before,
        (Kind::Points | Kind::Pay, Ok(Value::Number(before)), Ok(Value::Number(after))) => after > before,
        _ => false,
    }
}

/// The values of a field that are nearer to what it is than another, or all: where they are many, those next to both, the
/// ends, and some without system.
fn values(policy: &Policy, field: SlotId, from: &Value, to: Option<&Value>, random: &mut Random) -> Vec<Value> {
    let slot = &policy.slots[field.0];
    let figure = |value: &Value| match value {
        Value::Number(number) => Some(number.clone()),
        Value::Label(at) => Some(Number::from(*at)),
        Value::Bool(is) => Some(Number::from(i32::from(*is))),
        Value::Calendar(moment) => Some(Number::from(moment.ordinal)),
        _ => None,
    };
    let nearer = |value: &Value| match (figure(value), figure(from), to.map(figure)) {
        (Some(value), Some(from), Some(Some(to))) => (&value - &from).abs() < (&to - &from).abs(),
        // From nothing, whatever asks for less; nothing itself is farther than all that is there.
        (Some(_), None, Some(Some(_))) => false,
        _ => true,
    };
    let mut all = match (&slot.domain, slot.ty) {
        (Domain::Numbers(Numbers::Values(values)), _) => values.iter().cloned().map(Value::Number).collect(),
        (Domain::Numbers(Numbers::Range { lo, hi, step }), _) => {
            let near = [Some(from), to].into_iter().flatten().filter_map(Value::number);
            some(lo, hi, step, near.cloned().collect(), random).into_iter().map(Value::Number).collect()
        }
        (Domain::Labels(labels), _) => labels.iter().map(|at| Value::Label(*at)).collect(),
        (Domain::Bool { .. }, _) => vec![Value::Bool(false), Value::Bool(true)],
        (Domain::Calendar { first, last }, Type::Calendar(kind)) => {
            let near = [Some(from), to].into_iter().flatten().filter_map(figure).collect();
            let all = some(&Number::from(*first), &Number::from(*last), &Number::ONE, near, random);
            let ordinal = |at: Number| i32::try_from(at.decimal().unwrap()).unwrap();
            all.into_iter().map(|at| Value::Calendar(Moment { kind, ordinal: ordinal(at) })).collect()
        }
        _ => vec![],
    };
    if slot.optional && to.is_none() {
        all.push(Value::Missing);
    }
    all.retain(|value| value != from && Some(value) != to && nearer(value));
    all
}

fn some(lo: &Number, hi: &Number, step: &Number, near: Vec<Number>, random: &mut Random) -> Vec<Number> {
    let last = i64::try_from((hi - lo).index(step).unwrap()).unwrap();
    let place = |at: i64| lo + &(Number::from(at) * step.clone());
    if last < i64::try_from(MOST).unwrap() {
        return (0..=last).map(place).collect();
    }
    let near = near.iter().map(|near| i64::try_from((near - lo).index(step).unwrap()).unwrap());
    let mut places: Vec<i64> = near.flat_map(|at| [at - 1, at + 1, at - 7, at + 7]).chain([0, last]).collect();
    places.extend((0..40).map(|_| random.between(0, last)));
    if let (Some(least), Some(most)) = (places.iter().min().copied(), places.iter().max().copied()) {
        places.extend((0..20).map(|_| random.between(least, most)));
    }
    places.into_iter().filter(|at| (0..=last).contains(at)).map(place).collect()
}
