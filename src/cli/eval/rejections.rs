//! The first rejections of a run in words, and the first rows that are no records, for the summary.

use super::super::Console;
use crate::batch::{Reason, Reasons, Spread};
use crate::data::Shared;
use crate::diagnostic::Arg;
use crate::ir::Policy;
use crate::render;

/// The first reasons with how many records each rejects, and how many records there are besides; then the same of rows
/// that are no records.
pub(super) fn rejections(console: &Console, shared: &Shared, policies: &[&Policy]) -> String {
    let reasons = Reasons::of(shared, policies);
    let told = reasons.told.iter().map(|reason| words(console, reason)).collect();
    let skipped = reasons.skipped.iter().map(|why| render::problem(why, console.look.tongue)).collect();
    list(console, "summary-rejected", told, ("summary-more", reasons.more))
        + &list(console, "summary-skipped", skipped, ("summary-more-skipped", reasons.more_skipped))
}

fn list(console: &Console, heading: &str, lines: Vec<String>, (rest, more): (&str, usize)) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let mut text = format!("{}\n", console.say(heading, &[]));
    lines.iter().for_each(|line| text.push_str(&format!("  - {line}\n")));
    if more > 0 {
        text.push_str(&format!("  {}\n", console.say(rest, &[("count", more.into())])));
    }
    text
}

fn words(console: &Console, reason: &Reason) -> String {
    let words = render::problem(reason.problem, console.look.tongue);
    let mut who: Vec<String> = reason.who.clone();
    // What is told may name the key itself.
    let names = |key: &str| ['「', '“'].iter().any(|mark| words.contains(&format!("{mark}{key}")));
    let told = who.iter().all(|who| who.split(' ').next().is_some_and(names));
    if reason.count == 1 && told {
        return words;
    }
    if let Some(last) = who.last_mut().filter(|_| reason.who.len() < reason.count) {
        last.push('…');
    }
    let id = match (reason.count, reason.spread) {
        (1, _) => "summary-of",
        (_, Spread::Same) => "summary-times",
        (_, Spread::Rows) => "summary-rows",
        (_, Spread::Column) if who.is_empty() => "summary-column",
        (_, Spread::Column) => "summary-column-of",
        (_, Spread::WholeColumn) => "summary-column-all",
    };
    let who = Arg::List(who.into_iter().map(Arg::from).collect());
    console.say(id, &[("reason", words.into()), ("count", reason.count.into()), ("who", who)])
}
