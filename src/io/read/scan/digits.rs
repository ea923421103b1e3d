//! Numbers that are digits with at most a sign and a point, as nearly all are.

use num_traits::ToPrimitive;

use crate::data::Coded;
use crate::io::cell::FieldPlan;
use crate::quantity::{Dimension, Number, Rounding, exact};

/// More digits than these are not read so.
const MOST: usize = 12;

/// How the digits of a field's cells become a number.
#[derive(Clone, Copy)]
pub(super) struct Digits {
    /// So many base units is a whole one.
    factor: i64,
    /// So many places more stand behind the point of the number.
    shift: u8,
    /// The places of the field.
    places: u8,
    /// What each number is a multiple of, and between what it lies.
    step: i64,
    lo: i64,
    hi: i64,
    /// Whether a point may separate thousands.
    whole: bool,
}

/// Digits, and how many of them stand behind the point.
struct Written {
    digits: i64,
    places: u8,
}

impl Digits {
    /// How the cells of a field are read that has numbers; nothing, where bare digits are none.
    pub fn of(plan: &FieldPlan) -> Option<Self> {
        let (shape, (factor, percent)) = (plan.shape()?, plan.bare_digits()?);
        let places = shape.step.scale();
        let scaled = |value: &Number, mode| {
            let unit = exact::ulp(places)?;
            let rounded = value.round(unit, mode);
            rounded.index(&unit.into())?.to_i64()
        };
        let step = i64::try_from(shape.step.mantissa()).ok().filter(|step| *step > 0)?;
        Some(Digits {
            factor: i64::from(factor),
            shift: if percent { 2 } else { 0 },
            places: u8::try_from(places).ok()?,
            step,
            lo: scaled(&shape.numbers.lo(), Rounding::Ceiling)?,
            hi: scaled(&shape.numbers.hi(), Rounding::Floor)?,
            whole: plan.without_coins && shape.dimension == Dimension::MONEY,
        })
    }

    /// The number of a cell, and whether a point stands in it; nothing, where more must be known of the cell.
    pub fn read(self, text: &str) -> Option<(Coded<'static>, bool)> {
        let Written { digits, places } = written(text.as_bytes())?;
        let pointed = places > 0;
        if pointed && self.whole {
            return None;
        }
        let (mut code, mut own) = (digits.checked_mul(self.factor)?, places + self.shift);
        while own > self.places {
            if code % 10 != 0 {
                return None;
            }
            (code, own) = (code / 10, own - 1);
        }
        if own < self.places {
            code = code.checked_mul(10_i64.checked_pow(u32::from(self.places - own))?)?;
        }
        let fits = (self.lo..=self.hi).contains(&code) && (self.step == 1 || code % self.step == 0);
        fits.then_some((Coded::Number(code, self.places), pointed))
    }
}

/// `-12`, `3.50`
fn written(bytes: &[u8]) -> Option<Written> {
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    if digits.len() > MOST {
        return None;
    }
    let (mut sum, mut point) = (0_i64, None);
    for (at, byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => sum = sum * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() && at > 0 => point = Some(at),
            _ => return None,
        }
    }
    let places = match point {
        Some(point) => digits.len() - point - 1,
        None if digits.is_empty() => return None,
        None => 0,
    };
    if point.is_some() && places == 0 {
        return None;
    }
    Some(Written { digits: if negative { -sum } else { sum }, places: u8::try_from(places).ok()? })
}
