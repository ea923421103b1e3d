//! The search for the header among the first rows of a file or a sheet, for all policies at once.

use super::heading::Fields;
use super::{Stop, TakeRows, not_data};
use crate::data::{InputFile, Problem};
use crate::diagnostic::{At, Code};
use crate::io::cell::Cell;

/// Among so many rows, blank ones aside, the header must be: bills of payment platforms have some 25 above it.
pub(super) const HEADER_ROWS: usize = 500;

/// Looks for the row that has every required column of a policy: for each the first.
pub(super) struct HeaderSearch<'s, 'p> {
    input: &'s InputFile,
    all: &'s [Fields<'p>],
    rows: Vec<(u32, Vec<Cell<'static>>)>,
    /// For each policy what was found.
    found: Vec<Option<Found>>,
}

/// A header among the rows that were looked at.
#[derive(Clone, Copy)]
struct Found {
    at: usize,
    /// Whether there is more to read than the header.
    followed: bool,
}

/// The header of a file or a sheet.
pub(super) struct HeaderRow {
    /// The policy that finds all its columns there.
    pub finder: usize,
    /// The row.
    pub row: u32,
    /// Its cells.
    pub cells: Vec<Cell<'static>>,
}

/// What a file or a sheet is to the records of a policy.
pub(super) enum Fit {
    /// It has the header and more.
    Whole(HeaderRow),
    /// It has the header, and nothing below.
    Bare(HeaderRow),
    /// It cannot be used.
    None(Refusal),
}

/// Why a file or a sheet cannot be used for a policy.
pub(super) enum Refusal {
    /// No row has all its columns; one may have those of another policy.
    NoHeader(Vec<Problem>),
    /// For any other reason.
    Unusable(Vec<Problem>),
}

impl<'s, 'p> HeaderSearch<'s, 'p> {
    /// A search that has seen nothing.
    pub fn new(input: &'s InputFile, all: &'s [Fields<'p>]) -> Self {
        HeaderSearch { input, all, rows: vec![], found: vec![None; all.len()] }
    }

    fn is_settled(&self) -> bool {
        match self.found.first() {
            Some(Some(found)) => found.followed,
            _ => self.rows.len() >= HEADER_ROWS && self.found.iter().flatten().all(|found| found.followed),
        }
    }

    /// Ends the search, and tells for each policy what the rows are to it. Those of the hidden rows `left_out` were not seen.
    pub fn end(self, read: Result<(), Stop>, left_out: &[u32]) -> Vec<Fit> {
        let HeaderSearch { input, all, rows, found } = self;
        let fit = |(finder, (fields, found)): (usize, (&Fields, &Option<Found>))| {
            let header = found.and_then(|found| {
                let (row, cells) = rows.get(found.at)?.clone();
                Some((HeaderRow { finder, row, cells }, found.followed))
            });
            match (header, &read) {
                (Some((header, true)), _) => Fit::Whole(header),
                (_, Err(Stop::Unusable(problems))) => Fit::None(Refusal::Unusable(problems.clone())),
                (Some((header, false)), _) => Fit::Bare(header),
                (None, _) if rows.is_empty() => Fit::None(Refusal::Unusable(vec![not_data("empty", &input.name)])),
                (None, _) => {
                    let told = std::iter::once(fields.not_found(input, &rows));
                    Fit::None(Refusal::NoHeader(told.chain(hidden(input, left_out)).collect()))
                }
            }
        };
        all.iter().zip(&found).enumerate().map(fit).collect()
    }
}

impl TakeRows for HeaderSearch<'_, '_> {
    /// Stops where it is known what the first policy finds, since no other is asked after it.
    fn row(&mut self, row: u32, cells: &[Cell]) -> Result<(), Stop> {
        if !self.input.format.has_names() && cells.iter().all(Cell::is_blank) {
            return Ok(());
        }
        self.found.iter_mut().flatten().for_each(|found| found.followed = true);
        if self.rows.len() < HEADER_ROWS {
            let at = self.rows.len();
            for (fields, found) in self.all.iter().zip(&mut self.found).filter(|(_, found)| found.is_none()) {
                let header = fields.header(row, cells);
                // What is wrong with the header itself is told where the file is read.
                *found = fields.are_in(&header).then_some(Found { at, followed: !header.doubled.is_empty() });
            }
            self.rows.push((row, cells.iter().map(Cell::owned).collect()));
        }
        if self.is_settled() { Err(Stop::Enough) } else { Ok(()) }
    }

    fn is_open(&self) -> bool {
        !matches!(self.found.first(), Some(Some(_)))
    }

    fn knows(&self, title: &str) -> bool {
        self.all.iter().any(|fields| fields.knows(title))
    }
}

/// That hidden rows were left out, where there are any.
pub(super) fn hidden(input: &InputFile, left_out: &[u32]) -> Option<Problem> {
    let first = left_out.first()?;
    let told = Problem::new(Code::HiddenRows, "", &input.name).arg("count", left_out.len());
    Some(told.at(At { row: Some(*first), ..input.whole() }))
}

/// The header of a file: the first policy that finds all its columns tells where it stands.
pub(super) fn header(fits: Vec<Fit>) -> Result<HeaderRow, Vec<Problem>> {
    let mut refusals = vec![];
    for fit in fits {
        match fit {
            Fit::Whole(header) | Fit::Bare(header) => return Ok(header),
            Fit::None(Refusal::NoHeader(problems)) => refusals.push(problems),
            Fit::None(Refusal::Unusable(problems)) => return Err(problems),
        }
    }
    Err(refusals.into_iter().next().unwrap_or_default())
}
