//! What moved since the results of an earlier run, in tables.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::Month;
use super::gather::Gathered;
use super::moved::{Change, Moves, before, changes, named, role};
use super::people::titled;
use super::slots::outer;
use crate::ir::{Role, Value};
use crate::pages::page::{Block, Figure, Table};
use crate::pages::statement::Earlier;
use crate::pages::words::Words;
use crate::quantity::Number;
use crate::render::amount;

/// What moved of everybody.
pub(super) fn section(month: &Month, found: &Gathered) -> Vec<Block> {
    let Some(last) = month.last else { return vec![] };
    let mut blocks = vec![];
    let keys: HashSet<Vec<Value>> = found.parts.iter().flat_map(|part| part.moves.keys.iter().cloned()).collect();
    let gone = last.gone(&keys);
    for (own, (policy, part)) in month.policies.iter().zip(&found.parts).enumerate() {
        let Some(words) = month.words(own) else { continue };
        if part.people.is_empty() {
            continue;
        }
        blocks.extend(titled(month, policy));
        blocks.extend(of_policy(month, &words, &part.moves));
    }
    if gone > 0 {
        blocks.push(Block::Text(month.say("report-gone", &[("count", gone.into())])));
    }
    blocks
}

fn of_policy(month: &Month, words: &Words, moves: &Moves) -> Vec<Block> {
    let figure = |id: &str, value: String| Figure { name: month.say(id, &[]), value };
    let (then, now) = (&moves.totals.0, &moves.totals.1);
    let mut figures = vec![
        figure("report-moved-then", spelt(words, then)),
        figure("report-moved-now", spelt(words, now)),
        figure("report-moved-delta", signed(words, &(now - then))),
    ];
    for (id, count) in [
        ("report-moved-compared", moves.compared),
        ("report-moved-more", moves.more),
        ("report-moved-less", moves.less),
        ("report-moved-new", moves.new),
    ] {
        figures.push(figure(id, count.to_string()));
    }
    let mut blocks = vec![Block::Figures(figures)];
    if !moves.grades.is_empty() {
        let head = |id: &str, figures| (month.say(id, &[]), figures);
        let heads =
            [head("report-then-grade", false), head("report-now-grade", false), head("report-people-moved", true)];
        let mut table = Table::of(heads.into());
        moves
            .grades
            .iter()
            .for_each(|((then, now), count)| table.row(vec![then.clone(), now.clone(), count.to_string()]));
        blocks.push(Block::Table(table));
    }
    if !moves.movers.is_empty() {
        blocks.push(Block::Table(movers(month, words, moves)));
    }
    blocks
}

/// Who moved, those who moved most first.
fn movers(month: &Month, words: &Words, moves: &Moves) -> Table {
    let heads = [
        ("report-who", false),
        ("report-then", true),
        ("report-now", true),
        ("report-delta", true),
        ("report-why", false),
    ];
    let mut table = Table::of(heads.map(|(id, figures)| (month.say(id, &[]), figures)).into());
    let mut sorted: Vec<_> = moves.movers.iter().collect();
    sorted.sort_by_key(|(then, now, ..)| Reverse((now - then).abs()));
    for (then, now, who, why) in sorted {
        table.row(vec![who.clone(), spelt(words, then), spelt(words, now), signed(words, &(now - then)), why.clone()]);
    }
    Table { long: true, ..table }
}

/// What one person had then, with what is paid and graded otherwise now in a sentence.
pub(super) fn of_person(month: &Month, own: usize, values: &[Value]) -> Option<Earlier> {
    let words = month.words(own)?;
    let changed = changes(month, own, values)?;
    let each = changed.iter().filter(|change| matches!(role(words.policy, change.slot), Some(Role::Pay | Role::Grade)));
    let each: Vec<String> = each.map(|change| told(month, &words, change)).collect();
    let moved = match (changed.is_empty(), each.is_empty()) {
        (true, _) => month.say("report-unmoved", &[]),
        (false, true) => month.say("report-unmoved-paid", &[]),
        (false, false) => each.join(&month.say("words-between", &[])),
    };
    let said = month.say("report-moved-said", &[("moved", moved.into())]);
    Some(Earlier { values: before(month, own, values)?.into_iter().collect(), said })
}

/// What something was and is, of what is paid with how much more that is.
fn told(month: &Month, words: &Words, change: &Change) -> String {
    let name = ("name", named(words, change.slot).into());
    let amounts = change.then.number().zip(change.now.number());
    match amounts.filter(|_| role(words.policy, change.slot) == Some(Role::Pay)) {
        Some((then, now)) => {
            let money = |sum: &Number| amount(sum, &words.policy.header.currency, month.tongue).into();
            let delta = ("delta", signed(words, &(now - then)).into());
            month.say("report-change-paid", &[name, ("then", money(then)), ("now", money(now)), delta])
        }
        None => {
            let spelt = |value: &Value| words.of_slot(change.slot, value).into();
            month.say("report-change", &[name, ("then", spelt(&change.then)), ("now", spelt(&change.now))])
        }
    }
}

/// A sum of what people look at first: money, where something is paid.
fn spelt(words: &Words, sum: &Number) -> String {
    match outer(words.policy).is_empty() {
        true => sum.to_string(),
        false => amount(sum, &words.policy.header.currency, words.tongue),
    }
}

fn signed(words: &Words, delta: &Number) -> String {
    sign(delta).to_owned() + &spelt(words, &delta.abs())
}

fn sign(delta: &Number) -> &'static str {
    match delta.is_zero() {
        true => "",
        false if delta.is_negative() => "−",
        false => "+",
    }
}
