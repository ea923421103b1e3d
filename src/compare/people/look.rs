//! What is looked at of each record: found once, of the two policies.

use super::super::causes::pays;
use super::OnCliff;
use crate::ir::{Policy, Role, Slot, SlotId, Value};
use crate::quantity::Number;

/// What is looked at of each record.
pub(super) struct Look<'a> {
    pub old: &'a Policy,
    pub new: &'a Policy,
    /// The blocks that are paid by themselves.
    pub paid: (Vec<SlotId>, Vec<SlotId>),
    /// Of each block and line where it stands in both; nothing where one of both has none.
    pub pay: Vec<(Option<SlotId>, Option<SlotId>)>,
    /// The grades of both.
    pub grades: Vec<(SlotId, SlotId)>,
    pub by: Option<SlotId>,
    /// What tells whose a record is and of which period, in both.
    pub keys: Vec<(SlotId, SlotId)>,
    /// The results of both.
    pub results: &'a [(SlotId, SlotId)],
}

impl<'a> Look<'a> {
    pub fn of((old, new): (&'a Policy, &'a Policy), by: Option<SlotId>, results: &'a [(SlotId, SlotId)]) -> Self {
        let keys = |policy: &Policy| policy.keys().chain(policy.period()).collect::<Vec<SlotId>>();
        let pay = names(old, new).into_iter().map(|name| (pay_named(old, &name), pay_named(new, &name)));
        let grades = new.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Grade);
        Look {
            old,
            new,
            paid: (pays(old), pays(new)),
            pay: pay.collect(),
            grades: grades.filter_map(|(at, slot)| Some((old.slot_named(&slot.name)?, SlotId(at)))).collect(),
            by,
            keys: keys(old).into_iter().zip(keys(new)).collect(),
            results,
        }
    }

    /// The slots of which the values are looked at, of both policies, where people are held against such cliffs.
    pub fn slots(&self, on_cliff: &(OnCliff, OnCliff)) -> (Vec<SlotId>, Vec<SlotId>) {
        let pairs = self.results.iter().chain(&self.grades);
        let (mut old, mut new): (Vec<SlotId>, Vec<SlotId>) = pairs.copied().unzip();
        old.extend(self.pay.iter().filter_map(|(old, _)| *old).chain(on_cliff.0.slots()));
        new.extend(self.pay.iter().filter_map(|(_, new)| *new).chain(on_cliff.1.slots()).chain(self.by));
        for (all, paid) in [(&mut old, &self.paid.0), (&mut new, &self.paid.1)] {
            all.extend(paid);
            all.sort_unstable();
            all.dedup();
        }
        (old, new)
    }

    /// Whether two records are of the same person and period.
    pub fn is_one(&self, was: &[Value], is: &[Value]) -> bool {
        let same = |(old, new): &(SlotId, SlotId)| {
            let (Some(one), Some(other)) = (was.get(old.0), is.get(new.0)) else { return false };
            match (one, other) {
                (Value::Label(one), Value::Label(other)) => {
                    self.label(true, *old, *one) == self.label(false, *new, *other)
                }
                (one, other) => one == other,
            }
        };
        self.keys.iter().all(same)
    }

    /// A label of one of both policies.
    pub fn label(&self, old: bool, slot: SlotId, at: usize) -> Option<&'a str> {
        let policy = if old { self.old } else { self.new };
        policy.label(policy.slot(slot)?.ty, at)
    }
}

/// The sum of some blocks.
pub(super) fn paid(blocks: &[SlotId], values: &[Value]) -> Number {
    blocks.iter().filter_map(|slot| values.get(slot.0)).filter_map(Value::number).sum()
}

/// What all were paid so far by each block and line of both policies: nothing, where a policy has none of that name.
pub(super) fn unpaid(old: &Policy, new: &Policy) -> Vec<(String, Option<Number>, Option<Number>)> {
    let zero = |policy: &Policy, name: &str| pay_named(policy, name).map(|_| Number::ZERO);
    names(old, new).into_iter().map(|name| (name.clone(), zero(old, &name), zero(new, &name))).collect()
}

/// The names of all blocks and lines, each block before its lines as the policies have them.
fn names(old: &Policy, new: &Policy) -> Vec<String> {
    let mut names: Vec<String> = vec![];
    for slot in old.slots.iter().chain(&new.slots).filter(|slot| is_pay(slot)) {
        if !names.contains(&slot.name) {
            names.push(slot.name.clone());
        }
    }
    names
}

/// The block or line of a name.
fn pay_named(policy: &Policy, name: &str) -> Option<SlotId> {
    policy.slot_named(name).filter(|slot| policy.slot(*slot).is_some_and(is_pay))
}

fn is_pay(slot: &Slot) -> bool {
    matches!(slot.role, Role::Pay | Role::PayLine)
}
