//! The first rejections of a run, for the summary.

use std::collections::HashMap;

use super::super::Console;
use crate::data::{Problem, Reading, Shared};
use crate::diagnostic::Code;
use crate::render;

/// Reasons of rejection that are shown; the others stand in the results.
const SHOWN: usize = 5;

/// A reason, and how many records it rejects.
struct Reason<'a> {
    problem: &'a Problem,
    count: usize,
    /// Whether other cells of its column fail in the same way, so that it is a matter of the column.
    of_column: bool,
}

/// The first reasons with how many records each rejects, and how many records there are besides. A column in which
/// cells fail in one way is told once.
pub(super) fn rejections(console: &Console, shared: &Shared) -> String {
    let (mut reasons, mut more): (Vec<Reason>, usize) = (vec![], 0);
    let mut read: HashMap<&str, usize> = HashMap::new();
    for at in 0..shared.owners.len() {
        let Some((batch, place)) = shared.place(at) else { continue };
        let reading = batch.apart(at).map(|record| &record.reading);
        if !matches!(reading, Some(Reading::Skipped(_))) {
            let file = batch.input(place).map_or("", |input| &input.name);
            *read.entry(file).or_default() += 1;
        }
        let Some(Reading::Rejected(rejection)) = reading else { continue };
        let Some(problem) = telling(&rejection.problems) else { continue };
        let full = reasons.len() >= SHOWN;
        match reasons.iter_mut().find(|known| *known.problem == *problem || is_alike(known.problem, problem)) {
            Some(known) => {
                known.count += 1;
                known.of_column |= *known.problem != *problem;
            }
            None if full => more += 1,
            None => reasons.push(Reason { problem, count: 1, of_column: false }),
        }
    }
    if reasons.is_empty() {
        return String::new();
    }
    let mut text = format!("{}\n", console.say("summary-rejected", &[]));
    for reason in reasons {
        let words = render::problem(reason.problem, console.look.tongue);
        let all = read.get(&*reason.problem.file) == Some(&reason.count);
        let id = match (reason.count, reason.of_column) {
            (1, _) => None,
            (_, false) => Some("summary-times"),
            (_, true) if all => Some("summary-column-all"),
            (_, true) => Some("summary-column"),
        };
        let args = [("reason", words.clone().into()), ("count", reason.count.into())];
        let shown = id.map_or(words, |id| console.say(id, &args));
        text.push_str(&format!("  - {shown}\n"));
    }
    if more > 0 {
        text.push_str(&format!("  {}\n", console.say("summary-more", &[("count", more.into())])));
    }
    text
}

/// Whether two cells of one column fail in one way.
fn is_alike(one: &Problem, other: &Problem) -> bool {
    let column = one.at.header.is_some() && one.at.header == other.at.header && one.file == other.file;
    column && (one.code, one.variant) == (other.code, other.variant)
}

/// The reason that says most: of a row or a cell that cannot be used, what is wrong with it.
fn telling(problems: &[Problem]) -> Option<&Problem> {
    let says_less = |problem: &Problem| {
        problem.code == Code::BadRow || (problem.code == Code::NotOwn && problem.variant == "unknown")
    };
    problems.iter().find(|problem| !says_less(problem)).or(problems.first())
}
