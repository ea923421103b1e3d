//! Stored values as the texts of cells: digits as they are stored, days and times in ISO 8601.

use std::fmt::Write;

use half::f16;
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use num_bigint::BigInt;

use super::Kind;
use crate::io::cell::written_out;

/// Days before the Julian day from which moments of 96 bits count reach 1970.
const JULIAN_1970: i64 = 2_440_588;
const SECONDS_A_DAY: i64 = 86_400;
const NANOS: i64 = 1_000_000_000;

/// A whole number under its kind. Nothing, where the calendar has no such day.
pub(in crate::io) fn integer(kind: Kind, value: i64, bits: u32) -> Option<String> {
    match kind {
        Kind::Unsigned if bits == 32 => Some((value as u32).to_string()),
        Kind::Unsigned => Some((value as u64).to_string()),
        Kind::Decimal(scale) => Some(scaled(&value.to_string(), scale)),
        Kind::Date => Some(day(value)?.to_string()),
        Kind::Time(second) => Some(clock(value, second)),
        Kind::Moment { second, zoned } => moment(value, second, zoned),
        Kind::Plain | Kind::Half | Kind::Uuid => Some(value.to_string()),
    }
}

/// A whole number of more bits.
pub(in crate::io) fn wide(kind: Kind, value: i128) -> Option<String> {
    match kind {
        Kind::Decimal(scale) => Some(scaled(&value.to_string(), scale)),
        Kind::Plain | Kind::Unsigned => Some(value.to_string()),
        kind => integer(kind, i64::try_from(value).ok()?, 64),
    }
}

/// Bytes under their kind. Nothing, where they are no text.
pub(in crate::io) fn bytes(kind: Kind, bytes: &[u8]) -> Option<String> {
    match (kind, bytes) {
        (Kind::Decimal(scale), bytes) => Some(scaled(&BigInt::from_signed_bytes_be(bytes).to_string(), scale)),
        (Kind::Half, [low, high]) => Some(float(f16::from_le_bytes([*low, *high]).to_string())),
        (Kind::Uuid, bytes) => Some(uuid(bytes)),
        (_, bytes) => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// A binary number as the shortest digits that lead back to it.
pub(in crate::io) fn float(shortest: String) -> String {
    if shortest.contains(|c: char| c.is_ascii_digit()) { written_out(&shortest) } else { shortest }
}

/// A moment as Impala and Spark once kept them: nanoseconds of a day, and the Julian day.
pub(in crate::io) fn moment_of_96([low, high, julian]: [u32; 3]) -> Option<String> {
    let nanos = i64::try_from(u64::from(high) << 32 | u64::from(low)).ok()?;
    let seconds = (i64::from(julian) - JULIAN_1970).checked_mul(SECONDS_A_DAY)?.checked_add(nanos / NANOS)?;
    Some(format!("{}Z", at(seconds, fraction(nanos % NANOS, NANOS))?))
}

fn moment(value: i64, second: i64, zoned: bool) -> Option<String> {
    let told = at(value.div_euclid(second), fraction(value.rem_euclid(second), second))?;
    Some(if zoned { format!("{told}Z") } else { told })
}

/// The day and the time that so many seconds after 1970 began.
fn at(seconds: i64, fraction: String) -> Option<String> {
    let day = day(seconds.div_euclid(SECONDS_A_DAY))?;
    Some(format!("{day} {}{fraction}", clock(seconds.rem_euclid(SECONDS_A_DAY), 1)))
}

fn day(days: i64) -> Option<Date> {
    let span: Span = 0.days().try_days(days).ok()?;
    date(1970, 1, 1).checked_add(span).ok()
}

fn clock(value: i64, second: i64) -> String {
    let seconds = value.div_euclid(second);
    let fraction = fraction(value.rem_euclid(second), second);
    format!("{:02}:{:02}:{:02}{fraction}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// What stands behind the seconds.
fn fraction(units: i64, second: i64) -> String {
    let digits = second.ilog10() as usize;
    match units {
        0 => String::new(),
        units => format!(".{units:0digits$}").trim_end_matches('0').to_owned(),
    }
}

/// Digits with a point before the last `scale` of them, without needless zeros.
fn scaled(digits: &str, scale: usize) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let digits = format!("{digits:0>width$}", width = scale + 1);
    let (whole, behind) = digits.split_at(digits.len() - scale);
    written_out(&format!("{sign}{whole}.{behind}"))
}

fn uuid(bytes: &[u8]) -> String {
    let mut text = String::new();
    for (at, byte) in bytes.iter().enumerate() {
        let dash = if matches!(at, 4 | 6 | 8 | 10) { "-" } else { "" };
        // Writing into a text does not fail.
        let _ = write!(text, "{dash}{byte:02x}");
    }
    text
}
