//! Numbers that are digits with at most a sign and a point, as nearly all are.

use num_traits::ToPrimitive;

use crate::data::Coded;
use crate::io::cell::FieldPlan;
use crate::quantity::{Dimension, Number, Rounding, exact};

/// More digits than these are not read so.
const MOST: usize = 12;
/// So many bytes are looked at together.
const BYTES: usize = 8;
/// The first digit in all of them; a point as it differs from it; and what tells that a byte is no digit.
const ZEROS: u64 = 0x3030_3030_3030_3030;
const POINT: u8 = b'.' ^ b'0';
const POINTS: u64 = 0x1e1e_1e1e_1e1e_1e1e;
const SIXES: u64 = 0x0606_0606_0606_0606;
const UPPER: u64 = 0xf0f0_f0f0_f0f0_f0f0;
const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;

/// How the digits of a field's cells become a number.
#[derive(Debug, Clone, Copy)]
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
    /// Where the point of a number stands that is written with as many places as the field admits, in bits; 64, where no such
    /// number is read so.
    point: u32,
    /// So many units of the number is a unit of the digits of such a number, and of a whole number.
    unit_behind: i64,
    unit_whole: i64,
    /// For each number of places behind the point as written: so many units of the number is a unit of the digits. 0
    /// where digits are looked at one by one.
    units: [i64; BYTES + 1],
}

/// Integers that are numbers of a field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// So many units of the number is 1.
    pub unit: i64,
    /// Between these lie those that the field admits.
    pub lo: i64,
    pub hi: i64,
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
        let digits = Digits {
            factor: i64::from(factor),
            shift: if percent { 2 } else { 0 },
            places: u8::try_from(places).ok()?,
            step,
            lo: scaled(&shape.numbers.lo(), Rounding::Ceiling)?,
            hi: scaled(&shape.numbers.hi(), Rounding::Floor)?,
            whole: plan.without_coins && shape.dimension == Dimension::MONEY,
            point: u64::BITS,
            unit_behind: 0,
            unit_whole: 0,
            units: [0; BYTES + 1],
        };
        let units: [i64; BYTES + 1] = std::array::from_fn(|written| digits.unit(written).unwrap_or_default());
        let unit = |written: usize| units.get(written).copied().unwrap_or_default();
        let own = usize::from(digits.places.saturating_sub(digits.shift));
        // Of hours, which are so many whole seconds, with as many places as can be: one.
        let usual = if own > 0 { own } else { (1..BYTES - 1).rev().find(|most| unit(*most) != 0).unwrap_or_default() };
        let point =
            if usual > 0 && unit(usual) != 0 { 8 * (BYTES - 1).saturating_sub(usual) as u32 } else { u64::BITS };
        Some(Digits { point, unit_behind: unit(usual), unit_whole: unit(0), units, ..digits })
    }

    /// How many units of the number is a unit of digits of which so many stand behind the point, where that is a whole
    /// number of steps.
    fn unit(self, written: usize) -> Option<i64> {
        if written > 0 && self.whole {
            return None;
        }
        let own = u32::try_from(written).ok()? + u32::from(self.shift);
        let more = 10_i64.checked_pow(u32::from(self.places))?;
        let unit = self.factor.checked_mul(more)?;
        let less = 10_i64.checked_pow(own)?;
        let most = i64::MAX / 10_i64.pow(BYTES as u32);
        (unit % less == 0).then_some(unit / less).filter(|unit| unit % self.step == 0 && *unit <= most)
    }

    /// What makes a number of integers with so many places behind the point; nothing, where not all of them are numbers of
    /// the field.
    pub fn scale(self, places: usize) -> Option<Scale> {
        let own = u32::try_from(places).ok()? + u32::from(self.shift);
        let unit = self.factor.checked_mul(10_i64.checked_pow(u32::from(self.places))?)?;
        let less = 10_i64.checked_pow(own)?;
        let unit = (unit % less == 0).then_some(unit / less).filter(|unit| unit % self.step == 0)?;
        Some(Scale {
            unit,
            lo: self.lo.div_euclid(unit) + i64::from(self.lo.rem_euclid(unit) > 0),
            hi: self.hi.div_euclid(unit),
        })
    }

    /// The number of an integer with so many places behind the point; nothing, where more must be known of it.
    pub fn number(self, value: i128, places: usize) -> Option<Coded<'static>> {
        let own = u32::try_from(places).ok()? + u32::from(self.shift);
        let unit = i128::from(self.factor).checked_mul(10_i128.checked_pow(u32::from(self.places))?)?;
        let (whole, less) = (value.checked_mul(unit)?, 10_i128.checked_pow(own)?);
        let code = (whole % less == 0).then_some(whole / less)?.to_i64()?;
        let fits = (self.lo..=self.hi).contains(&code) && code % self.step == 0;
        fits.then_some(Coded::Number(code, self.places))
    }

    /// Whether all of them fit 32 bits.
    pub fn is_narrow(self) -> bool {
        [self.lo, self.hi].iter().all(|end| i32::try_from(*end).is_ok())
    }

    /// The number of a cell at once, and whether a point stands in it; nothing, where its bytes must be looked at one by
    /// one.
    #[inline(always)]
    pub fn at_once(&self, text: &[u8], (start, end): (usize, usize)) -> Option<(i64, bool)> {
        let length = end.wrapping_sub(start);
        if length.wrapping_sub(1) >= BYTES {
            return None;
        }
        let bytes = text.get(end.checked_sub(BYTES)?..end)?;
        let word = u64::from_le_bytes(bytes.try_into().ok()?);
        let others = 8 * (BYTES - length) as u32;
        // What stands before the cell counts as zeros.
        let digits = (word ^ ZEROS) & (u64::MAX << others);
        let (joined, unit, pointed) = match self.point {
            // A digit at least stands before the point.
            point if others < point && point < u64::BITS && (digits >> point) as u8 == POINT => {
                (joined(digits, point), self.unit_behind, true)
            }
            _ => (digits, self.unit_whole, false),
        };
        if (joined | joined.wrapping_add(SIXES)) & UPPER != 0 || unit == 0 {
            return self.pointed(digits, others);
        }
        let code = eight(joined) * unit;
        (self.lo..=self.hi).contains(&code).then_some((code, pointed))
    }

    /// The same of digits between which a point stands anywhere.
    fn pointed(&self, digits: u64, others: u32) -> Option<(i64, bool)> {
        let differ = digits ^ POINTS;
        let points = !(((differ & LOW) + LOW) | differ) & !LOW;
        let point = points.checked_ilog2()? - 7;
        if points & (points - 1) != 0 || point <= others || point == 56 {
            return None;
        }
        let joined = joined(digits, point);
        if (joined | joined.wrapping_add(SIXES)) & UPPER != 0 {
            return None;
        }
        let unit = *self.units.get(7 - (point / 8) as usize)?;
        let code = eight(joined) * unit;
        (unit != 0 && (self.lo..=self.hi).contains(&code)).then_some((code, true))
    }

    /// The number of a cell, and whether a point stands in it; nothing, where more must be known of the cell.
    pub fn read(self, text: &[u8]) -> Option<(Coded<'static>, bool)> {
        let Written { digits, places } = written(text)?;
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

/// Digits without the point between them: what stands before it goes in its place.
#[inline]
fn joined(digits: u64, point: u32) -> u64 {
    let before = (1 << point) - 1;
    ((digits & before) << 8) | (digits & !before & !(0xff << point))
}

/// The number of eight digits, the first of which stands in the lowest byte.
#[inline]
fn eight(digits: u64) -> i64 {
    const PAIRS: u64 = 0x0000_00ff_0000_00ff;
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    let upper = (pairs & PAIRS).wrapping_mul(100 + (1_000_000 << 32));
    let lower = ((pairs >> 16) & PAIRS).wrapping_mul(1 + (10_000 << 32));
    (upper.wrapping_add(lower) >> 32) as i64
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
