//! The values of a field in their order, by their places.

use std::collections::BTreeSet;

use num_traits::ToPrimitive;

use crate::analysis::{Possible, marks};
use crate::ir::{Policy, SlotId, Step, Type, Value};
use crate::quantity::{Calendar, Domain, Moment, Number, Numbers};

/// All values that a field can have, but for missing.
pub(super) struct Axis {
    values: Values,
    /// Whether it can be missing besides.
    pub missing: bool,
    /// The places at which the policy does something else, in order.
    cuts: Vec<i128>,
}

enum Values {
    /// Every step from the first, so many.
    Steps { first: Number, step: Number, count: i128 },
    /// Every moment from the first, so many.
    Moments { kind: Calendar, first: i32, count: i128 },
    /// These.
    Listed(Vec<Value>),
}

impl Axis {
    /// The values of a field; of a text nobody can list them.
    pub fn of<'a>(policy: &Policy, field: SlotId, steps: impl Iterator<Item = &'a Step>) -> Option<Self> {
        let slot = policy.slot(field)?;
        let values = match (&slot.domain, slot.ty) {
            (Domain::Numbers(Numbers::Range { lo, hi, step }), _) => {
                let count = (hi - lo).index(step)?.to_i128()? + 1;
                Values::Steps { first: lo.clone(), step: step.clone(), count }
            }
            (Domain::Numbers(Numbers::Values(values)), _) => {
                Values::Listed(values.iter().cloned().map(Value::Number).collect())
            }
            (Domain::Calendar { first, last }, Type::Calendar(kind)) => {
                Values::Moments { kind, first: *first, count: i128::from(*last) - i128::from(*first) + 1 }
            }
            (Domain::Labels(labels), _) => Values::Listed(labels.iter().map(|label| Value::Label(*label)).collect()),
            (Domain::Bool { no, yes }, _) => {
                let both = [(*no, false), (*yes, true)].into_iter();
                Values::Listed(both.filter(|(can, _)| *can).map(|(_, is)| Value::Bool(is)).collect())
            }
            _ => return None,
        };
        let mut axis = Axis { values, missing: slot.optional, cuts: vec![] };
        let cuts: BTreeSet<i128> =
            marks(policy, field, steps).values.iter().filter_map(|value| axis.place(value)).collect();
        axis.cuts = cuts.into_iter().collect();
        Some(axis)
    }

    /// How many values there are.
    pub fn count(&self) -> i128 {
        match &self.values {
            Values::Steps { count, .. } | Values::Moments { count, .. } => *count,
            Values::Listed(values) => values.len() as i128,
        }
    }

    /// The value at a place.
    pub fn value(&self, at: i128) -> Value {
        match &self.values {
            Values::Steps { first, step, .. } => Value::Number(first + &(whole(at) * step)),
            Values::Moments { kind, first, .. } => {
                let ordinal = first.saturating_add(i32::try_from(at).unwrap_or(i32::MAX));
                Value::Calendar(Moment { kind: *kind, ordinal })
            }
            Values::Listed(values) => {
                usize::try_from(at).ok().and_then(|at| values.get(at)).cloned().unwrap_or(Value::Missing)
            }
        }
    }

    /// The place of a value.
    pub fn place(&self, value: &Value) -> Option<i128> {
        let at = match (&self.values, value) {
            (Values::Steps { first, step, .. }, Value::Number(number)) => (number - first).index(step)?.to_i128()?,
            (Values::Moments { kind, first, .. }, Value::Calendar(moment)) if moment.kind == *kind => {
                i128::from(moment.ordinal) - i128::from(*first)
            }
            (Values::Listed(values), value) => values.iter().position(|known| known == value)? as i128,
            _ => return None,
        };
        (0..self.count()).contains(&at).then_some(at)
    }

    /// What it can be between two places.
    pub fn possible(&self, (first, last): (i128, i128)) -> Possible {
        match &self.values {
            Values::Steps { step, .. } => match (self.value(first), self.value(last)) {
                (Value::Number(lo), Value::Number(hi)) => {
                    Possible::numbers(Numbers::between((lo, true), (hi, true), step.clone()))
                }
                _ => Possible::NOTHING.clone(),
            },
            Values::Moments { .. } => match (self.value(first), self.value(last)) {
                (Value::Calendar(first), Value::Calendar(last)) => {
                    Possible::there(Domain::Calendar { first: first.ordinal, last: last.ordinal })
                }
                _ => Possible::NOTHING.clone(),
            },
            Values::Listed(_) => {
                let each = (first..=last).map(|at| Possible::one(&self.value(at)));
                each.fold(Possible::NOTHING.clone(), Possible::or)
            }
        }
    }

    /// How far two places are apart: numbers by what lies between them, all else by the steps.
    pub fn apart(&self, one: i128, other: i128) -> Number {
        match (self.value(one), self.value(other)) {
            (Value::Number(one), Value::Number(other)) => (one - other).abs(),
            (Value::Label(one), Value::Label(other)) => Number::from(one.abs_diff(other)),
            _ => whole((one - other).abs()),
        }
    }

    /// Where a stretch is best cut in two: the place at which the second part begins.
    pub fn cut(&self, (first, last): (i128, i128)) -> i128 {
        let from = self.cuts.partition_point(|at| *at <= first);
        let until = self.cuts.partition_point(|at| *at <= last);
        let inside = self.cuts.get(from..until).unwrap_or(&[]);
        inside.get(inside.len() / 2).copied().unwrap_or(first + (last - first) / 2 + 1)
    }

    /// The places at which the policy does something else.
    pub fn cuts(&self) -> &[i128] {
        &self.cuts
    }
}

fn whole(number: i128) -> Number {
    Number::from(num_bigint::BigInt::from(number))
}
