//! Exact numbers inside expressions: finite decimals, as wide as they must be.
//!
//! Nearly every number of a policy fits [`Decimal`], 96 bits and 28 places, and is held and worked on as
//! one. A number that does not, such as a product of many percents before it is rounded, is held in an
//! integer of any width. The two are one type, so no operation here can fail for size: what must fit a
//! `Decimal` is what is kept, and [`Number::decimal`] is where that is asked.

mod digits;
mod integer;
mod narrow;
mod operators;
mod rounding;
mod step;

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive};
use rust_decimal::Decimal;

pub(crate) use digits::Digits;
use digits::MOST_PLACES;
use integer::{power, stripped};

/// An exact finite decimal of any width.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Repr);

/// Never `Wide` where a `Decimal` can hold the number, so that equal numbers are held alike.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Narrow(Decimal),
    Wide(Arc<Wide>),
}

/// `mantissa × 10^-scale`, with the least scale that is possible.
#[derive(PartialEq, Eq, Hash)]
struct Wide {
    mantissa: BigInt,
    scale: u32,
}

impl Number {
    /// 0
    pub const ZERO: Number = Number(Repr::Narrow(Decimal::ZERO));
    /// 1
    pub const ONE: Number = Number(Repr::Narrow(Decimal::ONE));

    /// The number as it is kept; `None` where it needs more than 96 bits or 28 places.
    pub fn decimal(&self) -> Option<Decimal> {
        match &self.0 {
            Repr::Narrow(decimal) => Some(*decimal),
            Repr::Wide(_) => None,
        }
    }

    /// `mantissa × 10^-scale`
    fn of(mantissa: BigInt, scale: u32) -> Number {
        let (mantissa, scale) = stripped(mantissa, scale);
        let narrow = mantissa.to_i128().and_then(|it| Decimal::try_from_i128_with_scale(it, scale).ok());
        Number(match narrow {
            Some(decimal) => Repr::Narrow(decimal),
            None => Repr::Wide(Arc::new(Wide { mantissa, scale })),
        })
    }

    /// The mantissa and the scale.
    fn parts(&self) -> (BigInt, u32) {
        match &self.0 {
            Repr::Narrow(decimal) => (BigInt::from(decimal.mantissa()), decimal.scale()),
            Repr::Wide(wide) => (wide.mantissa.clone(), wide.scale),
        }
    }

    /// The mantissas of both at one scale.
    fn aligned(&self, other: &Number) -> (BigInt, BigInt, u32) {
        let ((a, a_scale), (b, b_scale)) = (self.parts(), other.parts());
        let scale = a_scale.max(b_scale);
        (a * power(scale - a_scale), b * power(scale - b_scale), scale)
    }

    /// Whether it is 0.
    pub fn is_zero(&self) -> bool {
        matches!(&self.0, Repr::Narrow(decimal) if decimal.is_zero())
    }

    /// Whether it is below 0.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Narrow(decimal) => decimal.is_sign_negative() && !decimal.is_zero(),
            Repr::Wide(wide) => wide.mantissa.is_negative(),
        }
    }

    /// Whether it is a whole number.
    pub fn is_integer(&self) -> bool {
        self.places() == 0
    }

    /// How many places stand behind the point.
    pub fn places(&self) -> u32 {
        match &self.0 {
            Repr::Narrow(decimal) => decimal.normalize().scale(),
            Repr::Wide(wide) => wide.scale,
        }
    }

    /// How many bits its digits need.
    pub fn bits(&self) -> u64 {
        match &self.0 {
            Repr::Narrow(decimal) => u64::from(u128::BITS - decimal.mantissa().unsigned_abs().leading_zeros()),
            Repr::Wide(wide) => wide.mantissa.bits(),
        }
    }

    /// Writes the number behind a text, as it is displayed.
    pub fn write(&self, out: &mut String) {
        match &self.0 {
            Repr::Narrow(decimal) => match few(decimal) {
                Some(digits) => out.push_str(digits.as_str()),
                None => out.push_str(&self.to_string()),
            },
            Repr::Wide(_) => out.push_str(&self.to_string()),
        }
    }

    /// The number without its sign.
    pub fn abs(&self) -> Number {
        if self.is_negative() { -self } else { self.clone() }
    }
}

impl Default for Number {
    fn default() -> Self {
        Number::ZERO
    }
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Self {
        Number(Repr::Narrow(decimal))
    }
}

impl From<&Decimal> for Number {
    fn from(decimal: &Decimal) -> Self {
        Number::from(*decimal)
    }
}

impl From<&Number> for Number {
    fn from(number: &Number) -> Self {
        number.clone()
    }
}

impl From<BigInt> for Number {
    fn from(integer: BigInt) -> Self {
        Number::of(integer, 0)
    }
}

macro_rules! from_integer {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Number {
            fn from(integer: $integer) -> Self {
                Number::from(Decimal::from(integer))
            }
        }
    )*};
}

from_integer!(i32 i64 u32 u64 usize);

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Narrow(a), Repr::Narrow(b)) => a.cmp(b),
            _ => {
                let (a, b, _) = self.aligned(other);
                a.cmp(&b)
            }
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq<Decimal> for Number {
    fn eq(&self, other: &Decimal) -> bool {
        self.decimal() == Some(*other)
    }
}

impl PartialOrd<Decimal> for Number {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(&Number::from(*other)))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Narrow(decimal) => match few(decimal).filter(|_| is_plain(f)) {
                Some(digits) => f.write_str(digits.as_str()),
                None => decimal.normalize().fmt(f),
            },
            Repr::Wide(wide) => {
                let sign = if wide.mantissa.sign() == Sign::Minus { "-" } else { "" };
                let places = wide.scale as usize;
                let digits = format!("{:0>width$}", wide.mantissa.magnitude().to_string(), width = places + 1);
                let (whole, fraction) = digits.split_at(digits.len() - places);
                let point = if fraction.is_empty() { "" } else { "." };
                write!(f, "{sign}{whole}{point}{fraction}")
            }
        }
    }
}

/// Whether nothing is asked of how it stands.
fn is_plain(f: &fmt::Formatter) -> bool {
    f.width().is_none() && f.precision().is_none() && !f.sign_plus()
}

/// The digits of a number of few, as nearly all are.
fn few(decimal: &Decimal) -> Option<Digits> {
    let digits = u64::try_from(decimal.mantissa().unsigned_abs()).ok()?;
    (decimal.scale() <= MOST_PLACES).then(|| Digits::of(decimal.is_sign_negative(), digits, decimal.scale()))
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
