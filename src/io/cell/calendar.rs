use super::Fault;
use crate::quantity::{Calendar, Moment};

/// A calendar value of that kind: ISO 8601 and the forms that exports have.
pub(super) fn read(kind: Calendar, text: &str) -> Result<Moment, Fault> {
    if let Some(moment) = Moment::parse(text).filter(|moment| moment.kind == kind) {
        return Ok(moment);
    }
    let found = match kind {
        Calendar::Date => date(text),
        Calendar::Month => return month(text),
        Calendar::Quarter => quarter(text),
        Calendar::Week => week(text),
        Calendar::Year => text.strip_suffix('年').and_then(|year| Moment::year(number(year, 4, 4)?)),
        Calendar::Time => time(text),
    };
    found.ok_or_else(|| no(kind, text))
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
    let shaped = matches!(kind, Calendar::Date | Calendar::Month)
        && parts(text, ['年', '月', '日']).is_some_and(|(year, ..)| year >= FIRST_YEAR);
    Fault::new(if shaped { "nowhere" } else { "calendar" }).arg("example", example(kind))
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

/// `2024-3-15`, `2024/3/15`, `2024.3.15`, `20240315`, `2024年3月15日`; at midnight, where a time follows.
fn date(text: &str) -> Option<Moment> {
    let day = text.split_once([' ', 'T']).map_or(Some(text), |(day, time)| midnight(time).then_some(day))?;
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
    if let Some(day) = Moment::parse(text).filter(|moment| moment.kind == Calendar::Date).or_else(|| date(text)) {
        let iso = day.to_string();
        let (month, day) = iso.split_at_checked(7).ok_or_else(fault)?;
        return match day {
            "-01" => Moment::parse(month).ok_or_else(fault),
            _ => Err(Fault::new("day").hint(month)),
        };
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

/// `9:30`, `09:30:00`, `9点30分`, `9时30分`.
fn time(text: &str) -> Option<Moment> {
    let (hour, rest) = text.split_once([':', '点', '时'])?;
    let minute = match rest.split_once(':') {
        Some((minute, seconds)) => seconds.trim_matches(['0', '.']).is_empty().then_some(minute)?,
        None => rest.trim_end_matches('分'),
    };
    Moment::time(part(hour)?, part(minute)?)
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

fn midnight(time: &str) -> bool {
    time.split_once(':').is_some() && time.chars().all(|c| matches!(c, '0' | ':' | '.'))
}

/// One or two digits.
fn part(text: &str) -> Option<u32> {
    number(text.trim(), 1, 2).and_then(|n| u32::try_from(n).ok())
}

/// A number of so many ASCII digits.
fn number(text: &str, least: usize, most: usize) -> Option<i32> {
    let plain = (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
