//! The rows of a file: which are records, and what each reads as.

use crate::data::{Batch, Format, InputFile, InputRecord, Layout, Place, Problem, Reading, Rejection};
use crate::diagnostic::{At, Code};
use std::sync::Arc;

use super::column::{Columnar, TwoWays};
use super::foot::{Below, Course, is_lone};
use super::header::{Columns, Header};
use super::{Stop, not_data};
use crate::io::cell::{Cell, Fault, FieldPlan, as_decimal, doubtful, is_control, read_cell};
use crate::ir::RelationKind;

/// A longer cell is cut where it is shown.
const MOST_SHOWN: usize = 60;

/// Turns the rows of one file after the other into the records of a batch.
pub(super) struct Intake<'p> {
    layout: Layout<'p>,
    pub(super) plans: &'p [FieldPlan<'p>],
    pub(super) columns: &'p Columns,
    /// What was read so far.
    pub batch: Batch,
    /// Rows before the header.
    pub(super) above: Vec<(u32, Vec<Cell<'static>>)>,
    pub(super) header: Option<Header>,
    /// The row of the header, where another policy found it.
    pub(super) given: Option<u32>,
    /// The columns that other policies ask for.
    pub(super) others: &'p [Columns],
    /// The details whose rows these are; of details there may be none.
    details: Option<&'p str>,
    /// Whether a row of this file was a record.
    filled: bool,
    /// So many notices are of the files before.
    told: usize,
    /// Fields of which a number was told to be too long.
    long: Vec<usize>,
    /// The last row that was taken.
    last: u32,
    /// What the rows of this file showed so far.
    course: Course,
    /// What its columns showed so far.
    columnar: Columnar,
}

impl<'p> Intake<'p> {
    /// An intake that has read nothing.
    pub fn new(layout: Layout<'p>, plans: &'p [FieldPlan<'p>], columns: &'p Columns) -> Self {
        let batch = Batch::default();
        let details = layout.relation.filter(|relation| relation.kind == RelationKind::Details);
        Intake {
            layout,
            plans,
            columns,
            batch,
            above: vec![],
            header: None,
            given: None,
            others: &[],
            details: details.map(|relation| relation.name.as_str()),
            filled: false,
            told: 0,
            long: vec![],
            last: 0,
            course: Course::default(),
            columnar: Columnar::default(),
        }
    }

    /// The same, that does not tell of columns which others ask for.
    pub fn among(self, others: &'p [Columns]) -> Self {
        Intake { others, ..self }
    }

    /// Takes a row for the header whatever it lacks; without one, looks for it.
    pub fn expect(&mut self, row: Option<u32>) {
        self.given = row;
    }

    /// The row of the header that was found.
    pub fn header_row(&self) -> Option<u32> {
        self.header.as_ref().map(|header| header.row)
    }

    /// Begins a file, or a sheet of one.
    pub fn begin(&mut self, input: InputFile) {
        let semicolons = input.format == Format::Csv(b';');
        self.batch.inputs.push(input);
        self.told = self.batch.notices.len();
        self.above.clear();
        self.long.clear();
        (self.header, self.filled, self.last) = (None, false, 0);
        (self.course, self.columnar) = (Course::default(), Columnar::of(semicolons));
    }

    /// Forgets the sheet that was begun.
    pub fn abandon(&mut self) {
        self.batch.inputs.pop();
        self.batch.notices.truncate(self.told);
    }

    /// Whether a column may be headed so.
    pub fn knows(&self, title: &str) -> bool {
        std::iter::once(self.columns).chain(self.others).any(|columns| columns.knows(title))
    }

    /// Says of a place that it is on the sheet that is read.
    pub fn located(&self, problem: Problem, at: At) -> Problem {
        problem.at(At { sheet: self.at().sheet, ..at })
    }

    /// Goes past a row that is not read. It is not blank.
    pub fn pass(&mut self, row: u32) {
        self.last = row;
    }

    /// Takes a row.
    pub fn row(&mut self, row: u32, cells: &[Cell]) -> Result<(), Stop> {
        // An object without values is a record all the same: someone wrote it.
        let json = self.format().is_some_and(Format::is_json);
        let blank = !json && cells.iter().all(Cell::is_blank);
        // A workbook has no cells for a blank row.
        let sheet = self.at().sheet.is_some() && row > self.last.saturating_add(1);
        self.last = row;
        if blank || sheet {
            self.course.pause();
        }
        if blank {
            return Ok(());
        }
        match self.header.take() {
            Some(header) => {
                self.filled = true;
                self.record(&header, row, cells);
                self.header = Some(header);
                Ok(())
            }
            None => self.seek_header(row, cells),
        }
    }

    /// Ends a file.
    pub fn end(&mut self) -> Result<(), Stop> {
        self.tell_columns();
        match (&self.header, self.details) {
            (Some(_), _) if self.filled => Ok(()),
            (Some(_), Some(name)) => {
                let told = Problem::new(Code::UnmatchedRows, "none", &self.file()).arg("name", name).at(self.at());
                self.batch.notices.push(told);
                Ok(())
            }
            (Some(_), None) => Err(not_data("no-records", &self.file()).into()),
            (None, _) if self.above.is_empty() => Err(not_data("empty", &self.file()).into()),
            (None, _) => Err(Stop::NoHeader),
        }
    }

    /// What only the cells of a column together tell: the cells that are then read in two ways, and warnings.
    fn tell_columns(&mut self) {
        let Some(header) = self.header.take() else { return };
        for TwoWays { field, at, text, decimal } in self.columnar.two_ways() {
            let (Some(plan), Some(record)) = (self.plans.get(field), self.batch.records.get(at)) else { continue };
            let point = if text.contains(',') { text.replace(',', ".") } else { as_decimal(&text) };
            let fault = match decimal {
                Some((row, decimal)) => Fault::new("two-ways").arg("decimal", decimal).arg("row", row as usize),
                None => Fault::new("semicolons"),
            };
            let fault = fault.arg("point", point).hint(text.replace([',', '.'], ""));
            let told = self.cell_problem(plan, &Cell::plain(text.as_str()), fault);
            let told = self.place(&header, record.place.row, header.fields.get(field).copied().flatten(), told);
            if let Some(record) = self.batch.records.get_mut(at) {
                record.unread(self.layout.policy, self.layout.slots, field, text, told);
            }
        }
        let file = self.file();
        for (field, row, problem) in self.columnar.notices(self.plans, &file) {
            let column = field.and_then(|field| header.fields.get(field).copied().flatten());
            let told = self.place(&header, row, column, problem);
            self.batch.notices.push(told);
        }
        self.header = Some(header);
    }

    fn record(&mut self, header: &Header, row: u32, cells: &[Cell]) {
        let reading = match self.course.skipped(self.plans, header, cells) {
            Some(variant) => {
                let problem = Problem::new(Code::SkippedRow, variant, &self.file());
                Reading::Skipped(self.rejection(header, cells, vec![problem.at(self.row_at(row))]))
            }
            None => self.read_record(header, row, cells),
        };
        let input = u32::try_from(self.batch.inputs.len().saturating_sub(1)).unwrap_or(u32::MAX);
        self.batch.records.push(InputRecord { place: Place { input, row }, reading });
    }

    /// Why a row is not of the table.
    fn outside(&mut self, header: &Header, row: u32, cells: &[Cell]) -> Option<Problem> {
        if self.format().is_some_and(Format::is_json) {
            return None;
        }
        let told = match self.course.below(row, self.plans, header, cells)? {
            Below::Alone => Problem::new(Code::BelowTable, "", &self.file()),
            Below::Heading(at) => Problem::new(Code::BelowTable, "heading", &self.file()).arg("heading", at as usize),
        };
        Some(told.at(self.row_at(row)))
    }

    fn read_record(&mut self, header: &Header, row: u32, cells: &[Cell]) -> Reading {
        let outside = self.outside(header, row, cells);
        if self.ragged(header, cells) {
            let problem = Problem::new(Code::RaggedRow, "", &self.file())
                .arg("cells", cells.len())
                .arg("columns", header.titles.len())
                .at(self.row_at(row));
            return Reading::Rejected(self.rejection(header, cells, outside.into_iter().chain([problem]).collect()));
        }
        let (mut values, mut problems) = (Vec::with_capacity(self.plans.len()), Vec::new());
        let empty = Cell::default();
        for (at, (plan, column)) in self.plans.iter().zip(&header.fields).enumerate() {
            if column.is_none() && plan.required() {
                values.push(None);
                continue;
            }
            let cell = column.and_then(|column| cells.get(column)).unwrap_or(&empty);
            self.columnar.see(at, plan, cell, (self.batch.records.len(), row));
            match read_cell(plan, cell) {
                Ok(value) => {
                    if let Some(fault) = doubtful(plan, cell, &value).filter(|_| !self.long.contains(&at)) {
                        self.long.push(at);
                        let problem = self.place(header, row, *column, self.cell_problem(plan, cell, fault));
                        self.batch.notices.push(problem);
                    }
                    values.push(Some(value));
                }
                Err(fault) => {
                    problems.push(self.place(header, row, *column, self.cell_problem(plan, cell, fault)));
                    values.push(None);
                }
            }
        }
        problems.extend(self.lacking(header).map(|problem| problem.at(self.row_at(row))));
        // Below the table nothing is a cell of it, so nothing else need be said of them.
        if let Some(outside) = outside {
            problems = vec![outside];
        } else if problems.is_empty() && is_lone(self.plans, header, cells) {
            let key = cells.iter().find(|cell| !cell.is_blank());
            self.columnar.see_lone(row, key.map_or("", |cell| cell.text.as_ref()));
        }
        if problems.is_empty() {
            return Reading::Record(values.into_iter().flatten().collect());
        }
        let rejection = Rejection { values, ..*self.rejection(header, cells, problems) };
        Reading::Rejected(Box::new(rejection))
    }

    /// A text row must have as many cells as the header: a separator too many or too few shifts values.
    fn ragged(&self, header: &Header, cells: &[Cell]) -> bool {
        let text = matches!(self.format(), Some(Format::Csv(_) | Format::Tsv));
        let beyond = cells.get(header.titles.len()..).unwrap_or_default();
        text && (cells.len() < header.titles.len() || beyond.iter().any(|cell| !cell.is_blank()))
    }

    fn cell_problem(&self, plan: &FieldPlan, cell: &Cell, fault: Fault) -> Problem {
        let mut shown: String = cell.text.trim().chars().take(MOST_SHOWN).collect();
        if shown.len() < cell.text.trim().len() {
            shown.push('…');
        }
        let problem = Problem { args: fault.args, ..Problem::new(fault.code, fault.variant, &self.file()) };
        problem
            .arg("field", plan.field.name.as_str())
            .arg("value", shown.replace(['\r', '\n'], " "))
            .arg("type", plan.type_name())
    }

    fn place(&self, header: &Header, row: u32, column: Option<usize>, problem: Problem) -> Problem {
        let title = column.map(|column| header.title(column));
        problem.at(At {
            column: column.and_then(|column| u32::try_from(column).ok()),
            header: title.map(Arc::from),
            ..self.row_at(row)
        })
    }

    fn rejection(&self, header: &Header, cells: &[Cell], problems: Vec<Problem>) -> Box<Rejection> {
        let cell = |column: &Option<usize>| {
            let text = cells.get((*column)?)?.text.trim();
            (!text.is_empty()).then(|| text.replace(is_control, "\u{fffd}"))
        };
        Box::new(Rejection::new(problems, header.fields.iter().map(cell).collect()))
    }

    pub(super) fn row_at(&self, row: u32) -> At {
        self.batch.inputs.last().map(|input| input.at(row)).unwrap_or_default()
    }

    pub(super) fn at(&self) -> At {
        At { sheet: self.batch.inputs.last().and_then(|input| input.sheet.clone()), ..At::default() }
    }

    pub(super) fn format(&self) -> Option<Format> {
        self.batch.inputs.last().map(|input| input.format)
    }

    pub(super) fn file(&self) -> Arc<str> {
        self.batch.inputs.last().map_or_else(|| Arc::from(""), |input| Arc::clone(&input.name))
    }
}
