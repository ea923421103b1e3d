//! The policies and records that are tried for a cause: each the policy at hand with one thing done another way.

mod absent;
mod bands;
mod build;
mod carried;
mod each_step;
mod edit;
mod modes;
mod parts;
mod percents;
mod scales;
mod shown;

use std::collections::BTreeSet;

use super::model::{About, Kind};
use crate::analysis::Lineage;
use crate::ir::{ParamId, Policy, SlotId, Step, Value, ValueStep};
use crate::quantity::{Decimal, Number};
use crate::source::Span;

/// One thing done another way.
#[derive(Debug, Clone)]
pub(super) struct Alteration {
    /// The cause that it is.
    pub kind: Kind,
    /// Where; of a field, the cell is known only with the record.
    pub span: Span,
    /// What it is about.
    pub about: About,
    /// Steps that take the place of others.
    pub steps: Vec<(usize, Step)>,
    /// Values that are worked out once more behind a step; before all, where there is none.
    pub after: Vec<(Option<usize>, ValueStep)>,
    /// Other values for params.
    pub params: Vec<(ParamId, Value)>,
    /// Fields of the record that have another value.
    pub fields: Vec<(SlotId, Change)>,
    /// What is likelier where it reproduces the figure as well.
    pub unless: Option<Box<Alteration>>,
}

/// What is made of the value of a field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Change {
    /// What is missing, or has its default, is 0.
    ZeroWhereAbsent,
    /// So many times as much.
    Times(Number),
    /// Rounded half-up to a step.
    Rounded(Decimal),
}

/// What alterations are made of.
pub(super) struct Ground<'a> {
    pub policy: &'a Policy,
    /// The steps from which the figures in question are found.
    pub steps: BTreeSet<usize>,
    /// What they read of the data, and the figures in question themselves.
    pub inputs: BTreeSet<SlotId>,
    /// The figures in question.
    pub asked: BTreeSet<SlotId>,
}

impl<'a> Ground<'a> {
    /// What the values of these slots are found from.
    pub fn of(policy: &'a Policy, asked: BTreeSet<SlotId>) -> Self {
        let lineage = Lineage::of(policy);
        let (mut steps, mut inputs) = (BTreeSet::new(), BTreeSet::new());
        for slot in &asked {
            let origins = lineage.origins(*slot);
            steps.extend(origins.steps);
            inputs.extend(origins.inputs);
        }
        Ground { policy, steps, inputs, asked }
    }

    /// The steps with their places.
    pub fn steps(&self) -> impl Iterator<Item = (usize, &'a Step)> {
        self.steps.iter().filter_map(|at| Some((*at, self.policy.steps.get(*at)?)))
    }
}

/// All that is tried, in the order of the kinds; of one kind what is done at one place before what is done at all.
pub(super) fn alterations(ground: &Ground) -> Vec<Alteration> {
    [
        each_step::all(ground),
        modes::all(ground, Kind::HalfEven),
        modes::all(ground, Kind::CutOff),
        parts::rounded(ground),
        bands::all(ground),
        absent::all(ground),
        percents::all(ground),
        shown::all(ground),
        parts::unrounded(ground),
        carried::all(ground),
    ]
    .concat()
}

impl Alteration {
    /// Nothing done another way yet.
    pub fn new(kind: Kind, span: Span) -> Self {
        Alteration {
            kind,
            span,
            about: About::default(),
            steps: vec![],
            after: vec![],
            params: vec![],
            fields: vec![],
            unless: None,
        }
    }

    /// One about a value.
    pub fn of_slot(kind: Kind, policy: &Policy, slot: SlotId) -> Self {
        let span = policy.slot(slot).map_or_else(Span::default, |slot| slot.span);
        let about = About { slot: Some(slot), ..About::default() };
        Alteration { about, ..Alteration::new(kind, span) }
    }

    /// Whether it alters nothing.
    pub fn is_idle(&self) -> bool {
        self.steps.is_empty() && self.after.is_empty() && self.params.is_empty() && self.fields.is_empty()
    }

    /// Whether it alters the policy, and not the record alone.
    pub fn alters_policy(&self) -> bool {
        !(self.steps.is_empty() && self.after.is_empty() && self.params.is_empty())
    }

    /// The policy as it is then.
    pub fn policy(&self, policy: &Policy) -> Policy {
        let mut altered = policy.clone();
        for (at, step) in &self.steps {
            altered.steps.get_mut(*at).into_iter().for_each(|place| *place = step.clone());
        }
        for (id, value) in &self.params {
            altered.params.get_mut(id.0).into_iter().for_each(|param| param.value = value.clone());
        }
        let mut after: Vec<_> = self.after.iter().map(|(at, step)| (at.map_or(0, |at| at + 1), step)).collect();
        after.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        for (at, step) in after {
            if at <= altered.steps.len() {
                altered.steps.insert(at, Step::Value(step.clone()));
            }
        }
        altered
    }

    /// What a field of the record is then, where that is another value than it has.
    pub fn changed(&self, field: SlotId, value: &Value, defaulted: bool) -> Option<Value> {
        let (_, change) = self.fields.iter().find(|(slot, _)| *slot == field)?;
        let number = match (change, value) {
            (Change::ZeroWhereAbsent, Value::Missing) => Number::ZERO,
            (Change::ZeroWhereAbsent, Value::Number(_)) if defaulted => Number::ZERO,
            (Change::Times(factor), Value::Number(number)) => number * factor,
            (Change::Rounded(step), Value::Number(number)) => number.round(*step, crate::quantity::Rounding::HalfUp),
            _ => return None,
        };
        let changed = Value::Number(number);
        (changed != *value).then_some(changed)
    }
}
