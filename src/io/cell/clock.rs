//! Clock times: of a day, and behind a date.

use super::Fault;
use crate::diagnostic::Code;
use crate::quantity::Moment;

/// `9:30`, `09:30:15`, `9点30分`, `9:30 PM`, `下午 9:30`; `None` for what is no time of day.
pub(super) fn time(text: &str) -> Option<Result<Moment, Fault>> {
    let (half, text) = half_of_day(text);
    let (hour, rest) = text.split_once([':', '点', '时'])?;
    let (minute, second, fraction) = match rest.split_once(':') {
        Some((minute, seconds)) => {
            let (second, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
            (minute, part(second)?, fraction)
        }
        None => match rest.split_once('分') {
            Some((minute, "")) => (minute, 0, ""),
            Some((minute, second)) => (minute, part(second.strip_suffix('秒')?)?, ""),
            None => (rest, 0, ""),
        },
    };
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let moment = Moment::time(of_day(part(hour)?, half)?, part(minute)?, second)?;
    let exact = fraction.bytes().all(|byte| byte == b'0');
    // A part of a second decides as much as any: cut off, 09:00:00.5 would no longer be after 09:00.
    Some(if exact { Ok(moment) } else { Err(Fault { code: Code::TooPrecise, ..Fault::new("second") }) })
}

/// Which half of the day a text names: the first, the second.
fn half_of_day(text: &str) -> (Option<u32>, &str) {
    for (half, before, behind) in [(0, "上午", "AM"), (1, "下午", "PM")] {
        if let Some(rest) = text.strip_prefix(before) {
            return (Some(half), rest.trim_start());
        }
        let at = text.len().saturating_sub(behind.len());
        if let Some((time, word)) = text.split_at_checked(at)
            && word.eq_ignore_ascii_case(behind)
        {
            return (Some(half), time.trim_end());
        }
    }
    (None, text)
}

/// 12 AM is the first hour of a day, 12 PM the thirteenth.
fn of_day(hour: u32, half: Option<u32>) -> Option<u32> {
    match half {
        None => Some(hour),
        Some(half) => (1..=12).contains(&hour).then_some(hour % 12 + 12 * half),
    }
}

/// Whether a text is a time of day as a spreadsheet shows a duration under the format of a clock.
pub(super) fn is_half_day(text: &str) -> bool {
    half_of_day(text).0.is_some() && time(text).is_some()
}

/// One or two digits.
pub(super) fn part(text: &str) -> Option<u32> {
    number(text.trim(), 1, 2).and_then(|n| u32::try_from(n).ok())
}

/// A number of so many ASCII digits.
pub(super) fn number(text: &str, least: usize, most: usize) -> Option<i32> {
    let plain = (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
