use std::collections::BTreeSet;

use super::{Decimal, Rounding, exact};

/// More values than this are kept as a range.
const MOST_VALUES: usize = 64;

/// The numbers that an expression can have: a few known values, or an interval with a step.
/// Both ends belong to the interval, and every value is a multiple of the step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numbers {
    /// Exactly these; never empty.
    Values(BTreeSet<Decimal>),
    /// Multiples of `step` from `lo` to `hi`.
    Range {
        /// The least value.
        lo: Decimal,
        /// The greatest value.
        hi: Decimal,
        /// What every value is a multiple of; above 0.
        step: Decimal,
    },
}

/// A value of the domain could need more than 96 bits or 28 places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a value needs more than 96 bits or 28 places")]
pub struct TooWide;

type Result<T = Numbers> = std::result::Result<T, TooWide>;

impl Numbers {
    /// One value.
    pub fn one(value: Decimal) -> Numbers {
        Numbers::Values(BTreeSet::from([value.normalize()]))
    }

    /// Known values, or their hull where there are many. `None` for none at all.
    pub fn of(values: impl IntoIterator<Item = Decimal>) -> Option<Result> {
        let values: BTreeSet<Decimal> = values.into_iter().map(|v| v.normalize()).collect();
        (!values.is_empty()).then(|| Numbers::from_set(values))
    }

    /// The multiples of `step` between two bounds, each of which may be open. `None` where there are none.
    pub fn between(lo: (Decimal, bool), hi: (Decimal, bool), step: Decimal) -> Option<Numbers> {
        let first = match exact::round(lo.0, step, Rounding::Ceiling)? {
            first if first == lo.0 && !lo.1 => exact::add(first, step)?,
            first => first,
        };
        let last = match exact::round(hi.0, step, Rounding::Floor)? {
            last if last == hi.0 && !hi.1 => exact::sub(last, step)?,
            last => last,
        };
        match first.cmp(&last) {
            std::cmp::Ordering::Less => Some(Numbers::Range { lo: first, hi: last, step: step.normalize() }),
            std::cmp::Ordering::Equal => Some(Numbers::one(first)),
            std::cmp::Ordering::Greater => None,
        }
    }

    /// The least value.
    pub fn lo(&self) -> Decimal {
        match self {
            Numbers::Values(values) => values.first().copied().unwrap_or_default(),
            Numbers::Range { lo, .. } => *lo,
        }
    }

    /// The greatest value.
    pub fn hi(&self) -> Decimal {
        match self {
            Numbers::Values(values) => values.last().copied().unwrap_or_default(),
            Numbers::Range { hi, .. } => *hi,
        }
    }

    /// What every value is a multiple of; 0 where the only value is 0.
    pub fn step(&self) -> Result<Decimal> {
        match self {
            Numbers::Range { step, .. } => Ok(*step),
            Numbers::Values(values) => {
                values.iter().try_fold(Decimal::ZERO, |step, v| exact::common_step(step, *v)).ok_or(TooWide)
            }
        }
    }

    /// The only value, where there is one.
    pub fn single(&self) -> Option<Decimal> {
        (self.lo() == self.hi()).then(|| self.lo())
    }

    /// Whether `value` is one of them.
    pub fn contains(&self, value: Decimal) -> bool {
        match self {
            Numbers::Values(values) => values.contains(&value.normalize()),
            Numbers::Range { lo, hi, step } => *lo <= value && value <= *hi && exact::is_multiple(value, *step),
        }
    }

    /// Whether all of them lie in `[lo, hi]`.
    pub fn within(&self, lo: Decimal, hi: Decimal) -> bool {
        lo <= self.lo() && self.hi() <= hi
    }

    /// The values of `a + b`.
    pub fn add(&self, other: &Numbers) -> Result {
        self.pairwise(other, exact::add, exact::common_step)
    }

    /// The values of `a - b`.
    pub fn sub(&self, other: &Numbers) -> Result {
        self.pairwise(other, exact::sub, exact::common_step)
    }

    /// The values of `a × b`.
    pub fn mul(&self, other: &Numbers) -> Result {
        self.pairwise(other, exact::mul, exact::mul)
    }

    /// The values of `min(a, b)`.
    pub fn min(&self, other: &Numbers) -> Result {
        self.choice(other, |a, b| a.min(b))
    }

    /// The values of `max(a, b)`.
    pub fn max(&self, other: &Numbers) -> Result {
        self.choice(other, |a, b| a.max(b))
    }

    /// The values of `-a`.
    pub fn neg(&self) -> Numbers {
        match self {
            Numbers::Values(values) => Numbers::Values(values.iter().map(|v| (-*v).normalize()).collect()),
            Numbers::Range { lo, hi, step } => Numbers::Range { lo: -*hi, hi: -*lo, step: *step },
        }
    }

    /// The values of `abs(a)`.
    pub fn abs(&self) -> Result {
        match self {
            Numbers::Values(values) => Numbers::from_set(values.iter().map(|v| v.abs()).collect()),
            Numbers::Range { lo, hi, step } if lo.is_sign_negative() && !lo.is_zero() => {
                let least = if *hi < Decimal::ZERO { -*hi } else { Decimal::ZERO };
                Numbers::hull(least, hi.abs().max(-*lo), *step)
            }
            other => Ok(other.clone()),
        }
    }

    /// Everything that is in one or the other.
    pub fn union(&self, other: &Numbers) -> Result {
        if let (Numbers::Values(a), Numbers::Values(b)) = (self, other) {
            return Numbers::from_set(a.union(b).copied().collect());
        }
        let step = exact::common_step(self.step()?, other.step()?).ok_or(TooWide)?;
        Numbers::hull(self.lo().min(other.lo()), self.hi().max(other.hi()), step)
    }

    /// The values of `round(a, step, mode)`.
    pub fn round(&self, to: Decimal, mode: Rounding) -> Result {
        let round = |x| exact::round(x, to, mode).ok_or(TooWide);
        match self {
            Numbers::Values(values) => Numbers::from_set(values.iter().map(|v| round(*v)).collect::<Result<_>>()?),
            Numbers::Range { step, .. } if exact::is_multiple(*step, to) => Ok(self.clone()),
            Numbers::Range { lo, hi, .. } => Numbers::hull(round(*lo)?, round(*hi)?, to),
        }
    }

    /// The values of `a ÷ b` rounded once, over all `b` but 0. `None` where `b` can only be 0.
    pub fn quotient(&self, divisor: &Numbers, step: Decimal, mode: Rounding) -> Option<Result> {
        let divide = |a, b| exact::quotient(a, b, step, mode);
        let below = divisor.restrict_hi(Decimal::ZERO, false);
        let above = divisor.restrict_lo(Decimal::ZERO, false);
        let mut parts =
            [below, above].into_iter().flatten().map(|part| self.pairwise(&part, divide, |_, _| Some(step)));
        let first = parts.next()?;
        Some(parts.fold(first, |sum, part| sum?.union(&part?)))
    }

    /// The values of `a ÷ c` for a constant `c`, where all of them are finite decimals.
    pub fn divide(&self, by: Decimal) -> Option<Result> {
        match self {
            Numbers::Values(values) => {
                let parts: Option<BTreeSet<_>> = values.iter().map(|v| exact::divide(*v, by)).collect();
                parts.map(Numbers::from_set)
            }
            Numbers::Range { lo, hi, step } => {
                let step = exact::divide(*step, by)?.abs();
                let (a, b) = (exact::divide(*lo, by)?, exact::divide(*hi, by)?);
                Some(Numbers::hull(a.min(b), a.max(b), step))
            }
        }
    }

    /// Those that are at least `bound`, or above it where it is not included.
    pub fn restrict_lo(&self, bound: Decimal, included: bool) -> Option<Numbers> {
        let keep = |v: &Decimal| *v > bound || (included && *v == bound);
        match self {
            Numbers::Values(values) => Numbers::of(values.iter().copied().filter(keep))?.ok(),
            Numbers::Range { lo, .. } if keep(lo) => Some(self.clone()),
            Numbers::Range { hi, step, .. } => Numbers::between((bound, included), (*hi, true), *step),
        }
    }

    /// Those that are at most `bound`, or below it where it is not included.
    pub fn restrict_hi(&self, bound: Decimal, included: bool) -> Option<Numbers> {
        self.neg().restrict_lo(-bound, included).map(|n| n.neg())
    }

    /// Those that are not `value`, as far as a domain can say it.
    pub fn without(&self, value: Decimal) -> Option<Numbers> {
        match self {
            Numbers::Values(values) => Numbers::of(values.iter().copied().filter(|v| *v != value))?.ok(),
            Numbers::Range { lo, .. } if *lo == value => self.restrict_lo(value, false),
            Numbers::Range { hi, .. } if *hi == value => self.restrict_hi(value, false),
            other => Some(other.clone()),
        }
    }

    fn pairwise(
        &self,
        other: &Numbers,
        operate: impl Fn(Decimal, Decimal) -> Option<Decimal>,
        step: impl Fn(Decimal, Decimal) -> Option<Decimal>,
    ) -> Result {
        if let (Numbers::Values(a), Numbers::Values(b)) = (self, other) {
            let pairs = a.iter().flat_map(|a| b.iter().map(|b| operate(*a, *b)));
            return Numbers::from_set(pairs.collect::<Option<_>>().ok_or(TooWide)?);
        }
        let ends = [(self.lo(), other.lo()), (self.lo(), other.hi()), (self.hi(), other.lo()), (self.hi(), other.hi())];
        let corners: BTreeSet<Decimal> =
            ends.into_iter().map(|(a, b)| operate(a, b)).collect::<Option<_>>().ok_or(TooWide)?;
        let step = step(self.step()?, other.step()?).ok_or(TooWide)?;
        let lo = corners.first().copied().ok_or(TooWide)?;
        Numbers::hull(lo, corners.last().copied().unwrap_or(lo), step)
    }

    fn choice(&self, other: &Numbers, choose: impl Fn(Decimal, Decimal) -> Decimal) -> Result {
        if let (Numbers::Values(a), Numbers::Values(b)) = (self, other) {
            return Numbers::from_set(a.iter().flat_map(|a| b.iter().map(|b| choose(*a, *b))).collect());
        }
        let step = exact::common_step(self.step()?, other.step()?).ok_or(TooWide)?;
        Numbers::hull(choose(self.lo(), other.lo()), choose(self.hi(), other.hi()), step)
    }

    fn from_set(values: BTreeSet<Decimal>) -> Result {
        let all = Numbers::Values(values);
        let step = all.step()?;
        let widest = all.lo().abs().max(all.hi().abs());
        match &all {
            _ if !exact::fits(widest, step) => Err(TooWide),
            Numbers::Values(values) if values.len() > MOST_VALUES => Numbers::hull(all.lo(), all.hi(), step),
            _ => Ok(all),
        }
    }

    fn hull(lo: Decimal, hi: Decimal, step: Decimal) -> Result {
        if lo == hi || step.is_zero() {
            return Ok(Numbers::one(lo));
        }
        let widest = lo.abs().max(hi.abs());
        if exact::fits(widest, step) {
            Ok(Numbers::Range { lo: lo.normalize(), hi: hi.normalize(), step: step.normalize() })
        } else {
            Err(TooWide)
        }
    }
}
