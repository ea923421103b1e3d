//! For whom flags are raised and whose pay is below zero, in words.

use super::super::Console;
use crate::batch::{Flagged, Person};
use crate::diagnostic::Arg;
use crate::ir::{Policy, Role, Slot};
use crate::render::cut;

/// So wide is a key or a name in the line of a flag, which has ten of them.
const MOST_COLUMNS: usize = 40;

/// A line for each flag that is raised: its name, for how many and for whom, and its text; the same of pay below zero.
pub(super) fn lines(console: &Console, policy: &Policy, flags: &[Flagged]) -> Vec<(String, String)> {
    let raised = flags.iter().filter(|flagged| flagged.count > 0);
    let line = |flagged: &Flagged| {
        let slot = policy.slot(flagged.flag)?;
        let id = if slot.role == Role::Pay { "summary-below" } else { "summary-flag" };
        Some((console.say(id, &[("name", slot.name.as_str().into())]), value(console, slot, flagged)))
    };
    raised.filter_map(line).collect()
}

fn value(console: &Console, slot: &Slot, flagged: &Flagged) -> String {
    // Months need telling only where there are several.
    let mut periods = flagged.first.iter().map(|person| &person.period);
    let first = periods.next();
    let dated = periods.any(|period| Some(period) != first);
    let who: Vec<Arg> = flagged
        .first
        .iter()
        .map(|person| words(console, person, dated))
        .filter(|text| !text.is_empty())
        .map(Arg::from)
        .collect();
    let id = match () {
        () if who.is_empty() => "summary-flagged-none",
        () if flagged.count > who.len() => "summary-flagged-more",
        () => "summary-flagged",
    };
    let value = console.say(id, &[("count", flagged.count.into()), ("who", Arg::List(who))]);
    match &slot.title {
        Some(text) if slot.role != Role::Pay => {
            console.say("summary-flag-text", &[("value", value.into()), ("text", text.as_str().into())])
        }
        _ => value,
    }
}

/// `A06 王芳`; of a key or a name without end the beginning.
fn words(console: &Console, person: &Person, dated: bool) -> String {
    let key = person.key.iter().map(|(_, value)| value);
    let period = person.period.iter().filter(|_| dated);
    let parts = key.chain(&person.name).chain(period);
    parts.map(|part| cut(part, MOST_COLUMNS, console.look.ascii)).collect::<Vec<_>>().join(" ")
}
