//! Columns of percents whose bare numbers their title alone makes percents: whether the cells say the same.

use std::collections::BTreeMap;

use super::two_ways::TwoWays;
use crate::io::cell::{Fault, Share, TwoShares, share};

/// What was seen of each such column, by field.
#[derive(Default)]
pub(super) struct Shares(BTreeMap<usize, Seen>);

#[derive(Default)]
struct Seen {
    title: String,
    /// The first cell with a sign of its own, and its row.
    marked: Option<(u32, String)>,
    /// Whether a bare number is above 1.
    great: bool,
    /// Records whose number may be a fraction.
    small: Vec<(usize, String, TwoShares)>,
}

impl Shares {
    /// Takes note of a cell of the record `at` in `row`, below a title.
    pub fn see(&mut self, (field, title): (usize, &str), text: &str, (at, row): (usize, u32)) {
        let Some(told) = share(text) else { return };
        let seen = self.0.entry(field).or_insert_with(|| Seen { title: title.to_owned(), ..Seen::default() });
        match told {
            Share::Marked => _ = seen.marked.get_or_insert_with(|| (row, text.trim().to_owned())),
            Share::Great => seen.great = true,
            Share::Small(both) => seen.small.push((at, text.to_owned(), both)),
        }
    }

    /// The cells that may be read in two ways, since others of their column have a sign, or since no number of it is
    /// above 1.
    pub fn two_ways(&mut self) -> Vec<TwoWays> {
        let doubted = std::mem::take(&mut self.0).into_iter().filter(|(_, seen)| seen.marked.is_some() || !seen.great);
        let each = doubted.flat_map(|(field, Seen { title, marked, small, .. })| {
            small.into_iter().map(move |(at, text, both)| {
                let fault = Fault::new("share").arg("title", title.as_str());
                let (why, row, cell) = match &marked {
                    Some((row, cell)) => ("marked", *row as usize, cell.as_str()),
                    None => ("small", 0, ""),
                };
                let fault = fault.arg("why", why).arg("row", row).arg("cell", cell);
                TwoWays { field, at, text, fault: both.told(fault) }
            })
        });
        each.collect()
    }
}
