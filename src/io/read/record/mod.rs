//! A row of a file as a record of one policy, or why it is none.

mod runs;

use super::column::{Columnar, Titled};
use super::foot::{Below, Course, is_lone, keys, only_filled};
use super::header::Header;
use super::heading::Fields;
use super::scan::Parser;
use super::two_ways::TwoWays;
use crate::data::{
    About, Batch, CellMark, Format, InputFile, InputRecord, Place, Problem, Reading, Rejection, spell_cell,
};
use crate::diagnostic::{Arg, Code};
use crate::io::cell::{Cell, Fault, FieldPlan, Headed, as_shown, doubtful, is_control, quantity_of, read_cell};
use crate::ir::Value;

/// A longer cell is cut where it is shown.
const MOST_SHOWN: usize = 60;

/// The records of one policy in a file whose header is known.
pub(super) struct Records<'s, 'p> {
    input: InputFile,
    fields: &'p Fields<'p>,
    header: Header,
    /// What the title of each field's column says of its unit.
    headed: Vec<Headed>,
    /// What every row lacks, where the header is that of another policy.
    lacking: Option<Problem>,
    /// Where they go.
    batch: &'s mut Batch,
    /// Fields of which a number was told to be too long.
    long: Vec<usize>,
    /// What the rows showed so far.
    course: Course,
    /// What the columns showed so far.
    columnar: Columnar,
    /// The columns of the keys.
    keys: Vec<usize>,
}

impl<'s, 'p> Records<'s, 'p> {
    /// The records below a header.
    pub fn new(input: &InputFile, fields: &'p Fields<'p>, header: Header, batch: &'s mut Batch) -> Self {
        // Of tests alone somebody asks for them.
        let unused = header.unused.iter().filter(|_| fields.layout.tests);
        let unused = unused.map(|column| header.title(*column).into()).collect();
        let input = InputFile { columns: header.columns(), unused, ..input.clone() };
        batch.inputs.push(input.clone());
        Records {
            lacking: fields.lacking(&input, &header),
            keys: keys(&fields.plans, &header).collect(),
            long: vec![],
            course: Course::default(),
            columnar: Columnar::of(input.format == Format::Csv(b';')),
            input,
            headed: fields.headed(&header),
            fields,
            header,
            batch,
        }
    }

    /// Notes a blank row.
    pub fn pause(&mut self) {
        self.course.pause();
    }

    /// What was read, for who looks at it meanwhile.
    pub fn batch(&mut self) -> &mut Batch {
        self.batch
    }

    /// Adds what someone should look at.
    pub fn tell(&mut self, problem: Problem) {
        self.batch.notices.push(problem);
    }

    /// How rows are read that need no thought; nothing, where all do.
    pub fn parser(&self) -> Option<Parser<'p>> {
        let guarded = !self.input.format.has_names();
        if self.lacking.is_some() { None } else { Parser::new(self.fields, &self.header, &self.headed, guarded) }
    }

    /// The columns of the keys.
    pub fn keys(&self) -> &[usize] {
        &self.keys
    }

    /// The file.
    pub fn input(&self) -> &InputFile {
        &self.input
    }

    /// How many cells the header has.
    pub fn width(&self) -> usize {
        self.header.titles.len()
    }

    /// Takes a row that may be blank, and tells whether it is not.
    fn take_any(&mut self, place: Place, cells: &[Cell]) -> bool {
        let blank = cells.iter().all(Cell::is_blank);
        if blank {
            self.pause()
        } else {
            self.take(place, cells)
        }
        !blank
    }

    /// Takes the row of a place.
    pub fn take(&mut self, place: Place, cells: &[Cell]) {
        let (plans, header) = (&self.fields.plans, &self.header);
        let stray = !self.input.format.has_names() && self.course.is_stray(plans, header, cells);
        let units = place.row == header.row.saturating_add(1) && !self.input.format.has_names();
        let units = units.then(|| self.fields.units_below(header, cells)).flatten();
        let skipped = match units {
            Some(headed) => {
                self.headed = headed;
                Some("units")
            }
            None => self.course.skipped(plans, header, cells).or(stray.then_some("note")),
        };
        let reading = match skipped {
            Some(variant) => {
                let first = cells.iter().find(|cell| !cell.is_blank()).map_or("", |cell| cell.text.as_ref());
                let problem = Problem::new(Code::SkippedRow, variant, &self.input.name).arg("value", shown(first));
                let problem = problem.at(self.input.at(place.row));
                Reading::Skipped(Box::new(self.rejection(cells, vec![problem], vec![])))
            }
            None => self.read(place.row, cells),
        };
        self.batch.push(InputRecord { place, reading });
    }

    fn read(&mut self, row: u32, cells: &[Cell]) -> Reading {
        let outside = self.outside(row, cells);
        if self.is_ragged(cells) {
            let problem = Problem::new(Code::RaggedRow, "", &self.input.name)
                .arg("cells", cells.len())
                .arg("columns", self.header.titles.len())
                .at(self.input.at(row));
            let problems = outside.into_iter().chain([problem]).collect();
            return Reading::Rejected(Box::new(self.rejection(cells, problems, vec![])));
        }
        let (values, mut problems) = self.values(row, cells);
        // Below the table nothing is a cell of it, so nothing else need be said of them.
        if let Some(outside) = outside {
            problems = vec![outside];
        } else if problems.is_empty() && is_lone(&self.fields.plans, &self.header, cells) {
            let key = cells.iter().find(|cell| !cell.is_blank());
            self.columnar.see_lone(row, key.map_or("", |cell| cell.text.as_ref()));
        } else {
            self.only_what_matters(row, cells, &mut problems);
        }
        if problems.is_empty() {
            for (at, (plan, value)) in self.fields.plans.iter().zip(&values).enumerate() {
                if value.as_ref().is_some_and(|value| plan.is_left_blank(value)) {
                    self.columnar.see_blank(at, row);
                }
            }
            return Reading::Record(values.into_iter().collect::<Option<_>>().unwrap_or_default());
        }
        Reading::Rejected(Box::new(self.rejection(cells, problems, values)))
    }

    /// Of a row with one cell it need not be told of each other cell that it is empty: whose record it is is unknown, or
    /// nothing but that is known.
    fn only_what_matters(&self, row: u32, cells: &[Cell], problems: &mut Vec<Problem>) {
        if problems.len() < 2 || only_filled(cells).is_none() {
            return;
        }
        let mut keys = (0..).zip(&self.fields.plans).filter(|(_, plan)| plan.field.key).peekable();
        let first = keys.peek().copied();
        let of_keys: Vec<About> = keys.map(|(at, _)| About::Field(at)).collect();
        if problems.iter().any(|problem| of_keys.contains(&problem.about)) {
            problems.retain(|problem| of_keys.contains(&problem.about));
        } else if let Some((at, plan)) = first.filter(|_| is_lone(&self.fields.plans, &self.header, cells)) {
            let cell = self.column(at.into()).and_then(|column| cells.get(column)).cloned().unwrap_or_default();
            let fault = Fault { code: Code::MissingValue, ..Fault::new("lone") };
            *problems =
                vec![Problem { about: About::Whole, ..self.cell_problem((row, at.into()), plan, &cell, fault) }];
        }
    }

    /// The values of the fields as far as they read, and everything that is wrong with the others.
    fn values(&mut self, row: u32, cells: &[Cell]) -> (Vec<Option<Value>>, Vec<Problem>) {
        let fields = self.fields;
        let (mut values, mut problems) = (Vec::with_capacity(fields.plans.len()), vec![]);
        let (empty, silent) = (Cell::default(), Headed::default());
        let record = self.batch.len();
        for ((at, plan), column) in fields.plans.iter().enumerate().zip(&self.header.fields) {
            if column.is_none() && plan.required() {
                values.push(None);
                continue;
            }
            let cell = column.and_then(|column| cells.get(column)).unwrap_or(&empty);
            let headed = self.headed.get(at).unwrap_or(&silent);
            self.columnar.see(at, plan, cell, (record, row));
            if headed.is_percent(plan) {
                self.columnar.see_share((at, headed.title().0), cell, (record, row));
            }
            match read_cell(plan, headed, cell) {
                Ok(value) => {
                    if let Some(variant) = headed.told(&cell.text) {
                        let means = quantity_of(plan, &value).unwrap_or(Arg::from(""));
                        let (title, unit) = headed.title();
                        let titled = Titled { variant, title: title.into(), unit: unit.into(), means };
                        self.columnar.see_titled(at, (row, &cell.text), titled);
                    }
                    let told = self.fields.layout.foreign || self.long.contains(&at);
                    if let Some(fault) = doubtful(plan, headed, cell, &value).filter(|_| !told) {
                        self.long.push(at);
                        let problem = self.cell_problem((row, at), plan, cell, fault);
                        self.batch.notices.push(problem);
                    }
                    if self.fields.layout.foreign {
                        let shown = as_shown(plan, headed, cell);
                        self.batch.mark(record, at, CellMark { formula: cell.formula, shown });
                    }
                    if plan.is_defaulted(&cell.text, &value) {
                        self.batch.note_default(record, at);
                    }
                    values.push(Some(value));
                }
                Err(fault) => {
                    self.batch.mark(record, at, CellMark { formula: cell.formula, shown: None });
                    problems.push(self.cell_problem((row, at), plan, cell, fault));
                    values.push(None);
                }
            }
        }
        problems.extend(self.lacking.clone().map(|problem| problem.at(self.input.at(row))));
        (values, problems)
    }

    /// Why a row is not of the table.
    fn outside(&mut self, row: u32, cells: &[Cell]) -> Option<Problem> {
        if self.input.format.has_names() {
            return None;
        }
        let told = |variant| Problem::new(Code::BelowTable, variant, &self.input.name).at(self.input.at(row));
        Some(match self.course.below(row, &self.fields.plans, &self.header, cells)? {
            Below::Alone => told(""),
            Below::Heading(at) => told("heading").arg("heading", at as usize),
        })
    }

    /// A text row must have as many cells as the header: a separator too many or too few shifts values.
    fn is_ragged(&self, cells: &[Cell]) -> bool {
        let text = matches!(self.input.format, Format::Csv(_) | Format::Tsv);
        let beyond = cells.get(self.header.titles.len()..).unwrap_or_default();
        text && (cells.len() < self.header.titles.len() || beyond.iter().any(|cell| !cell.is_blank()))
    }

    /// What only the cells of a column together tell: the cells that are then read in two ways, and warnings.
    pub fn tell_columns(&mut self) {
        for TwoWays { field, at, text, fault } in self.columnar.two_ways() {
            self.batch.miss(at);
            let (Some(plan), Some(record)) = (self.fields.plans.get(field), self.batch.record(at)) else {
                continue;
            };
            let told = self.cell_problem((record.place.row, field), plan, &Cell::plain(text.as_str()), fault);
            if let Some(record) = self.batch.record_mut(at) {
                record.unread(self.fields.layout, field, text, told);
            }
        }
        for (field, row, problem) in self.columnar.notices(&self.fields.plans, &self.input.name) {
            let at = field.map_or_else(|| self.input.at(row), |field| self.input.cell(row, field));
            self.tell(problem.at(at));
        }
    }

    /// The column of a field.
    fn column(&self, field: usize) -> Option<usize> {
        self.header.fields.get(field).copied().flatten()
    }

    /// What is wrong with the cell of a field.
    fn cell_problem(&self, (row, field): (u32, usize), plan: &FieldPlan, cell: &Cell, fault: Fault) -> Problem {
        let plain = fault.code == Code::BadValue && fault.variant.is_empty();
        let problem = Problem { args: fault.args, ..Problem::new(fault.code, fault.variant, &self.input.name) };
        let problem = problem
            .arg("field", plan.field.name.as_str())
            .arg("value", shown(&cell.text))
            .arg("type", plan.type_name())
            .at(self.input.cell(row, field))
            .of_field(field);
        if plain { problem.arg("example", plan.example()) } else { problem }
    }

    /// Why a row is not used. Its key and its period are spelt as those of results are,
    /// where they read; a number in the unit that its title names has it beside it.
    fn rejection(&self, cells: &[Cell], problems: Vec<Problem>, values: Vec<Option<Value>>) -> Rejection {
        let cell = |(at, plan): (usize, &FieldPlan)| {
            let known = values.get(at).and_then(Option::as_ref).filter(|value| **value != Value::Missing);
            if let Some(value) = known.filter(|_| plan.field.key || plan.field.period) {
                return Some(spell_cell(self.fields.layout.policy, plan.slot, value));
            }
            let text = cells.get(self.column(at)?)?.text.trim();
            let text = self.headed.get(at).map_or(text.into(), |headed| headed.elsewhere(text));
            (!text.is_empty()).then(|| text.replace(is_control, "\u{fffd}"))
        };
        let cells = self.fields.plans.iter().enumerate().map(cell).collect();
        Rejection { problems, cells, values }
    }
}

/// A cell as a message shows it.
fn shown(text: &str) -> String {
    let text = text.trim();
    let mut shown: String = text.chars().take(MOST_SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown.replace(['\r', '\n'], " ")
}
