//! Which records are both policies' own, by `applies when`: of others they say nothing.

use super::names::{Names, carried};
use super::normal::{Builder, Constant, Term, TermId, Terms};
use crate::analysis::coverage::Places;
use crate::analysis::marks;
use crate::eval::{Claimant, Evaluation};
use crate::ir::{ExprKind, Policy, SlotId, Value};

/// So many records are tried for one that only one policy takes.
const MOST: usize = 4_096;

/// Two policies that are asked whose a record is.
pub(super) struct Own<'a> {
    old: Claimant<'a>,
    new: Claimant<'a>,
}

impl<'a> Own<'a> {
    pub fn of(names: &Names<'a>) -> Self {
        Own { old: Claimant::new(names.old), new: Claimant::new(names.new) }
    }

    /// The fields by which the old, or the new one, tells.
    pub fn slots(&self, old: bool) -> &[SlotId] {
        if old { self.old.slots() } else { self.new.slots() }
    }

    /// Whether a record is both's own, by what they know of it.
    pub fn takes<'v>(
        &self,
        was: impl Fn(SlotId) -> Option<&'v Value>,
        is: impl Fn(SlotId) -> Option<&'v Value>,
    ) -> bool {
        self.old.is_for(was) && self.new.is_for(is)
    }

    /// The same of one that was evaluated.
    pub fn are(&self, both: &(Evaluation, Evaluation)) -> bool {
        self.takes(|slot| both.0.value(slot).ok(), |slot| both.1.value(slot).ok())
    }
}

/// A field with a value by which a record is the old, or the new, policy's own and not the other's.
pub(super) fn alone(names: &Names, old: bool) -> Option<(SlotId, Value)> {
    let own = Own::of(names);
    let (one, other) = if old { (names.old, names.new) } else { (names.new, names.old) };
    let (is_one, is_other) = if old { (&own.old, &own.new) } else { (&own.new, &own.old) };
    let there = |slot: SlotId| if old { names.new_slot(slot) } else { names.old_slot(slot) };
    let here = |slot: SlotId| if old { names.old_slot(slot) } else { names.new_slot(slot) };
    let mut slots = is_one.slots().to_vec();
    slots.extend(is_other.slots().iter().filter_map(|slot| here(*slot)));
    slots.sort_unstable();
    slots.dedup();
    let values = slots.iter().map(|slot| {
        let mut values = marks(one, *slot, std::iter::empty()).values;
        let lies = |value: &Value| one.slot(*slot).is_some_and(|slot| value.lies_in(&slot.domain));
        values.extend(named(one).into_iter().chain(named(other)).filter(lies));
        values
    });
    let values: Vec<Vec<Value>> = values.collect();
    let parted = |record: &Vec<&Value>| {
        let at = |slot: SlotId| slots.iter().position(|known| *known == slot).and_then(|at| record.get(at).copied());
        let carried: Vec<(SlotId, Value)> = slots
            .iter()
            .filter_map(|slot| {
                let (to, value) = (there(*slot)?, at(*slot)?);
                let types = (one.slot(*slot)?.ty, other.slot(to)?.ty);
                Some((to, carried((one, types.0), (other, types.1), value)?))
            })
            .collect();
        let theirs = |slot: SlotId| carried.iter().find(|(known, _)| *known == slot).map(|(_, value)| value);
        is_one.is_for(at) && !is_other.is_for(theirs)
    };
    let mut records: Vec<Vec<&Value>> = vec![vec![]];
    for values in &values {
        let more = records.iter().flat_map(|record| values.iter().map(|value| [record.as_slice(), &[value]].concat()));
        records = more.take(MOST).collect();
    }
    let found = records.into_iter().find(parted)?;
    Some((*slots.last()?, (*found.last()?).clone()))
}

/// The values that a policy names where it says which records are its own.
pub(super) fn named(policy: &Policy) -> Vec<Value> {
    let mut found = vec![];
    if let Some(applies) = &policy.header.applies {
        applies.value.walk(&mut |part| match &part.kind {
            ExprKind::Constant(value) if *value != Value::Missing => found.push(value.clone()),
            _ => {}
        });
    }
    found
}

/// Whether a record is both's own; nothing, where every record is.
pub(super) fn term(names: &Names, [old, new]: [&mut Builder; 2], terms: &mut Terms) -> Option<TermId> {
    let of = |builder: &mut Builder, policy: &Policy, terms: &mut Terms| {
        policy.header.applies.as_ref().map(|applies| builder.expr(terms, &applies.value))
    };
    match (of(old, names.old, terms), of(new, names.new, terms)) {
        (Some(was), Some(is)) => Some(terms.both(was, is)),
        (one, other) => one.or(other),
    }
}

impl Terms {
    /// What two terms are where a condition holds, and the same elsewhere.
    pub(super) fn where_own(&mut self, own: Option<TermId>, found: [TermId; 2]) -> [TermId; 2] {
        let Some(own) = own else { return found };
        let nothing = self.constant(Constant::Missing);
        found.map(|term| self.select(own, term, nothing))
    }

    /// Where each axis lies on some way to a condition's holding.
    pub(super) fn ways_to_hold(&self, condition: TermId) -> Vec<(TermId, Places)> {
        let mut found = vec![];
        let mut open = vec![condition];
        while let Some(term) = open.pop() {
            let Term::Choice { axis, parts } = self.get(term) else { continue };
            for (places, part) in parts {
                if self.as_truth(*part) != Some(false) {
                    found.push((*axis, places.clone()));
                    open.push(*part);
                }
            }
        }
        found
    }
}
