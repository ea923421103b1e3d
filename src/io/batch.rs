use std::sync::Arc;

use super::cell::FieldPlan;
use super::{At, Problem, spell_cell};
use crate::eval::{Claim, Claimant, Lost};
use crate::ir::{Policy, Slot, Value};

/// How data is read where it does not tell itself.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// `--encoding`: the encoding of text files, by its usual name.
    pub encoding: Option<String>,
    /// `--sheet`: the sheet of a workbook, by its name or its number from 1.
    pub sheet: Option<String>,
    /// `--hidden-rows`: rows of a workbook that are hidden are read too.
    pub hidden_rows: bool,
}

/// Everything that was read in one run.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// The records, in the order of the files and of their rows. Blank rows are none.
    pub records: Vec<InputRecord>,
    /// What someone should look at; warnings only.
    pub notices: Vec<Problem>,
    /// The files.
    pub inputs: Vec<InputFile>,
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

/// The rejected records of a policy, as far as they are known. What surely is not its own is none of them.
pub fn lost(policy: &Policy, batch: &Batch) -> Vec<Lost> {
    let claimant = Claimant::new(policy);
    let rejected = batch.records.iter().filter(|record| matches!(record.reading, Reading::Rejected(_)));
    let own = rejected.filter(|record| {
        let claim = claimant.claim(|slot| record.reading.known(slot.0));
        !matches!(claim, Claim::Others | Claim::OutOfEffect(_))
    });
    own.map(|record| Lost::of(policy, |slot| record.reading.known(slot.0))).collect()
}

impl InputRecord {
    /// Takes a record out of the run, with further reasons where it was out already.
    pub(super) fn reject(&mut self, policy: &Policy, slots: &[Slot], mut problems: Vec<Problem>) {
        match &mut self.reading {
            Reading::Record(values) => {
                let values = std::mem::take(values);
                let cells = slots.iter().zip(&values).map(|(slot, value)| match value {
                    Value::Missing => None,
                    value => Some(spell_cell(policy, slot, value)),
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
    pub(super) fn unread(&mut self, plans: &[FieldPlan], field: usize, text: String, problem: Problem) {
        let spelt = |(plan, value): (&FieldPlan, &Value)| {
            (*value != Value::Missing).then(|| spell_cell(plan.policy, plan.slot, value))
        };
        let mut rejection = match std::mem::replace(&mut self.reading, Reading::Foreign(Box::default())) {
            Reading::Record(values) => {
                let cells = plans.iter().zip(&values).map(spelt).collect();
                let values = values.into_iter().map(Some).collect();
                Box::new(Rejection { values, ..Rejection::new(vec![], cells) })
            }
            Reading::Rejected(rejection) => rejection,
            other => {
                self.reading = other;
                return;
            }
        };
        rejection.problems.push(problem);
        rejection.cells.get_mut(field).into_iter().for_each(|cell| *cell = Some(text.clone()));
        rejection.values.get_mut(field).into_iter().for_each(|value| *value = None);
        self.reading = Reading::Rejected(rejection);
    }

    /// Drops the reasons why it is out.
    pub(super) fn forget(&mut self) {
        if let Reading::Rejected(rejection) = &mut self.reading {
            rejection.problems.clear();
        }
    }

    /// Takes it for no record, as another policy does.
    pub(super) fn skip(&mut self, other: &Reading) {
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

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    /// Its name as the user wrote it.
    pub name: Arc<str>,
    /// The sheet, of a workbook.
    pub sheet: Option<Arc<str>>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// What it was taken for.
    pub format: Format,
    /// The encoding, of a text file.
    pub encoding: Option<Encoding>,
}

/// A format of data files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Cells between commas, semicolons or bars.
    Csv(u8),
    /// Cells between tabs.
    Tsv,
    /// A JSON array of objects.
    Json,
    /// One JSON object a line.
    JsonLines,
    /// `.xlsx`, `.xlsm`
    Xlsx,
    /// `.xls`
    Xls,
    /// `.ods`
    Ods,
}

impl Format {
    /// Whether its records are objects, with names instead of a header.
    pub fn is_json(self) -> bool {
        matches!(self, Format::Json | Format::JsonLines)
    }

    /// Its name in a receipt.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv(_) => "csv",
            Format::Tsv => "tsv",
            Format::Json => "json",
            Format::JsonLines => "jsonl",
            Format::Xlsx => "xlsx",
            Format::Xls => "xls",
            Format::Ods => "ods",
        }
    }
}

/// The encoding of a text file and how it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding {
    /// Its name: `UTF-8`, `gb18030`, `UTF-16LE` …
    pub name: &'static str,
    /// Neither a byte-order mark nor the user told it, and it is not UTF-8: found by trial.
    pub guessed: bool,
}

impl InputFile {
    /// The file, or the sheet of it, as a whole.
    pub(super) fn whole(&self) -> At {
        At { sheet: self.sheet.clone(), ..At::default() }
    }

    /// The place of a row: in a JSON array it is an element.
    pub(super) fn at(&self, row: u32) -> At {
        At { sheet: self.sheet.clone(), row: Some(row), element: self.format == Format::Json, ..At::default() }
    }
}

impl Rejection {
    /// A rejection of a record of which no value is known.
    pub fn new(problems: Vec<Problem>, cells: Vec<Option<String>>) -> Self {
        Rejection { problems, cells, values: vec![] }
    }
}
