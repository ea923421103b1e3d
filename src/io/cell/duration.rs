//! Durations: bare in the field's unit, with units, as a clock, as programs write them.

use super::Fault;
use super::clock::is_half_day;
use super::number::amount;
use crate::quantity::{Decimal, TimeUnit, Unit, UnitWord, exact};

/// `80` in `unit`, `80s`, `00:01:20`, `1 days 02:30:00`, `1分20秒`, `PT80S`: in seconds.
pub(super) fn read(text: &str, unit: TimeUnit) -> Result<Decimal, Fault> {
    if is_half_day(text) {
        return Err(Fault::new("half-day"));
    }
    if text.contains(':') {
        return match text.split_once(" days ").or_else(|| text.split_once(" day ")) {
            Some((days, rest)) => days_and_clock(days, rest),
            None => clock(text),
        };
    }
    if let Some(parts) = text.strip_prefix('P') {
        return iso(parts);
    }
    let first = amount(text)?;
    if first.rest.is_empty() {
        return times(first.value, unit.seconds());
    }
    composed(text)
}

fn times(value: Decimal, seconds: u32) -> Result<Decimal, Fault> {
    exact::mul(value, Decimal::from(seconds)).ok_or(Fault::new("digits"))
}

/// `1小时30分`: units from great to small.
fn composed(text: &str) -> Result<Decimal, Fault> {
    let (mut rest, mut total, mut last) = (text, Decimal::ZERO, u32::MAX);
    while !rest.is_empty() {
        let part = amount(rest)?;
        let lower = part.rest;
        let is_time = |known: &UnitWord| known.is_read_in_data() && matches!(known.unit, Unit::Time(_));
        let found =
            UnitWord::begins(lower, is_time).and_then(|(known, after)| Some((known.unit.clone().time()?, after)));
        let (unit, after) = found.ok_or(Fault::new(""))?;
        let seconds = unit.seconds();
        let signed_inside = last != u32::MAX && part.value.is_sign_negative();
        if seconds >= last || signed_inside {
            return Err(Fault::new(""));
        }
        total = exact::add(total, times(part.value, seconds)?).ok_or(Fault::new("digits"))?;
        (rest, last) = (after.trim_start(), seconds);
    }
    Ok(total)
}

/// `1 days 02:30:00`
fn days_and_clock(days: &str, rest: &str) -> Result<Decimal, Fault> {
    let days = times(clock_part(days.trim(), None)?, 86_400)?;
    exact::add(days, clock(rest.trim())?).ok_or(Fault::new("digits"))
}

/// `1DT2H30M` behind the `P` of ISO 8601. Years and months have no length.
fn iso(parts: &str) -> Result<Decimal, Fault> {
    let (date, time) = parts.split_once('T').unwrap_or((parts, ""));
    let days = iso_parts(date, &[('W', 604_800), ('D', 86_400)])?;
    let clock = iso_parts(time, &[('H', 3_600), ('M', 60), ('S', 1)])?;
    let found = !date.is_empty() || !time.is_empty();
    found.then(|| exact::add(days, clock)).ok_or(Fault::new(""))?.ok_or(Fault::new("digits"))
}

fn iso_parts(mut text: &str, units: &[(char, u32)]) -> Result<Decimal, Fault> {
    let mut total = Decimal::ZERO;
    for (unit, seconds) in units {
        if let Some((figure, rest)) = text.split_once(*unit) {
            total = exact::add(total, times(clock_part(figure, None)?, *seconds)?).ok_or(Fault::new("digits"))?;
            text = rest;
        }
    }
    if text.is_empty() { Ok(total) } else { Err(Fault::new("")) }
}

/// `00:01:20`. Two parts could be hours and minutes, or minutes and seconds.
fn clock(text: &str) -> Result<Decimal, Fault> {
    let parts: Vec<&str> = text.split(':').collect();
    match parts.as_slice() {
        [hours, minutes, seconds] => {
            let seconds = clock_part(seconds, Some(60))?;
            let minutes = times(clock_part(minutes, Some(60))?, 60)?;
            let hours = times(clock_part(hours, None)?, 3_600)?;
            let sum = exact::add(hours, minutes).and_then(|sum| exact::add(sum, seconds));
            sum.ok_or(Fault::new("digits"))
        }
        [first, second] if clock_part(first, None).is_ok() && clock_part(second, Some(60)).is_ok() => {
            Err(Fault::new("clock").arg("hours", format!("{text}:00")).arg("minutes", format!("00:{text}")))
        }
        _ => Err(Fault::new("")),
    }
}

fn clock_part(text: &str, below: Option<u32>) -> Result<Decimal, Fault> {
    let plain = text.starts_with(|c: char| c.is_ascii_digit());
    let part = amount(text)?;
    let fits = below.is_none_or(|below| part.value < Decimal::from(below));
    (plain && part.rest.is_empty() && fits && !text.contains(',')).then_some(part.value).ok_or(Fault::new(""))
}
