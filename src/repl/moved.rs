//! Who of the loaded data moves by a change, and what it comes to in all.

use std::collections::HashMap;

use super::Session;
use super::record::{called, cells, short};
use super::session::Standing;
use crate::batch::{Measure, Moves};
use crate::data::Batch;
use crate::diagnostic::Arg;
use crate::eval::Evaluation;
use crate::ir::Policy;
use crate::quantity::{Number, minor_unit_places, spell_amount, spell_number, spell_places};
use crate::render::wrap;

/// So many are told one by one.
const MOST_TOLD: usize = 5;

/// How many records of the data have other results than before, whose, and what all come to.
pub(super) fn people(session: &Session, before: &Standing) -> String {
    let Some(batch) = session.now.batch() else { return String::new() };
    let Some((moves, places)) = moves(session, before) else { return String::new() };
    let told = session.say("repl-people", &[("changed", moves.changed.into()), ("all", places.len().into())]);
    let movers = |measure| movers(session, batch, &places, (&moves, measure), session.now.policy());
    told + &moves.measure.map_or_else(String::new, movers)
}

/// How many records of the data have other results than before, of those that both policies have.
pub(super) fn changed(session: &Session, before: &Standing) -> usize {
    moves(session, before).map_or(0, |(moves, _)| moves.in_both)
}

/// What becomes of the records of the data, with the places of those that both can use.
fn moves(session: &Session, before: &Standing) -> Option<(Moves, Vec<usize>)> {
    session.now.batch()?;
    if before.draft.is(&session.now.draft) {
        return None;
    }
    // What was given to one record is no matter of the policy.
    let (then, now) = (session.untouched_people(before), session.untouched_people(&session.now));
    // A record that only one of both can use is told where the data are read anew.
    let now: HashMap<usize, &Evaluation> = now.iter().map(|(at, of)| (*at, of)).collect();
    let (mut places, mut was, mut is) = (vec![], vec![], vec![]);
    for (at, then) in then.iter() {
        let Some(now) = now.get(at) else { continue };
        places.push(*at);
        was.push(then);
        is.push(*now);
    }
    let moves = Moves::of((before.policy(), &was), (session.now.policy(), &is));
    Some((moves, places))
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
    let others = [("measure", name.into()), ("told", told.into())];
    lines.extend(counted("repl-movers-same", moves.changed.saturating_sub(told), &others));
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
    let currency = &session.now.compiled.policy.header.currency;
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
