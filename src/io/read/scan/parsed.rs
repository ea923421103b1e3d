//! What the rows of a block come to for one policy.

use std::ops::Range;

use crate::data::Cells;

/// What the rows of a block come to for one policy.
#[derive(Debug, Default)]
pub(in crate::io::read) struct Parsed {
    /// The cells of each field, a row each.
    pub cells: Vec<Cells>,
    /// Which rows need thought.
    pub slow: Vec<bool>,
    /// In which fields a point stands that may be one of two things.
    pub pointed: Vec<bool>,
    /// How many fields of a row have a column in which nothing stands, where that is so of any.
    pub(super) absent: Vec<u16>,
    /// What is noted of cells beside their values: the row, the field.
    notes: Vec<(u32, usize, Beside)>,
}

/// What is noted of a cell beside its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// Nothing.
    Nothing,
    /// That it is the default, since nothing stands there.
    Default,
    /// That nothing stands there, and that it changes nothing.
    Blank,
}

impl Parsed {
    /// Of so many rows of which nothing is read yet; `cells` are those of each field, of no row.
    pub(super) fn clear(&mut self, rows: usize, fields: usize, cells: impl FnOnce() -> Vec<Cells>) {
        if self.cells.len() != fields {
            self.cells = cells();
        }
        self.slow.clear();
        self.slow.resize(rows, false);
        self.pointed.clear();
        self.pointed.resize(fields, false);
        self.absent.clear();
        self.notes.clear();
    }

    /// Notes that nothing stands in a cell of a row.
    pub(super) fn absent(&mut self, row: usize) {
        self.absent.resize(self.slow.len(), 0);
        self.absent.get_mut(row).into_iter().for_each(|count| *count = count.saturating_add(1));
    }

    /// Notes something of a cell beside its value.
    pub(super) fn note(&mut self, row: usize, field: usize, beside: Beside) {
        self.notes.push((u32::try_from(row).unwrap_or(u32::MAX), field, beside));
    }

    /// Whether no row needs thought, and there is one.
    pub fn is_plain(&self) -> bool {
        !self.slow.is_empty() && !self.slow.contains(&true)
    }

    /// How many rows from one on need no thought.
    pub fn run(&self, rows: Range<usize>) -> usize {
        let rows = self.slow.get(rows).unwrap_or_default();
        rows.iter().position(|slow| *slow).unwrap_or(rows.len())
    }

    /// The cells of some rows that are the default, or blank where that changes nothing: the row, the field, and whether
    /// it is the default.
    pub fn noted(&self, rows: Range<usize>) -> impl Iterator<Item = (usize, usize, bool)> {
        let of = self.notes.iter().map(|(row, field, beside)| (*row as usize, *field, *beside == Beside::Default));
        of.filter(move |(row, ..)| rows.contains(row))
    }
}
