//! Quotients and rounding, each rounded once.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Zero};
use rust_decimal::Decimal;

use super::integer::{power, round_ratio};
use super::{Number, Repr, narrow};
use crate::quantity::Rounding;

impl Number {
    /// `self ÷ by` where the quotient is a finite decimal; `None` where it is not.
    pub fn divide(&self, by: &Number) -> Option<Number> {
        if by.is_zero() {
            return None;
        }
        if let (Repr::Narrow(a), Repr::Narrow(b)) = (&self.0, &by.0)
            && let Some(quotient) = narrow::divide(*a, *b)
        {
            return Some(quotient.into());
        }
        let (num, den, _) = self.aligned(by);
        let common = num.gcd(&den);
        let (num, den) = (num / &common, den / common);
        // The quotient ends where nothing but 2 and 5 divides its divisor.
        let (rest, twos) = without(den, 2);
        let (rest, fives) = without(rest, 5);
        let scale = twos.max(fives);
        let factor = BigInt::from(2).pow(scale - twos) * BigInt::from(5).pow(scale - fives);
        (rest.magnitude().is_one()).then(|| Number::of(num * factor * rest, scale))
    }

    /// The exact quotient `self ÷ by`, rounded once to a multiple of `step`. `None` where `by` or `step` is 0.
    pub fn quotient(&self, by: &Number, step: Decimal, mode: Rounding) -> Option<Number> {
        if by.is_zero() || step.is_zero() {
            return None;
        }
        if let (Repr::Narrow(a), Repr::Narrow(b)) = (&self.0, &by.0)
            && let Some(quotient) = narrow::quotient(*a, *b, step, mode)
        {
            return Some(quotient.into());
        }
        let (num, den, _) = self.aligned(by);
        Some(rounded(num, den, step, mode))
    }

    /// The number rounded to a multiple of `step`; of step 0, as it is.
    pub fn round(&self, step: Decimal, mode: Rounding) -> Number {
        self.quotient(&Number::ONE, step, mode).unwrap_or_else(|| self.clone())
    }

    /// The height at `self` of the straight line through two points, as a quotient; its divisor is 0 where the points
    /// stand above each other.
    pub fn interpolate(&self, (lo, from): (&Number, &Number), (hi, to): (&Number, &Number)) -> (Number, Number) {
        let run = hi - lo;
        (from * &run + (self - lo) * (to - from), run)
    }
}

/// `num ÷ den` rounded to a multiple of `step`; neither `den` nor `step` is 0.
fn rounded(num: BigInt, den: BigInt, step: Decimal, mode: Rounding) -> Number {
    let unit = BigInt::from(step.mantissa());
    let (num, den) = (num * power(step.scale()), den * &unit);
    Number::of(round_ratio(&num, &den, mode) * unit, step.scale())
}

/// A whole number, not 0, without a factor, and how often it had it.
fn without(mut number: BigInt, factor: u32) -> (BigInt, u32) {
    let mut times = 0;
    loop {
        let (rest, over) = number.div_rem(&BigInt::from(factor));
        if !over.is_zero() {
            return (number, times);
        }
        (number, times) = (rest, times + 1);
    }
}
