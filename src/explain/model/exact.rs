//! An exact figure.

use std::fmt;

use crate::quantity::{Fraction, Number};

/// An exact figure: nearly always a finite decimal, which is not made a quotient of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exact {
    /// A finite decimal.
    Number(Number),
    /// A quotient that is none.
    Quotient(Fraction),
}

impl Exact {
    /// One number over another; by 0 there is none.
    pub fn over(dividend: &Number, divisor: &Number) -> Option<Exact> {
        let number = if *divisor == Number::ONE { Some(dividend.clone()) } else { dividend.divide(divisor) };
        match number {
            Some(number) => Some(Exact::Number(number)),
            None => Fraction::new(dividend, divisor).map(Exact::Quotient),
        }
    }

    /// It as a quotient.
    pub fn fraction(&self) -> Fraction {
        match self {
            Exact::Number(number) => Fraction::from(number.clone()),
            Exact::Quotient(fraction) => fraction.clone(),
        }
    }

    /// Both together.
    pub fn plus(&self, other: &Exact) -> Exact {
        if let (Exact::Number(one), Exact::Number(other)) = (self, other) {
            return Exact::Number(one + other);
        }
        let sum = &self.fraction() + &other.fraction();
        sum.number().map_or(Exact::Quotient(sum), Exact::Number)
    }
}

impl fmt::Display for Exact {
    /// As a decimal, where that is finite; else as `p/q`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Exact::Number(number) => number.fmt(f),
            Exact::Quotient(fraction) => fraction.fmt(f),
        }
    }
}
