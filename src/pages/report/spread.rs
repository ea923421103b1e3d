//! How grades and items fell out: charts whose bars stand in the table that they show.

use super::gather::{Gathered, Part};
use super::people::titled;
use super::stretches::{Counts, Stretches};
use super::{Month, called};
use crate::ir::{Policy, Step};
use crate::pages::page::{Block, Card, Table};
use crate::pages::words::Words;

/// So many stretches of points are told apart.
const MOST_STRETCHES: usize = 10;

/// A chart of counts, its longest bar that of the most.
struct Chart {
    rows: Vec<(Vec<String>, usize)>,
}

impl Chart {
    /// The table, with these heads before that of the counts.
    fn table(self, month: &Month, periods: usize, caption: String, heads: Vec<(String, bool)>) -> Table {
        let most = self.rows.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let heads = heads.into_iter().chain([(month.counting("report-people-count", &[], periods), true)]).collect();
        let mut table = Table { caption, ..Table::of(heads) };
        table.axis = month.counting("report-axis", &[("count", most.into())], periods);
        for (mut cells, count) in self.rows {
            cells.push(count.to_string());
            table.bar(cells, (count, most));
        }
        table
    }
}

/// How many people each grade has.
pub(super) fn grades(month: &Month, found: &Gathered) -> Vec<Block> {
    let mut blocks = vec![];
    for (own, part) in found.tally.parts.iter().enumerate() {
        for (name, labels) in part.grades() {
            let rows: Vec<(Vec<String>, usize)> =
                labels.map(|(label, count)| (vec![label.to_owned()], count)).collect();
            let all: usize = rows.iter().map(|(_, count)| count).sum();
            if all == 0 {
                continue;
            }
            let name = called(month, own, name);
            let most = rows.iter().max_by_key(|(_, count)| *count);
            let tied = rows.iter().filter(|(_, count)| most.is_some_and(|(_, most)| count == most)).count() > 1;
            let args = [
                ("tied", if tied { "yes" } else { "no" }.into()),
                ("name", name.as_str().into()),
                ("count", all.into()),
                ("label", most.map(|(cells, _)| cells.concat()).unwrap_or_default().into()),
                ("most", most.map_or(0, |(_, count)| *count).into()),
            ];
            let caption = month.counting("report-grades-text", &args, found.periods.len());
            blocks.push(Block::Table(Chart { rows }.table(month, found.periods.len(), caption, vec![(name, false)])));
        }
    }
    blocks
}

/// How many people fell in each row of each item.
pub(super) fn items(month: &Month, found: &Gathered) -> Vec<Block> {
    let mut blocks = vec![];
    let mut number = 0;
    for (own, (policy, part)) in month.policies.iter().zip(&found.parts).enumerate() {
        let Some(words) = month.words(own) else { continue };
        if policy.items.is_empty() || part.people.is_empty() {
            continue;
        }
        blocks.extend(titled(month, policy));
        for (at, item) in policy.items.iter().enumerate() {
            number += 1;
            let title = item.title.as_ref().unwrap_or(&item.name).clone();
            let id = format!("item-{number}");
            let lead = points(month, part, at);
            blocks.push(Block::Card(Card {
                id,
                title,
                lead,
                blocks: rows((month, found), (policy, &words), part, at),
            }));
        }
    }
    blocks
}

/// What an item's points ran from and to, in a sentence.
fn points(month: &Month, part: &Part, at: usize) -> String {
    let Some((range, exempt)) = part.points.get(at) else { return String::new() };
    let range = range.as_ref().map(|(least, most)| {
        let id = if least == most { "report-points-one" } else { "report-points" };
        month.say(id, &[("least", least.to_string().into()), ("most", most.to_string().into())])
    });
    let exempt = (*exempt > 0).then(|| month.say("report-exempt", &[("count", (*exempt).into())]));
    range.into_iter().chain(exempt).collect::<Vec<_>>().join(" ")
}

/// Of an item that is scored by rows, how many fell in each; of another one, how its points spread.
fn rows((month, found): (&Month, &Gathered), (policy, words): (&Policy, &Words), part: &Part, at: usize) -> Vec<Block> {
    let Some(item) = policy.items.get(at) else { return vec![] };
    let values = part.values.get(at);
    let Some(Step::Table(table)) = policy.step_of(item.points).and_then(|at| policy.steps.get(at)) else {
        return values.and_then(|values| points_spread(month, found, values)).into_iter().collect();
    };
    let counts = part.items.get(at).map_or(&[] as &[usize], Vec::as_slice);
    let rows = table.rows.iter().zip(counts).map(|(row, count)| {
        let mut bands = words.row(table, row);
        bands.dedup();
        (vec![bands.join(&words.say("words-comma", &[])), words.answer(row)], *count)
    });
    let by: Vec<String> = table.inputs.iter().map(|input| words.formula(&input.value).text).collect();
    let heads = vec![(by.join(&words.say("words-comma", &[])), false), (month.say("doc-head-points", &[]), true)];
    let chart = values.and_then(|values| super::chart::chart(month, words, table, values, found.periods.len()));
    let table = Chart { rows: rows.collect() }.table(month, found.periods.len(), String::new(), heads);
    chart.map(Block::Chart).into_iter().chain([Block::Table(table)]).collect()
}

/// How many people have how many points, of an item that is worked out by a formula.
fn points_spread(month: &Month, found: &Gathered, values: &Counts) -> Option<Block> {
    let few = values.len() <= MOST_STRETCHES;
    let rows: Vec<(Vec<String>, usize)> = match few {
        true => values.iter().map(|(points, count)| (vec![points.to_string()], *count)).collect(),
        false => {
            let stretches = Stretches::of(values, MOST_STRETCHES)?;
            let named = stretches.ends().map(|(from, to)| {
                let args = [("low", from.to_string().into()), ("high", to.to_string().into())];
                vec![month.say("band-from", &args)]
            });
            named.zip(stretches.counts.iter().copied()).collect()
        }
    };
    let heads = vec![(month.say("doc-head-points", &[]), false)];
    Some(Block::Table(Chart { rows }.table(month, found.periods.len(), String::new(), heads)))
}
