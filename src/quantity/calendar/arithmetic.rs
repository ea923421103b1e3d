//! Dates plus years, months and days, and the differences between dates.

use jiff::civil::Date;

use super::iso::{day, day_number, monday_of};
use super::{Calendar, Moment};

/// Where a day falls that its month does not have: 31 January and one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MissingDay {
    /// On the first day after: 1 March.
    Next,
    /// On the last day before: 28 or 29 February.
    Previous,
}

/// A date and so many years, months and days, in this order. `None` for what is no date, and
/// outside 1900 to 2199.
pub fn add(date: Moment, years: i32, months: i32, days: i32, missing: MissingDay) -> Option<Moment> {
    if date.kind != Calendar::Date {
        return None;
    }
    let start = day(date.ordinal)?;
    let month = i32::from(start.year()).checked_mul(12)?.checked_add(i32::from(start.month()) - 1)?;
    let month = month.checked_add(years.checked_mul(12)?)?.checked_add(months)?;
    let first = first_of_month(month)?;
    let reached = if start.day() <= first.days_in_month() {
        day_number(first)? + i32::from(start.day()) - 1
    } else {
        let last = day_number(first)? + i32::from(first.days_in_month()) - 1;
        if missing == MissingDay::Next { last + 1 } else { last }
    };
    let ordinal = reached.checked_add(days)?;
    let (earliest, latest) = Calendar::Date.bounds();
    (earliest..=latest).contains(&ordinal).then_some(Moment { kind: Calendar::Date, ordinal })
}

impl Moment {
    /// The month that a date lies in.
    pub fn month_of(self) -> Option<Moment> {
        let date = self.as_date()?;
        Moment::month(i32::from(date.year()), u32::try_from(date.month()).ok()?)
    }

    /// The ISO week that a date lies in.
    pub fn week_of(self) -> Option<Moment> {
        let week = self.as_date()?.iso_week_date();
        Moment::week(i32::from(week.year()), u32::try_from(week.week()).ok()?)
    }

    /// The quarter that a date lies in.
    pub fn quarter_of(self) -> Option<Moment> {
        let date = self.as_date()?;
        Moment::quarter(i32::from(date.year()), u32::try_from(date.month()).ok()?.div_ceil(3))
    }

    /// The year that a date lies in.
    pub fn year_of(self) -> Option<Moment> {
        Moment::year(i32::from(self.as_date()?.year()))
    }

    /// The first day of a period; `None` of a time of day.
    pub fn first_day(self) -> Option<Moment> {
        let ordinal = self.kind.first_day(self.ordinal)?;
        Some(Moment { kind: Calendar::Date, ordinal })
    }

    /// The last day of a period; `None` of a time of day.
    pub fn last_day(self) -> Option<Moment> {
        let ordinal = self.kind.first_day(self.ordinal.checked_add(1)?)?.checked_sub(1)?;
        Some(Moment { kind: Calendar::Date, ordinal })
    }

    /// How many days a period has; `None` of a time of day.
    pub fn days(self) -> Option<i32> {
        self.last_day()?.ordinal.checked_sub(self.first_day()?.ordinal)?.checked_add(1)
    }

    fn as_date(self) -> Option<Date> {
        (self.kind == Calendar::Date).then(|| day(self.ordinal)).flatten()
    }
}

impl Calendar {
    /// The first day of the value with that ordinal, as a date's ordinal.
    fn first_day(self, ordinal: i32) -> Option<i32> {
        match self {
            Calendar::Date => Some(ordinal),
            Calendar::Week => monday_of(ordinal),
            Calendar::Month => day_number(first_of_month(ordinal)?),
            Calendar::Quarter => day_number(first_of_month(ordinal.checked_mul(3)?)?),
            Calendar::Year => day_number(first_of_month(ordinal.checked_mul(12)?)?),
            Calendar::Time => None,
        }
    }
}

/// The first day of the month with that ordinal.
fn first_of_month(ordinal: i32) -> Option<Date> {
    let year = i16::try_from(ordinal.div_euclid(12)).ok()?;
    Date::new(year, i8::try_from(ordinal.rem_euclid(12) + 1).ok()?, 1).ok()
}
