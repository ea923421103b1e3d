//! Merged cells: which they are, and what stands in the cells that they cover.

use crate::io::cell::{Cell, Nature};

/// Cells that are shown as one; rows and columns from 0, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merge {
    pub top: u32,
    pub bottom: u32,
    pub left: usize,
    pub right: usize,
}

impl Merge {
    /// Whether a cell is one of them.
    pub fn holds(self, row: u32, column: usize) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// What a cell that goes down its column is in the next row: the same, and what is odd about it stays so.
fn below(cell: &Cell<'static>) -> Cell<'static> {
    let nature = if cell.nature == Nature::Plain { Nature::Merged } else { cell.nature };
    Cell { nature, ..cell.clone() }
}

/// The merged cells of a sheet, as its rows go by.
#[derive(Default)]
pub(super) struct Merges {
    /// Those further down, the next one last.
    ahead: Vec<Merge>,
    /// Those that reach the row that was last looked at or go below it, with what stands in them.
    open: Vec<(Merge, Cell<'static>)>,
}

impl Merges {
    /// All merged cells of a sheet, where they are known beforehand.
    pub fn new(mut all: Vec<Merge>) -> Self {
        all.sort_by_key(|merge| std::cmp::Reverse(merge.top));
        Merges { ahead: all, open: vec![] }
    }

    /// Adds one that begins in the row that is read.
    pub fn add(&mut self, merge: Merge) {
        self.ahead.push(merge);
    }

    /// Takes up those that begin in a row or above it, and leaves those that end above it.
    pub fn reach(&mut self, row: u32, cells: &[Cell]) {
        self.open.retain(|(merge, _)| merge.bottom >= row);
        while let Some(merge) = self.ahead.pop_if(|merge| merge.top <= row) {
            if merge.bottom >= row {
                let cell = cells.get(merge.left).filter(|_| merge.top == row).map(Cell::owned);
                self.open.push((merge, cell.unwrap_or_default()));
            }
        }
    }

    /// Those that begin in a row with something in them.
    pub fn begun(&self, row: u32) -> impl Iterator<Item = (Merge, &str)> {
        let begun = self.open.iter().filter(move |(merge, cell)| merge.top == row && !cell.is_blank());
        begun.map(|(merge, cell)| (*merge, cell.text.as_ref()))
    }

    /// Says of the covered cells of a row what stands in them: what goes down a column stands in each of its rows.
    /// Gives how many cells it looked at.
    pub fn cover(&self, row: u32, cells: &mut Vec<Cell<'static>>) -> u64 {
        let mut looked_at = 0;
        for (merge, cell) in self.open.iter().filter(|(_, cell)| !cell.is_blank()) {
            if cells.len() <= merge.right {
                cells.resize(merge.right + 1, Cell::default());
            }
            for (column, place) in (0..).zip(cells.iter_mut()).take(merge.right + 1).skip(merge.left) {
                looked_at += 1;
                if (row, column) != (merge.top, merge.left) {
                    *place = if column == merge.left { below(cell) } else { Cell::of("", Nature::Merged) };
                }
            }
        }
        looked_at
    }
}
