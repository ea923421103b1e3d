//! Decimal arithmetic that is exact or says that it cannot be.
//!
//! A [`Decimal`] has 96 bits and at most 28 places. Its own operators drop digits in silence
//! when a result needs more; the functions here return `None` instead. Results are normalised:
//! no trailing zeros, no negative zero.

mod integer;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};
use rust_decimal::Decimal;

use super::Rounding;
use integer::{compose, narrow_compose, power, round_ratio};

const MAX_SCALE: u32 = 28;

/// `a + b`.
pub fn add(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale().max(b.scale());
    match a.checked_add(b) {
        Some(sum) if sum.scale() == scale => Some(sum.normalize()),
        _ => compose(at_scale(a, scale) + at_scale(b, scale), scale),
    }
}

/// `a - b`.
pub fn sub(a: Decimal, b: Decimal) -> Option<Decimal> {
    add(a, -b)
}

/// `a × b`.
pub fn mul(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale() + b.scale();
    match a.checked_mul(b) {
        Some(product) if product.scale() == scale => Some(product.normalize()),
        _ => compose(mantissa(a) * mantissa(b), scale),
    }
}

/// `a ÷ b` where the quotient is a finite decimal that fits; `None` where it is not.
pub fn divide(a: Decimal, b: Decimal) -> Option<Decimal> {
    if b.is_zero() {
        return None;
    }
    if let Some(quotient) = narrow_divide(a, b) {
        return Some(quotient);
    }
    let (num, den) = fraction(a, b);
    let common = num.gcd(&den);
    let (num, den) = (num / &common, den / common);
    let scale = (0..=MAX_SCALE).find(|scale| (power(*scale) % &den).is_zero())?;
    compose(num * (power(scale) / den), scale)
}

/// [`divide`] where 128 bits are enough; `None` also where the quotient never ends.
fn narrow_divide(a: Decimal, b: Decimal) -> Option<Decimal> {
    let num = a.mantissa().checked_mul(10_i128.checked_pow(b.scale())?)?;
    let den = b.mantissa().checked_mul(10_i128.checked_pow(a.scale())?)?;
    let common = num.gcd(&den) * den.signum();
    let (num, den) = (num / common, den / common);
    let (scale, power) = powers_of_ten().find(|(_, power)| power % den == 0)?;
    narrow_compose(num.checked_mul(power / den)?, scale)
}

/// Every scale of a decimal and its power of ten.
fn powers_of_ten() -> impl Iterator<Item = (u32, i128)> {
    (0..=MAX_SCALE).zip(std::iter::successors(Some(1), |power: &i128| power.checked_mul(10)))
}

/// The exact quotient `a ÷ b`, rounded once to a multiple of `step`. `None` where `b` or `step` is
/// zero or the result does not fit.
pub fn quotient(a: Decimal, b: Decimal, step: Decimal, mode: Rounding) -> Option<Decimal> {
    if b.is_zero() || step.is_zero() {
        return None;
    }
    narrow_quotient(a, b, step, mode).or_else(|| {
        let (num, den) = fraction(a, b);
        let (num, den) = (num * power(step.scale()), den * mantissa(step));
        compose(round_ratio(&num, &den, mode) * mantissa(step), step.scale())
    })
}

/// [`quotient`] where 128 bits are enough, which they nearly always are.
fn narrow_quotient(a: Decimal, b: Decimal, step: Decimal, mode: Rounding) -> Option<Decimal> {
    let ten_to = |exponent| 10_i128.checked_pow(exponent);
    let num = a.mantissa().checked_mul(ten_to(b.scale() + step.scale())?)?;
    let den = b.mantissa().checked_mul(step.mantissa())?.checked_mul(ten_to(a.scale())?)?;
    narrow_compose(round_ratio(&num, &den, mode).checked_mul(step.mantissa())?, step.scale())
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
    let places = |a: Decimal, b: Decimal| a.scale().max(b.scale());
    let (across, up) = (places(x, lo).max(hi.scale()), places(from, to));
    let run = at_scale(hi, across) - at_scale(lo, across);
    let along = at_scale(x, across) - at_scale(lo, across);
    let rise = at_scale(to, up) - at_scale(from, up);
    if run.is_zero() || step.is_zero() {
        return None;
    }
    let num = (at_scale(from, up) * &run + along * rise) * power(step.scale());
    let den = run * power(up) * mantissa(step);
    compose(round_ratio(&num, &den, mode) * mantissa(step), step.scale())
}

/// Whether `x` is a whole multiple of `step`; of step 0 only 0 is.
pub fn is_multiple(x: Decimal, step: Decimal) -> bool {
    if step.is_zero() {
        return x.is_zero();
    }
    let scale = x.scale().max(step.scale());
    match (narrow_at_scale(x, scale), narrow_at_scale(step, scale)) {
        (Some(x), Some(step)) => x % step == 0,
        _ => (at_scale(x, scale) % at_scale(step, scale)).is_zero(),
    }
}

/// The greatest step of which both are multiples.
pub fn common_step(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale().max(b.scale());
    compose(at_scale(a, scale).gcd(&at_scale(b, scale)), scale)
}

/// How many steps `x` is from 0, where it is a whole number of them.
pub fn index(x: Decimal, step: Decimal) -> Option<i128> {
    if step.is_zero() || !is_multiple(x, step) {
        return None;
    }
    let (num, den) = fraction(x, step);
    (num / den).to_i128()
}

/// Whether every multiple of `step` up to `magnitude` can be written in 96 bits.
pub fn fits(magnitude: Decimal, step: Decimal) -> bool {
    at_scale(magnitude.normalize(), magnitude.normalize().scale().max(step.normalize().scale())).bits() <= 96
}

/// `10^-places`.
pub fn ulp(places: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(1, places).ok()
}

fn mantissa(x: Decimal) -> BigInt {
    BigInt::from(x.mantissa())
}

fn narrow_at_scale(x: Decimal, scale: u32) -> Option<i128> {
    x.mantissa().checked_mul(10_i128.checked_pow(scale.saturating_sub(x.scale()))?)
}

fn at_scale(x: Decimal, scale: u32) -> BigInt {
    mantissa(x) * power(scale.saturating_sub(x.scale()))
}

/// `a ÷ b` as numerator and positive denominator.
fn fraction(a: Decimal, b: Decimal) -> (BigInt, BigInt) {
    let num = mantissa(a) * power(b.scale());
    let den = mantissa(b) * power(a.scale());
    if den.sign() == Sign::Minus { (-num, -den) } else { (num, den) }
}
