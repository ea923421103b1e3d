//! The figures by which an item is scored: how many people have which, with the bands of the item behind.

use super::Month;
use super::stretches::{Counts, Stretches};
use crate::ir::{Expr, Pattern, Table as Rows, Value};
use crate::pages::page::Chart;
use crate::pages::words::Words;
use crate::quantity::Number;

/// So many bars a chart has at most.
const MOST_BARS: usize = 20;
/// What stands nearer to each other, in thousandths of the width, would be written over each other.
const APART: usize = 190;
/// A band that is narrower has no room for its name.
const NARROW: usize = 75;

/// The chart of a figure, with the rows of the table that is asked it behind.
pub(super) fn chart(month: &Month, words: &Words, table: &Rows, values: &Counts, periods: usize) -> Option<Chart> {
    let [input] = table.inputs.as_slice() else { return None };
    let stretches = Stretches::of(values, MOST_BARS)?;
    let (least, greatest) = (values.keys().next()?, values.keys().next_back()?);
    let most = stretches.counts.iter().max().copied().unwrap_or(0).max(1);
    let bars = stretches
        .ends()
        .zip(&stretches.counts)
        .filter(|(_, count)| **count > 0)
        .map(|((from, to), count)| (stretches.place(&from), stretches.place(&to), count * 1000 / most));
    let spelt = |value: &Number| words.of(&input.value, &Value::Number(value.clone()));
    let args = [
        ("name", words.formula(&input.value).text.into()),
        ("least", spelt(least).into()),
        ("most", spelt(greatest).into()),
        ("middle", spelt(middle(values)?).into()),
    ];
    Some(Chart {
        text: month.counting(if least == greatest { "report-chart-one" } else { "report-chart" }, &args, periods),
        bars: bars.collect(),
        bands: bands(words, table, &stretches),
        marks: marks(table, &input.value, &stretches, words),
        most: month.counting("report-axis", &[("count", most.into())], periods),
    })
}

/// The value of which half of all have no less.
fn middle(values: &Counts) -> Option<&Number> {
    let all: usize = values.values().sum();
    let mut above = 0;
    values
        .iter()
        .rev()
        .find(|(_, count)| {
            above += **count;
            above * 2 >= all
        })
        .map(|(value, _)| value)
}

/// The rows that stand beside each other, each with what it gives.
fn bands(words: &Words, table: &Rows, stretches: &Stretches) -> Vec<(usize, usize, String)> {
    if table.rows.iter().any(|row| row.guard.is_some()) {
        return vec![];
    }
    let each = table.rows.iter().filter_map(|row| {
        let (lo, hi) = ends(row.patterns.first()?)?;
        let from = lo.map_or(0, |lo| stretches.place(lo));
        let to = hi.map_or(1000, |hi| stretches.place(hi));
        let name = words.answer(row);
        (from < to).then(|| (from, to, if to - from < NARROW { String::new() } else { name }))
    });
    let mut bands: Vec<_> = each.collect();
    bands.sort();
    bands
}

/// The ends of a band, where it has some.
fn ends(pattern: &Pattern) -> Option<(Option<&Number>, Option<&Number>)> {
    let Pattern::Interval { lo, hi } = pattern else { return None };
    let number = |bound: &'_ Option<crate::ir::Bound>| bound.as_ref().map(|bound| bound.value.number().is_some());
    if number(lo) == Some(false) || number(hi) == Some(false) {
        return None;
    }
    Some((lo.as_ref().and_then(|lo| lo.value.number()), hi.as_ref().and_then(|hi| hi.value.number())))
}

/// What stands below: both ends, and the bounds between that have room.
fn marks(table: &Rows, asked: &Expr, stretches: &Stretches, words: &Words) -> Vec<(usize, String)> {
    let spelt = |value: &Number| words.of(asked, &Value::Number(value.clone()));
    let mut marks: Vec<(usize, String)> = vec![(0, spelt(&stretches.from)), (1000, spelt(&stretches.to))];
    let bounds = table.rows.iter().filter_map(|row| ends(row.patterns.first()?));
    let bounds = bounds.flat_map(|(lo, hi)| [lo, hi]).flatten();
    for bound in bounds.filter(|bound| **bound > stretches.from && **bound < stretches.to) {
        let at = stretches.place(bound);
        if marks.iter().all(|(known, _)| known.abs_diff(at) >= APART) {
            marks.push((at, spelt(bound)));
        }
    }
    marks.sort();
    marks
}
