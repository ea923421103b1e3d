//! Who moves by another policy over the same records, and what that comes to.

use std::borrow::Borrow;
use std::cmp::Reverse;

use super::nested::outer_pay;
use crate::data::spell_cell;
use crate::eval::Evaluation;
use crate::ir::{Policy, Role, Slot, SlotId, Value};
use crate::quantity::Number;

/// What becomes of records by another policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Moves {
    /// How many have other results.
    pub changed: usize,
    /// How many of them in a result that both policies have.
    pub in_both: usize,
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
    pub fn of<E: Borrow<Evaluation>>((old, before): (&Policy, &[E]), (new, after): (&Policy, &[E])) -> Moves {
        let pairs = || before.iter().map(Borrow::borrow).zip(after.iter().map(Borrow::borrow));
        let columns = Columns::of(old, new);
        let in_both = pairs().filter(|(then, now)| columns.differ(then, now)).count();
        let changed = if columns.are_others { before.len().min(after.len()) } else { in_both };
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
        Moves { changed, in_both, measure, movers, totals }
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

/// The columns of the results of two policies, by their names, in whichever order each declares them.
struct Columns<'p> {
    /// Those of both; of each whether equal values are equal cells.
    pairs: Vec<(Column<'p>, Column<'p>, bool)>,
    /// Whether each policy has columns of its own.
    are_others: bool,
}

/// A column of a result.
type Column<'p> = (&'p Policy, SlotId, &'p Slot);

impl<'p> Columns<'p> {
    fn of(old: &'p Policy, new: &'p Policy) -> Self {
        let columns = |policy: &'p Policy| -> Vec<(&'p str, Column<'p>)> {
            let shown = policy.columns.iter().filter(|column| column.default);
            shown.filter_map(|it| Some((it.name.as_str(), (policy, it.slot, policy.slot(it.slot)?)))).collect()
        };
        let (was, is) = (columns(old), columns(new));
        let found = |name: &str| is.iter().find(|(other, _)| *other == name).map(|(_, column)| *column);
        let pairs: Vec<_> = was.iter().filter_map(|(name, one)| Some((*one, found(name)?))).collect();
        let are_others = pairs.len() < was.len() || pairs.len() < is.len();
        let pairs = pairs.into_iter().map(|(one, other)| (one, other, are_alike(one, other))).collect();
        Columns { pairs, are_others }
    }

    /// Whether a record has another result of those that both have.
    fn differ(&self, then: &Evaluation, now: &Evaluation) -> bool {
        self.pairs.iter().any(|(one, other, alike)| differ((*one, then), (*other, now), *alike))
    }
}

fn are_alike((old, _, one): Column, (new, _, other): Column) -> bool {
    let labels = |policy: &Policy, slot: &Slot| {
        policy.labels(slot.ty).map(|set| set.labels.iter().map(|label| label.name.clone()).collect::<Vec<_>>())
    };
    let types = match labels(old, one) {
        Some(labels_of_one) => labels(new, other) == Some(labels_of_one),
        None => one.ty == other.ty,
    };
    types && one.time_unit == other.time_unit && old.header.currency == new.header.currency
}

/// Whether two cells differ: told by their values where it can be, since to spell all of them takes longer than to find them.
fn differ((one, then): (Column, &Evaluation), (other, now): (Column, &Evaluation), alike: bool) -> bool {
    let cell = |(policy, _, slot): Column, value: &Value| spell_cell(policy, slot, value);
    match (then.value(one.1), now.value(other.1)) {
        (Ok(was), Ok(is)) if alike && was == is => false,
        (Ok(was), Ok(is)) => cell(one, was) != cell(other, is),
        (Err(_), Err(_)) => false,
        _ => true,
    }
}
