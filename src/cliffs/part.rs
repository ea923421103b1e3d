//! What does not move with a field, in parts that have nothing to do with each other.

use std::collections::{BTreeMap, BTreeSet};

use super::Record;
use super::cone::Cone;
use super::listed::Listed;
use super::spans::Span;
use crate::eval::Stepper;
use crate::ir::{SlotId, Value};
use crate::quantity::Number;

/// A part is tried whole up to so many records; of more so many are tried.
const WHOLE: usize = 8_192;
const TRIED: usize = 1_500;

/// Inputs and steps that hang together, and nothing else with them.
#[derive(Default)]
pub(super) struct Part {
    /// What is chosen.
    pub inputs: Vec<SlotId>,
    /// The steps from these, in order.
    pub steps: Vec<usize>,
    /// What of it is read by what moves.
    pub read: Vec<SlotId>,
    /// What it adds to rests: the rest, and the term in it, by their places.
    pub adds: Vec<(usize, usize)>,
}

/// One thing that a part can be.
#[derive(Clone)]
pub(super) struct Choice {
    /// The values of what is read.
    pub values: Vec<Value>,
    /// What it adds to each rest but the first.
    pub others: Vec<Number>,
    /// What it adds to the first rest: one number, or any of many.
    pub adds: Span,
    /// A record that has it.
    pub record: Chosen,
}

/// The record of a choice.
#[derive(Clone)]
pub(super) enum Chosen {
    /// Just this.
    Given(Record),
    /// What is added, divided by the factor, is the value of the slot.
    Scaled(SlotId, Number),
}

/// What a part can be.
pub(super) struct Choices {
    pub all: Vec<Choice>,
    /// Whether it can be nothing else.
    pub complete: bool,
}

/// The parts.
pub(super) fn parts(cone: &Cone) -> Vec<Part> {
    let mut groups: Vec<(BTreeSet<SlotId>, Part)> = vec![];
    let mut join = |slots: BTreeSet<SlotId>, add: &mut dyn FnMut(&mut Part)| {
        let (touched, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut groups).into_iter().partition(|(own, _)| !own.is_disjoint(&slots));
        groups = rest;
        let (mut all, mut part) = (slots, Part::default());
        for (own, other) in touched {
            all.extend(own);
            part.inputs.extend(other.inputs);
            part.steps.extend(other.steps);
            part.adds.extend(other.adds);
        }
        add(&mut part);
        groups.push((all, part));
    };
    for input in &cone.inputs {
        join(BTreeSet::from([*input]), &mut |part| part.inputs.push(*input));
    }
    for at in &cone.still {
        let Some(step) = cone.policy.steps.get(*at) else { continue };
        let slots = cone.reads(&[*at]).into_iter().chain(step.outputs());
        join(slots.collect(), &mut |part| part.steps.push(*at));
    }
    for (rest, of) in cone.rests.iter().enumerate() {
        for (at, term) in of.terms.iter().enumerate() {
            join(term.expr.slots().into_iter().collect(), &mut |part| part.adds.push((rest, at)));
        }
    }
    let parted = groups.into_iter().map(|(slots, mut part)| {
        part.read = cone.read.intersection(&slots).copied().collect();
        part.steps.sort_unstable();
        part
    });
    parted.filter(|part| !part.read.is_empty() || !part.adds.is_empty()).collect()
}

impl Part {
    /// Everything that it can be, as far as it can be tried.
    pub fn choices(&self, cone: &Cone, listed: &Listed, stepper: &mut Stepper) -> Choices {
        if let Some(choice) = self.straight(cone, listed) {
            return choice;
        }
        let each: Vec<(SlotId, &(Vec<Value>, bool))> =
            self.inputs.iter().map(|slot| (*slot, listed.of(*slot))).collect();
        let count = each.iter().fold(1_usize, |all, (_, (values, _))| all.saturating_mul(values.len().max(1)));
        let whole = count <= WHOLE;
        let mut found: BTreeMap<(Vec<Value>, Vec<Number>, Number), Record> = BTreeMap::new();
        for number in 0..if whole { count } else { TRIED } {
            let mut state = if whole { number as u64 } else { scattered(number) };
            let mut record = Record::new();
            for (slot, (values, _)) in &each {
                let many = values.len().max(1) as u64;
                let at = usize::try_from(state % many).unwrap_or(0);
                state = if whole { state / many } else { scattered(state as usize) };
                record.extend(values.get(at).map(|value| (*slot, value.clone())));
            }
            if let Some(key) = self.tried(cone, stepper, &record) {
                found.entry(key).or_insert(record);
            }
        }
        let complete = whole && each.iter().all(|(_, (_, complete))| *complete);
        let choice = |((values, others, adds), record)| Choice {
            values,
            others,
            adds: Span::one(adds),
            record: Chosen::Given(record),
        };
        Choices { all: found.into_iter().map(choice).collect(), complete }
    }

    fn tried(&self, cone: &Cone, stepper: &mut Stepper, record: &Record) -> Option<(Vec<Value>, Vec<Number>, Number)> {
        record.iter().for_each(|(slot, value)| stepper.put(*slot, value));
        stepper.perform(&self.steps);
        let values: Option<Vec<Value>> = self.read.iter().map(|slot| stepper.value(*slot).cloned()).collect();
        let mut sums = vec![Number::ZERO; cone.rests.len().max(1)];
        for (rest, at) in &self.adds {
            let Some(term) = cone.rests.get(*rest).and_then(|rest| rest.terms.get(*at)) else { continue };
            // What is not there is not looked at either.
            let Ok(Value::Number(value)) = stepper.of_expr(&term.expr) else { continue };
            sums.get_mut(*rest).into_iter().for_each(|sum| *sum = &*sum + &(&value * &term.factor));
        }
        let first = sums.remove(0);
        Some((values?, sums, first))
    }

    /// A number of which there are many, and that is added as it is.
    fn straight(&self, cone: &Cone, listed: &Listed) -> Option<Choices> {
        let ([slot], [], [], [(0, at)]) =
            (self.inputs.as_slice(), self.steps.as_slice(), self.read.as_slice(), self.adds.as_slice())
        else {
            return None;
        };
        let term = cone.rests.first()?.terms.get(*at)?;
        let known = cone.policy.slot(*slot).filter(|known| !known.optional)?;
        if term.expr.slot() != Some(*slot) || listed.of(*slot).1 {
            return None;
        }
        let numbers = known.domain.numbers()?;
        let adds = Span::of(numbers)?.scaled(&term.factor);
        let others = vec![Number::ZERO; cone.rests.len().saturating_sub(1)];
        let record = Chosen::Scaled(*slot, term.factor.clone());
        Some(Choices { all: vec![Choice { values: vec![], others, adds, record }], complete: true })
    }
}

/// A number without system, always the same for one number.
fn scattered(number: usize) -> u64 {
    let mixed = (number as u64).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 16
}
