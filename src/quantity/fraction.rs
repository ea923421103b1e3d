//! Exact quotients of numbers.

use std::fmt;

use super::Number;

/// A quotient in lowest terms: whole numbers without a common divisor, the lower above 0.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fraction {
    dividend: Number,
    divisor: Number,
}

impl Fraction {
    /// One number over another; by 0 there is none.
    pub fn new(dividend: &Number, divisor: &Number) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        let unit = dividend.common_step(divisor).abs();
        let (dividend, divisor) = (dividend.divide(&unit)?, divisor.divide(&unit)?);
        Some(match divisor.is_negative() {
            true => Fraction { dividend: -dividend, divisor: -divisor },
            false => Fraction { dividend, divisor },
        })
    }

    /// The whole numbers that it is made of.
    pub fn parts(&self) -> (&Number, &Number) {
        (&self.dividend, &self.divisor)
    }

    /// The same as a number, where that is a finite decimal.
    pub fn number(&self) -> Option<Number> {
        self.dividend.divide(&self.divisor)
    }

    /// The sum of both.
    pub fn plus(&self, other: &Fraction) -> Option<Fraction> {
        let dividend = &self.dividend * &other.divisor + &other.dividend * &self.divisor;
        Fraction::new(&dividend, &(&self.divisor * &other.divisor))
    }
}

impl From<Number> for Fraction {
    fn from(number: Number) -> Self {
        Fraction::new(&number, &Number::ONE).unwrap_or(Fraction { dividend: number, divisor: Number::ONE })
    }
}

impl fmt::Display for Fraction {
    /// As a decimal, where that is finite; else as `p/q`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number() {
            Some(number) => write!(f, "{number}"),
            None => write!(f, "{}/{}", self.dividend, self.divisor),
        }
    }
}
