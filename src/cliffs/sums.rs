//! All that the rest of a sum can come to, exactly, and a record for each: item by item, what sums there are so far.

use std::collections::BTreeMap;

use super::Record;
use super::part::{Choice, Choices, Chosen};
use super::spans::{Span, joined, runs};
use crate::ir::{SlotId, Value};
use crate::quantity::Number;

/// More runs than this are thinned.
const MOST: usize = 8_000;
/// So many choices that differ in the sum alone are looked at as runs.
const MANY: usize = 96;

/// What is read besides, and what the other sums come to.
pub(super) type Key = (Vec<Value>, Vec<Number>);

/// The sums so far.
type Layer = BTreeMap<Key, Vec<Span>>;

/// The sums of parts.
pub(super) struct Sums {
    /// The slots that are read besides.
    pub slots: Vec<SlotId>,
    parts: Vec<Part>,
    layers: Vec<Layer>,
    /// Whether there are no others.
    pub complete: bool,
}

/// A part, its choices by what they are besides the sum.
struct Part {
    by: BTreeMap<Key, Vec<Span>>,
    all: Vec<Choice>,
}

impl Sums {
    /// The sums of parts, each with the slots of it that are read; of so many sums.
    pub fn of(parts: Vec<(Vec<SlotId>, Choices)>, count: usize) -> Self {
        let nothing: Key = (vec![], vec![Number::ZERO; count.saturating_sub(1)]);
        let start = Layer::from([(nothing, vec![Span::one(Number::ZERO)])]);
        let mut sums = Sums { slots: vec![], parts: vec![], layers: vec![start], complete: true };
        for (slots, choices) in parts {
            sums.slots.extend(slots);
            sums.complete &= choices.complete;
            sums.add(choices.all);
        }
        sums
    }

    fn add(&mut self, all: Vec<Choice>) {
        let mut by: BTreeMap<Key, Vec<Span>> = BTreeMap::new();
        for choice in &all {
            by.entry((choice.values.clone(), choice.others.clone())).or_default().push(choice.adds.clone());
        }
        for spans in by.values_mut().filter(|spans| spans.len() > MANY) {
            let (single, mut kept): (Vec<Span>, Vec<Span>) =
                std::mem::take(spans).into_iter().partition(|span| span.single().is_some());
            let mut values: Vec<Number> = single.into_iter().map(|span| span.lo).collect();
            values.sort();
            kept.extend(runs(values));
            *spans = kept;
        }
        let mut next = Layer::new();
        for (before, sums) in self.layers.last().into_iter().flatten() {
            for (own, adds) in &by {
                let place = next.entry(together(before, own)).or_default();
                for (sum, add) in sums.iter().flat_map(|sum| adds.iter().map(move |add| (sum, add))) {
                    match sum.plus(add) {
                        Some(all) => place.extend(all),
                        None => {
                            self.complete = false;
                            place.extend([Span::one(&sum.lo + &add.lo), Span::one(&sum.hi + &add.hi)]);
                        }
                    }
                }
                if place.len() > 4 * MOST {
                    *place = joined(std::mem::take(place));
                }
            }
        }
        for spans in next.values_mut() {
            *spans = joined(std::mem::take(spans));
            if spans.len() > MOST {
                self.complete = false;
                let every = spans.len().div_ceil(MOST);
                *spans = std::mem::take(spans).into_iter().step_by(every).collect();
            }
        }
        self.parts.push(Part { by, all });
        self.layers.push(next);
    }

    /// What there is in the end.
    pub fn all(&self) -> impl Iterator<Item = (&Key, &Vec<Span>)> {
        self.layers.last().into_iter().flatten()
    }

    /// A record with that sum.
    pub fn record(&self, key: &Key, sum: &Number) -> Option<Record> {
        let (mut record, mut key, mut sum) = (Record::new(), key.clone(), sum.clone());
        for (part, before) in self.parts.iter().zip(&self.layers).rev() {
            let (earlier, own, add) = part.by.iter().find_map(|(own, adds)| {
                let earlier = apart(&key, own)?;
                let sums = before.get(&earlier)?;
                let add = adds.iter().find_map(|add| sums.iter().find_map(|rest| add.share(&sum, rest)))?;
                Some((earlier, own, add))
            })?;
            let choice = part
                .all
                .iter()
                .find(|choice| choice.values == own.0 && choice.others == own.1 && choice.adds.contains(&add))?;
            match &choice.record {
                Chosen::Given(own) => record.extend(own.iter().cloned()),
                Chosen::Scaled(slot, factor) => record.push((*slot, Value::Number(add.divide(factor)?))),
            }
            sum = &sum - &add;
            key = earlier;
        }
        Some(record)
    }
}

fn together(before: &Key, own: &Key) -> Key {
    let values = before.0.iter().chain(&own.0).cloned().collect();
    (values, before.1.iter().zip(&own.1).map(|(before, own)| before + own).collect())
}

/// What there was before something was added; nothing, where it was not.
fn apart(key: &Key, own: &Key) -> Option<Key> {
    let values = key.0.strip_suffix(own.0.as_slice())?.to_vec();
    Some((values, key.1.iter().zip(&own.1).map(|(all, own)| all - own).collect()))
}
