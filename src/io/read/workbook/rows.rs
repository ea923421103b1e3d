//! Cells gathered into rows, and handed on as far as somebody sees them.

use std::sync::Arc;

use super::merged::{Merge, Merges};
use super::titles::Titles;
use crate::data::Problem;
use crate::diagnostic::Code;
use crate::io::cell::Cell;
use crate::io::read::spreadsheet;
use crate::io::read::stored::Stored;
use crate::io::read::{Stop, TakeRows, not_data};

/// More cells than this are refused.
const MOST_CELLS: u64 = 50_000_000;
/// The rows and columns that a sheet can have.
pub(super) const MOST_ROWS: u32 = 1 << 20;
pub(super) const MOST_COLUMNS: usize = 1 << 14;

/// Gathers the cells of a sheet into rows.
pub(super) struct Rows<'r> {
    taker: &'r mut dyn TakeRows,
    file: Arc<str>,
    /// Whether rows that are hidden are read too.
    with_hidden: bool,
    /// The row that is gathered, from 0, and whether it is hidden.
    row: u32,
    hidden: bool,
    cells: Vec<Cell<'static>>,
    count: u64,
    merges: Merges,
    titles: Titles,
    /// The hidden rows that were left out, from 1.
    left_out: Vec<u32>,
}

impl<'r> Rows<'r> {
    /// Nothing gathered yet.
    pub fn new(taker: &'r mut dyn TakeRows, file: &Arc<str>, with_hidden: bool) -> Self {
        Rows {
            taker,
            file: Arc::clone(file),
            with_hidden,
            row: 0,
            hidden: false,
            cells: vec![],
            count: 0,
            merges: Merges::default(),
            titles: Titles::default(),
            left_out: vec![],
        }
    }

    /// Tells the merged cells beforehand.
    pub fn merged(&mut self, merges: Vec<Merge>) {
        self.merges = Merges::new(merges);
    }

    /// Tells merged cells that begin in the row that is gathered.
    pub fn merge(&mut self, merge: Merge) {
        self.merges.add(merge);
    }

    /// Begins a row, counted from 0.
    pub fn begin(&mut self, row: u32, hidden: bool) -> Result<(), Stop> {
        self.flush()?;
        if row >= MOST_ROWS {
            return Err(self.damaged());
        }
        (self.row, self.hidden) = (row, hidden);
        Ok(())
    }

    /// Takes a cell of the row.
    pub fn cell(&mut self, column: usize, stored: &Stored) -> Result<(), Stop> {
        let cell = spreadsheet::cell(stored);
        if column >= MOST_COLUMNS {
            return Err(self.damaged());
        }
        if cell.is_blank() {
            return Ok(());
        }
        self.counted(column.saturating_sub(self.cells.len()) as u64 + 1)?;
        if self.cells.len() <= column {
            self.cells.resize(column + 1, Cell::default());
        }
        match self.cells.get_mut(column) {
            Some(place) if place.is_blank() => *place = cell,
            _ => return Err(self.damaged()),
        }
        Ok(())
    }

    /// Takes the same row again.
    pub fn again(&mut self, times: u32) -> Result<(), Stop> {
        for _ in 1..times {
            let (row, hidden, cells) = (self.row.saturating_add(1), self.hidden, self.cells.clone());
            self.begin(row, hidden)?;
            self.counted(cells.len() as u64)?;
            self.cells = cells;
        }
        Ok(())
    }

    /// Whether nothing stands in the row that is gathered.
    pub fn is_blank(&self) -> bool {
        self.cells.is_empty()
    }

    /// Ends the sheet as far as it was read, and tells which rows were left out since they are hidden.
    pub fn end(mut self, read: Result<(), Stop>) -> (Result<(), Stop>, Vec<u32>) {
        let done = read.and_then(|()| self.finish());
        (done, self.left_out)
    }

    fn finish(&mut self) -> Result<(), Stop> {
        self.flush()?;
        let titles = std::mem::take(&mut self.titles);
        self.hand_on(titles.end(&|title| self.taker.knows(title)))
    }

    fn flush(&mut self) -> Result<(), Stop> {
        if self.cells.is_empty() {
            return Ok(());
        }
        let mut cells = std::mem::take(&mut self.cells);
        self.merges.reach(self.row, &cells);
        let row = self.row.saturating_add(1);
        if self.hidden && !self.with_hidden {
            self.left_out.push(row);
            self.taker.pass(row);
            return Ok(());
        }
        let covered = self.merges.cover(self.row, &mut cells);
        self.counted(covered)?;
        if self.taker.is_open() {
            let titles = std::mem::take(&mut self.titles);
            let (titles, ready) = titles.take(row, cells, &self.merges, &|title| self.taker.knows(title));
            self.titles = titles;
            return self.hand_on(ready);
        }
        self.hand_on(vec![(row, cells)])
    }

    fn hand_on(&mut self, ready: Vec<(u32, Vec<Cell<'static>>)>) -> Result<(), Stop> {
        for (row, cells) in ready {
            self.taker.row(row, &cells)?;
        }
        Ok(())
    }

    fn counted(&mut self, cells: u64) -> Result<(), Stop> {
        self.count += cells;
        let most = || Problem::new(Code::TooLarge, "cells", &self.file);
        if self.count > MOST_CELLS { Err(most().into()) } else { Ok(()) }
    }

    /// The workbook does not hold together.
    pub fn damaged(&self) -> Stop {
        not_data("workbook", &self.file).into()
    }
}
