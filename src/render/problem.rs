//! Problems of data and files in words.

use super::{Tongue, say, texts};
use crate::data::Problem;
use crate::diagnostic::{Arg, At};

/// A problem in words, with its place and its remedy, on one line.
pub fn problem(problem: &Problem, tongue: Tongue) -> String {
    let texts = texts(&problem.diagnostic(), tongue);
    let mut words = vec![("place", problem.place()), ("message", Arg::from(texts.message))];
    let id = match texts.help {
        Some(help) => {
            words.push(("help", Arg::from(help)));
            "problem-help"
        }
        None => "problem",
    };
    say(id, &words, tongue)
}

/// `data.csv:3 响应时间`, `data.xlsx 一月!C3 响应时间`, `data.json #3 响应时间`
pub(super) fn place(file: &str, at: &At) -> String {
    let mut place = file.to_owned();
    match (&at.sheet, at.row) {
        (Some(sheet), Some(_)) => place.push_str(&format!(" {sheet}!{}", at.cell().unwrap_or_default())),
        (Some(sheet), None) => place.push_str(&format!(" {sheet}")),
        (None, Some(row)) if at.element => place.push_str(&format!(" #{row}")),
        (None, Some(row)) => place.push_str(&format!(":{row}")),
        (None, None) => {}
    }
    if let Some(header) = &at.header {
        place.push_str(&format!(" {header}"));
    }
    place
}
