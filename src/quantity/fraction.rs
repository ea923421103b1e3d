//! Exact quotients of numbers.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use super::Number;

/// A quotient in lowest terms: whole numbers without a common divisor, the lower above 0.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fraction {
    dividend: Number,
    divisor: Number,
}

impl Fraction {
    /// 0
    pub const ZERO: Fraction = Fraction { dividend: Number::ZERO, divisor: Number::ONE };
    /// 1
    pub const ONE: Fraction = Fraction { dividend: Number::ONE, divisor: Number::ONE };

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

    /// Whether it is 0.
    pub fn is_zero(&self) -> bool {
        self.dividend.is_zero()
    }

    /// Whether it is below 0.
    pub fn is_negative(&self) -> bool {
        self.dividend.is_negative()
    }

    /// Its size.
    pub fn abs(&self) -> Fraction {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// One over the other; by 0 there is none.
    pub fn over(&self, other: &Fraction) -> Option<Fraction> {
        Fraction::new(&(&self.dividend * &other.divisor), &(&self.divisor * &other.dividend))
    }

    /// The greatest step of which both are multiples.
    pub fn common_step(&self, other: &Fraction) -> Fraction {
        let (one, two) = (&self.dividend * &other.divisor, &other.dividend * &self.divisor);
        reduced(&one.common_step(&two).abs(), &(&self.divisor * &other.divisor))
    }
}

/// A quotient by what is not 0, in lowest terms.
fn reduced(dividend: &Number, divisor: &Number) -> Fraction {
    Fraction::new(dividend, divisor).unwrap_or(Fraction::ZERO)
}

impl Add for &Fraction {
    type Output = Fraction;

    fn add(self, other: &Fraction) -> Fraction {
        let dividend = &self.dividend * &other.divisor + &other.dividend * &self.divisor;
        reduced(&dividend, &(&self.divisor * &other.divisor))
    }
}

impl Sub for &Fraction {
    type Output = Fraction;

    fn sub(self, other: &Fraction) -> Fraction {
        self + &-other
    }
}

impl Mul for &Fraction {
    type Output = Fraction;

    fn mul(self, other: &Fraction) -> Fraction {
        reduced(&(&self.dividend * &other.dividend), &(&self.divisor * &other.divisor))
    }
}

impl Neg for &Fraction {
    type Output = Fraction;

    fn neg(self) -> Fraction {
        Fraction { dividend: -&self.dividend, divisor: self.divisor.clone() }
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.dividend * &other.divisor).cmp(&(&other.dividend * &self.divisor))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
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
