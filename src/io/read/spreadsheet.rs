use calamine::{Data, ExcelDateTime};
use num_traits::ToPrimitive;

use crate::io::cell::{Cell, Nature};
use crate::quantity::{Decimal, Rounding, exact};

/// From here on a binary float no longer holds every whole number of a spreadsheet's 15 digits.
const LONG: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);
/// What Excel keeps of a time: a millisecond.
const MILLISECOND: Decimal = Decimal::from_parts(1, 0, 0, false, 3);
const SECONDS_A_DAY: u32 = 86_400;

/// A cell of a workbook as text.
pub(super) fn cell(data: &Data) -> Cell<'static> {
    match data {
        Data::Empty => Cell::default(),
        Data::String(text) => Cell::plain(text.clone()),
        Data::Float(value) => number(*value),
        Data::Int(value) => Cell::plain(value.to_string()),
        Data::Bool(truth) => Cell::plain(if *truth { "true" } else { "false" }),
        Data::DateTime(moment) => Cell::plain(clock(moment)),
        Data::DateTimeIso(text) => Cell::plain(text.replace('T', " ")),
        Data::DurationIso(text) => Cell::plain(iso_duration(text)),
        Data::Error(error) => Cell::plain(error.to_string()),
    }
}

/// The same where the file's number formats are not known.
pub(super) fn unformatted(data: &Data) -> Cell<'static> {
    let cell = cell(data);
    match (data, cell.nature) {
        (Data::Float(_) | Data::Int(_), Nature::Plain) => Cell { nature: Nature::Unformatted, ..cell },
        _ => cell,
    }
}

/// A number as the spreadsheet shows it: the shortest decimal of 15 digits. This is the only door
/// through which a binary float comes in.
pub(super) fn number(value: f64) -> Cell<'static> {
    match decimal(value) {
        Some(number) => {
            let nature = if number.abs() >= LONG { Nature::Long } else { Nature::Plain };
            Cell { text: number.to_string().into(), nature }
        }
        None => Cell::plain(format!("{value:e}")),
    }
}

/// A number that is shown as a percent.
pub(super) fn percent(value: f64) -> Cell<'static> {
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
