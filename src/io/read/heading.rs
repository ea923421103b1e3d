//! What the header of a file has of the fields of a policy, and what is wrong with it.

use super::header::{Columns, Header};
use super::not_data;
use crate::data::{InputFile, Layout, Problem};
use crate::diagnostic::{Arg, At, Code};
use crate::io::cell::{Cell, FieldPlan, Headed, TitleUnit, normal, plan};
use crate::ir::{RelationKind, squeezed};
use crate::render::marks_among;

/// So many columns are named at most.
const MOST_COLUMNS: usize = 12;
/// Columns that results have and fields have not: never told as unused.
const OWN: char = '_';

/// The fields that are read for one policy: how, and what their columns may be called.
pub(super) struct Fields<'p> {
    /// Whose they are.
    pub layout: Layout<'p>,
    /// How the cells of each are read.
    pub plans: Vec<FieldPlan<'p>>,
    /// The names of their columns.
    pub columns: Columns,
    /// The details whose rows these are; of details there may be none.
    pub details: Option<&'p str>,
}

impl<'p> Fields<'p> {
    /// The fields of a layout.
    pub fn of(layout: &Layout<'p>) -> Self {
        let plans = plan(*layout);
        let columns = Columns::new(&plans);
        let details = layout.relation.filter(|relation| relation.kind == RelationKind::Details);
        Fields { layout: *layout, plans, columns, details: details.map(|relation| relation.name.as_str()) }
    }

    /// A row as a header.
    pub fn header(&self, row: u32, cells: &[Cell]) -> Header {
        self.columns.header(row, &self.plans, cells.iter().map(|cell| cell.text.as_ref()))
    }

    /// Whether the column of a field may be headed so.
    pub fn knows(&self, title: &str) -> bool {
        self.columns.knows(title) || !self.columns.loosely(&self.plans, title).is_empty()
    }

    /// What the title of each field's column says of its unit. Results have the unit of the field, whatever the title.
    pub fn headed(&self, header: &Header) -> Vec<Headed> {
        let headed = |(plan, column): (&FieldPlan, &Option<usize>)| {
            let title = column.filter(|_| !self.layout.written).map(|column| header.title(column));
            let Some(title) = title else { return Headed::default() };
            let looks = squeezed(title);
            let is = |name: &str| squeezed(name) == looks;
            let own = is(&plan.field.name) || plan.field.title.as_deref().is_some_and(is);
            Headed::of(plan, title, plan.field.columns.iter().any(|name| is(name)), own)
        };
        self.plans.iter().zip(&header.fields).map(headed).collect()
    }

    /// What the row below a header says of the units of its columns, where it says nothing else.
    pub fn units_below(&self, header: &Header, cells: &[Cell]) -> Option<Vec<Headed>> {
        let bracketed = |cell: &Cell| match normal(&cell.text).trim() {
            text if text.starts_with('(') => text.to_owned(),
            text => format!("({text})"),
        };
        let filled = cells.iter().filter(|cell| !cell.is_blank());
        let units = filled.clone().all(|cell| TitleUnit::of(&format!("x{}", bracketed(cell))).is_some());
        // A person may be called `K`.
        let mut keys = self.plans.iter().zip(&header.fields).filter(|(plan, _)| plan.field.key).peekable();
        let keyless = keys.peek().is_none();
        let named = keys.any(|(_, column)| column.and_then(|at| cells.get(at)).is_some_and(|cell| !cell.is_blank()));
        if !units || named || filled.count() < if keyless { 2 } else { 1 } {
            return None;
        }
        let mut below = header.clone();
        for (title, cell) in below.titles.iter_mut().zip(cells).filter(|(_, cell)| !cell.is_blank()) {
            title.push_str(&bracketed(cell));
        }
        Some(self.headed(&below).into_iter().map(Headed::apart).collect())
    }

    /// Whether a header has every column that is required.
    pub fn are_in(&self, header: &Header) -> bool {
        header.found() > 0 && self.missing(header).is_empty()
    }

    /// What is wrong with a file of which no row has all the required columns.
    pub fn not_found(&self, input: &InputFile, rows: &[(u32, Vec<Cell>)]) -> Problem {
        let headers = rows.iter().map(|(row, cells)| self.header(*row, cells));
        // Of rows alike, the first.
        let best = headers.rev().max_by_key(Header::found);
        let Some(best) = best else { return not_data("empty", &input.name) };
        let missing = self.missing(&best);
        let names = self.names(&missing);
        if best.found() == 0 {
            let variant = match () {
                () if input.format.has_names() => "no-names",
                () if self.layout.foreign => "foreign",
                () => "no-header",
            };
            return not_data(variant, &input.name).arg("columns", names).arg("looked", rows.len());
        }
        let mut problem = Problem::new(Code::MissingColumn, "", &input.name).arg("columns", names);
        let (unused, near) = (self.unclaimed(&best), self.near(&best, &self.absent_in(&best)));
        match near.as_slice() {
            [(title, field)] if missing.contains(field) => {
                problem.variant = "near";
                problem = problem.arg("title", *title);
                problem.args.extend(self.name(*field).map(|name| ("near", name)));
            }
            [_, ..] if !self.layout.foreign => {
                problem.variant = "alike";
                let pair =
                    |(title, field): &(&str, usize)| Some(format!("{title} → {}", self.plans.get(*field)?.field.name));
                problem = problem.arg("pairs", Arg::List(near.iter().filter_map(pair).map(Arg::from).collect()));
            }
            _ if !unused.is_empty() => {
                problem.variant = "unused";
                problem = problem.arg("unused", Arg::List(unused));
            }
            _ => {}
        }
        // It is no name to add to the policy: the result was not written by it, or not whole.
        problem.variant = match problem.variant {
            _ if self.layout.written => "history",
            "near" if self.layout.foreign => "foreign-near",
            _ if self.layout.foreign => "foreign",
            variant => variant,
        };
        problem.at(header_at(input, &best))
    }

    /// The first titles that no field asks for, one of which may be a field's that was renamed.
    fn unclaimed(&self, header: &Header) -> Vec<Arg> {
        let titles = header.unused.iter().map(|column| header.title(*column));
        titles.filter(|title| !title.starts_with(OWN)).take(MOST_COLUMNS).map(Arg::from).collect()
    }

    /// What the rows lack below a header that has not all columns, since it is the header of another policy.
    pub fn lacking(&self, input: &InputFile, header: &Header) -> Option<Problem> {
        let missing = self.missing(header);
        let told = || Problem::new(Code::MissingColumn, "", &input.name).arg("columns", self.names(&missing));
        (!missing.is_empty()).then(told)
    }

    /// The fields for which a header has two columns.
    pub fn doubled(&self, input: &InputFile, header: &Header) -> Vec<Problem> {
        let told = |(field, column): &(usize, usize)| {
            let first = header.fields.get(*field).copied().flatten()?;
            let same = header.title(first) == header.title(*column);
            let problem = Problem::new(Code::AmbiguousColumn, if same { "same" } else { "" }, &input.name)
                .arg("first_at", first + 1)
                .arg("second_at", *column + 1)
                .arg("field", self.name(*field)?)
                .arg("first", header.title(first))
                .arg("second", header.title(*column));
            Some(problem.at(header_at(input, header)))
        };
        header.doubled.iter().filter_map(told).collect()
    }

    /// The fields that a header has no column for.
    fn absent_in(&self, header: &Header) -> Vec<usize> {
        (0..self.plans.len()).filter(|at| header.fields.get(*at) == Some(&None)).collect()
    }

    /// The titles that no field asks for and that nearly spell one of `fields`, each with it.
    fn near<'h>(&self, header: &'h Header, fields: &[usize]) -> Vec<(&'h str, usize)> {
        let titles = header.unused.iter().map(|column| header.title(*column)).filter(|title| !title.starts_with(OWN));
        titles.filter_map(|title| Some((title, self.columns.nearly(title, fields)?))).collect()
    }

    /// The columns that may be those of fields without one, whose values everybody would go without: that is asked, not taken
    /// for meant.
    pub fn doubtful(&self, input: &InputFile, header: &Header, all: &[Fields]) -> Vec<Problem> {
        if self.layout.foreign || self.layout.tests || !self.missing(header).is_empty() {
            return vec![];
        }
        let marks = marks_among(header.titles.iter().map(String::as_str));
        let near = self.near(header, &self.absent_in(header)).into_iter();
        let open = near
            .filter(|(title, _)| !marks.contains(&squeezed(title)) && !all.iter().any(|fields| fields.knows(title)));
        let told = |(title, field): (&str, usize)| {
            let field = &self.plans.get(field).filter(|plan| plan.is_doubted(title))?.field;
            let problem = Problem::new(Code::DoubtfulColumn, "", &input.name).arg("title", title);
            let kept = if field.default.is_some() { "default" } else { "missing" };
            Some(problem.arg("field", field.name.as_str()).arg("kept", kept).at(header_at(input, header)))
        };
        open.filter_map(told).collect()
    }

    /// One warning for all columns that no field of `all` asks for, one for each that nearly spells a field, and one for
    /// all fields that are left without a column.
    pub fn unused(&self, input: &InputFile, header: &Header, all: &[Fields]) -> Vec<Problem> {
        // Of a sheet that others made what is nobody's may be called otherwise; who compares tells of that.
        if self.layout.foreign {
            return vec![];
        }
        let told = |variant| Problem::new(Code::UnusedColumn, variant, &input.name).at(input.whole());
        let mut absent = self.absent_in(header);
        let (mut unused, mut spelt, mut problems) = (vec![], vec![], vec![]);
        let marks = marks_among(header.titles.iter().map(String::as_str));
        for title in header.unused.iter().map(|column| header.title(*column)).filter(|title| !title.starts_with(OWN)) {
            if marks.contains(&squeezed(title)) || all.iter().any(|fields| fields.knows(title)) {
                continue;
            }
            let near = self.columns.nearly(title, &absent);
            match near.and_then(|field| self.name(field)) {
                Some(name) => {
                    spelt.extend(near);
                    problems.push(told("near").arg("title", title).arg("near", name));
                }
                None => unused.push(Arg::from(title)),
            }
        }
        if !unused.is_empty() {
            let more = unused.len().saturating_sub(MOST_COLUMNS);
            unused.truncate(MOST_COLUMNS);
            let variant = if more > 0 { "many" } else { "" };
            problems.push(told(variant).arg("columns", Arg::List(unused)).arg("more", more));
        }
        absent.retain(|field| !spelt.contains(field));
        problems.extend(self.absent(input, &absent));
        problems
    }

    /// One warning for all fields that are left without a column: nobody has a value there.
    fn absent(&self, input: &InputFile, fields: &[usize]) -> Option<Problem> {
        let dispensable = |field: &usize| self.plans.get(*field).is_some_and(FieldPlan::dispensable);
        let fields: Vec<usize> = fields.iter().copied().filter(dispensable).collect();
        let has_default = |field: &usize| self.plans.get(*field).is_some_and(|plan| plan.field.default.is_some());
        let (kept, empty): (Vec<usize>, Vec<usize>) = fields.into_iter().partition(has_default);
        let variant = match (kept.is_empty(), empty.is_empty()) {
            (true, true) => return None,
            (true, false) => "",
            (false, true) => "default",
            (false, false) => "both",
        };
        let problem = Problem::new(Code::AbsentColumn, variant, &input.name).at(input.whole());
        Some(problem.arg("fields", self.names(&empty)).arg("kept", self.names(&kept)))
    }

    /// The required fields without a column.
    fn missing(&self, header: &Header) -> Vec<usize> {
        let fields = self.plans.iter().zip(&header.fields).enumerate();
        fields.filter(|(_, (plan, column))| plan.required() && column.is_none()).map(|(at, _)| at).collect()
    }

    fn name(&self, field: usize) -> Option<Arg> {
        self.plans.get(field).map(|plan| Arg::from(plan.field.name.as_str()))
    }

    fn names(&self, fields: &[usize]) -> Arg {
        Arg::List(fields.iter().filter_map(|field| self.name(*field)).collect())
    }
}

/// The place of a header; names of objects have none.
fn header_at(input: &InputFile, header: &Header) -> At {
    if input.format.has_names() { input.whole() } else { input.at(header.row) }
}
