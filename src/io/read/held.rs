//! Tables that somebody holds in memory: which column is of which field, then their rows, as those of any file.

use std::sync::Arc;

use super::heading::Fields;
use super::scan::Parsed;
use super::search::{HeaderRow, HeaderSearch, header};
use super::sheet::Sheet;
use super::{Stop, TakeRows, too_many};
use crate::data::{Batch, Format, InputFile, Layout, Problem};
use crate::io::cell::Cell;
use crate::io::typed::HeldBlock;

/// A table in memory of which the columns of all fields were found.
pub struct HeldTable<'p> {
    input: InputFile,
    all: [Fields<'p>; 1],
    header: HeaderRow,
    columns: Vec<Option<usize>>,
}

/// A field that has a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldField {
    /// Its place in the layout.
    pub field: usize,
    /// The column.
    pub column: usize,
}

/// Why a table cannot be used, before a row of it is read.
#[derive(Debug)]
pub struct Lacking {
    /// The fields that have no column and need one.
    pub fields: Vec<String>,
    /// What is to be told.
    pub problems: Vec<Problem>,
}

/// Why the rows of a table were not all read.
#[derive(Debug)]
pub enum NotHeld<E> {
    /// They cannot be used.
    Unusable(Vec<Problem>),
    /// Whoever gives them failed.
    Failed(E),
}

/// Who takes the records of a table as they are read.
pub type TakeHeld<'t, E> = dyn FnMut(&mut Batch) -> Result<(), E> + 't;

/// Who takes the rows of a table, block by block.
pub type Give<'g, E> = dyn FnMut(&HeldBlock) -> Result<(), E> + 'g;

impl<'p> HeldTable<'p> {
    /// A table with these titles above its columns.
    pub fn new(layout: &Layout<'p>, name: &str, titles: &[String]) -> Result<Self, Lacking> {
        let name: Arc<str> = Arc::from(name);
        let format = Format::Arrow;
        let (sha256, columns, unused) = (String::new(), vec![], vec![]);
        let input = InputFile { name, sheet: None, sha256, format, encoding: None, columns, unused };
        let all = [Fields::of(layout)];
        let cells: Vec<Cell> = titles.iter().map(|title| Cell::plain(title.as_str())).collect();
        let [fields] = &all;
        let own = fields.header(0, &cells);
        let lacking = |problems| {
            let absent = fields.plans.iter().zip(&own.fields);
            let absent = absent.filter(|(plan, column)| plan.required() && column.is_none());
            Lacking { fields: absent.map(|(plan, _)| plan.field.name.clone()).collect(), problems }
        };
        let mut search = HeaderSearch::new(&input, &all);
        let seen = search.row(0, &cells);
        let header = header(search.end(seen, &[])).map_err(&lacking)?;
        // What is doubtful in the header is told before a row is asked for.
        Sheet::new((&input, &header), &all, &mut [Batch::default()]).map(drop).map_err(lacking)?;
        Ok(HeldTable { columns: own.fields, input, all, header })
    }

    /// The fields that have a column.
    pub fn fields(&self) -> impl Iterator<Item = HeldField> {
        let columns = self.columns.iter().enumerate();
        columns.filter_map(|(field, column)| Some(HeldField { field, column: (*column)? }))
    }

    /// Whether the cells of a field may be numbers.
    pub fn takes_numbers(&self, field: usize) -> bool {
        let [fields] = &self.all;
        fields.plans.get(field).is_some_and(|plan| plan.bare_digits().is_some())
    }

    /// Reads the rows, which `fill` gives block by block, behind those that were read before.
    pub fn read<E>(
        &self,
        before: Batch,
        fill: impl FnOnce(&mut Give<E>) -> Result<(), E>,
    ) -> Result<Batch, NotHeld<E>> {
        self.rows(before, fill, &mut |_| Ok(()))
    }

    /// Reads the rows, and gives the records to `take` as they come, which lets them go. Nothing, where what is to be told of
    /// one that is gone hangs on rows behind it.
    pub fn read_passing<E>(
        &self,
        fill: impl FnOnce(&mut Give<E>) -> Result<(), E>,
        take: &mut TakeHeld<E>,
    ) -> Result<Option<Batch>, NotHeld<E>> {
        let mut batch = Batch::default();
        batch.pass();
        let batch = self.rows(batch, fill, take)?;
        Ok((!batch.has_missed()).then_some(batch))
    }

    fn rows<E>(
        &self,
        before: Batch,
        fill: impl FnOnce(&mut Give<E>) -> Result<(), E>,
        after: &mut TakeHeld<E>,
    ) -> Result<Batch, NotHeld<E>> {
        let mut batches = [before];
        let mut sheet = Sheet::new((&self.input, &self.header), &self.all, &mut batches).map_err(NotHeld::Unusable)?;
        let unusable = |stop: Stop| NotHeld::Unusable(stop.problems());
        sheet.take_row(self.header.row, &self.header.cells).map_err(unusable)?;
        let mut parsers = sheet.parsers().unwrap_or_default();
        let mut parsed: Vec<Option<Parsed>> = parsers.iter().map(|of| of.as_ref().map(|_| Parsed::default())).collect();
        let (mut row, mut lines) = (self.header.row, vec![]);
        fill(&mut |block| {
            lines.clear();
            lines.extend((0..block.rows).map(|_| {
                row = row.saturating_add(1);
                row
            }));
            for (parser, parsed) in parsers.iter_mut().zip(&mut parsed) {
                if let (Some(parser), Some(parsed)) = (parser, parsed) {
                    parser.parse_held(block, parsed);
                }
            }
            sheet.take_held(block, &lines, &parsed);
            sheet.first().map_or(Ok(()), &mut *after)
        })
        .map_err(NotHeld::Failed)?;
        drop(parsers);
        sheet.end(&[]).map_err(NotHeld::Unusable)?;
        let [batch] = batches;
        match too_many(&batch) {
            Some(told) => Err(NotHeld::Unusable(vec![told])),
            None => Ok(batch),
        }
    }
}
