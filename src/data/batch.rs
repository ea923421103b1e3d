//! The records of a run as they were read, and why one is out.

use std::borrow::Cow;

use super::records::Records;
use super::{InputFile, Layout, Problem, spell_cell};
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

    /// A record that cannot be used, or was changed.
    pub fn apart(&self, at: usize) -> Option<&InputRecord> {
        self.records.apart(at)
    }

    /// All of those, in order.
    pub fn all_apart(&self) -> impl Iterator<Item = (usize, &InputRecord)> {
        self.records.all_apart()
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

    /// The file in which a record stands.
    pub fn input(&self, place: Place) -> Option<&InputFile> {
        self.inputs.get(place.input as usize)
    }

    /// A problem at the place of a record.
    pub fn located(&self, problem: Problem, place: Place) -> Problem {
        match self.input(place) {
            Some(input) => Problem { file: input.name.clone(), at: input.at(place.row), ..problem },
            None => problem,
        }
    }
}

/// One row of the data.
#[derive(Debug, Clone, PartialEq)]
pub struct InputRecord {
    /// Where it stands.
    pub place: Place,
    /// What it was read as.
    pub reading: Reading,
}

/// A row of one of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file, an index into [`Batch::inputs`].
    pub input: u32,
    /// The line of a text file or the row of a sheet, from 1; in a JSON array the element.
    pub row: u32,
}

/// What a row was read as.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// A record: one value a field, in the order of [`Policy::fields`](crate::ir::Policy).
    Record(Vec<Value>),
    /// A record that cannot be used.
    Rejected(Box<Rejection>),
    /// A row that the export added, or a repeated header: its cells, one a field, and why.
    Skipped(Box<Rejection>),
    /// A record of another policy: what is known of its fields, where that is asked for.
    Foreign(Box<[Option<Value>]>),
}

impl Reading {
    /// The value of a field, where it is known.
    pub fn known(&self, field: usize) -> Option<&Value> {
        match self {
            Reading::Record(values) => values.get(field),
            Reading::Rejected(rejection) | Reading::Skipped(rejection) => rejection.values.get(field)?.as_ref(),
            Reading::Foreign(values) => values.get(field)?.as_ref(),
        }
    }

    /// The values of all fields, as far as they are known.
    pub fn into_known(self) -> Vec<Option<Value>> {
        match self {
            Reading::Record(values) => values.into_iter().map(Some).collect(),
            Reading::Rejected(rejection) | Reading::Skipped(rejection) => rejection.values,
            Reading::Foreign(values) => values.into_vec(),
        }
    }
}

impl InputRecord {
    /// Takes a record out of the run, with further reasons where it was out already.
    pub fn reject(&mut self, layout: Layout, mut problems: Vec<Problem>) {
        match &mut self.reading {
            Reading::Record(values) => {
                let values = std::mem::take(values);
                let cells = layout.slots.iter().zip(&values).map(|(slot, value)| match value {
                    Value::Missing => None,
                    value => Some(spell_cell(layout.policy, slot, value)),
                });
                let rejection = Rejection::new(problems, cells.collect());
                let values = values.into_iter().map(Some).collect();
                self.reading = Reading::Rejected(Box::new(Rejection { values, ..rejection }));
            }
            Reading::Rejected(rejection) => rejection.problems.append(&mut problems),
            Reading::Skipped(_) | Reading::Foreign(_) => {}
        }
    }

    /// Takes a record out of which the cell of a field turned out to be read in two ways.
    pub fn unread(&mut self, layout: Layout, field: usize, text: String, problem: Problem) {
        self.reject(layout, vec![problem]);
        let Reading::Rejected(rejection) = &mut self.reading else { return };
        rejection.cells.get_mut(field).into_iter().for_each(|cell| *cell = Some(text.clone()));
        rejection.values.get_mut(field).into_iter().for_each(|value| *value = None);
    }

    /// Drops the reasons why it is out.
    pub fn forget(&mut self) {
        if let Reading::Rejected(rejection) = &mut self.reading {
            rejection.problems.clear();
        }
    }

    /// Takes it for no record, as another policy does.
    pub fn skip(&mut self, other: &Reading) {
        let Reading::Skipped(why) = other else { return };
        let cells = match &self.reading {
            Reading::Rejected(rejection) => rejection.cells.clone(),
            _ => vec![],
        };
        self.reading = Reading::Skipped(Box::new(Rejection::new(why.problems.clone(), cells)));
    }
}

/// Why a record is not used, and its cells as they were read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rejection {
    /// Every reason.
    pub problems: Vec<Problem>,
    /// One cell a field; `None` where the row has none.
    pub cells: Vec<Option<String>>,
    /// The values of the fields that read; of none, nothing is known.
    pub values: Vec<Option<Value>>,
}

impl Rejection {
    /// A rejection of a record of which no value is known.
    pub fn new(problems: Vec<Problem>, cells: Vec<Option<String>>) -> Self {
        Rejection { problems, cells, values: vec![] }
    }
}
