//! Who moves by another policy over the same records, and what that comes to.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::nested::outer_pay;
use crate::data::spell_cell;
use crate::eval::Evaluation;
use crate::ir::{Policy, Role, SlotId};
use crate::quantity::Number;

/// What becomes of records by another policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Moves {
    /// How many have other results.
    pub changed: usize,
    /// What is compared of each, where both policies have it.
    pub measure: Option<Measure>,
    /// Whose figure moves, those who move most first.
    pub movers: Vec<Mover>,
    /// What all figures came to and come to, of the records that have one by both.
    pub totals: (Number, Number),
}

/// The figure of a record that is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// What is paid in all.
    Pay,
    /// The points in all, where nothing is paid.
    Scores,
}

/// A record whose figure moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mover {
    /// Its place among the records.
    pub at: usize,
    /// Its figure before.
    pub old: Number,
    /// Its figure now.
    pub new: Number,
}

impl Moves {
    /// Holds what one policy makes of records against what another makes of them.
    pub fn of((old, before): (&Policy, &[Evaluation]), (new, after): (&Policy, &[Evaluation])) -> Moves {
        let pairs = || before.iter().zip(after);
        let changed = pairs().filter(|(then, now)| results(old, then) != results(new, now)).count();
        let (measure, was, is) = measured(old, new);
        let (mut movers, mut totals) = (vec![], (Number::ZERO, Number::ZERO));
        for (at, (then, now)) in pairs().enumerate().filter(|_| measure.is_some()) {
            let Some((old, new)) = sum(then, &was).zip(sum(now, &is)) else { continue };
            totals = (&totals.0 + &old, &totals.1 + &new);
            if old != new {
                movers.push(Mover { at, old, new });
            }
        }
        movers.sort_by_key(|mover| Reverse((&mover.new - &mover.old).abs()));
        Moves { changed, measure, movers, totals }
    }
}

/// What both policies have, and the slots that make it up in each. Amounts of two currencies do not compare.
fn measured(old: &Policy, new: &Policy) -> (Option<Measure>, Vec<SlotId>, Vec<SlotId>) {
    let (was, is) = (paid(old), paid(new));
    if !was.is_empty() && !is.is_empty() {
        let measure = (old.header.currency == new.header.currency).then_some(Measure::Pay);
        return (measure, was, is);
    }
    let (was, is) = (of_role(old, Role::Scores), of_role(new, Role::Scores));
    ((!was.is_empty() && !is.is_empty()).then_some(Measure::Scores), was, is)
}

/// The pay blocks that are paid by themselves.
fn paid(policy: &Policy) -> Vec<SlotId> {
    of_role(policy, Role::Pay).into_iter().filter(|slot| outer_pay(policy, *slot).is_none()).collect()
}

fn of_role(policy: &Policy, role: Role) -> Vec<SlotId> {
    let slots = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role == role);
    slots.map(|(at, _)| SlotId(at)).collect()
}

fn sum(evaluation: &Evaluation, slots: &[SlotId]) -> Option<Number> {
    slots.iter().map(|slot| evaluation.value(*slot).ok()?.number()).sum()
}

/// The cells of a result by the names of their columns, in whichever order the policy declares them.
fn results<'p>(policy: &'p Policy, evaluation: &Evaluation) -> BTreeMap<&'p str, Option<String>> {
    let columns = policy.columns.iter().filter(|column| column.default);
    let cell = |slot| Some(spell_cell(policy, policy.slot(slot)?, evaluation.value(slot).ok()?));
    columns.map(|column| (column.name.as_str(), cell(column.slot))).collect()
}
