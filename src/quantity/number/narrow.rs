//! The short way where 96 or 128 bits are enough, which they nearly always are; `None` where they are
//! not. `Decimal`'s own operators drop digits in silence when a result needs more, so the scale of what
//! they give is looked at.

use num_integer::Integer;
use rust_decimal::Decimal;

use super::integer::round_ratio;
use crate::quantity::Rounding;

const MAX_SCALE: u32 = 28;

/// `a + b`
pub(super) fn add(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale().max(b.scale());
    a.checked_add(b).filter(|sum| sum.scale() == scale).map(|sum| sum.normalize())
}

/// `a × b`
pub(super) fn mul(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale() + b.scale();
    a.checked_mul(b).filter(|product| product.scale() == scale).map(|product| product.normalize())
}

/// `a ÷ b` where it is a finite decimal.
pub(super) fn divide(a: Decimal, b: Decimal) -> Option<Decimal> {
    let num = a.mantissa().checked_mul(10_i128.checked_pow(b.scale())?)?;
    let den = b.mantissa().checked_mul(10_i128.checked_pow(a.scale())?)?;
    if den == 0 {
        return None;
    }
    let common = num.gcd(&den) * den.signum();
    let (num, den) = (num / common, den / common);
    let (scale, power) = powers_of_ten().find(|(_, power)| power % den == 0)?;
    compose(num.checked_mul(power / den)?, scale)
}

/// Every scale of a decimal and its power of ten.
fn powers_of_ten() -> impl Iterator<Item = (u32, i128)> {
    (0..=MAX_SCALE).zip(std::iter::successors(Some(1), |power: &i128| power.checked_mul(10)))
}

/// `a ÷ b`, neither `b` nor `step` 0, rounded once to a multiple of `step`.
pub(super) fn quotient(a: Decimal, b: Decimal, step: Decimal, mode: Rounding) -> Option<Decimal> {
    let ten_to = |exponent| 10_i128.checked_pow(exponent);
    let num = a.mantissa().checked_mul(ten_to(b.scale() + step.scale())?)?;
    let den = b.mantissa().checked_mul(step.mantissa())?.checked_mul(ten_to(a.scale())?)?;
    compose(round_ratio(&num, &den, mode).checked_mul(step.mantissa())?, step.scale())
}

/// Whether `x` is a whole multiple of `step`, which is not 0.
pub(super) fn is_multiple(x: Decimal, step: Decimal) -> Option<bool> {
    let scale = x.scale().max(step.scale());
    let at = |x: Decimal| x.mantissa().checked_mul(10_i128.checked_pow(scale - x.scale())?);
    Some(at(x)? % at(step)? == 0)
}

/// The greatest step of which both are multiples.
pub(super) fn common_step(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale().max(b.scale());
    let at = |x: Decimal| x.mantissa().checked_mul(10_i128.checked_pow(scale - x.scale())?);
    compose(at(a)?.gcd(&at(b)?), scale)
}

/// `mantissa × 10^-scale`, without zeros at the end.
fn compose(mut mantissa: i128, mut scale: u32) -> Option<Decimal> {
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}
