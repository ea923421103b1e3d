//! The records of a run as they were read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::bits::Bits;
use super::cells::Cells;
use super::record::{InputRecord, Place, Reading};
use super::records::{Records, Stretch};
use super::{InputFile, Layout, Problem};
use crate::ir::Value;

/// Everything that was read in one run.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// The records, in the order of the files and of their rows. Blank rows are none.
    records: Records,
    /// What someone should look at; warnings only.
    pub notices: Vec<Problem>,
    /// The files.
    pub inputs: Vec<InputFile>,
    /// How many files stand before those in the run, where these records were read apart from theirs.
    earlier: usize,
    /// Of each field that has a default in some records, the records.
    defaulted: BTreeMap<usize, Bits>,
    /// Of a sheet that is held against results, what is known of a cell beside its value, by record and field.
    marks: BTreeMap<(usize, usize), CellMark>,
    /// The titles of columns that nobody asked for.
    pub untaken: Vec<String>,
    /// Whether more was to be told of a record that had been let go.
    missed: bool,
}

/// What is known of a cell beside its value.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CellMark {
    /// Whether a formula gives it.
    pub formula: bool,
    /// What the digits say that it shows, where that is another value.
    pub shown: Option<Value>,
}

impl Batch {
    /// The records, in order. One that can be used is put together anew each time it is asked for.
    pub fn records(&self) -> impl Iterator<Item = Cow<'_, InputRecord>> {
        (0..self.len()).filter_map(|at| self.record(at))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Holds records only until they are let go; of those that stand apart, and of how many there were, it is known then.
    pub fn pass(&mut self) {
        self.records.pass();
    }

    /// How many of the first were let go.
    pub fn gone(&self) -> usize {
        self.records.gone()
    }

    /// Lets all records go that are held, and gives them by themselves; those that cannot be used stay as well.
    pub fn part(&mut self) -> Batch {
        let (inputs, earlier) = (self.inputs.last().cloned(), self.inputs.len().saturating_sub(1));
        Batch { records: self.records.part(), inputs: inputs.into_iter().collect(), earlier, ..Batch::default() }
    }

    /// Takes the room of records that were let go and that nobody needs any more: to ask the system for it anew each time costs
    /// more than to fill it.
    pub fn reuse(&mut self, gone: Batch) {
        self.records.reuse(gone.records);
    }

    /// The records of some rows of a file by themselves.
    pub fn apart_from((at, input): (u32, &InputFile), lines: &[u32], cells: &[Cells]) -> Batch {
        let mut batch = Batch { inputs: vec![input.clone()], earlier: at as usize, ..Batch::default() };
        batch.pass();
        batch.push_cells(at, lines, cells, 0..lines.len());
        batch
    }

    /// Whether all of them were let go.
    pub fn holds_none(&self) -> bool {
        self.gone() == self.len()
    }

    /// Counts so many records of a file that are not held; none may be.
    pub fn pass_by(&mut self, input: u32, count: usize) {
        self.records.pass_by(input, count);
    }

    /// Notes that more is to be told of a record, which may have been let go.
    pub fn miss(&mut self, at: usize) {
        self.missed |= at < self.gone() && self.apart(at).is_none();
    }

    /// Whether more was to be told of a record that had been let go.
    pub fn has_missed(&self) -> bool {
        self.missed
    }

    /// How many rows of a file there are, by its place among the files; rows that are none are among them.
    pub fn of_file(&self, input: usize) -> usize {
        self.records.of_file(input)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The record with that place among them.
    pub fn record(&self, at: usize) -> Option<Cow<'_, InputRecord>> {
        self.records.get(at)
    }

    /// Where a record stands.
    pub fn place(&self, at: usize) -> Option<Place> {
        self.records.place(at)
    }

    /// The value of a field of a record, where it is known.
    pub fn known(&self, at: usize, field: usize) -> Option<Cow<'_, Value>> {
        self.records.known(at, field)
    }

    /// Notes that a field of a record has its default, for nothing stands in its cell.
    pub fn note_default(&mut self, at: usize, field: usize) {
        self.defaulted.entry(field).or_default().set(at);
    }

    /// Whether a field of a record has its default because nothing stands in its cell.
    pub fn is_defaulted(&self, at: usize, field: usize) -> bool {
        self.defaulted.get(&field).is_some_and(|records| records.get(at))
    }

    /// Notes what is known of a cell beside its value.
    pub fn mark(&mut self, at: usize, field: usize, mark: CellMark) {
        if mark != CellMark::default() {
            self.marks.insert((at, field), mark);
        }
    }

    /// What is known of a cell beside its value.
    pub fn cell_mark(&self, at: usize, field: usize) -> Option<&CellMark> {
        self.marks.get(&(at, field))
    }

    /// A record that cannot be used, or was changed.
    pub fn apart(&self, at: usize) -> Option<&InputRecord> {
        self.records.apart(at)
    }

    /// All of those, in order.
    pub fn all_apart(&self) -> impl Iterator<Item = (usize, &InputRecord)> {
        self.records.all_apart()
    }

    /// The rejected ones, in order.
    pub fn rejected(&self) -> impl Iterator<Item = &InputRecord> {
        let apart = self.all_apart().map(|(_, record)| record);
        apart.filter(|record| matches!(record.reading, Reading::Rejected(_)))
    }

    /// Takes a record for something else.
    pub fn set(&mut self, at: usize, reading: Reading) {
        self.records.set(at, reading);
    }

    /// A record to be changed.
    pub fn record_mut(&mut self, at: usize) -> Option<&mut InputRecord> {
        self.records.get_mut(at)
    }

    /// Takes a record out of the run.
    pub fn reject(&mut self, at: usize, layout: Layout, problems: Vec<Problem>) {
        if let Some(record) = self.record_mut(at) {
            record.reject(layout, problems);
        }
    }

    /// Adds a record.
    pub fn push(&mut self, record: InputRecord) {
        self.records.push(record);
    }

    /// Adds the records of some rows on end of one file, by the cells of each field.
    pub fn push_cells(&mut self, input: u32, lines: &[u32], cells: &[Cells], rows: Range<usize>) {
        self.records.push_cells(input, lines, cells, rows);
    }

    /// All records in stretches, in order.
    pub fn stretches(&self) -> impl Iterator<Item = Stretch<'_>> {
        self.records.stretches()
    }

    /// The file in which a record stands.
    pub fn input(&self, place: Place) -> Option<&InputFile> {
        self.inputs.get((place.input as usize).checked_sub(self.earlier)?)
    }

    /// A problem at the place of a record.
    pub fn located(&self, problem: Problem, place: Place) -> Problem {
        match self.input(place) {
            Some(input) => Problem { file: input.name.clone(), at: input.at(place.row), ..problem },
            None => problem,
        }
    }
}
