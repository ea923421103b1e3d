use calamine::{ExcelDateTime, ExcelDateTimeType};
use num_traits::ToPrimitive;

use super::stored::{Held, Look, Stored};
use crate::io::cell::{Cell, Nature};
use crate::quantity::{Decimal, Rounding, exact};

/// From here on a binary float no longer holds every whole number of a spreadsheet's 15 digits.
const LONG: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);
/// What Excel keeps of a time: a millisecond.
const MILLISECOND: Decimal = Decimal::from_parts(1, 0, 0, false, 3);
const SECONDS_A_DAY: u32 = 86_400;

/// A cell of a workbook as text.
pub(super) fn cell(stored: &Stored) -> Cell<'static> {
    match &stored.value {
        Held::Empty => Cell::default(),
        Held::Text(text) => Cell::plain(text.clone().into_owned()),
        Held::Number(value) => shown(*value, stored.look),
        Held::Bool(truth) => Cell::plain(if *truth { "true" } else { "false" }),
        Held::Error(error) => Cell::plain(error.clone().into_owned()),
        Held::Date(text) => Cell::plain(text.replace('T', " ")),
        Held::Time(text) => Cell::plain(iso_duration(text)),
        Held::Uncomputed => Cell { text: "".into(), nature: Nature::Uncomputed },
    }
}

/// A number as its format has it.
fn shown(value: f64, look: Look) -> Cell<'static> {
    match look {
        Look::Format { code, since_1904 } => match moment(code) {
            Some(kind) => Cell::plain(clock(&ExcelDateTime::new(value, kind, since_1904))),
            None if code.contains('%') => percent(value),
            None => number(value),
        },
        Look::Typed { kind: "percentage", .. } => percent(value),
        Look::Typed { .. } => number(value),
        Look::Unknown => match number(value) {
            Cell { text, nature: Nature::Plain } => Cell { text, nature: Nature::Unformatted },
            long => long,
        },
    }
}

/// Whether a number format shows a date, a time or a duration.
fn moment(code: &str) -> Option<ExcelDateTimeType> {
    let (mut quoted, mut bracket, mut escaped) = (false, None, false);
    let mut found = None;
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => escaped = true,
            '[' => bracket = Some(at + 1),
            ']' => {
                let inner = bracket.take().and_then(|from| code.get(from..at)).unwrap_or_default();
                if ["h", "hh", "m", "mm", "s", "ss"].contains(&inner.to_ascii_lowercase().as_str()) {
                    return Some(ExcelDateTimeType::TimeDelta);
                }
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' if bracket.is_none() => {
                found = Some(ExcelDateTimeType::DateTime);
            }
            'G' if code.get(at..).is_some_and(|rest| rest.starts_with("General")) => return None,
            ';' => break,
            _ => {}
        }
    }
    found
}

/// A number as the spreadsheet shows it: the shortest decimal of 15 digits. This is the only door
/// through which a binary float comes in.
fn number(value: f64) -> Cell<'static> {
    match decimal(value) {
        Some(number) => {
            let nature = if number.abs() >= LONG { Nature::Long } else { Nature::Plain };
            Cell { text: number.to_string().into(), nature }
        }
        None => Cell::plain(format!("{value:e}")),
    }
}

/// A number that is shown as a percent.
fn percent(value: f64) -> Cell<'static> {
    match decimal(value).and_then(|number| exact::mul(number, Decimal::ONE_HUNDRED)) {
        Some(figure) => Cell::plain(format!("{figure}%")),
        None => Cell::plain(format!("{value:e}")),
    }
}

/// `None` for what has no exact place among decimals; a number that is not 0 never becomes 0.
fn decimal(value: f64) -> Option<Decimal> {
    // The decimal's own conversion keeps a 16th digit now and then: 4133.0897 became 4133.089700000001.
    let number = Decimal::from_scientific(&format!("{value:.14e}")).ok()?.normalize();
    (!number.is_zero() || value == 0.0).then_some(number)
}

/// `2024-03-15`, `2024-03-15 08:30:00`, or for a time without a date `08:30:00`.
fn clock(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    let time_only = moment.is_duration() || (0.0..1.0).contains(&days);
    if time_only {
        return decimal(days).and_then(hours).unwrap_or_else(|| format!("{days:e}"));
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second, milli) {
        (0, 0, 0, 0) => date,
        _ => format!("{date} {hour:02}:{minute:02}:{second:02}"),
    }
}

/// A part of a day, or several days, as `26:03:04.5`.
fn hours(days: Decimal) -> Option<String> {
    let seconds = exact::round(exact::mul(days, Decimal::from(SECONDS_A_DAY))?, MILLISECOND, Rounding::HalfUp)?;
    let whole = seconds.trunc().to_u64()?;
    let fraction = exact::sub(seconds, Decimal::from(whole))?;
    let second = exact::add(Decimal::from(whole % 60), fraction)?;
    Some(format!("{:02}:{:02}:{second}", whole / 3_600, whole / 60 % 60))
}

/// `PT01H02M03S` as `01:02:03`.
fn iso_duration(text: &str) -> String {
    let parts =
        text.strip_prefix("PT").and_then(|rest| rest.strip_suffix('S')).map(|rest| rest.replace(['H', 'M'], ":"));
    parts.unwrap_or_else(|| text.to_owned())
}
