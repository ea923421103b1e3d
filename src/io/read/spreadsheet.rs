//! A cell of a workbook as the fields read it: what it holds, spelt with what its format says beside it.

use std::sync::Arc;

use super::stored::{Held, Stored};
use crate::io::cell::{Cell, Face, Nature};
use crate::io::number_format::{Instant, NumberFormat};
use crate::quantity::{Calendar, Decimal, Moment, exact};

/// From here on a spreadsheet that is typed into keeps not every digit of a whole number.
const LONG: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);
/// From here on a binary float holds not every whole number: 2^53.
const LOST: Decimal = Decimal::from_parts(0, 2_097_152, 0, false, 0);
const LOST_FLOAT: f64 = 9_007_199_254_740_992.0;

/// A cell of a workbook by its number format, where that is known.
pub(super) fn cell(stored: &Stored) -> Cell<'static> {
    Cell { formula: stored.formula, ..held(stored) }
}

fn held(stored: &Stored) -> Cell<'static> {
    let format = stored.format;
    match &stored.value {
        Held::Empty => Cell::default(),
        Held::Text(text) => self::text(text, format),
        Held::Number(value) if stored.known => number(*value, format, stored.since_1904),
        Held::Number(value) => match number(*value, None, false) {
            cell if cell.nature == Nature::Plain => Cell { nature: Nature::Unformatted, ..cell },
            cell => cell,
        },
        Held::Bool(truth) => Cell::plain(if *truth { "TRUE" } else { "FALSE" }),
        Held::Date(text) => date(text, format),
        Held::Time(text) => Cell::plain(iso_duration(text)),
        Held::Error(error) => Cell::of(error.clone().into_owned(), Nature::Failed),
        Held::Uncomputed => Cell::of("", Nature::Uncomputed),
    }
}

/// A text, with the words that its format adds: `"GH"@`.
fn text(text: &str, format: Option<&Arc<NumberFormat>>) -> Cell<'static> {
    Cell::plain(format.map_or_else(|| text.to_owned(), |format| format.text(text)))
}

/// A number. This is the only door through which a binary float comes in.
fn number(value: f64, format: Option<&Arc<NumberFormat>>, since_1904: bool) -> Cell<'static> {
    match decimal(value) {
        // Its last digits are those of the 15, however the number is written here.
        Some(number) if value.abs() >= LOST_FLOAT => {
            Cell { nature: Nature::Lost, ..number_of(number, format, since_1904) }
        }
        Some(number) => number_of(number, format, since_1904),
        None => Cell::plain(format!("{value:e}")),
    }
}

fn number_of(number: Decimal, format: Option<&Arc<NumberFormat>>, since_1904: bool) -> Cell<'static> {
    let nature = match number.abs() {
        size if size >= LOST => Nature::Lost,
        // What was typed with more than 15 digits ends in zeros from there on.
        size if size >= LONG && exact::is_multiple(size, Decimal::TEN) => Nature::Long,
        _ => Nature::Plain,
    };
    match format.filter(|format| !format.is_general()) {
        None => Cell::of(number.to_string(), nature),
        Some(format) => {
            let face = Face::number(number, since_1904, format);
            Cell { text: face.spelled().into(), nature, face: Some(Box::new(face)), formula: false }
        }
    }
}

/// Every digit of a whole number that a float holds, else the shortest decimal of the 15 digits that a spreadsheet
/// keeps. `None` for what has no exact place among decimals; a number that is not 0 never becomes 0.
fn decimal(value: f64) -> Option<Decimal> {
    let whole = Decimal::from_scientific(&format!("{value:.17e}")).ok().map(|number| number.normalize());
    if let Some(whole) = whole.filter(|whole| whole.scale() == 0 && whole.abs() < LOST) {
        return Some(whole);
    }
    // The decimal's own conversion keeps a 16th digit now and then: 4133.0897 became 4133.089700000001.
    let number = Decimal::from_scientific(&format!("{value:.14e}")).ok()?.normalize();
    (!number.is_zero() || value == 0.0).then_some(number)
}

/// `2024-03-01`, `2024-03-01T08:30:00.000Z`: the mark of the zone says no more than that the writer has none.
fn date(text: &str, format: Option<&Arc<NumberFormat>>) -> Cell<'static> {
    match (instant(text), format.filter(|format| !format.is_general())) {
        (Some(instant), Some(format)) => {
            let face = Face::instant(instant, format);
            Cell { text: face.spelled().into(), face: Some(Box::new(face)), ..Cell::default() }
        }
        _ => Cell::plain(text.trim_end_matches('Z').trim_end_matches(".000").replace('T', " ")),
    }
}

fn instant(text: &str) -> Option<Instant> {
    let (day, time) = text.split_once('T').unwrap_or((text, "00:00:00"));
    let date = Moment::parse(day).filter(|moment| moment.kind == Calendar::Date)?;
    let mut parts = time.strip_suffix('Z').unwrap_or(time).split(':');
    let mut part = |below: u32| {
        let part = parts.next().unwrap_or("0").parse::<Decimal>().ok()?;
        (!part.is_sign_negative() && part < Decimal::from(below)).then_some(part)
    };
    let (hours, minutes, seconds) = (part(24)?, part(60)?, part(60)?);
    let minutes = exact::add(exact::mul(hours, Decimal::from(60))?, minutes)?;
    Some(Instant::of_date(date, exact::add(exact::mul(minutes, Decimal::from(60))?, seconds)?))
}

/// `PT01H02M03S` as `01:02:03`.
fn iso_duration(text: &str) -> String {
    let parts =
        text.strip_prefix("PT").and_then(|rest| rest.strip_suffix('S')).map(|rest| rest.replace(['H', 'M'], ":"));
    parts.unwrap_or_else(|| text.to_owned())
}
