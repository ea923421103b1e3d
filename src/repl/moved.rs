//! Who of the loaded data moves by a change, and what it comes to in all.

use super::Session;
use super::given::{by_name, carried};
use super::record::{called, cells, short};
use crate::batch::{Measure, Moves};
use crate::data::{Batch, Reading};
use crate::diagnostic::Arg;
use crate::ir::{Policy, align};
use crate::quantity::{Number, minor_unit_places, spell_amount, spell_number, spell_places};
use crate::render::wrap;

/// So many are told one by one.
const MOST_TOLD: usize = 5;

/// How many records of the data have other results than before, whose, and what all come to.
pub(super) fn people(session: &Session, old: &Policy) -> String {
    let Some(batch) = &session.batch else { return String::new() };
    let records = batch.records().enumerate().filter_map(|(at, record)| match &record.reading {
        Reading::Record(values) => Some((at, by_name(old, values))),
        _ => None,
    });
    let (places, before): (Vec<_>, Vec<_>) = records.unzip();
    let new = &session.compiled.policy;
    let aligned = align(old, new);
    let after: Vec<_> = before.iter().map(|given| carried(given, &aligned, new)).collect();
    let then = session.beside.evaluations(old, &before);
    let now = session.beside.evaluations(new, &after);
    let moves = Moves::of((old, &then), (new, &now));
    let told = session.say("repl-people", &[("changed", moves.changed.into()), ("all", before.len().into())]);
    told + &moves.measure.map_or_else(String::new, |measure| movers(session, batch, &places, (&moves, measure), old))
}

/// Those who move most, how many others there are, and the sums.
fn movers(
    session: &Session,
    batch: &Batch,
    places: &[usize],
    (moves, measure): (&Moves, Measure),
    old: &Policy,
) -> String {
    let mut lines: Vec<String> = vec![];
    for mover in moves.movers.iter().take(MOST_TOLD) {
        let Some(at) = places.get(mover.at) else { continue };
        let amounts = amounts(session, measure, &mover.old, &mover.new);
        lines.push(session.say("repl-mover", &[amounts.as_slice(), &[("who", who(old, batch, *at).into())]].concat()));
    }
    let counted = |id, count: usize, more: &[(&'static str, Arg)]| {
        (count > 0).then(|| session.say(id, &[&[("count", count.into())], more].concat()))
    };
    let told = moves.movers.len();
    lines.extend(counted("repl-movers-more", told.saturating_sub(MOST_TOLD), &[]));
    let name = if measure == Measure::Pay { "pay" } else { "scores" };
    lines.extend(counted("repl-movers-same", moves.changed.saturating_sub(told), &[("measure", name.into())]));
    if measure == Measure::Pay && told > 0 {
        lines.push(session.say("repl-moved-total", &amounts(session, measure, &moves.totals.0, &moves.totals.1)));
    }
    let fitted = lines.iter().flat_map(|line| wrap(line.trim_end(), session.look.width.saturating_sub(4)));
    fitted.map(|line| format!("  {line}\n")).collect()
}

/// A figure before and after, and by how much it moved.
fn amounts(session: &Session, measure: Measure, old: &Number, new: &Number) -> [(&'static str, Arg); 3] {
    let by = new - old;
    let sign = if by.is_negative() { "" } else { "+" };
    let currency = &session.compiled.policy.header.currency;
    let plain = |amount: &Number| match measure {
        Measure::Pay => spell_places(amount, minor_unit_places(currency).unwrap_or_default()),
        Measure::Scores => spell_number(amount.clone()),
    };
    let after = match measure {
        Measure::Pay => spell_amount(new, currency, session.look.tongue),
        Measure::Scores => plain(new),
    };
    [("before", plain(old).into()), ("after", after.into()), ("by", format!("{sign}{}", plain(&by)).into())]
}

/// The key of a record and the name of the person, where it has one.
fn who(policy: &Policy, batch: &Batch, at: usize) -> String {
    let key = called(policy, batch, at);
    let name = batch.record(at).map(|record| cells(policy, policy.name_field().into_iter(), &record.reading));
    let known = |text: &String| !text.is_empty();
    [Some(short(&key)), name.and_then(|name| name.into_iter().next()).map(|name| short(&name))]
        .into_iter()
        .flatten()
        .filter(known)
        .collect::<Vec<_>>()
        .join(" ")
}
