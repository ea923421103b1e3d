use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

use crate::quantity::Rounding;

/// `10^exponent`
pub(super) fn power(exponent: u32) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// `mantissa × 10^-scale`: strips zeros until both fit, or tells that they cannot.
pub(super) fn compose(mut mantissa: BigInt, mut scale: u32) -> Option<Decimal> {
    let ten = BigInt::from(10);
    while scale > 0 {
        let (shorter, digit) = mantissa.div_rem(&ten);
        if !digit.is_zero() {
            break;
        }
        mantissa = shorter;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(mantissa.to_i128()?, scale).ok()
}

/// [`compose`] of a mantissa in 128 bits.
pub(super) fn narrow_compose(mut mantissa: i128, mut scale: u32) -> Option<Decimal> {
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// `num ÷ den`, where `den` is not 0, rounded to a whole number.
pub(super) fn round_ratio<T: Integer + Signed + Clone>(num: &T, den: &T, mode: Rounding) -> T {
    let (num, den) = if den.is_negative() { (-num.clone(), -den.clone()) } else { (num.clone(), den.clone()) };
    let (low, rest) = num.div_mod_floor(&den);
    if rest.is_zero() {
        return low;
    }
    let above_half = rest.cmp(&(den - rest.clone()));
    let negative = num.is_negative();
    let to_high = match mode {
        Rounding::Floor => false,
        Rounding::Ceiling => true,
        Rounding::Down => negative,
        Rounding::Up => !negative,
        Rounding::HalfUp => above_half.is_gt() || (above_half.is_eq() && !negative),
        Rounding::HalfDown => above_half.is_gt() || (above_half.is_eq() && negative),
        Rounding::HalfEven => above_half.is_gt() || (above_half.is_eq() && low.is_odd()),
    };
    if to_high { low + T::one() } else { low }
}
