//! A row as it was read: a record, or why it is none.

use super::{Layout, Problem, spell_cell};
use crate::ir::Value;

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
    /// The file, an index into [`Batch::inputs`](super::Batch::inputs).
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
        // What was told of the cell alone is told better so.
        let about = problem.about;
        if let Reading::Rejected(rejection) = &mut self.reading {
            rejection.problems.retain(|known| known.about != about);
        }
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
