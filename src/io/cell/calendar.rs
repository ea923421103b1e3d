//! Calendar values: the forms that exports have, and what a field takes of a date with a time.

use super::clock::{number, part};
use super::{Fault, clock};
use crate::diagnostic::Arg;
use crate::quantity::{Calendar, Moment};

/// A calendar value of that kind: ISO 8601 and the forms that exports have. Of a date with a time the field takes
/// its part where it is declared so (`datetime`).
pub(super) fn read(kind: Calendar, datetime: bool, text: &str) -> Result<Moment, Fault> {
    if let Some(moment) = Moment::parse(text).filter(|moment| moment.kind == kind) {
        return Ok(moment);
    }
    if let Some((day, time)) = datetime_of(text) {
        return part_of(kind, datetime, (day, time), text);
    }
    let day = if datetime { date(text) } else { None };
    let found = match kind {
        Calendar::Date => date(text),
        Calendar::Month => return day.and_then(Moment::month_of).map_or_else(|| month(text), Ok),
        Calendar::Quarter => quarter(text),
        Calendar::Week => week(text),
        Calendar::Year => text.strip_suffix('年').and_then(|year| Moment::year(number(year, 4, 4)?)),
        Calendar::Time => return clock::time(text).unwrap_or_else(|| Err(no(kind, text))),
    };
    found.or_else(|| of_date(kind, day?)).ok_or_else(|| no(kind, text))
}

/// A date and what stands behind it as a time: `2024-06-18 23:05:12`, `2024/6/18 23:05`, `20240618230512`.
fn datetime_of(text: &str) -> Option<(Moment, &str)> {
    if text.len() == 14 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((date(text.get(..8)?)?, text.get(8..)?));
    }
    let end = text.find([' ', 'T', '日']).filter(|_| text.contains(':'))?;
    let day = text.get(..end)?;
    let rest = text.get(end..)?.trim_start_matches(['日', 'T', ' ']);
    Some((date(day)?, rest))
}

/// What a field takes of a date with a time. Midnight says no more than the date alone.
fn part_of(kind: Calendar, wanted: bool, (day, time): (Moment, &str), text: &str) -> Result<Moment, Fault> {
    let digits = |at: std::ops::Range<usize>| time.get(at).and_then(part);
    let clock = match time.len() {
        6 if !time.contains(':') => Moment::time(
            digits(0..2).unwrap_or(u32::MAX),
            digits(2..4).unwrap_or(u32::MAX),
            digits(4..6).unwrap_or(u32::MAX),
        )
        .map(Ok),
        _ => clock::time(time),
    };
    let Some(clock) = clock else {
        let zone = time.ends_with('Z') || time.contains('+') || time.trim_start_matches(['0', ':']).contains('-');
        return Err(if zone { Fault::new("zone") } else { no(kind, text) });
    };
    let midnight = clock.as_ref().is_ok_and(|clock| clock.ordinal == 0);
    match kind {
        Calendar::Time if wanted => clock,
        _ if wanted => of_date(kind, day).ok_or_else(|| no(kind, text)),
        Calendar::Date if midnight => Ok(day),
        Calendar::Month if midnight => month_of_day(day),
        _ => Err(Fault::new("datetime").arg("form", Arg::Term(form(kind)))),
    }
}

/// How a field is declared that takes its part of a date with a time.
fn form(kind: Calendar) -> &'static str {
    match kind {
        Calendar::Date => "datetime-date",
        Calendar::Week => "datetime-week",
        Calendar::Month => "datetime-month",
        Calendar::Quarter => "datetime-quarter",
        Calendar::Year => "datetime-year",
        Calendar::Time => "datetime-time",
    }
}

/// The period of that kind in which a date lies.
fn of_date(kind: Calendar, day: Moment) -> Option<Moment> {
    match kind {
        Calendar::Date => Some(day),
        Calendar::Week => day.week_of(),
        Calendar::Month => day.month_of(),
        Calendar::Quarter => day.quarter_of(),
        Calendar::Year => day.year_of(),
        Calendar::Time => None,
    }
}

/// The days of 1900 to 2199 as a spreadsheet counts them.
const SERIALS: std::ops::Range<i32> = 61..109_575;
/// Years before are outside what a record can hold.
const FIRST_YEAR: i32 = 1_900;
/// The number that a spreadsheet gives to 1970-01-01.
const EPOCH: i32 = 25_569;

/// Why a text is no value of that kind: it may be a date that a spreadsheet shows as its number, or
/// one that no calendar has.
fn no(kind: Calendar, text: &str) -> Fault {
    let serial = number(text, 5, 6)
        .filter(|serial| matches!(kind, Calendar::Date | Calendar::Month) && SERIALS.contains(serial));
    if let Some(serial) = serial {
        let day = Moment { kind: Calendar::Date, ordinal: serial - EPOCH };
        let shown = if kind == Calendar::Month { 7 } else { 10 };
        return Fault::new("serial").hint(day.to_string().chars().take(shown).collect::<String>());
    }
    if let Some(day) = since_1970(text).filter(|_| kind != Calendar::Time) {
        return Fault::new("epoch").hint(day.to_string()).arg("example", example(kind));
    }
    if let Some(month) = english(text).filter(|_| matches!(kind, Calendar::Date | Calendar::Month)) {
        return Fault::new("month-name").hint(month.to_string());
    }
    let shaped = matches!(kind, Calendar::Date | Calendar::Month)
        && parts(text, ['年', '月', '日']).is_some_and(|(year, ..)| year >= FIRST_YEAR);
    Fault::new(if shaped { "nowhere" } else { "calendar" }).arg("example", example(kind))
}

/// The day, in UTC, of a number of seconds or milliseconds since 1970, as programs keep a moment: from 2001 on.
fn since_1970(text: &str) -> Option<Moment> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = text.get(..10).filter(|_| digits && matches!(text.len(), 10 | 13) && text.starts_with('1'))?;
    let days = seconds.parse::<i64>().ok()? / 86_400;
    Some(Moment { kind: Calendar::Date, ordinal: i32::try_from(days).ok()? })
}

/// How a value of that kind is written.
fn example(kind: Calendar) -> &'static str {
    match kind {
        Calendar::Date => "2024-03-15",
        Calendar::Week => "2024-W07",
        Calendar::Month => "2024-03",
        Calendar::Quarter => "2024-Q1",
        Calendar::Year => "2024",
        Calendar::Time => "09:30",
    }
}

/// `Mar-24`: what a spreadsheet makes of 2024-03 that somebody typed.
fn english(text: &str) -> Option<Moment> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let (name, year) = text.split_once('-')?;
    let month = (1..).zip(MONTHS).find(|(_, month)| month.eq_ignore_ascii_case(name))?.0;
    Moment::month(2_000 + number(year, 2, 2)?, month)
}

/// `2024-3-15`, `2024/3/15`, `2024.3.15`, `20240315`, `2024年3月15日`.
fn date(day: &str) -> Option<Moment> {
    if day.len() == 8
        && let (Some(year), Some(rest)) = (day.get(..4), day.get(4..))
        && day.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Moment::date(number(year, 4, 4)?, part(rest.get(..2)?)?, part(rest.get(2..)?)?);
    }
    let (year, month, day) = match parts(day, ['年', '月', '日'])? {
        (year, month, Some(day)) => (year, month, day),
        _ => return None,
    };
    Moment::date(year, month, day)
}

/// The forms of a date without its day, and a date that is the first of its month: a workbook
/// keeps `2024-03` so.
fn month(text: &str) -> Result<Moment, Fault> {
    // 2024.10 in a sheet of numbers turns into 2024.1.
    if text.len() == 6 && text.ends_with(".1") {
        let year = text.trim_end_matches(".1");
        return Err(Fault::new("october").arg("january", format!("{year}-01")).arg("october", format!("{year}-10")));
    }
    let fault = || no(Calendar::Month, text);
    if let Some(day) = date(text) {
        return month_of_day(day);
    }
    if text.len() == 6
        && let (Some(year), Some(month)) = (text.get(..4).and_then(|t| number(t, 4, 4)), text.get(4..).and_then(part))
    {
        return Moment::month(year, month).ok_or_else(fault);
    }
    match parts(text, ['年', '月', '日']) {
        Some((year, month, None)) => Moment::month(year, month).ok_or_else(fault),
        _ => Err(fault()),
    }
}

/// The first day of a month stands for it; another day is more than the month.
fn month_of_day(day: Moment) -> Result<Moment, Fault> {
    let month = day.month_of().ok_or_else(|| no(Calendar::Month, &day.to_string()))?;
    if month.first_day() == Some(day) { Ok(month) } else { Err(Fault::new("day").hint(month.to_string())) }
}

/// `2024Q1`, `2024年1季度`, `2024年第1季度`, `2024年一季度`.
fn quarter(text: &str) -> Option<Moment> {
    let (year, rest) = text.split_at_checked(4)?;
    let rest = rest.trim_start_matches(['年', '-', ' ']).trim_start_matches(['第', 'Q', 'q']);
    let rest = rest.trim_end_matches("季度");
    let quarter = match rest {
        "1" | "一" => 1,
        "2" | "二" => 2,
        "3" | "三" => 3,
        "4" | "四" => 4,
        _ => return None,
    };
    Moment::quarter(number(year, 4, 4)?, quarter)
}

/// `2024W7`, `2024年第7周`.
fn week(text: &str) -> Option<Moment> {
    let (year, rest) = text.split_at_checked(4)?;
    let rest = rest.trim_start_matches(['年', '-', ' ']).trim_start_matches(['第', 'W', 'w']);
    Moment::week(number(year, 4, 4)?, part(rest.trim_end_matches('周'))?)
}

/// Year, month and perhaps day between `-`, `/`, `.` (all the same) or the given words.
fn parts(text: &str, words: [char; 3]) -> Option<(i32, u32, Option<u32>)> {
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    let fields: Vec<&str> = if separator == words[0] {
        let (year, rest) = text.split_once(words[0])?;
        let (month, rest) = rest.split_once(words[1])?;
        std::iter::once(year)
            .chain([month])
            .chain((!rest.is_empty()).then(|| rest.trim_end_matches(words[2])))
            .collect()
    } else if ['-', '/', '.'].contains(&separator) {
        text.split(separator).collect()
    } else {
        return None;
    };
    match fields.as_slice() {
        [year, month] => Some((number(year, 4, 4)?, part(month)?, None)),
        [year, month, day] => Some((number(year, 4, 4)?, part(month)?, Some(part(day)?))),
        _ => None,
    }
}
