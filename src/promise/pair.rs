//! The search for two records that differ in one field, of which the one with more of it has less of a value.

use super::Counter;
use super::proof::{Case, Everything, Outcome};
use super::world::{World, between, with};
use crate::data::Pair;
use crate::ir::{SlotId, Value};
use crate::quantity::Domain;

/// Between two neighbouring values of the field so many turns are looked at.
const MOST_TURNS: usize = 8;

/// A record and how the value falls as the field of it grows.
type Fall = (Vec<Value>, Pair);

/// Looks for a fall of a value that is not certain never to fall.
pub(super) fn search(world: &World, slot: SlotId, field: SlotId) -> Outcome<Counter> {
    let Some(at) = world.inputs.iter().position(|input| input.slot == field) else { return Outcome::Stopped };
    let search = Search { world, slot, field, at };
    // Another row of a lookup may come with another value of the field.
    let found = match Everything::of(world).filter(|_| !world.joins(field)) {
        Some(everything) => everything.each_line(at, |line| search.along(line)),
        None => search.among_some().map_or(Outcome::Stopped, Outcome::Broken),
    };
    match found {
        Outcome::Broken((base, pair)) => Outcome::Broken(search.counter(base, pair)),
        Outcome::All(proof) => Outcome::All(proof),
        Outcome::Stopped => Outcome::Stopped,
    }
}

struct Search<'a> {
    world: &'a World<'a>,
    slot: SlotId,
    field: SlotId,
    /// The place of the field among the inputs.
    at: usize,
}

impl Search<'_> {
    /// Whether the value falls anywhere along records that differ in the field alone.
    fn along(&self, line: &[Vec<Value>]) -> Case<Fall> {
        let mut line: Vec<(&Value, &Vec<Value>)> =
            line.iter().filter_map(|record| Some((record.get(self.at)?, record))).collect();
        line.retain(|(along, _)| **along != Value::Missing);
        line.sort_unstable();
        let (mut known, mut greatest) = (true, None::<(&Value, Value)>);
        for (along, record) in line {
            let value = match self.world.evaluate(record).value(self.slot) {
                Ok(value) if *value != Value::Missing => value.clone(),
                _ => {
                    known = false;
                    continue;
                }
            };
            match greatest.take() {
                Some((less, more)) if value < more => {
                    let along = (less.clone(), along.clone());
                    let pair = Pair { field: self.field, along, values: (more, value) };
                    return Case::Broken((record.clone(), pair));
                }
                _ => greatest = Some((along, value)),
            }
        }
        if known { Case::Holds } else { Case::Unknown }
    }

    /// A fall among all records that the values to try make or, where these are too many, among some.
    fn among_some(&self) -> Option<Fall> {
        let world = self.world;
        match world.few() {
            Some(count) => {
                let bases = (0..count).map(|number| world.record(number));
                // The field itself is gone along from its first value in each.
                let first = world.inputs.get(self.at).and_then(|input| input.marks.values.first());
                bases.filter(|base| base.get(self.at) == first).find_map(|base| self.fall(&base))
            }
            None => world.scattered_all().find_map(|base| self.fall(&base)),
        }
    }

    fn value(&self, base: &[Value], along: &Value) -> Option<Value> {
        let evaluation = self.world.evaluate(&with(base, self.at, along.clone()));
        evaluation.value(self.slot).ok().filter(|value| **value != Value::Missing).cloned()
    }

    /// A fall along the field, all else as in `base`.
    fn fall(&self, base: &[Value]) -> Option<Fall> {
        let input = self.world.inputs.get(self.at)?;
        let mut along: Vec<&Value> = input.marks.values.iter().filter(|value| **value != Value::Missing).collect();
        along.sort_unstable();
        let pairs = along.iter().zip(along.iter().skip(1));
        let found = pairs
            .filter(|_| !self.world.is_exhausted())
            .find_map(|(less, more)| self.falls(base, less, more).or_else(|| self.falls_at_turns(base, less, more)))?;
        Some((base.to_vec(), self.narrowed(base, found)))
    }

    fn falls(&self, base: &[Value], less: &Value, more: &Value) -> Option<Pair> {
        let (before, after) = (self.value(base, less)?, self.value(base, more)?);
        let pair = Pair { field: self.field, along: (less.clone(), more.clone()), values: (before, after) };
        (pair.values.1 < pair.values.0).then_some(pair)
    }

    /// A fall where the policy goes another way between two values.
    fn falls_at_turns(&self, base: &[Value], less: &Value, more: &Value) -> Option<Pair> {
        let (mut from, end) = (less.number()?.clone(), more.number()?);
        for _ in 0..MOST_TURNS {
            let (below, above) = self.world.turn_between(base, self.at, &from, end)?;
            let found = self.falls(base, &Value::Number(below), &Value::Number(above.clone()));
            if found.is_some() {
                return found;
            }
            from = above;
        }
        None
    }

    /// The same fall between values that are as near as can be.
    fn narrowed(&self, base: &[Value], mut pair: Pair) -> Pair {
        let slot = self.world.policy.slot(self.field);
        let Some(Domain::Numbers(numbers)) = slot.map(|slot| &slot.domain) else { return pair };
        while let (Some(less), Some(more)) = (pair.along.0.number(), pair.along.1.number())
            && let Some(middle) = between(numbers, less, more).map(Value::Number)
            && let Some(value) = self.value(base, &middle)
        {
            if value > pair.values.1 {
                (pair.along.0, pair.values.0) = (middle, value);
            } else {
                (pair.along.1, pair.values.1) = (middle, value);
            }
        }
        pair
    }

    /// Tells the fall with the other inputs as a reader would rather see them.
    fn counter(&self, mut base: Vec<Value>, mut pair: Pair) -> Counter {
        for (at, input) in self.world.inputs.iter().enumerate().filter(|(at, _)| *at != self.at) {
            for value in &input.marks.values {
                if base.get(at) == Some(value) {
                    break;
                }
                let next = with(&base, at, value.clone());
                if let Some(found) = self.falls(&next, &pair.along.0, &pair.along.1) {
                    (base, pair) = (next, found);
                    break;
                }
            }
        }
        let named = self.world.named(&base).into_iter();
        let record = named.filter(|(slot, _)| *slot != self.field).collect();
        Counter { record, outcome: vec![], pair: Some(pair) }
    }
}
