//! How grades and items fell out: charts whose bars stand in the table that they show.

use super::gather::{Gathered, Part};
use super::people::titled;
use super::{Month, called};
use crate::ir::{Item, Policy, Step};
use crate::pages::page::{Block, Card, Table};
use crate::pages::words::Words;

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
            let args = [
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
                blocks: rows((month, found), (policy, &words), item, part, at),
            }));
        }
    }
    blocks
}

/// What an item's points ran from and to, in a sentence.
fn points(month: &Month, part: &Part, at: usize) -> String {
    let Some((range, exempt)) = part.points.get(at) else { return String::new() };
    let range = range.as_ref().map(|(least, most)| {
        month.say("report-points", &[("least", least.to_string().into()), ("most", most.to_string().into())])
    });
    let exempt = (*exempt > 0).then(|| month.say("report-exempt", &[("count", (*exempt).into())]));
    range.into_iter().chain(exempt).collect::<Vec<_>>().join(" ")
}

fn rows(
    (month, found): (&Month, &Gathered),
    (policy, words): (&Policy, &Words),
    item: &Item,
    part: &Part,
    at: usize,
) -> Vec<Block> {
    let Some(Step::Table(table)) = policy.step_of(item.points).and_then(|at| policy.steps.get(at)) else {
        return vec![];
    };
    let counts = part.items.get(at).map_or(&[] as &[usize], Vec::as_slice);
    let rows = table.rows.iter().zip(counts).map(|(row, count)| {
        let mut bands = words.row(table, row);
        bands.dedup();
        let answer = row.values.first().map(|value| match value {
            crate::ir::RowValue::Expr(expr) => words.formula(expr).text,
            crate::ir::RowValue::Line(line) => format!("{}–{}", line.from.normalize(), line.to.normalize()),
            crate::ir::RowValue::Missing => words.say("term-exempt", &[]),
        });
        (vec![bands.join(&words.say("words-comma", &[])), answer.unwrap_or_default()], *count)
    });
    let by: Vec<String> = table.inputs.iter().map(|input| words.formula(&input.value).text).collect();
    let heads = vec![(by.join(&words.say("words-comma", &[])), false), (month.say("doc-head-points", &[]), true)];
    vec![Block::Table(Chart { rows: rows.collect() }.table(month, found.periods.len(), String::new(), heads))]
}
