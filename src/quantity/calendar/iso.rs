//! Dates and ISO weeks as ordinals.

use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::{Calendar, Moment};

/// Dates count from here.
const EPOCH: Date = jiff::civil::date(1970, 1, 1);
/// How far the epoch, a Thursday, is from the Monday of its week.
const EPOCH_WEEKDAY: i32 = 3;

/// Makes calendar values of the years 1900 to 2199; `None` for what no calendar has.
impl Moment {
    /// `2024-03-15`
    pub fn date(year: i32, month: u32, day: u32) -> Option<Moment> {
        let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        Moment::bounded(Calendar::Date, day_number(date)?)
    }

    /// `2024-W07`, of the ISO week-numbering year.
    pub fn week(year: i32, week: u32) -> Option<Moment> {
        let (year, week) = (i16::try_from(year).ok()?, i8::try_from(week).ok()?);
        let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
        Moment::bounded(Calendar::Week, week_number(day_number(monday)?))
    }

    /// `2024-03`
    pub fn month(year: i32, month: u32) -> Option<Moment> {
        Moment::part_of_year(Calendar::Month, year, month, 12)
    }

    /// `2024-Q1`
    pub fn quarter(year: i32, quarter: u32) -> Option<Moment> {
        Moment::part_of_year(Calendar::Quarter, year, quarter, 4)
    }

    /// `2024`
    pub fn year(year: i32) -> Option<Moment> {
        Moment::bounded(Calendar::Year, year)
    }

    /// `09:30:15`
    pub fn time(hour: u32, minute: u32, second: u32) -> Option<Moment> {
        let seconds = (hour < 24 && minute < 60 && second < 60).then_some((hour * 60 + minute) * 60 + second)?;
        Moment::bounded(Calendar::Time, i32::try_from(seconds).ok()?)
    }

    /// Reads the ISO 8601 form that [`Display`](fmt::Display) writes, whatever its kind.
    pub fn parse(text: &str) -> Option<Moment> {
        if let Some((hour, rest)) = text.split_once(':') {
            let (minute, second) = rest.split_once(':').unwrap_or((rest, "00"));
            return Moment::time(digits(hour, 2)?, digits(minute, 2)?, digits(second, 2)?);
        }
        let (year, rest) = text.split_once('-').map_or((text, None), |(year, rest)| (year, Some(rest)));
        let year = i32::try_from(digits(year, 4)?).ok()?;
        let Some(rest) = rest else { return Moment::year(year) };
        match rest.split_once('-') {
            Some((month, day)) => Moment::date(year, digits(month, 2)?, digits(day, 2)?),
            None if rest.starts_with('W') => Moment::week(year, digits(rest.get(1..)?, 2)?),
            None if rest.starts_with('Q') => Moment::quarter(year, digits(rest.get(1..)?, 1)?),
            None => Moment::month(year, digits(rest, 2)?),
        }
    }

    fn part_of_year(kind: Calendar, year: i32, part: u32, parts: i32) -> Option<Moment> {
        let part = i32::try_from(part).ok().filter(|part| (1..=parts).contains(part))?;
        Moment::bounded(kind, year.checked_mul(parts)?.checked_add(part - 1)?)
    }

    fn bounded(kind: Calendar, ordinal: i32) -> Option<Moment> {
        let (first, last) = kind.bounds();
        (first..=last).contains(&ordinal).then_some(Moment { kind, ordinal })
    }
}

/// ISO 8601: `2024-03-15`, `2024-W07`, `2024-03`, `2024-Q1`, `2024`, `09:30`; seconds where there are any, `09:30:15`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.ordinal;
        match self.kind {
            Calendar::Date => day(n).map_or_else(|| Err(fmt::Error), |date| write!(f, "{date}")),
            Calendar::Week => {
                let monday = monday_of(n).and_then(day).ok_or(fmt::Error)?.iso_week_date();
                write!(f, "{:04}-W{:02}", monday.year(), monday.week())
            }
            Calendar::Month => write!(f, "{:04}-{:02}", n.div_euclid(12), n.rem_euclid(12) + 1),
            Calendar::Quarter => write!(f, "{:04}-Q{}", n.div_euclid(4), n.rem_euclid(4) + 1),
            Calendar::Year => write!(f, "{n:04}"),
            Calendar::Time => {
                let (minutes, second) = (n.div_euclid(60), n.rem_euclid(60));
                write!(f, "{:02}:{:02}", minutes.div_euclid(60), minutes.rem_euclid(60))?;
                if second == 0 { Ok(()) } else { write!(f, ":{second:02}") }
            }
        }
    }
}

/// The ordinal of a date.
pub(super) fn day_number(date: Date) -> Option<i32> {
    EPOCH.until(date).ok().map(|span| span.get_days())
}

/// The date with that ordinal.
pub(super) fn day(ordinal: i32) -> Option<Date> {
    EPOCH.checked_add(jiff::Span::new().try_days(ordinal).ok()?).ok()
}

/// The first day of a week, as a date's ordinal.
pub(super) fn monday_of(week: i32) -> Option<i32> {
    week.checked_mul(7)?.checked_sub(EPOCH_WEEKDAY)
}

fn week_number(day: i32) -> i32 {
    (day + EPOCH_WEEKDAY).div_euclid(7)
}

/// A number of exactly so many ASCII digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
