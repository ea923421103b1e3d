//! Decimal arithmetic on what is kept, which is exact or says that it cannot be.
//!
//! A [`Decimal`] has 96 bits and at most 28 places. Its own operators drop digits in silence
//! when a result needs more; the functions here return `None` instead. Results are normalised:
//! no trailing zeros, no negative zero. Inside expressions there is [`Number`], which has no such bound.

use num_traits::ToPrimitive;
use rust_decimal::Decimal;

use super::{Number, Rounding};

/// `a + b`.
pub fn add(a: Decimal, b: Decimal) -> Option<Decimal> {
    (Number::from(a) + Number::from(b)).decimal()
}

/// `a - b`.
pub fn sub(a: Decimal, b: Decimal) -> Option<Decimal> {
    (Number::from(a) - Number::from(b)).decimal()
}

/// `a × b`.
pub fn mul(a: Decimal, b: Decimal) -> Option<Decimal> {
    (Number::from(a) * Number::from(b)).decimal()
}

/// `a ÷ b` where the quotient is a finite decimal that fits; `None` where it is not.
pub fn divide(a: Decimal, b: Decimal) -> Option<Decimal> {
    Number::from(a).divide(&b.into())?.decimal()
}

/// The exact quotient `a ÷ b`, rounded once to a multiple of `step`. `None` where `b` or `step` is
/// zero or the result does not fit.
pub fn quotient(a: Decimal, b: Decimal, step: Decimal, mode: Rounding) -> Option<Decimal> {
    Number::from(a).quotient(&b.into(), step, mode)?.decimal()
}

/// `x` rounded to a multiple of `step`.
pub fn round(x: Decimal, step: Decimal, mode: Rounding) -> Option<Decimal> {
    quotient(x, Decimal::ONE, step, mode)
}

/// The height at `x` of the straight line through two points, rounded once to a multiple of `step`.
/// `None` where the points stand above each other or the result does not fit.
pub fn interpolate(
    x: Decimal,
    (lo, from): (Decimal, Decimal),
    (hi, to): (Decimal, Decimal),
    step: Decimal,
    mode: Rounding,
) -> Option<Decimal> {
    let (height, run) = Number::from(x).interpolate((&lo.into(), &from.into()), (&hi.into(), &to.into()));
    height.quotient(&run, step, mode)?.decimal()
}

/// Whether `x` is a whole multiple of `step`; of step 0 only 0 is.
pub fn is_multiple(x: Decimal, step: Decimal) -> bool {
    Number::from(x).is_multiple(&step.into())
}

/// The greatest step of which both are multiples.
pub fn common_step(a: Decimal, b: Decimal) -> Option<Decimal> {
    Number::from(a).common_step(&b.into()).decimal()
}

/// How many steps `x` is from 0, where it is a whole number of them.
pub fn index(x: Decimal, step: Decimal) -> Option<i128> {
    Number::from(x).index(&step.into())?.to_i128()
}

/// `10^-places`.
pub fn ulp(places: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(1, places).ok()
}
