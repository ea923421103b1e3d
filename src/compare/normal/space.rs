//! What a term can be, as numbered places.

use num_traits::ToPrimitive;

use crate::analysis::coverage::Places;
use crate::quantity::{Decimal, Domain, Fraction, Number, Rounding};

/// The place of no value.
pub(in crate::compare) const MISSING: i128 = -(1 << 120);
/// The place of every text that nobody names.
const FARTHEST: i128 = 1 << 100;

/// Everything that a term can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::compare) struct Space {
    /// The values.
    pub values: Values,
    /// Whether there may be none.
    pub missing: bool,
}

/// The values that a term can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::compare) enum Values {
    /// Multiples of a step between two ends.
    Numbers {
        /// The least.
        lo: Fraction,
        /// The greatest.
        hi: Fraction,
        /// What each is a multiple of; 0 where both ends are 0.
        step: Fraction,
    },
    /// Labels by their names, each at its place.
    Labels(Vec<String>),
    /// `no` and `yes`, at 0 and 1.
    Bool,
    /// Calendar values by their ordinals.
    Calendar(i128, i128),
    /// Texts, each at the place under which the terms know it.
    Text,
    /// Nothing is known.
    Unknown,
}

impl Space {
    /// That of a domain; the names of labels are those of its type.
    pub fn of(domain: &Domain, missing: bool, labels: &[String]) -> Space {
        let values = match domain {
            Domain::Numbers(numbers) => Values::Numbers {
                lo: numbers.lo().into(),
                hi: numbers.hi().into(),
                step: Fraction::from(numbers.step().abs()),
            },
            Domain::Labels(can) => Values::Labels(can.iter().filter_map(|at| labels.get(*at).cloned()).collect()),
            Domain::Bool { .. } => Values::Bool,
            Domain::Calendar { first, last } => Values::Calendar((*first).into(), (*last).into()),
            Domain::Text => Values::Text,
            Domain::Invalid => Values::Unknown,
        };
        Space { values, missing }
    }

    /// What both can be: that of an input which two policies read.
    pub fn and(&self, other: &Space) -> Space {
        let values = match (&self.values, &other.values) {
            (Values::Numbers { lo, hi, step }, Values::Numbers { lo: low, hi: high, step: width }) => Values::Numbers {
                lo: lo.max(low).clone(),
                hi: hi.min(high).clone(),
                step: if width.over(step).is_some_and(|times| times.parts().1 == &Number::ONE) { width } else { step }
                    .clone(),
            },
            (Values::Labels(own), Values::Labels(others)) => {
                Values::Labels(own.iter().filter(|label| others.contains(label)).cloned().collect())
            }
            (Values::Calendar(first, last), Values::Calendar(from, until)) => {
                Values::Calendar(*first.max(from), *last.min(until))
            }
            (own, _) => own.clone(),
        };
        Space { values, missing: self.missing && other.missing }
    }

    /// All places; `None` where there is no telling.
    pub fn places(&self) -> Option<Places> {
        let present = match &self.values {
            Values::Numbers { lo, hi, step } => {
                let (lo, hi) = (index(lo, step, Rounding::Ceiling)?, index(hi, step, Rounding::Floor)?);
                (lo, hi)
            }
            Values::Labels(labels) => (0, i128::try_from(labels.len()).ok()? - 1),
            Values::Bool => (0, 1),
            Values::Calendar(first, last) => (*first, *last),
            Values::Text => (0, FARTHEST),
            Values::Unknown => return None,
        };
        let missing = self.missing.then_some((MISSING, MISSING));
        Some(Places::of([present].into_iter().chain(missing)))
    }

    /// The place of a label.
    pub fn label(&self, name: &str) -> Option<i128> {
        match &self.values {
            Values::Labels(labels) => labels.iter().position(|label| label == name).and_then(|at| at.try_into().ok()),
            _ => None,
        }
    }
}

/// How many steps a number is from 0, rounded to a whole number; of step 0, 0.
pub(super) fn index(number: &Fraction, step: &Fraction, mode: Rounding) -> Option<i128> {
    if step.is_zero() {
        return Some(0);
    }
    let steps = number.over(step)?;
    let (dividend, divisor) = steps.parts();
    let whole = dividend.quotient(divisor, Decimal::ONE, mode)?.decimal()?;
    whole.to_i128()
}
