//! Whether a part of a sum can carry the sum across a bound.

use crate::ir::{Bound, Pattern, Value};
use crate::quantity::{Decimal, Numbers, Rounding, exact};

/// Where the rows of a table part: `x >= at`, or `x > at`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// The value.
    pub at: Decimal,
    /// Whether the value itself lies above.
    pub above: bool,
}

/// A part, and what it is added to.
pub(super) struct Sum<'a> {
    /// What all others can add to.
    pub rest: &'a Numbers,
    /// The least and the most that the part adds.
    pub part: (Decimal, Decimal),
    /// How the sum is rounded before it is looked at, first to last.
    pub rounds: &'a [(Decimal, Rounding)],
}

/// What a part does at a cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Crossing {
    /// It may carry a sum across.
    Possible,
    /// It never does: even from this greatest rest below, with the most it adds.
    Below(Decimal),
    /// No sum lies below the cut.
    Above,
}

/// The places at which a pattern parts the numbers.
pub(super) fn cuts(pattern: &Pattern) -> Vec<Cut> {
    let cut = |bound: &Bound, above: bool| bound.value.number().map(|at| Cut { at, above });
    match pattern {
        Pattern::Interval { lo, hi } => {
            let low = lo.as_ref().and_then(|bound| cut(bound, bound.included));
            let high = hi.as_ref().and_then(|bound| cut(bound, !bound.included));
            low.into_iter().chain(high).collect()
        }
        Pattern::Values(values) | Pattern::Not(values) => {
            let numbers = values.iter().filter_map(Value::number);
            numbers.flat_map(|at| [Cut { at, above: true }, Cut { at, above: false }]).collect()
        }
        Pattern::Any | Pattern::Missing | Pattern::Otherwise | Pattern::Invalid => vec![],
    }
}

/// Whether the part can matter at a cut. `None` where the numbers are too wide to tell.
pub(super) fn crossing(sum: &Sum, cut: Cut) -> Option<Crossing> {
    let over = |rest: Decimal, part: Decimal| Some(cut.is_above(sum.rounded(exact::add(rest, part)?)?));
    let (least, most) = sum.part;
    let Some(rest) = last_below(sum.rest, |rest| over(rest, least))? else { return Some(Crossing::Above) };
    Some(if over(rest, most)? { Crossing::Possible } else { Crossing::Below(rest) })
}

impl Cut {
    fn is_above(self, value: Decimal) -> bool {
        value > self.at || (self.above && value == self.at)
    }
}

impl Sum<'_> {
    fn rounded(&self, value: Decimal) -> Option<Decimal> {
        self.rounds.iter().try_fold(value, |value, (step, mode)| exact::round(value, *step, *mode))
    }
}

/// The greatest number that is not yet over; what is over stays so for all greater ones.
fn last_below(numbers: &Numbers, over: impl Fn(Decimal) -> Option<bool>) -> Option<Option<Decimal>> {
    let (lo, step) = match numbers {
        Numbers::Values(values) => {
            let mut last = None;
            for value in values {
                if !over(*value)? {
                    last = Some(*value);
                }
            }
            return Some(last);
        }
        Numbers::Range { lo, step, .. } => (*lo, *step),
    };
    let value = |place: i128| exact::add(lo, exact::mul(Decimal::try_from_i128_with_scale(place, 0).ok()?, step)?);
    if over(lo)? {
        return Some(None);
    }
    let (mut below, mut end) = (0, exact::index(exact::sub(numbers.hi(), lo)?, step)?.checked_add(1)?);
    while end - below > 1 {
        let middle = below + (end - below) / 2;
        if over(value(middle)?)? {
            end = middle;
        } else {
            below = middle;
        }
    }
    value(below).map(Some)
}
