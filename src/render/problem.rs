//! Problems of data and files in words.

use super::{Tongue, say, texts};
use crate::data::Problem;
use crate::diagnostic::Arg;

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
