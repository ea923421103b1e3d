//! Calendar values: dates, ISO weeks, months, quarters, years, times of day.

mod arithmetic;
mod iso;

pub use arithmetic::{MissingDay, add};

/// The kinds of calendar value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Calendar {
    /// `2024-03-15`
    Date,
    /// `2024-W07`, an ISO 8601 week.
    Week,
    /// `2024-03`
    Month,
    /// `2024-Q1`
    Quarter,
    /// `2024`
    Year,
    /// `09:30`, `09:30:15`: a time of day in seconds.
    Time,
}

/// A calendar value: its kind and its place among all values of the kind, so that the next
/// one is `ordinal + 1`. Dates count days from 1970-01-01, weeks from that date's ISO week, months
/// and quarters from January of the year 0, years are themselves, times seconds from midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    /// What kind of value.
    pub kind: Calendar,
    /// Its place among all of that kind.
    pub ordinal: i32,
}

impl Calendar {
    /// The word for it in the catalogue of texts.
    pub fn term(self) -> &'static str {
        match self {
            Calendar::Date => "date",
            Calendar::Week => "week",
            Calendar::Month => "month",
            Calendar::Quarter => "quarter",
            Calendar::Year => "year",
            Calendar::Time => "time",
        }
    }

    /// The first and the last ordinal that a record can hold: the years 1900 to 2199, or one day.
    pub fn bounds(self) -> (i32, i32) {
        match self {
            Calendar::Date => (-25_567, 84_005),
            Calendar::Week => (-3_652, 12_000),
            Calendar::Month => (1_900 * 12, 2_199 * 12 + 11),
            Calendar::Quarter => (1_900 * 4, 2_199 * 4 + 3),
            Calendar::Year => (1_900, 2_199),
            Calendar::Time => (0, 24 * 60 * 60 - 1),
        }
    }
}
