//! A field or a metric along which a pay block is looked at, and all that it is found from besides.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::Record;
use super::cone::{Cone, without_bounds};
use super::cut::cut_off;
use super::factor::{Factor, factors, outer};
use super::listed::Listed;
use super::parted::{divides, is_parted, named};
use super::sources::Sources;
use super::spread::Pick;
use crate::analysis::marks;
use crate::eval::evaluate_steps;
use crate::ir::{Pay, Policy, SlotId, Value};
use crate::quantity::{Number, Numbers};

/// Of a field with no more values than this every pair of neighbours is looked at.
const MOST_PAIRS: usize = 128;

/// A pay block and a field or metric along which it is looked at.
pub(super) struct Axis<'p> {
    /// The policy.
    pub policy: &'p Policy,
    /// The block.
    pub pay: &'p Pay,
    /// The field or metric.
    pub field: SlotId,
    /// Its values.
    pub numbers: &'p Numbers,
    /// From what the block is found.
    pub cone: Cone,
    others: OnceCell<Others>,
    bare: OnceCell<Policy>,
    listed: Listed,
    /// Whether what was cut off can be just anything.
    pub free: bool,
    /// What only adds to what is paid, the same on either side.
    fixed: Record,
    steps: Vec<usize>,
    marks: Vec<Number>,
    /// The values at which the policy parts the field itself.
    named: BTreeSet<Number>,
    /// Whether it does nothing else with it.
    parted: bool,
}

/// What is chosen besides the field.
pub(super) struct Others {
    /// Each on its own.
    pub factors: Vec<Factor>,
    /// The same where not all of it was tried, with more than there is.
    pub outer: Option<Vec<Factor>>,
    /// Inputs that can be any of many numbers and that nothing but the block reads, with values to try.
    pub wide: Vec<(SlotId, Vec<Value>)>,
}

/// Two neighbours on the step of a field, and the bound at which they part.
pub(super) struct Pair {
    pub from: Number,
    pub to: Number,
    pub at: Number,
}

impl<'p> Axis<'p> {
    /// The axis, where the block depends on the field.
    pub fn of(sources: &Sources<'p>, pay: &'p Pay, field: SlotId) -> Option<Self> {
        let policy = sources.policy;
        let numbers = policy.slot(field)?.domain.numbers()?;
        let (cone, cut, free) = cut_off(sources, pay, field)?;
        let listed = Listed::new(sources, cone.inputs.iter().copied(), &cone.own);
        // The block as it is, with all of its lines, where nothing is looked at behind what is chosen.
        let behind: BTreeSet<SlotId> = cut.into_iter().chain([field]).collect();
        let found = sources.of_slots(&[pay.slot], &behind);
        let own = || sources.steps(&found.steps);
        let first = |slot: SlotId| marks(policy, slot, own()).values.first().cloned().unwrap_or(Value::Missing);
        let others = found.inputs.iter().filter(|slot| !cone.inputs.contains(slot));
        let fixed = others.map(|slot| (*slot, first(*slot))).collect();
        let mut values: Vec<Number> =
            marks(policy, field, own()).values.iter().filter_map(Value::number).cloned().collect();
        values.sort_unstable();
        let mut named = named(policy, own(), field);
        if divides(own(), field) {
            named.insert(Number::ZERO);
        }
        let parted = is_parted(own(), field);
        let steps = found.steps.iter().copied().collect();
        let (others, bare) = (OnceCell::new(), OnceCell::new());
        let marks = values;
        Some(Axis { policy, pay, field, numbers, cone, others, bare, listed, free, fixed, steps, marks, named, parted })
    }

    /// What is chosen besides; it is found when it is first asked for, since often some records tell enough.
    pub fn others(&self) -> &Others {
        self.others.get_or_init(|| {
            let (factors, wide) = factors(&self.cone, &self.listed);
            let outer = match factors.iter().all(|factor| factor.complete) {
                true => None,
                false => outer(&self.cone, &factors),
            };
            let wide = wide.into_iter().map(|slot| (slot, self.listed.of(slot).0.clone())).collect();
            Others { factors, outer, wide }
        })
    }

    /// The neighbours between which there may be a jump: all of them, of a field with few values, else those at which
    /// the policy parts the field itself. What acts through a metric is told of the metric.
    pub fn pairs(&self) -> Vec<Pair> {
        let step = self.numbers.step();
        if step.is_zero() {
            return vec![];
        }
        let pair = |from: &Number, to: &Number| {
            let at = if self.named.contains(from) && !self.named.contains(to) { from } else { to };
            Pair { from: from.clone(), to: to.clone(), at: at.clone() }
        };
        let (all, every): (Vec<Number>, bool) = match self.numbers {
            Numbers::Values(values) => (values.iter().cloned().collect(), true),
            Numbers::Range { lo, hi, .. } => {
                let few = lo + &(Number::from(MOST_PAIRS) * &step);
                match *hi <= few {
                    true => {
                        let next = |at: &Number| Some(at + &step).filter(|next| next <= hi);
                        (std::iter::successors(Some(lo.clone()), next).collect(), true)
                    }
                    false => (self.marks.clone(), false),
                }
            }
        };
        let each = all.iter().zip(all.iter().skip(1));
        let of_values = matches!(self.numbers, Numbers::Values(_));
        let parts = |from: &Number, to: &Number| every || self.named.range(from..=to).next().is_some();
        let each = each.filter(|(from, to)| (of_values || *to - *from == step) && parts(from, to));
        each.map(|(from, to)| pair(from, to)).collect()
    }

    /// Whether anything can change from one of two neighbours to the other: where a field is only held against values,
    /// one of these lies there.
    pub fn parts(&self, pair: &Pair) -> bool {
        !self.parted || self.named.range(&pair.from..=&pair.to).next().is_some()
    }

    /// A record without the field.
    pub fn record(&self, picks: &[Pick], wide: &[Value]) -> Option<Record> {
        let mut record = self.fixed.clone();
        for pick in picks {
            record.extend(self.others().factors.get(pick.factor)?.record(pick.branch, pick.number.as_ref())?);
        }
        record.extend(self.others().wide.iter().zip(wide).map(|((slot, _), value)| (*slot, value.clone())));
        // What was left to itself.
        for slot in &self.cone.inputs {
            if !record.iter().any(|(known, _)| known == slot) {
                let own = marks(self.policy, *slot, self.policy.steps.iter()).values.into_iter().next();
                record.push((*slot, own.unwrap_or(Value::Missing)));
            }
        }
        record.sort_by_key(|(slot, _)| *slot);
        Some(record)
    }

    /// What only adds to what is paid, the same on either side.
    pub fn fixed(&self) -> &Record {
        &self.fixed
    }

    /// The record with a value of the field.
    pub fn at(&self, record: &Record, value: &Number) -> Record {
        record.iter().cloned().chain([(self.field, Value::Number(value.clone()))]).collect()
    }

    /// The least amount that is paid.
    pub fn unit(&self) -> Number {
        self.policy.header.minor_unit.into()
    }

    /// How many amounts of the block are rounded, at most.
    pub fn lines(&self) -> usize {
        self.pay.lines.len() + 1
    }

    /// Whether the block or a line of it is bounded.
    pub fn is_bounded(&self) -> bool {
        let bounds = self.pay.lines.iter().map(|line| &line.bounds).chain([&self.pay.bounds]);
        bounds.into_iter().any(|bounds| bounds.at_least.is_some() || bounds.at_most.is_some())
    }

    /// What the block pays to a record.
    pub fn pays(&self, record: &Record, value: &Number) -> Option<Number> {
        self.pays_by(self.policy, record, value)
    }

    /// What it would pay without its bounds.
    pub fn pays_bare(&self, record: &Record, value: &Number) -> Option<Number> {
        let bare = self.bare.get_or_init(|| without_bounds(self.policy, self.pay.slot));
        self.pays_by(bare, record, value)
    }

    fn pays_by(&self, policy: &Policy, record: &Record, value: &Number) -> Option<Number> {
        let evaluation = evaluate_steps(policy, &self.at(record, value), &self.steps);
        evaluation.value(self.pay.slot).ok()?.number().cloned()
    }
}
