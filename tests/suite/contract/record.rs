use merit::ir::{Policy, Slot, Type, Value};
use merit::quantity::{Decimal, Domain, Moment, Number, Numbers};

use super::points::around;
use super::random::Random;
use super::world::{TEXTS, World};

/// The generated calendar fields are no longer.
const MOST_DAYS: usize = 64;

/// Records that meet every edge of every field once at least, and some at random.
pub fn records(policy: &Policy, world: &World, random: &mut Random) -> Vec<Vec<Value>> {
    let figures: Vec<Decimal> =
        world.edges.iter().flat_map(|(kind, ticks)| ticks.iter().map(|ticks| kind.value(*ticks))).collect();
    let slots = policy.slots.iter().take(policy.fields.len());
    let choices: Vec<Vec<Value>> = slots.map(|slot| choices(slot, &figures)).collect();
    let most = choices.iter().map(Vec::len).max().unwrap_or(0);
    let record = |at: Option<usize>, random: &mut Random| {
        let value = |values: &Vec<Value>| match at {
            Some(at) if random.chance(50) => values[at % values.len()].clone(),
            _ => random.pick(values).clone(),
        };
        choices.iter().map(value).collect()
    };
    let mut records: Vec<Vec<Value>> = (0..most.min(200)).map(|at| record(Some(at), random)).collect();
    records.extend((0..20).map(|_| record(None, random)));
    records
}

/// Values that a field can have, those at its edges first.
pub fn choices(slot: &Slot, figures: &[Decimal]) -> Vec<Value> {
    let mut choices: Vec<Value> = match (&slot.domain, slot.ty) {
        (Domain::Numbers(numbers), _) => {
            around(numbers, figures.iter().copied()).into_iter().map(Value::from).collect()
        }
        (Domain::Labels(labels), _) => labels.iter().map(|label| Value::Label(*label)).collect(),
        (Domain::Bool { .. }, _) => vec![Value::Bool(false), Value::Bool(true)],
        (Domain::Calendar { first, last }, Type::Calendar(kind)) => {
            let moment = |ordinal| Value::Calendar(Moment { kind, ordinal });
            (*first..=*last).take(MOST_DAYS).chain([*last]).map(moment).collect()
        }
        (Domain::Text, _) => TEXTS.map(|text| Value::Text(text.into())).to_vec(),
        (domain, ty) => panic!("a field of {ty:?} with {domain:?}"),
    };
    if slot.optional {
        choices.push(Value::Missing);
    }
    choices
}

/// All values that a field of few values can have.
pub fn all(slot: &Slot) -> Vec<Value> {
    let mut all: Vec<Value> = match &slot.domain {
        Domain::Numbers(Numbers::Values(values)) => values.iter().cloned().map(Value::Number).collect(),
        Domain::Numbers(Numbers::Range { lo, hi, step }) => {
            let next = |last: &Number| (last < hi).then(|| last + step);
            std::iter::successors(Some(lo.clone()), next).map(Value::Number).collect()
        }
        _ => choices(&Slot { optional: false, ..slot.clone() }, &[]),
    };
    if slot.optional {
        all.push(Value::Missing);
    }
    all
}
