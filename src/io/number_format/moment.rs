//! Dates and times: what a section shows of them, and how.

use num_traits::ToPrimitive;

use super::lex::Token;
use super::section::Section;
use crate::quantity::{Calendar, Decimal, Moment, Rounding, exact};

const SECONDS_A_DAY: u32 = 86_400;
/// What spreadsheets keep of a time: a millisecond.
const MILLISECOND: Decimal = Decimal::from_parts(1, 0, 0, false, 3);
/// The number of 1970-01-01, and the same where days are counted from 1904.
const EPOCHS: [i64; 2] = [25_569, 24_107];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [(&str, &str); 7] = [
    ("Sunday", "日"),
    ("Monday", "一"),
    ("Tuesday", "二"),
    ("Wednesday", "三"),
    ("Thursday", "四"),
    ("Friday", "五"),
    ("Saturday", "六"),
];

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

impl Section {
    /// How a moment is shown, names in English.
    pub fn show_moment(&self, instant: Instant) -> Option<String> {
        if instant.days < 0 {
            return Some("#####".to_owned());
        }
        let date = instant.date().map(|date| date.to_string());
        let field = |range: std::ops::Range<usize>| date.as_ref()?.get(range)?.parse::<usize>().ok();
        let (hour, minute, second) = self.hands(instant)?;
        let twelve = self.parts().half_day;
        let mut shown = String::new();
        for token in &self.tokens {
            let part = match token {
                Token::Literal(text) => text.clone(),
                Token::Blank => " ".to_owned(),
                Token::Point => ".".to_owned(),
                Token::Comma => ",".to_owned(),
                Token::Fraction => "/".to_owned(),
                Token::Year(length) if *length <= 2 => format!("{:02}", field(0..4)? % 100),
                Token::Year(_) => field(0..4)?.to_string(),
                Token::Month(length) if *length > 2 => {
                    let name = MONTHS.get(field(5..7)?.checked_sub(1)?)?;
                    name.get(..if *length == 3 { 3 } else { name.len() })?.to_owned()
                }
                Token::Month(length) => padded(field(5..7)?, *length),
                Token::Day(length) => padded(field(8..10)?, *length),
                Token::Weekday(unit, length) => weekday(instant.date()?, *unit, *length)?,
                Token::Hour(length) if twelve => padded((hour % 24 + 11) % 12 + 1, *length),
                Token::Hour(length) => padded(hour % 24, *length),
                Token::Minute(length) => padded(minute % 60, *length),
                Token::Second(length) => padded(second % 60, *length),
                Token::SubSecond(length) => {
                    let thousandths = format!("{:03}", (instant.seconds.fract() * Decimal::ONE_THOUSAND).to_u64()?);
                    format!(".{}", thousandths.get(..(*length).min(3))?)
                }
                Token::Elapsed('h') => hour.to_string(),
                Token::Elapsed('m') => minute.to_string(),
                Token::Elapsed(_) => second.to_string(),
                Token::HalfDay(morning, _) if hour % 24 < 12 => morning.clone(),
                Token::HalfDay(_, evening) => evening.clone(),
                _ => return None,
            };
            shown.push_str(&part);
        }
        Some(shown.trim().to_owned())
    }

    /// All whole hours, minutes and seconds since the first day; seconds that are shown without their decimals round.
    fn hands(&self, instant: Instant) -> Option<(usize, usize, usize)> {
        let rounds = self.parts().second && !self.tokens.iter().any(|token| matches!(token, Token::SubSecond(_)));
        let mode = if rounds { Rounding::HalfUp } else { Rounding::Down };
        let seconds = exact::round(instant.total()?, Decimal::ONE, mode)?.to_usize()?;
        Some((seconds / 3_600, seconds / 60, seconds))
    }
}

/// `Fri`, `Friday`, `五`, `星期五`.
fn weekday(date: Moment, unit: char, length: usize) -> Option<String> {
    // 1970-01-01 was a Thursday.
    let (english, chinese) = WEEKDAYS.get(usize::try_from((date.ordinal + 4).rem_euclid(7)).ok()?)?;
    Some(match (unit, length) {
        ('d', 3) => english.get(..3)?.to_owned(),
        ('d', _) => (*english).to_owned(),
        (_, 3) => (*chinese).to_owned(),
        _ => format!("星期{chinese}"),
    })
}

fn padded(number: usize, length: usize) -> String {
    if length >= 2 { format!("{number:02}") } else { number.to_string() }
}
