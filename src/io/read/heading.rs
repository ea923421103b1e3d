//! The header of a file: sought among its first rows, and what is wrong where none is found.

use super::header::Header;
use super::intake::Intake;
use super::{Stop, not_data};
use crate::data::{Format, Problem};
use crate::diagnostic::{Arg, At, Code};
use crate::io::cell::Cell;

/// Among so many rows, blank ones aside, the header must be: bills of payment platforms have some 25 above it.
pub(super) const HEADER_ROWS: usize = 500;
/// So many columns are named at most.
const MOST_COLUMNS: usize = 12;
/// Columns that results have and fields have not: never told as unused.
const OWN: char = '_';

impl Intake<'_> {
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
            return vec![not_data(variant, &self.file()).arg("columns", names).arg("looked", self.above.len())];
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
        vec![problem.at(self.header_at(best.row))]
    }

    pub(super) fn seek_header(&mut self, row: u32, cells: &[Cell]) -> Result<(), Stop> {
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

    /// The place of the header; names of objects have none.
    fn header_at(&self, row: u32) -> At {
        if self.format().is_some_and(Format::is_json) { self.at() } else { self.row_at(row) }
    }

    fn as_header(&self, row: u32, cells: &[Cell]) -> Header {
        self.columns.header(row, self.plans.len(), cells.iter().map(|cell| cell.text.as_ref()))
    }

    /// What a row lacks whose header has not all columns, since it is the header of another policy.
    pub(super) fn lacking(&self, header: &Header) -> Option<Problem> {
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
            .at(self.header_at(header.row));
        Some(problem)
    }

    /// One warning for all columns that no field asks for, and one for each that nearly spells a field.
    fn tell_unused(&mut self, header: &Header) {
        let mut absent: Vec<usize> = (0..self.plans.len()).filter(|at| header.fields.get(*at) == Some(&None)).collect();
        let (mut unused, mut spelt) = (Vec::new(), Vec::new());
        for title in header.unused.iter().map(|column| header.title(*column)).filter(|title| !title.starts_with(OWN)) {
            if self.others.iter().any(|columns| columns.knows(title)) {
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
}
