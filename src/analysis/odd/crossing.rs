//! Whether a part of a sum can carry the sum across a bound.

use num_bigint::BigInt;

use crate::ir::{Bound, Pattern, Value};
use crate::quantity::{Decimal, Number, Numbers, Rounding};

/// Where the rows of a table part: `x >= at`, or `x > at`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    /// The value.
    pub at: Number,
    /// Whether the value itself lies above.
    pub above: bool,
}

/// A part, and what it is added to.
pub(super) struct Sum<'a> {
    /// What all others can add to.
    pub rest: &'a Numbers,
    /// The least and the most that the part adds.
    pub part: (Number, Number),
    /// How the sum is rounded before it is looked at, first to last.
    pub rounds: &'a [(Decimal, Rounding)],
}

/// What a part does at a cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Crossing {
    /// It may carry a sum across.
    Possible,
    /// It never does: even from this greatest rest below, with the most it adds.
    Below(Number),
    /// No sum lies below the cut.
    Above,
}

/// The places at which a pattern parts the numbers.
pub(super) fn cuts(pattern: &Pattern) -> Vec<Cut> {
    let cut = |bound: &Bound, above: bool| bound.value.number().map(|at| Cut { at: at.clone(), above });
    match pattern {
        Pattern::Interval { lo, hi } => {
            let low = lo.as_ref().and_then(|bound| cut(bound, bound.included));
            let high = hi.as_ref().and_then(|bound| cut(bound, !bound.included));
            low.into_iter().chain(high).collect()
        }
        Pattern::Values(values) | Pattern::Not(values) => {
            let numbers = values.iter().filter_map(Value::number);
            numbers.flat_map(|at| [true, false].map(|above| Cut { at: at.clone(), above })).collect()
        }
        Pattern::Any | Pattern::Missing | Pattern::Otherwise | Pattern::Invalid => vec![],
    }
}

/// Whether the part can matter at a cut.
pub(super) fn crossing(sum: &Sum, cut: &Cut) -> Crossing {
    let over = |rest: &Number, part: &Number| cut.is_above(&sum.rounded(rest + part));
    let (least, most) = &sum.part;
    match last_below(sum.rest, |rest| over(rest, least)) {
        None => Crossing::Above,
        Some(rest) if over(&rest, most) => Crossing::Possible,
        Some(rest) => Crossing::Below(rest),
    }
}

impl Cut {
    fn is_above(&self, value: &Number) -> bool {
        *value > self.at || (self.above && *value == self.at)
    }
}

impl Sum<'_> {
    fn rounded(&self, value: Number) -> Number {
        self.rounds.iter().fold(value, |value, (step, mode)| value.round(*step, *mode))
    }
}

/// The greatest number that is not yet over; what is over stays so for all greater ones.
fn last_below(numbers: &Numbers, over: impl Fn(&Number) -> bool) -> Option<Number> {
    let (lo, step) = match numbers {
        Numbers::Values(values) => return values.iter().take_while(|value| !over(value)).last().cloned(),
        Numbers::Range { lo, step, .. } => (lo, step),
    };
    if over(lo) {
        return None;
    }
    let value = |place: &BigInt| lo + &(Number::from(place.clone()) * step);
    let (mut below, mut end) = (BigInt::ZERO, (numbers.hi() - lo).index(step)? + 1);
    while &end - &below > BigInt::from(1) {
        let middle: BigInt = (&below + &end) / 2;
        if over(&value(&middle)) {
            end = middle;
        } else {
            below = middle;
        }
    }
    Some(value(&below))
}
