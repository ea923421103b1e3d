use std::sync::Arc;

use super::header::{Columns, Header};
use super::{Stop, not_data};
use crate::diagnostic::{Arg, Code};
use crate::io::cell::{Cell, Fault, FieldPlan, doubtful, is_summary, normal, read_cell};
use crate::io::{At, Batch, Format, InputFile, InputRecord, Place, Problem, Reading, Rejection};
use crate::ir::{Relation, RelationKind};

/// Among so many rows, blank ones aside, the header must be.
const HEADER_ROWS: usize = 20;
/// A longer cell is cut where it is shown.
const MOST_SHOWN: usize = 60;
/// So many columns are named at most.
const MOST_COLUMNS: usize = 12;
/// Columns that results have and fields have not: never told as unused.
const OWN: char = '_';

/// Turns the rows of one file after the other into the records of a batch.
pub(super) struct Intake<'p> {
    plans: &'p [FieldPlan<'p>],
    columns: &'p Columns,
    /// What was read so far.
    pub batch: Batch,
    /// Rows before the header.
    above: Vec<(u32, Vec<Cell<'static>>)>,
    header: Option<Header>,
    /// The row of the header, where another policy found it.
    given: Option<u32>,
    /// The columns that other policies ask for.
    others: &'p [Columns],
    /// The details whose rows these are; of details there may be none.
    details: Option<&'p str>,
    /// Whether a row of this file was a record.
    filled: bool,
    /// So many notices are of the files before.
    told: usize,
    /// Fields of which a number was told to be too long.
    long: Vec<usize>,
}

impl<'p> Intake<'p> {
    /// An intake that has read nothing.
    pub fn new(plans: &'p [FieldPlan<'p>], columns: &'p Columns) -> Self {
        let batch = Batch::default();
        Intake {
            plans,
            columns,
            batch,
            above: vec![],
            header: None,
            given: None,
            others: &[],
            details: None,
            filled: false,
            told: 0,
            long: vec![],
        }
    }

    /// The same, that does not tell of columns which others ask for.
    pub fn among(self, others: &'p [Columns]) -> Self {
        Intake { others, ..self }
    }

    /// The same, for the rows of a lookup or details.
    pub fn of(self, relation: Option<&'p Relation>) -> Self {
        let details = relation.filter(|relation| relation.kind == RelationKind::Details);
        Intake { details: details.map(|relation| relation.name.as_str()), ..self }
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
        self.batch.inputs.push(input);
        self.told = self.batch.notices.len();
        self.above.clear();
        self.long.clear();
        (self.header, self.filled) = (None, false);
    }

    /// Forgets the sheet that was begun.
    pub fn abandon(&mut self) {
        self.batch.inputs.pop();
        self.batch.notices.truncate(self.told);
    }

    /// Whether a column may be headed so.
    pub fn knows(&self, title: &str) -> bool {
        std::iter::once(self.columns).chain(self.others).any(|columns| columns.find(title).is_some())
    }

    /// Says of a place that it is on the sheet that is read.
    pub fn located(&self, problem: Problem, at: At) -> Problem {
        problem.at(At { sheet: self.at().sheet, ..at })
    }

    /// Takes a row.
    pub fn row(&mut self, row: u32, cells: &[Cell]) -> Result<(), Stop> {
        // An object without values is a record all the same: someone wrote it.
        if !self.format().is_some_and(Format::is_json) && cells.iter().all(Cell::is_blank) {
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

    /// What is wrong with a file of which no row has all the required columns.
    pub fn header_problems(&self) -> Vec<Problem> {
        let headers = self.above.iter().map(|(row, cells)| self.as_header(*row, cells));
        // Of rows alike, the first.
        let best = headers.rev().max_by_key(Header::found);
        let Some(best) = best else { return vec![not_data("empty", &self.file())] };
        let missing = self.missing(&best);
        let name = |field: &usize| self.plans.get(*field).map(|plan| Arg::from(plan.field.name.as_str()));
        let names = Arg::List(missing.iter().filter_map(name).collect());
        if best.found() == 0 {
            let variant = if self.format().is_some_and(Format::is_json) { "no-names" } else { "no-header" };
            return vec![not_data(variant, &self.file()).arg("columns", names)];
        }
        let near = best.unused.iter().find_map(|column| {
            let title = best.title(*column);
            Some((title, name(&self.columns.nearly(title, &missing)?)?))
        });
        let mut problem = Problem::new(Code::MissingColumn, "", &self.file()).arg("columns", names);
        if let Some((title, field)) = near {
            problem.variant = "near";
            problem = problem.arg("title", title).arg("near", field);
        }
        vec![problem.at(At { row: Some(best.row), ..self.at() })]
    }

    fn seek_header(&mut self, row: u32, cells: &[Cell]) -> Result<(), Stop> {
        let header = self.as_header(row, cells);
        let complete = || header.found() > 0 && self.missing(&header).is_empty();
        if !self.given.map_or_else(complete, |given| given == row) {
            self.above.push((row, cells.iter().map(Cell::owned).collect()));
            return if self.above.len() < HEADER_ROWS { Ok(()) } else { Err(Stop::NoHeader) };
        }
        let doubled: Vec<Problem> = header.doubled.iter().filter_map(|pair| self.doubled(&header, *pair)).collect();
        if !doubled.is_empty() {
            return Err(Stop::Unusable(doubled));
        }
        self.tell_unused(&header);
        self.header = Some(header);
        Ok(())
    }

    fn as_header(&self, row: u32, cells: &[Cell]) -> Header {
        self.columns.header(row, self.plans.len(), cells.iter().map(|cell| cell.text.as_ref()))
    }

    /// What a row lacks whose header has not all columns, since it is the header of another policy.
    fn lacking(&self, header: &Header) -> Option<Problem> {
        let name = |field: usize| self.plans.get(field).map(|plan| Arg::from(plan.field.name.as_str()));
        let names: Vec<Arg> = self.missing(header).into_iter().filter_map(name).collect();
        let told = Problem::new(Code::MissingColumn, "", &self.file());
        (!names.is_empty()).then(|| told.arg("columns", Arg::List(names)))
    }

    /// The required fields without a column.
    fn missing(&self, header: &Header) -> Vec<usize> {
        let fields = self.plans.iter().zip(&header.fields).enumerate();
        fields.filter(|(_, (plan, column))| plan.required() && column.is_none()).map(|(at, _)| at).collect()
    }

    fn doubled(&self, header: &Header, (field, column): (usize, usize)) -> Option<Problem> {
        let first = header.fields.get(field).copied().flatten()?;
        let problem = Problem::new(Code::AmbiguousColumn, "", &self.file())
            .arg("field", self.plans.get(field)?.field.name.as_str())
            .arg("first", header.title(first))
            .arg("second", header.title(column))
            .at(At { row: Some(header.row), ..self.at() });
        Some(problem)
    }

    /// One warning for all columns that no field asks for, and one for each that nearly spells a field.
    fn tell_unused(&mut self, header: &Header) {
        let mut absent: Vec<usize> = (0..self.plans.len()).filter(|at| header.fields.get(*at) == Some(&None)).collect();
        let (mut unused, mut spelt) = (Vec::new(), Vec::new());
        for title in header.unused.iter().map(|column| header.title(*column)).filter(|title| !title.starts_with(OWN)) {
            if self.others.iter().any(|columns| columns.find(title).is_some()) {
                continue;
            }
            let near = self.columns.nearly(title, &absent);
            match near.and_then(|field| self.plans.get(field)) {
                Some(plan) => {
                    spelt.extend(near);
                    let problem = Problem::new(Code::UnusedColumn, "near", &self.file())
                        .arg("title", title)
                        .arg("near", plan.field.name.as_str())
                        .at(self.at());
                    self.batch.notices.push(problem);
                }
                None => unused.push(Arg::from(title)),
            }
        }
        if !unused.is_empty() {
            let more = unused.len().saturating_sub(MOST_COLUMNS);
            unused.truncate(MOST_COLUMNS);
            let variant = if more > 0 { "many" } else { "" };
            let problem = Problem::new(Code::UnusedColumn, variant, &self.file()).arg("columns", Arg::List(unused));
            self.batch.notices.push(problem.arg("more", more).at(self.at()));
        }
        absent.retain(|field| !spelt.contains(field));
        self.tell_absent(&absent);
    }

    /// One warning for all fields that are left without a column: nobody has a value there.
    fn tell_absent(&mut self, fields: &[usize]) {
        let plans = fields.iter().filter_map(|field| self.plans.get(*field)).filter(|plan| plan.dispensable());
        let names: Vec<Arg> = plans.map(|plan| Arg::from(plan.field.name.as_str())).collect();
        if !names.is_empty() {
            let told = Problem::new(Code::AbsentColumn, "", &self.file()).arg("fields", Arg::List(names));
            self.batch.notices.push(told.at(self.at()));
        }
    }

    fn record(&mut self, header: &Header, row: u32, cells: &[Cell]) {
        let reading = match self.skipped(header, cells) {
            Some(variant) => {
                let problem = Problem::new(Code::SkippedRow, variant, &self.file());
                Reading::Skipped(self.rejection(header, cells, vec![problem.at(self.row_at(row))]))
            }
            None => self.read_record(header, row, cells),
        };
        let input = u32::try_from(self.batch.inputs.len().saturating_sub(1)).unwrap_or(u32::MAX);
        self.batch.records.push(InputRecord { place: Place { input, row }, reading });
    }

    /// Whether a row is no record: one that the export added, or the header again.
    fn skipped(&self, header: &Header, cells: &[Cell]) -> Option<&'static str> {
        let cell = |column: &usize| cells.get(*column).map_or("", |cell| cell.text.as_ref());
        let keys = self.plans.iter().zip(&header.fields).filter(|(plan, _)| plan.field.key);
        let mut keys =
            keys.filter_map(|(_, column)| column.as_ref()).map(cell).filter(|key| !key.trim().is_empty()).peekable();
        let summary = match keys.peek() {
            Some(_) => keys.any(|key| is_summary(&normal(key))),
            None => cells.iter().find(|cell| !cell.is_blank()).is_some_and(|first| is_summary(&normal(&first.text))),
        };
        let mut columns = header.fields.iter().flatten();
        if summary {
            Some("summary")
        } else if header.found() > 0 && columns.all(|column| normal(cell(column)) == header.title(*column)) {
            Some("header")
        } else {
            None
        }
    }

    fn read_record(&mut self, header: &Header, row: u32, cells: &[Cell]) -> Reading {
        if self.ragged(header, cells) {
            let problem = Problem::new(Code::RaggedRow, "", &self.file())
                .arg("cells", cells.len())
                .arg("columns", header.titles.len())
                .at(self.row_at(row));
            return Reading::Rejected(self.rejection(header, cells, vec![problem]));
        }
        let (mut values, mut problems) = (Vec::with_capacity(self.plans.len()), Vec::new());
        let empty = Cell::default();
        for (at, (plan, column)) in self.plans.iter().zip(&header.fields).enumerate() {
            if column.is_none() && plan.required() {
                values.push(None);
                continue;
            }
            let cell = column.and_then(|column| cells.get(column)).unwrap_or(&empty);
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
            (!text.is_empty()).then(|| text.to_owned())
        };
        Box::new(Rejection::new(problems, header.fields.iter().map(cell).collect()))
    }

    fn row_at(&self, row: u32) -> At {
        At { row: Some(row), ..self.at() }
    }

    fn at(&self) -> At {
        At { sheet: self.batch.inputs.last().and_then(|input| input.sheet.clone()), ..At::default() }
    }

    fn format(&self) -> Option<Format> {
        self.batch.inputs.last().map(|input| input.format)
    }

    fn file(&self) -> Arc<str> {
        self.batch.inputs.last().map_or_else(|| Arc::from(""), |input| Arc::clone(&input.name))
    }
}
