//! Tests that a clerk keeps in a sheet: a row a test, a column a value that is given or expected.

use std::sync::Arc;

use crate::data::{Batch, InputFile, Place, Problem, Reading, TestColumn, TestColumns};
use crate::eval::testing::{TestOutcome, outcome};
use crate::ir::{Assignment, Policy, SlotId, Test, Value};
use crate::source::Span;

/// A test of a sheet.
#[derive(Debug, Clone)]
pub struct SheetTest {
    /// The test.
    pub test: Test,
    place: Place,
}

/// What became of a row of a sheet.
#[derive(Debug, Clone)]
pub enum SheetRow {
    /// It is a test.
    Test(SheetTest),
    /// It cannot be read, for these reasons.
    Unread(Vec<Problem>),
    /// It was taken for no test, for these reasons.
    Skipped(Vec<Problem>),
    /// It expects nothing, so that it cannot fail.
    Idle(Place),
    /// It gives a value and expects it too.
    GivenTwice(Place, SlotId),
}

/// The rows of a sheet.
pub fn sheet_rows(columns: &TestColumns, batch: &Batch) -> Vec<SheetRow> {
    batch.records().map(|record| row(columns, record.place, &record.reading)).collect()
}

fn row(columns: &TestColumns, place: Place, reading: &Reading) -> SheetRow {
    let values = match reading {
        Reading::Record(values) => values,
        Reading::Rejected(why) => return SheetRow::Unread(why.problems.clone()),
        Reading::Skipped(why) => return SheetRow::Skipped(why.problems.clone()),
        Reading::Foreign(_) => return SheetRow::Unread(vec![]),
    };
    let (mut name, mut given, mut expect) = (String::new(), vec![], vec![]);
    let said = columns.of.iter().zip(values).filter_map(|(of, value)| Some((of, TestColumns::said(value)?)));
    let assigned = |slot: SlotId, value: &Value| Assignment { slot, value: value.clone(), span: Span::NOWHERE };
    for (of, value) in said {
        match of {
            TestColumn::Name => {
                if let Value::Text(text) = value {
                    name = text.as_str().to_owned();
                }
            }
            TestColumn::Given(slot) => given.push(assigned(*slot, value)),
            TestColumn::Expected(slot) => expect.push(assigned(*slot, value)),
        }
    }
    if let Some(both) = expect.iter().find(|expected| given.iter().any(|known| known.slot == expected.slot)) {
        return SheetRow::GivenTwice(place, both.slot);
    }
    if expect.is_empty() {
        return SheetRow::Idle(place);
    }
    let test = Test { name, span: Span::NOWHERE, given, expect, rows: vec![], others: vec![], earlier: vec![] };
    SheetRow::Test(SheetTest { test, place })
}

impl SheetTest {
    /// Runs it.
    pub fn run(&self, policy: &Policy) -> TestOutcome {
        outcome(policy, &self.test)
    }

    /// The file and the row.
    pub fn file<'b>(&self, batch: &'b Batch) -> Option<(&'b Arc<str>, u32)> {
        Some((&batch.input(self.place)?.name, self.place.row))
    }

    /// The cell in which a value is expected, as spreadsheets call it.
    pub fn cell(&self, columns: &TestColumns, batch: &Batch, slot: SlotId) -> Option<String> {
        let at = columns.of.iter().position(|of| *of == TestColumn::Expected(slot))?;
        let input: &InputFile = batch.input(self.place)?;
        input.cell_name(self.place.row, at).map(|cell| cell.to_string())
    }
}
