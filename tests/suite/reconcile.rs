//! Sheets made by hand held against policies: causes that were planted are found, and no cause is claimed that does not
//! reproduce the figure.

mod bad_input;
mod bands;
mod coincide;
mod elsewhere;
mod matching;
mod near_misses;
mod planted;
mod roundings;
mod typed;

use merit::batch::{Appraisal, Inputs};
use merit::compile::compile;
use merit::data::{Batch, Counterpart};
use merit::io::{DataSource, ReadOptions, read, read_counterparts};
use merit::ir::{Policy, SlotId};
use merit::reconcile::{Asked, By, Difference, Reconciliation, Refusal, Sheet, Theirs, reconcile};
use merit::source::SourceFile;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

/// A policy that is right.
fn policy(text: &str) -> Policy {
    let compiled = compile(SourceFile::new("p.merit", text), &[]);
    let told: Vec<&str> = compiled.diagnostics.iter().map(|told| told.code.as_str()).collect();
    assert!(compiled.accepted(), "{told:?}");
    compiled.policy
}

/// A sheet held against a policy and data.
struct Trial {
    policy: Policy,
    data: Vec<Batch>,
    by: By,
    period: Option<i32>,
    titles: Vec<(SlotId, String)>,
}

impl Trial {
    fn new(text: &str, data: &str) -> Self {
        let policy = policy(text);
        let data = read(&[&policy], &[DataSource::new("d.csv", data)], &ReadOptions::default()).unwrap();
        Trial { policy, data, by: By::Key, period: None, titles: vec![] }
    }

    fn map(mut self, ours: &str, theirs: &str) -> Self {
        self.titles.push((self.policy.slot_named(ours).unwrap(), theirs.to_owned()));
        self
    }

    fn against(&self, name: &str, bytes: impl Into<Vec<u8>>) -> Result<Reconciliation, Refusal> {
        let policies = [&self.policy];
        let fields = Counterpart::of(&self.policy, self.by == By::Name, &self.titles).unwrap();
        let source = DataSource::new(name, bytes);
        let read = read_counterparts(&policies, std::slice::from_ref(&fields), source, &ReadOptions::default());
        let batch = read.unwrap_or_else(|told| panic!("{:?}", told)).remove(0);
        let inputs = Inputs::new(&policies, self.data.clone());
        let appraisal = Appraisal::new(&policies, inputs, false);
        let started = appraisal.start(vec![]);
        let sheets = [Sheet { fields, batch }];
        let asked = Asked {
            policies: &policies,
            appraisal: &appraisal,
            started: &started,
            sheets: &sheets,
            by: self.by,
            period: self.period,
        };
        reconcile(&asked)
    }

    /// The differences with a sheet, each as `column: ours -> theirs = kind (also kinds)`.
    fn told(&self, name: &str, bytes: impl Into<Vec<u8>>) -> Vec<String> {
        let found = self.against(name, bytes).unwrap();
        assert!(found.all_tried);
        found.differences.iter().map(|difference| self.line(&found, difference)).collect()
    }

    fn csv(&self, sheet: &str) -> Vec<String> {
        self.told("s.csv", sheet)
    }

    fn line(&self, found: &Reconciliation, difference: &Difference) -> String {
        let slot = self.policy.slot(difference.slot).unwrap();
        let spelt = |value: &merit::ir::Value| merit::data::spell_cell(&self.policy, slot, value);
        let theirs = match &difference.theirs {
            Theirs::Value(value) => spelt(value),
            Theirs::Text(text) => format!("“{text}”"),
        };
        let column = &found.columns[difference.column].name;
        let kinds: Vec<&str> = difference.causes.iter().map(|cause| cause.kind.name()).collect();
        let cause = match kinds.as_slice() {
            [] => "?".to_owned(),
            [only] => (*only).to_owned(),
            [first, also @ ..] => format!("{first} (also {})", also.join(" ")),
        };
        format!("{column}: {} -> {theirs} = {cause}", spelt(&difference.ours))
    }
}

/// A workbook of one sheet, as a spreadsheet program leaves it: what its formulas gave is to be relied on.
fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    let mut parts = ZipArchive::new(Cursor::new(workbook.save_to_buffer().unwrap())).unwrap();
    let mut saved = ZipWriter::new(Cursor::new(vec![]));
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        saved.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
        saved.write_all(text.replace(" fullCalcOnLoad=\"1\"", "").as_bytes()).unwrap();
    }
    saved.finish().unwrap().into_inner()
}

/// A row of texts.
fn row(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, cell) in (0..).zip(cells) {
        match cell.parse::<f64>() {
            Ok(number) => sheet.write_number(row, column, number).unwrap(),
            Err(_) => sheet.write_string(row, column, *cell).unwrap(),
        };
    }
}

/// A formula that gave a figure, under a number format.
fn computed(sheet: &mut Worksheet, (at, column): (u32, u16), (formula, result): (&str, &str), code: &str) {
    let format = Format::new().set_num_format(code);
    let formula = Formula::new(formula).set_result(result);
    sheet.write_formula_with_format(at, column, formula, &format).unwrap();
}
