//! The first rejections of a run, for the summary.

use super::super::Console;
use crate::diagnostic::Code;
use crate::io::{Problem, Reading, Shared};

/// Reasons of rejection that are shown; the others stand in the results.
const SHOWN: usize = 5;

/// The first reasons with how many records each rejects, and how many records there are besides.
pub(super) fn rejections(console: &Console, shared: &Shared) -> String {
    let (mut reasons, mut more): (Vec<(&Problem, usize)>, usize) = (vec![], 0);
    let records = (0..shared.owners.len()).filter_map(|at| shared.record(at));
    for (_, record) in records {
        let Reading::Rejected(rejection) = &record.reading else { continue };
        let Some(problem) = telling(&rejection.problems) else { continue };
        let full = reasons.len() >= SHOWN;
        match reasons.iter_mut().find(|(known, _)| *known == problem) {
            Some((_, count)) => *count += 1,
            None if full => more += 1,
            None => reasons.push((problem, 1)),
        }
    }
    if reasons.is_empty() {
        return String::new();
    }
    let mut text = format!("{}\n", console.say("summary-rejected", &[]));
    for (problem, count) in reasons {
        let words = problem.words(console.look.tongue);
        let shown = match count {
            1 => words,
            _ => console.say("summary-times", &[("reason", words.into()), ("count", count.into())]),
        };
        text.push_str(&format!("  - {shown}\n"));
    }
    if more > 0 {
        text.push_str(&format!("  {}\n", console.say("summary-more", &[("count", more.into())])));
    }
    text
}

/// The reason that says most: of a row or a cell that cannot be used, what is wrong with it.
fn telling(problems: &[Problem]) -> Option<&Problem> {
    let says_less = |problem: &Problem| {
        problem.code == Code::BadRow || (problem.code == Code::NotOwn && problem.variant == "unknown")
    };
    problems.iter().find(|problem| !says_less(problem)).or(problems.first())
}
