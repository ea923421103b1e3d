//! Whole numbers of any width: powers of ten, and quotients rounded to a whole number.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

use crate::quantity::Rounding;

/// `10^exponent`
pub(super) fn power(exponent: u32) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// `mantissa × 10^-scale` with the least scale that is possible. An odd mantissa has no zero at its end, and
/// one that is divisible by 2 so often has at most so many: few are looked for in vain.
pub(super) fn stripped(mut mantissa: BigInt, mut scale: u32) -> (BigInt, u32) {
    if mantissa.is_zero() {
        return (mantissa, 0);
    }
    for zeros in [256, 16, 1] {
        let unit = power(zeros);
        while scale >= zeros && mantissa.trailing_zeros().is_some_and(|twos| twos >= u64::from(zeros)) {
            let (shorter, rest) = mantissa.div_rem(&unit);
            if !rest.is_zero() {
                break;
            }
            (mantissa, scale) = (shorter, scale - zeros);
        }
    }
    (mantissa, scale)
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
