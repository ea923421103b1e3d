//! Sets of numbers that an expression can have: values, or an interval with a step.

use std::collections::BTreeSet;

use super::{Decimal, Number, Rounding};

/// More values than this are kept as a range.
const MOST_VALUES: usize = 64;

/// The numbers that an expression can have: a few known values, or an interval with a step.
/// Both ends belong to the interval, and every value is a multiple of the step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numbers {
    /// Exactly these; never empty.
    Values(BTreeSet<Number>),
    /// Multiples of `step` from `lo` to `hi`.
    Range {
        /// The least value.
        lo: Number,
        /// The greatest value.
        hi: Number,
        /// What every value is a multiple of; above 0.
        step: Number,
    },
}

impl Numbers {
    /// One value.
    pub fn one(value: impl Into<Number>) -> Numbers {
        Numbers::Values(BTreeSet::from([value.into()]))
    }

    /// Known values, or their hull where there are many. `None` for none at all.
    pub fn of<N: Into<Number>>(values: impl IntoIterator<Item = N>) -> Option<Numbers> {
        let values: BTreeSet<Number> = values.into_iter().map(Into::into).collect();
        (!values.is_empty()).then(|| Numbers::from_set(values))
    }

    /// The multiples of `step` between two bounds, each of which may be open. `None` where there are none.
    pub fn between<N: Into<Number>>(lo: (N, bool), hi: (N, bool), step: impl Into<Number>) -> Option<Numbers> {
        let (lo, hi, step) = ((lo.0.into(), lo.1), (hi.0.into(), hi.1), step.into());
        if step.is_zero() {
            return None;
        }
        let first = match lo.0.reach(&step, Rounding::Ceiling) {
            first if first == lo.0 && !lo.1 => first + &step,
            first => first,
        };
        let last = match hi.0.reach(&step, Rounding::Floor) {
            last if last == hi.0 && !hi.1 => last - &step,
            last => last,
        };
        match first.cmp(&last) {
            std::cmp::Ordering::Less => Some(Numbers::Range { lo: first, hi: last, step }),
            std::cmp::Ordering::Equal => Some(Numbers::one(first)),
            std::cmp::Ordering::Greater => None,
        }
    }

    /// The least value.
    pub fn lo(&self) -> Number {
        match self {
            Numbers::Values(values) => values.first().cloned().unwrap_or_default(),
            Numbers::Range { lo, .. } => lo.clone(),
        }
    }

    /// The greatest value.
    pub fn hi(&self) -> Number {
        match self {
            Numbers::Values(values) => values.last().cloned().unwrap_or_default(),
            Numbers::Range { hi, .. } => hi.clone(),
        }
    }

    /// What every value is a multiple of; 0 where the only value is 0.
    pub fn step(&self) -> Number {
        match self {
            Numbers::Range { step, .. } => step.clone(),
            Numbers::Values(values) => values.iter().fold(Number::ZERO, |step, v| step.common_step(v)),
        }
    }

    /// The only value, where there is one.
    pub fn single(&self) -> Option<Number> {
        match self {
            Numbers::Values(values) if values.len() == 1 => values.first().cloned(),
            _ => None,
        }
    }

    /// Whether `value` is one of them.
    pub fn contains(&self, value: impl Into<Number>) -> bool {
        let value = value.into();
        match self {
            Numbers::Values(values) => values.contains(&value),
            Numbers::Range { lo, hi, step } => *lo <= value && value <= *hi && value.is_multiple(step),
        }
    }

    /// Whether all of them lie in `[lo, hi]`.
    pub fn within(&self, lo: impl Into<Number>, hi: impl Into<Number>) -> bool {
        lo.into() <= self.lo() && self.hi() <= hi.into()
    }

    /// Whether each of them surely fits a [`Decimal`], as what is kept must. Of a range, every multiple of
    /// the step up to the farther end does.
    pub fn can_be_kept(&self) -> bool {
        match self {
            Numbers::Values(values) => values.iter().all(|value| value.decimal().is_some()),
            Numbers::Range { lo, hi, step } => {
                let ends = [lo, hi].map(|end| end.decimal().map(|end| end.normalize()));
                let ([Some(lo), Some(hi)], Some(step)) = (ends, step.decimal()) else { return false };
                let (widest, places) = (lo.abs().max(hi.abs()), step.normalize().scale());
                let zeros = places.saturating_sub(widest.scale());
                let most =
                    10_u128.checked_pow(zeros).and_then(|power| power.checked_mul(widest.mantissa().unsigned_abs()));
                most.is_some_and(|most| most >> 96 == 0)
            }
        }
    }

    /// How many bits every one of them surely fits, with all places that they can have.
    pub fn bits(&self) -> u64 {
        let (step, widest) = (self.step(), self.lo().abs().max(self.hi().abs()));
        let zeros = step.places().saturating_sub(widest.places());
        // A power of ten needs less than 10/3 as many bits.
        widest.bits() + (u64::from(zeros) * 10).div_ceil(3)
    }

    /// The values of `a + b`.
    pub fn add(&self, other: &Numbers) -> Numbers {
        self.pairwise(other, |a, b| a + b, Number::common_step)
    }

    /// The values of `a - b`.
    pub fn sub(&self, other: &Numbers) -> Numbers {
        self.pairwise(other, |a, b| a - b, Number::common_step)
    }

    /// The values of `a × b`.
    pub fn mul(&self, other: &Numbers) -> Numbers {
        self.pairwise(other, |a, b| a * b, |a, b| a * b)
    }

    /// The values of `min(a, b)`.
    pub fn min(&self, other: &Numbers) -> Numbers {
        self.choice(other, |a, b| a.min(b).clone())
    }

    /// The values of `max(a, b)`.
    pub fn max(&self, other: &Numbers) -> Numbers {
        self.choice(other, |a, b| a.max(b).clone())
    }

    /// The values of `-a`.
    pub fn neg(&self) -> Numbers {
        match self {
            Numbers::Values(values) => Numbers::Values(values.iter().map(|v| -v).collect()),
            Numbers::Range { lo, hi, step } => Numbers::Range { lo: -hi, hi: -lo, step: step.clone() },
        }
    }

    /// The values of `abs(a)`.
    pub fn abs(&self) -> Numbers {
        match self {
            Numbers::Values(values) => Numbers::from_set(values.iter().map(Number::abs).collect()),
            Numbers::Range { lo, hi, step } if lo.is_negative() => {
                let least = if hi.is_negative() { -hi } else { Number::ZERO };
                Numbers::hull(least, hi.abs().max(-lo), step.clone())
            }
            other => other.clone(),
        }
    }

    /// Everything that is in one or the other.
    pub fn union(&self, other: &Numbers) -> Numbers {
        if let (Numbers::Values(a), Numbers::Values(b)) = (self, other) {
            return Numbers::from_set(a.union(b).cloned().collect());
        }
        let step = self.step().common_step(&other.step());
        Numbers::hull(self.lo().min(other.lo()), self.hi().max(other.hi()), step)
    }

    /// The values of `round(a, step, mode)`.
    pub fn round(&self, to: Decimal, mode: Rounding) -> Numbers {
        match self {
            Numbers::Values(values) => Numbers::from_set(values.iter().map(|v| v.round(to, mode)).collect()),
            Numbers::Range { step, .. } if step.is_multiple(&to.into()) => self.clone(),
            Numbers::Range { lo, hi, .. } => Numbers::hull(lo.round(to, mode), hi.round(to, mode), to.into()),
        }
    }

    /// The values of `a ÷ b` rounded once, over all `b` but 0. `None` where `b` can only be 0.
    pub fn quotient(&self, divisor: &Numbers, step: Decimal, mode: Rounding) -> Option<Numbers> {
        let divide = |a: &Number, b: &Number| a.quotient(b, step, mode).unwrap_or_default();
        let below = divisor.restrict_hi(Number::ZERO, false);
        let above = divisor.restrict_lo(Number::ZERO, false);
        let parts = [below, above].into_iter().flatten();
        parts.map(|part| self.pairwise(&part, divide, |_, _| step.into())).reduce(|all, part| all.union(&part))
    }

    /// The values of `a ÷ c` for a constant `c`, where all of them are finite decimals.
    pub fn divide(&self, by: &Number) -> Option<Numbers> {
        match self {
            Numbers::Values(values) => {
                values.iter().map(|v| v.divide(by)).collect::<Option<_>>().map(Numbers::from_set)
            }
            Numbers::Range { lo, hi, step } => {
                let (a, b) = (lo.divide(by)?, hi.divide(by)?);
                Some(Numbers::hull(a.clone().min(b.clone()), a.max(b), step.divide(by)?.abs()))
            }
        }
    }

    /// How many whole, or begun, steps of `size` they hold; one below 0 holds none. `None` where there is no size.
    pub fn steps(&self, size: Decimal, started: bool) -> Option<Numbers> {
        let mode = if started { Rounding::Ceiling } else { Rounding::Floor };
        let held = |x: Number| x.max(Number::ZERO).quotient(&size.into(), Decimal::ONE, mode);
        let (least, most) = held(self.lo()).zip(held(self.hi()))?;
        Numbers::between((least, true), (most, true), Number::ONE)
    }

    /// The values of their mean, rounded once: it lies between the least and the greatest.
    pub fn mean(&self, step: Decimal, mode: Rounding) -> Option<Numbers> {
        let (lo, hi) = (self.lo().round(step, mode), self.hi().round(step, mode));
        Numbers::between((lo, true), (hi, true), step)
    }

    /// Those that are at least `bound`, or above it where it is not included.
    pub fn restrict_lo(&self, bound: impl Into<Number>, included: bool) -> Option<Numbers> {
        let bound = bound.into();
        let keep = |v: &Number| *v > bound || (included && *v == bound);
        match self {
            Numbers::Values(values) => Numbers::of(values.iter().filter(|v| keep(v))),
            Numbers::Range { lo, .. } if keep(lo) => Some(self.clone()),
            Numbers::Range { hi, step, .. } => Numbers::between((&bound, included), (hi, true), step),
        }
    }

    /// Those that are at most `bound`, or below it where it is not included.
    pub fn restrict_hi(&self, bound: impl Into<Number>, included: bool) -> Option<Numbers> {
        self.neg().restrict_lo(-bound.into(), included).map(|n| n.neg())
    }

    /// Those that are not `value`, as far as a domain can say it.
    pub fn without(&self, value: impl Into<Number>) -> Option<Numbers> {
        let value = value.into();
        match self {
            Numbers::Values(values) => Numbers::of(values.iter().filter(|v| **v != value)),
            Numbers::Range { lo, .. } if *lo == value => self.restrict_lo(value, false),
            Numbers::Range { hi, .. } if *hi == value => self.restrict_hi(value, false),
            other => Some(other.clone()),
        }
    }

    fn pairwise(
        &self,
        other: &Numbers,
        operate: impl Fn(&Number, &Number) -> Number,
        step: impl Fn(&Number, &Number) -> Number,
    ) -> Numbers {
        if let (Numbers::Values(a), Numbers::Values(b)) = (self, other) {
            return Numbers::from_set(a.iter().flat_map(|a| b.iter().map(|b| operate(a, b))).collect());
        }
        let (ends, others) = ([self.lo(), self.hi()], [other.lo(), other.hi()]);
        let corners: BTreeSet<Number> = ends.iter().flat_map(|a| others.iter().map(|b| operate(a, b))).collect();
        let step = step(&self.step(), &other.step());
        let (lo, hi) = (corners.first().cloned(), corners.last().cloned());
        Numbers::hull(lo.unwrap_or_default(), hi.unwrap_or_default(), step)
    }

    fn choice(&self, other: &Numbers, choose: impl Fn(&Number, &Number) -> Number) -> Numbers {
        if let (Numbers::Values(a), Numbers::Values(b)) = (self, other) {
            return Numbers::from_set(a.iter().flat_map(|a| b.iter().map(|b| choose(a, b))).collect());
        }
        let step = self.step().common_step(&other.step());
        Numbers::hull(choose(&self.lo(), &other.lo()), choose(&self.hi(), &other.hi()), step)
    }

    fn from_set(values: BTreeSet<Number>) -> Numbers {
        let all = Numbers::Values(values);
        match &all {
            Numbers::Values(values) if values.len() > MOST_VALUES => Numbers::hull(all.lo(), all.hi(), all.step()),
            _ => all,
        }
    }

    fn hull(lo: Number, hi: Number, step: Number) -> Numbers {
        if lo == hi || step.is_zero() {
            return Numbers::one(lo);
        }
        Numbers::Range { lo, hi, step }
    }
}
