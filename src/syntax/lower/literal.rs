//! Numbers with their units, and calendar values.

use super::Lower;
use crate::diagnostic::{Code, Diagnostic};
use crate::quantity::{Calendar, Moment, Unit};
use crate::source::Span;
use crate::syntax::ast::{ExprKind, Literal, UnitName};
use crate::syntax::grammar::{Pair, Rule};
use crate::syntax::slip;

/// A number with its unit.
pub fn quantity(lower: &mut Lower, pair: Pair) -> ExprKind {
    let mut figure = None;
    let mut unit = None;
    for inner in pair.clone().into_inner() {
        match inner.as_rule() {
            Rule::number if misspelt(lower, &inner) => return ExprKind::Invalid,
            Rule::number => figure = slip::figure(inner.as_str()),
            _ => unit = Some(unit_name(lower, &inner)),
        }
    }
    match figure {
        Some(figure) => ExprKind::Literal(Literal::Quantity { figure, unit }),
        None => {
            let span = lower.span(&pair);
            lower.tell(Diagnostic::new(Code::NumberTooLarge, span).arg("number", pair.as_str().trim()));
            ExprKind::Invalid
        }
    }
}

/// Tells of `1,000` and `08`.
fn misspelt(lower: &mut Lower, pair: &Pair) -> bool {
    let number = pair.as_str();
    let span = lower.span(pair);
    let Some(told) = slip::leading_zero(span, number) else { return false };
    let before = lower.source(Span { start: 0, end: span.start, ..span });
    let digits = before
        .strip_suffix([',', '，'])
        .map(|before| before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len());
    let separated =
        digits.filter(|digits| (1..=3).contains(digits) && number.split('.').next().is_some_and(|n| n.len() == 3));
    match separated {
        Some(digits) => {
            let comma = before.chars().last().map_or(1, char::len_utf8);
            let start = span.start.saturating_sub(u32::try_from(digits + comma).unwrap_or(0));
            let whole = Span { start, ..span };
            let written = lower.source(whole).replace('，', ",");
            lower.tell(slip::thousands(whole, &written));
        }
        None => lower.tell(told),
    }
    true
}

fn unit_name(lower: &Lower, pair: &Pair) -> UnitName {
    let text = pair.as_str().trim_end();
    // The grammar lists the words of the table.
    let unit = Unit::of(text).or_else(|| Unit::before(text)).unwrap_or(Unit::Counter);
    UnitName { unit, text: text.to_owned(), span: lower.span(pair) }
}

/// A month, quarter, week, date or time of day.
pub fn calendar(lower: &mut Lower, pair: Pair) -> ExprKind {
    match moment(pair.as_str().trim_end()) {
        Some(moment) => ExprKind::Literal(Literal::Calendar(moment)),
        None => {
            let span: Span = lower.span(&pair);
            lower.tell(no_such(span, pair.as_str().trim()));
            ExprKind::Invalid
        }
    }
}

/// Tells a date that no calendar has, with the last one of its month, and the end of the day.
fn no_such(span: Span, text: &str) -> Diagnostic {
    let told = Diagnostic::new(Code::NoSuchDate, span).arg("date", text);
    if matches!(text, "24:00" | "24:00:00") {
        return told.variant("midnight");
    }
    let last = text.rsplit_once('-').and_then(|(month, _)| {
        let (year, number) = month.split_once('-')?;
        let first = jiff::civil::Date::new(year.parse().ok()?, number.parse().ok()?, 1).ok()?;
        Some(format!("{month}-{:02}", first.days_in_month()))
    });
    match last {
        Some(last) => told.variant("day").arg("last", last.as_str()).edit(span, last),
        None => told,
    }
}

fn moment(text: &str) -> Option<Moment> {
    if let Some((hours, rest)) = text.split_once(':') {
        let (minutes, seconds) = rest.split_once(':').unwrap_or((rest, "0"));
        return Moment::time(hours.parse().ok()?, minutes.parse().ok()?, seconds.parse().ok()?);
    }
    let (year, rest) = text.split_once('-')?;
    let year: i32 = year.parse().ok()?;
    if let Some(week) = rest.strip_prefix('W') {
        return week_of(year, week.parse().ok()?);
    }
    if let Some(quarter) = rest.strip_prefix('Q') {
        let quarter: i32 = quarter.parse().ok()?;
        let fits = (1..=4).contains(&quarter);
        return fits.then_some(Moment { kind: Calendar::Quarter, ordinal: year * 4 + quarter - 1 });
    }
    match rest.split_once('-') {
        Some((month, day)) => {
            let date = jiff::civil::Date::new(year.try_into().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
            Some(Moment { kind: Calendar::Date, ordinal: days(date)? })
        }
        None => Some(Moment { kind: Calendar::Month, ordinal: year * 12 + rest.parse::<i32>().ok()? - 1 }),
    }
}

fn week_of(year: i32, week: i8) -> Option<Moment> {
    let monday = jiff::civil::ISOWeekDate::new(year.try_into().ok()?, week, jiff::civil::Weekday::Monday).ok()?;
    // 1970-01-01 was a Thursday: its week began three days before day 0.
    let ordinal = (days(monday.date())? + 3).div_euclid(7);
    Some(Moment { kind: Calendar::Week, ordinal })
}

/// Days from 1970-01-01.
fn days(date: jiff::civil::Date) -> Option<i32> {
    let span = date.since(jiff::civil::Date::constant(1970, 1, 1)).ok()?;
    Some(span.get_days())
}
