//! Dates and times as a workbook counts them, and which parts of them a section shows.

use num_traits::ToPrimitive;

use super::lex::Token;
use crate::quantity::{Calendar, Decimal, Moment, Rounding, exact};

const SECONDS_A_DAY: u32 = 86_400;
/// What spreadsheets keep of a time: a millisecond.
const MILLISECOND: Decimal = Decimal::from_parts(1, 0, 0, false, 3);
/// The number of 1970-01-01, and the same where days are counted from 1904.
const EPOCHS: [i64; 2] = [25_569, 24_107];

/// A date with a time, or a time alone, as a workbook counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::io) struct Instant {
    /// Whole days since the workbook's first.
    pub days: i64,
    /// Seconds of the day, in thousandths.
    pub seconds: Decimal,
    /// The number of 1970-01-01.
    epoch: i64,
}

impl Instant {
    /// A number of days, to the millisecond.
    pub fn new(days: Decimal, since_1904: bool) -> Option<Self> {
        let a_day = Decimal::from(SECONDS_A_DAY);
        let seconds = exact::round(exact::mul(days, a_day)?, MILLISECOND, Rounding::HalfUp)?;
        let whole = exact::quotient(seconds, a_day, Decimal::ONE, Rounding::Floor)?;
        let [since_1900, later] = EPOCHS;
        let epoch = if since_1904 { later } else { since_1900 };
        Some(Instant { days: whole.to_i64()?, seconds: exact::sub(seconds, exact::mul(whole, a_day)?)?, epoch })
    }

    /// A date and seconds of that day.
    pub fn of_date(date: Moment, seconds: Decimal) -> Self {
        let [epoch, _] = EPOCHS;
        Instant { days: i64::from(date.ordinal) + epoch, seconds, epoch }
    }

    /// Its date. The first weeks of 1900 are none: programs do not agree about them, and what stands there is a
    /// number that became a date by its format.
    pub fn date(self) -> Option<Moment> {
        const FIRST: i64 = 61;
        let ordinal = i32::try_from(self.days.checked_sub(self.epoch)?).ok()?;
        (self.days >= FIRST).then_some(Moment { kind: Calendar::Date, ordinal })
    }

    /// All its seconds.
    pub fn total(self) -> Option<Decimal> {
        exact::add(exact::mul(Decimal::from(self.days), Decimal::from(SECONDS_A_DAY))?, self.seconds)
    }

    /// All of it as `26:03:04.5`; `None` before the first day.
    pub fn clock(self) -> Option<String> {
        clock(self.total()?)
    }

    /// `2024-03-15`, `2024-03-15 08:30:00`, or without a date `08:30:00`.
    pub fn spelled(self) -> Option<String> {
        match self.date() {
            Some(date) if self.seconds.is_zero() => Some(date.to_string()),
            Some(date) => Some(format!("{date} {}", self.time())),
            None => self.clock(),
        }
    }

    /// Its time of the day.
    pub fn time(self) -> String {
        clock(self.seconds).unwrap_or_default()
    }
}

fn clock(seconds: Decimal) -> Option<String> {
    let whole = seconds.trunc().to_u64()?;
    let second = exact::add(Decimal::from(whole % 60), seconds.fract())?;
    let pad = if second < Decimal::TEN { "0" } else { "" };
    Some(format!("{:02}:{:02}:{pad}{}", whole / 3_600, whole / 60 % 60, second.normalize()))
}

/// Which parts of a date and a time are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::io) struct Parts {
    pub year: bool,
    pub month: bool,
    pub day: bool,
    pub hour: bool,
    pub minute: bool,
    pub second: bool,
    /// All hours, minutes or seconds, not only those of a day.
    pub elapsed: bool,
    pub half_day: bool,
    /// Whether words stand between the numbers, `时`, `分`, and not only a colon.
    pub words: bool,
}

impl Parts {
    pub(super) fn of(tokens: &[Token]) -> Self {
        let mut parts = Parts::default();
        for token in tokens {
            match token {
                Token::Year(_) => parts.year = true,
                Token::Month(_) => parts.month = true,
                Token::Day(_) | Token::Weekday(..) => parts.day = true,
                Token::Hour(_) => parts.hour = true,
                Token::Minute(_) => parts.minute = true,
                Token::Second(_) => parts.second = true,
                Token::HalfDay(..) => parts.half_day = true,
                Token::Elapsed(unit) => {
                    parts.elapsed = true;
                    match unit {
                        'h' => parts.hour = true,
                        'm' => parts.minute = true,
                        _ => parts.second = true,
                    }
                }
                Token::Literal(text) => parts.words |= text.chars().any(char::is_alphabetic),
                _ => {}
            }
        }
        parts
    }

    /// Whether a date is shown.
    pub fn date(self) -> bool {
        self.year || self.month || self.day
    }

    /// Whether a time is shown.
    pub fn time(self) -> bool {
        self.hour || self.minute || self.second
    }
}

/// An `m` behind hours or before seconds is minutes.
pub(super) fn tell_minutes(tokens: &mut [Token]) {
    let is_part = |token: &&Token| token.is_moment() && !matches!(token, Token::HalfDay(..));
    for at in 0..tokens.len() {
        let Some(Token::Month(length)) = tokens.get(at) else { continue };
        let (length, before, after) = (*length, tokens.get(..at), tokens.get(at + 1..));
        let before = before.unwrap_or_default().iter().rev().find(is_part);
        let after = after.unwrap_or_default().iter().find(is_part);
        let minutes = matches!(before, Some(Token::Hour(_) | Token::Elapsed('h')))
            || matches!(after, Some(Token::Second(_) | Token::Elapsed('s')));
        if let Some(token) = tokens.get_mut(at).filter(|_| minutes && length <= 2) {
            *token = Token::Minute(length);
        }
    }
}
