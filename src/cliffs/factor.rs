//! What is chosen independently of all else: the parts that do not move, and the rests of sums that they make together.

use std::collections::BTreeSet;

use super::Record;
use super::cone::Cone;
use super::listed::Listed;
use super::part::{Choice, Chosen, Part, parts};
use super::spans::Span;
use super::sums::{Key, Sums};
use crate::eval::Stepper;
use crate::ir::{SlotId, Value};
use crate::quantity::{Number, Numbers};

/// Something that is chosen on its own.
pub(super) struct Factor {
    /// The slots that it gives.
    pub slots: Vec<SlotId>,
    /// What they can be.
    pub branches: Vec<Branch>,
    /// Whether they can be nothing else.
    pub complete: bool,
    sums: Option<Sums>,
}

/// Values of the slots of a factor.
pub(super) struct Branch {
    /// The values.
    pub fixed: Vec<(SlotId, Value)>,
    /// A slot that can be any of many numbers.
    pub ranged: Option<(SlotId, Vec<Span>)>,
    source: Source,
}

/// Where the record of a branch comes from.
enum Source {
    Record(Record),
    Sum(Key),
}

/// All factors, and the inputs of which nothing but the block reads any number.
pub(super) fn factors(cone: &Cone, listed: &Listed) -> (Vec<Factor>, Vec<SlotId>) {
    let (mut factors, mut wide, mut adding) = (vec![], vec![], vec![]);
    let before = cone.reads(&cone.moving);
    let mut stepper = Stepper::of(&cone.policy);
    for part in parts(cone) {
        if !part.adds.is_empty() {
            let choices = part.choices(cone, listed, &mut stepper);
            adding.push((part, choices));
        } else if let Some(slot) = any_number(&part, cone, listed) {
            match before.contains(&slot) {
                true => factors.extend(ranged(cone, slot)),
                false => wide.push(slot),
            }
        } else {
            let choices = part.choices(cone, listed, &mut stepper);
            let branch = |Choice { values, record, .. }: Choice| {
                let record = if let Chosen::Given(record) = record { record } else { vec![] };
                let fixed = part.read.iter().copied().zip(values).collect();
                Branch { fixed, ranged: None, source: Source::Record(record) }
            };
            factors.push(Factor {
                slots: part.read.clone(),
                branches: choices.all.into_iter().map(branch).collect(),
                complete: choices.complete,
                sums: None,
            });
        }
    }
    if !adding.is_empty() {
        // The fewer there are the sooner they are added.
        adding.sort_by_key(|(_, choices)| choices.all.len());
        let parts = adding.into_iter().map(|(part, choices)| (part.read, choices)).collect();
        factors.push(summed(cone, Sums::of(parts, cone.rests.len())));
    }
    (factors, wide)
}

/// The only input of a part that can be any of many numbers and is read as it is.
fn any_number(part: &Part, cone: &Cone, listed: &Listed) -> Option<SlotId> {
    let ([slot], [], [read]) = (part.inputs.as_slice(), part.steps.as_slice(), part.read.as_slice()) else {
        return None;
    };
    let numbers = cone.policy.slot(*slot)?.domain.numbers()?;
    (slot == read && !listed.of(*slot).1 && matches!(numbers, Numbers::Range { .. })).then_some(*slot)
}

fn ranged(cone: &Cone, slot: SlotId) -> Option<Factor> {
    let known = cone.policy.slot(slot)?;
    let span = Span::of(known.domain.numbers()?)?;
    let any = Branch { fixed: vec![], ranged: Some((slot, vec![span])), source: Source::Record(vec![]) };
    let missing = Branch {
        fixed: vec![(slot, Value::Missing)],
        ranged: None,
        source: Source::Record(vec![(slot, Value::Missing)]),
    };
    let branches = std::iter::once(any).chain(known.optional.then_some(missing)).collect();
    Some(Factor { slots: vec![slot], branches, complete: true, sums: None })
}

fn summed(cone: &Cone, sums: Sums) -> Factor {
    let mut rests = cone.rests.iter().map(|rest| rest.slot);
    let first = rests.next();
    let others: Vec<SlotId> = rests.collect();
    let branch = |(key, spans): (&Key, &Vec<Span>)| {
        let read = sums.slots.iter().copied().zip(key.0.iter().cloned());
        let of_others = others.iter().copied().zip(key.1.iter().cloned().map(Value::Number));
        Branch {
            fixed: read.chain(of_others).collect(),
            ranged: first.map(|slot| (slot, spans.clone())),
            source: Source::Sum(key.clone()),
        }
    };
    Factor {
        branches: sums.all().map(branch).collect(),
        slots: sums.slots.iter().copied().chain(first).chain(others.iter().copied()).collect(),
        complete: sums.complete,
        sums: Some(sums),
    }
}

/// Factors of which each is all that it can be, and some more; nothing, where that cannot be had.
pub(super) fn outer(cone: &Cone, factors: &[Factor]) -> Option<Vec<Factor>> {
    let before = cone.reads(&cone.moving);
    let known = |factor: &&Factor| factor.complete || factor.gives(&before);
    // What the block alone reads can be left to itself.
    factors.iter().filter(known).map(|factor| factor.outer(cone)).collect()
}

impl Factor {
    fn outer(&self, cone: &Cone) -> Option<Factor> {
        if !self.complete {
            let [slot] = self.slots.as_slice() else { return None };
            return ranged(cone, *slot);
        }
        let branch =
            |of: &Branch| Branch { fixed: of.fixed.clone(), ranged: of.ranged.clone(), source: Source::Record(vec![]) };
        let branches = self.branches.iter().map(branch).collect();
        Some(Factor { slots: self.slots.clone(), branches, complete: true, sums: None })
    }

    /// Whether it gives one of these slots.
    pub fn gives(&self, slots: &BTreeSet<SlotId>) -> bool {
        self.slots.iter().any(|slot| slots.contains(slot))
    }

    /// The slot that can be any of many numbers.
    pub fn ranged(&self) -> Option<SlotId> {
        self.branches.iter().find_map(|branch| Some(branch.ranged.as_ref()?.0))
    }

    /// A record for a branch, where the slot with many numbers has one of them.
    pub fn record(&self, branch: usize, number: Option<&Number>) -> Option<Record> {
        let of = self.branches.get(branch)?;
        match &of.source {
            Source::Sum(key) => self.sums.as_ref()?.record(key, number?),
            Source::Record(record) => {
                let own = of.ranged.as_ref().zip(number).map(|((slot, _), of)| (*slot, Value::Number(of.clone())));
                Some(record.iter().cloned().chain(own).collect())
            }
        }
    }
}
