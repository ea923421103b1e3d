//! The first rejections of a run in words, for the summary.

use super::super::Console;
use crate::batch::{Reason, Reasons, Spread};
use crate::data::Shared;
use crate::render;

/// The first reasons with how many records each rejects, and how many records there are besides.
pub(super) fn rejections(console: &Console, shared: &Shared) -> String {
    let reasons = Reasons::of(shared);
    if reasons.told.is_empty() {
        return String::new();
    }
    let mut text = format!("{}\n", console.say("summary-rejected", &[]));
    for reason in &reasons.told {
        text.push_str(&format!("  - {}\n", words(console, reason)));
    }
    if reasons.more > 0 {
        text.push_str(&format!("  {}\n", console.say("summary-more", &[("count", reasons.more.into())])));
    }
    text
}

fn words(console: &Console, reason: &Reason) -> String {
    let words = render::problem(reason.problem, console.look.tongue);
    let id = match (reason.count, reason.spread) {
        (1, _) => return words,
        (_, Spread::Same) => "summary-times",
        (_, Spread::Column) => "summary-column",
        (_, Spread::WholeColumn) => "summary-column-all",
    };
    console.say(id, &[("reason", words.into()), ("count", reason.count.into())])
}
