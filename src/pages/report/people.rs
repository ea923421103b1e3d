//! People: everybody in a table, groups with their sums, who is near a better grade.

use super::Month;
use super::gather::Gathered;
use super::near::Near;
use super::slots::{grouping, is_figure, outer};
use crate::ir::{Policy, SlotId, Type};
use crate::pages::page::{Block, Table};
use crate::quantity::{Dimension, Number};
use crate::render::{amount, head};

/// So many people are told of who are near a better grade.
const MOST_NEAR: usize = 12;

/// Everybody, a table a policy.
pub(super) fn all(month: &Month, found: &Gathered) -> Vec<Block> {
    let mut blocks = vec![];
    for (policy, part) in month.policies.iter().zip(&found.parts) {
        if part.people.is_empty() {
            continue;
        }
        let heads = part.columns.iter().map(|slot| (headed(month, policy, *slot), is_figure(policy, *slot))).collect();
        let mut table = Table::of(heads);
        part.people.iter().for_each(|cells| table.row(cells.clone()));
        blocks.extend(titled(month, policy));
        blocks.push(Block::Table(Table { long: true, ..table.without_empty() }));
        if part.more > 0 {
            blocks.push(Block::Text(month.say("report-more", &[("count", part.more.into())])));
        }
    }
    blocks
}

/// The heading of a policy, where there are several.
pub(super) fn titled(month: &Month, policy: &Policy) -> Option<Block> {
    (month.policies.len() > 1).then(|| Block::Heading(policy.header.title.clone()))
}

/// The head of a column, of money with its unit: below it stand the figures of a result.
fn headed(month: &Month, policy: &Policy, slot: SlotId) -> String {
    let Some(known) = policy.slot(slot) else { return String::new() };
    let head = head(policy, known, month.tongue);
    match known.ty {
        Type::Number(Dimension::MONEY) => {
            let args = [("head", head.into()), ("unit", policy.header.currency.as_str().into())];
            month.say("report-head-unit", &args)
        }
        _ => head,
    }
}

/// What each group came to, and all of them.
pub(super) fn groups(month: &Month, found: &Gathered) -> Vec<Block> {
    let mut blocks = vec![];
    for (own, (policy, part)) in month.policies.iter().zip(&found.parts).enumerate() {
        let slots = grouping(month, policy);
        if part.groups.is_empty() || slots.is_empty() {
            continue;
        }
        let Some(words) = month.words(own) else { continue };
        let pays = outer(policy);
        let mut heads: Vec<(String, bool)> = slots.iter().map(|slot| (words.called(*slot), false)).collect();
        heads.push((month.counting("report-people-count", &[], found.periods.len()), true));
        heads.extend(pays.iter().map(|slot| (words.called(*slot), true)));
        let mut table = Table::of(heads);
        let money = |sum: &Number| amount(sum, &policy.header.currency, month.tongue);
        let (mut people, mut sums) = (0, vec![Number::ZERO; pays.len()]);
        for (key, (count, paid)) in &part.groups {
            let mut cells: Vec<String> =
                slots.iter().zip(key).map(|(slot, value)| words.of_slot(*slot, value)).collect();
            cells.push(count.to_string());
            cells.extend(paid.iter().map(money));
            table.row(cells);
            people += count;
            sums = sums.iter().zip(paid).map(|(sum, paid)| sum + paid).collect();
        }
        let mut cells = vec![String::new(); slots.len()];
        cells.first_mut().into_iter().for_each(|cell| *cell = month.say("doc-sum", &[]));
        cells.push(people.to_string());
        cells.extend(sums.iter().map(money));
        table.sum(cells);
        blocks.extend(titled(month, policy));
        blocks.push(Block::Table(table));
    }
    blocks
}

/// Those who are nearest.
pub(super) fn nearest(month: &Month, found: &Gathered) -> Vec<Block> {
    let mut blocks = vec![];
    for (policy, part) in month.policies.iter().zip(&found.parts) {
        let mut near: Vec<&Near> = part.near.iter().collect();
        near.sort_by(|one, other| one.distance.cmp(&other.distance));
        let Some(first) = near.first() else { continue };
        // Where all are listed, that is not said.
        let shown = if near.len() > MOST_NEAR { MOST_NEAR } else { 0 };
        let count = [("count", near.len().into()), ("shown", shown.into())];
        let heads = [(first.graded.clone(), true), (month.say("report-short", &[]), true)];
        let heads = [(month.say("report-who", &[]), false)].into_iter().chain(heads);
        let mut table = Table::of(heads.chain([(month.say("report-goal", &[]), false)]).collect());
        near.iter().take(MOST_NEAR).for_each(|near| table.row(near.cells.to_vec()));
        blocks.extend(titled(month, policy));
        blocks.push(Block::Text(month.counting("report-near-text", &count, found.periods.len())));
        blocks.push(Block::Table(table));
    }
    blocks
}
