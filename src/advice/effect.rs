//! What comes with a change, and which change helps most.

use std::cmp::Reverse;

use super::{Advice, Answer, Goal, Kind};
use crate::eval::Evaluation;
use crate::ir::{Policy, Role, SlotId, Type, Value};
use crate::quantity::{Fraction, Number};

/// What something was and what it would be; nothing, where nothing is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub slot: SlotId,
    /// As it is.
    pub before: Value,
    /// As it would be.
    pub after: Option<Value>,
}

/// What comes with a change: of each kind what the goal is about, else the first that changes, else the first grade and
/// pay block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The points of an item.
    pub item: Option<Change>,
    /// The label of a grade.
    pub grade: Option<Change>,
    /// The sum of a pay block.
    pub pay: Option<Change>,
    /// How much more all pay blocks pay.
    pub paid: Number,
    /// How many labels all grades are better.
    pub risen: Number,
}

impl Effect {
    /// What comes with a goal after a change.
    pub(super) fn of(policy: &Policy, goal: Goal, before: &Evaluation, after: Option<&Evaluation>) -> Self {
        let of_role = |role: Role| {
            let slots = policy.slots.iter().enumerate().filter(move |(_, slot)| slot.role == role);
            slots.map(|(at, _)| SlotId(at)).collect::<Vec<_>>()
        };
        let items: Vec<SlotId> = policy.items.iter().map(|item| item.points).collect();
        let (grades, pays) = (of_role(Role::Grade), of_role(Role::Pay));
        let change = |slot: SlotId| {
            let before = before.value(slot).ok()?.clone();
            Some(Change { slot, before, after: after.and_then(|after| after.value(slot).ok()).cloned() })
        };
        let changed = |slots: &[SlotId]| {
            let mut changes = slots.iter().filter_map(|slot| change(*slot));
            changes.find(|change| change.after.as_ref().is_some_and(|after| *after != change.before))
        };
        let of = |kind: Kind, slots: &[SlotId]| match goal.kind == kind {
            true => change(goal.slot),
            false => changed(slots),
        };
        let first = |slots: &[SlotId]| slots.first().and_then(|slot| change(*slot));
        let gain = |slots: &[SlotId]| slots.iter().filter_map(|slot| gained(&change(*slot)?)).sum();
        Effect {
            item: of(Kind::Points, &items),
            grade: of(Kind::Grade, &grades).or_else(|| first(&grades)),
            pay: of(Kind::Pay, &pays).or_else(|| first(&pays)),
            paid: gain(&pays),
            risen: gain(&grades),
        }
    }
}

/// How much better something is.
fn gained(change: &Change) -> Option<Number> {
    match (&change.before, change.after.as_ref()?) {
        (Value::Number(before), Value::Number(after)) => Some(after - before),
        (Value::Label(before), Value::Label(after)) => Some(Number::from(*before) - Number::from(*after)),
        _ => None,
    }
}

/// What is reached before what is not settled, and that before what is not reached; the first those that bring the most
/// pay, then the best grade, then the most points, then those that change the field least for what it is.
pub(super) fn sort(policy: &Policy, advice: &mut [Advice]) {
    let rank = |advice: &Advice| match advice.answer {
        Answer::At(_) | Answer::Within(_) => 0,
        Answer::Unsettled => 1,
        Answer::Unreachable => 2,
    };
    advice.sort_by_cached_key(|it| {
        let points = it.effect.item.as_ref().and_then(gained).unwrap_or_default();
        let gains = Reverse((it.effect.paid.clone(), it.effect.risen.clone(), points));
        (rank(it), gains, Relative(relative(policy, it)), it.goal.kind, it.field.is_none(), it.field, it.goal.slot)
    });
}

/// How large a change is for what the field is; nothing, where that cannot be said.
fn relative(policy: &Policy, advice: &Advice) -> Option<Fraction> {
    match (&advice.from, advice.answer.reached()?) {
        (Value::Number(from), Value::Number(to)) => Fraction::new(&(to - from).abs(), &from.abs()),
        (Value::Label(from), Value::Label(to)) => {
            let Some(Type::Label(set)) = policy.slot(advice.field?).map(|slot| slot.ty) else { return None };
            let others = policy.label_sets.get(set.0)?.labels.len().checked_sub(1)?;
            Fraction::new(&Number::from(from.abs_diff(*to)), &Number::from(others))
        }
        (Value::Missing, _) | (_, Value::Missing) => None,
        _ => Some(Fraction::from(Number::ONE)),
    }
}

/// Changes by their size; those of which nothing can be said come last.
#[derive(PartialEq, Eq)]
struct Relative(Option<Fraction>);

impl Ord for Relative {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let (Some(one), Some(other)) = (&self.0, &other.0) else { return self.0.is_none().cmp(&other.0.is_none()) };
        let ((a, b), (c, d)) = (one.parts(), other.parts());
        (a * d).cmp(&(c * b))
    }
}

impl PartialOrd for Relative {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
