//! Sets of numbers, exactly: single ones, and runs of many at one distance.

use std::collections::{BTreeMap, BTreeSet};

use crate::quantity::{Number, Numbers, Rounding};

/// A run with no more numbers than this is taken apart where it must be.
const FEW: usize = 512;

/// A number, or a run of numbers at one distance; both ends belong to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub lo: Number,
    pub hi: Number,
    /// How far one is from the next; of a single number 0.
    pub step: Number,
}

impl Span {
    pub fn one(value: Number) -> Self {
        Span { lo: value.clone(), hi: value, step: Number::ZERO }
    }

    /// A range; nothing, where the numbers are at no one distance.
    pub fn of(numbers: &Numbers) -> Option<Self> {
        match numbers {
            Numbers::Range { lo, hi, step } => Some(Span { lo: lo.clone(), hi: hi.clone(), step: step.clone() }),
            Numbers::Values(_) => numbers.single().map(Span::one),
        }
    }

    /// All of them times a factor that is not 0.
    pub fn scaled(&self, factor: &Number) -> Self {
        let (one, other) = (&self.lo * factor, &self.hi * factor);
        let (lo, hi) = if one <= other { (one, other) } else { (other, one) };
        Span { lo, hi, step: (&self.step * factor).abs() }
    }

    pub fn single(&self) -> Option<&Number> {
        (self.lo == self.hi).then_some(&self.lo)
    }

    pub fn contains(&self, value: &Number) -> bool {
        match self.single() {
            Some(own) => own == value,
            None => self.lo <= *value && *value <= self.hi && (value - &self.lo).is_multiple(&self.step),
        }
    }

    /// Whether there are more numbers than so many.
    pub fn exceeds(&self, count: usize) -> bool {
        count == 0 || self.lo.clone() + &(Number::from(count - 1) * &self.step) < self.hi
    }

    pub fn each(&self) -> impl Iterator<Item = Number> + '_ {
        std::iter::successors(Some(self.lo.clone()), |at| {
            Some(at + &self.step).filter(|next| *at < self.hi && *next <= self.hi)
        })
    }

    /// The number nearest to the middle of them, but for the last.
    pub fn middle(&self) -> Number {
        if self.step.is_zero() {
            return self.lo.clone();
        }
        let half = (&self.hi - &self.lo) * Number::from(crate::quantity::Decimal::new(5, 1));
        &self.lo + &half.reach(&self.step, Rounding::Floor)
    }

    fn shifted(&self, by: &Number) -> Self {
        Span { lo: &self.lo + by, hi: &self.hi + by, step: self.step.clone() }
    }

    /// All sums of one of these and one of those; nothing, where they are too many to be told.
    pub fn plus(&self, other: &Span) -> Option<Vec<Span>> {
        if let Some(value) = self.single() {
            return Some(vec![other.shifted(value)]);
        }
        if let Some(value) = other.single() {
            return Some(vec![self.shifted(value)]);
        }
        let (fine, coarse) = if self.step <= other.step { (self, other) } else { (other, self) };
        let closes = &fine.hi - &fine.lo >= &coarse.step - &fine.step;
        if coarse.step.is_multiple(&fine.step) && closes {
            return Some(vec![Span { lo: &self.lo + &other.lo, hi: &self.hi + &other.hi, step: fine.step.clone() }]);
        }
        let short = [self, other].into_iter().find(|span| !span.exceeds(FEW))?;
        let long = if std::ptr::eq(short, self) { other } else { self };
        Some(short.each().map(|value| long.shifted(&value)).collect())
    }

    /// A number of these that leaves one of those from a sum.
    pub fn share(&self, sum: &Number, rest: &Span) -> Option<Number> {
        if let Some(value) = self.single() {
            return rest.contains(&(sum - value)).then(|| value.clone());
        }
        if let Some(value) = rest.single() {
            return Some(sum - value).filter(|own| self.contains(own));
        }
        let least = (sum - &rest.hi).max(self.lo.clone());
        let first = &self.lo + &(&least - &self.lo).reach(&self.step, Rounding::Ceiling);
        let each = std::iter::successors(Some(first), |at| Some(at + &self.step));
        each.take(FEW).take_while(|own| *own <= self.hi).find(|own| rest.contains(&(sum - own)))
    }
}

/// The same numbers in as few runs as may be.
pub(super) fn joined(spans: Vec<Span>) -> Vec<Span> {
    let mut single = BTreeSet::new();
    let mut runs: BTreeMap<(Number, Number), Vec<Span>> = BTreeMap::new();
    for span in spans {
        match span.single() {
            Some(value) => drop(single.insert(value.clone())),
            None => {
                let phase = &span.lo - &span.lo.reach(&span.step, Rounding::Floor);
                runs.entry((span.step.clone(), phase)).or_default().push(span);
            }
        }
    }
    let mut found: Vec<Span> = vec![];
    for ((step, _), mut own) in runs {
        own.sort();
        let mut last: Option<Span> = None;
        for span in own {
            match &mut last {
                Some(last) if span.lo <= &last.hi + &step => last.hi = span.hi.max(last.hi.clone()),
                _ => found.extend(last.replace(span)),
            }
        }
        found.extend(last);
    }
    let alone: Vec<Span> =
        single.into_iter().filter(|value| !found.iter().any(|run| run.contains(value))).map(Span::one).collect();
    found.extend(alone);
    found.sort();
    found
}

/// Numbers of which many may be at one distance, as runs.
pub(super) fn runs(values: Vec<Number>) -> Vec<Span> {
    let mut found: Vec<Span> = vec![];
    for value in values {
        match found.last_mut() {
            Some(last) if last.single().is_some() => {
                last.step = &value - &last.lo;
                last.hi = value;
            }
            Some(last) if &last.hi + &last.step == value => last.hi = value,
            _ => found.push(Span::one(value)),
        }
    }
    // Two numbers are no run.
    let apart = |span: Span| match &span.lo + &span.step == span.hi {
        true => vec![Span::one(span.lo), Span::one(span.hi)],
        false => vec![span],
    };
    found.into_iter().flat_map(apart).collect()
}
