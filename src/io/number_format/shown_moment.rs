//! What a section shows of a moment.

use num_traits::ToPrimitive;

use super::lex::Token;
use super::moment::Instant;
use super::section::Section;
use crate::quantity::{Decimal, Moment, Rounding, exact};

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
