//! The rows of a file, or of a sheet of one, below its header: each a record for every policy, in one go.

use super::header::Header;
use super::heading::Fields;
use super::record::Records;
use super::scan::{Index, Parsed, Parser};
use super::search::{HeaderRow, hidden};
use super::{Stop, TakeRows, not_data};
use crate::data::{Batch, Format, InputFile, Place, Problem};
use crate::diagnostic::Code;
use crate::io::cell::Cell;
use crate::io::typed::HeldBlock;

/// Turns the rows of a file, or of one sheet, into records.
pub(super) struct Sheet<'s, 'p> {
    input: &'s InputFile,
    all: &'p [Fields<'p>],
    /// What each policy reads.
    records: Vec<Records<'s, 'p>>,
    /// The place of the file among those of the run.
    file: u32,
    header_row: u32,
    /// Whether the header was reached, and whether a row below it was.
    begun: bool,
    filled: bool,
    /// The last row that was taken.
    last: u32,
    /// What is wrong with the header for a policy that did not find it.
    refused: Vec<Problem>,
}

impl<'s, 'p> Sheet<'s, 'p> {
    /// A file of which the header is known.
    pub fn new(
        (input, header): (&'s InputFile, &HeaderRow),
        all: &'p [Fields<'p>],
        batches: &'s mut [Batch],
    ) -> Result<Self, Vec<Problem>> {
        let mut sheet = Sheet {
            input,
            all,
            records: Vec::with_capacity(all.len()),
            file: batches.first().and_then(|batch| u32::try_from(batch.inputs.len()).ok()).unwrap_or(u32::MAX),
            header_row: header.row,
            begun: false,
            filled: false,
            last: 0,
            refused: vec![],
        };
        for ((at, fields), batch) in all.iter().enumerate().zip(batches) {
            let own = fields.header(header.row, &header.cells);
            let mut doubled = fields.doubled(input, &own);
            doubled.extend(fields.doubtful(input, &own, all));
            if at == header.finder && !doubled.is_empty() {
                return Err(doubled);
            }
            if sheet.refused.is_empty() {
                sheet.refused = doubled;
            }
            batch.notices.extend(fields.unused(input, &own, all));
            batch.untaken.extend(own.unused.iter().map(|column| own.title(*column).to_owned()));
            // What stands in a column of another policy is no note.
            let of_nobody = |column: &usize| !all.iter().any(|fields| fields.knows(own.title(*column)));
            let unused = own.unused.iter().copied().filter(of_nobody).collect();
            let own = Header { unused, ..own };
            sheet.records.push(Records::new(input, fields, own, batch));
        }
        Ok(sheet)
    }

    /// How rows are read that need no thought, for each policy for which any are; nothing before that is known, since
    /// the row below the header may tell the units of the others.
    pub fn parsers(&self) -> Option<Vec<Option<Parser<'p>>>> {
        let known = self.begun && (self.last > self.header_row || self.input.format.has_names());
        known.then(|| self.records.iter().map(Records::parser).collect())
    }

    /// How many cells the header has.
    pub fn width(&self) -> usize {
        self.records.first().map_or(0, Records::width)
    }

    /// Takes rows of a text as they are cut, and as far as they were read for each policy.
    pub fn take_rows(&mut self, text: &[u8], index: &Index, parsed: &[Option<Parsed>]) -> Result<(), Stop> {
        if parsed.is_empty() {
            return index.each(text, |line, cells| self.row(line, cells));
        }
        for (records, parsed) in self.records.iter_mut().zip(parsed) {
            self.filled |= records.take_rows(self.file, (text, index), parsed.as_ref());
        }
        self.last = index.last_line().unwrap_or(self.last);
        Ok(())
    }

    /// Takes rows of a text for the only policy whose records were taken by somebody else; false, where it must see them.
    pub fn take_worked(&mut self, (text, index): (&[u8], &Index), parsed: &Parsed, longest: usize) -> bool {
        let [records] = self.records.as_mut_slice() else { return false };
        let taken = records.take_worked(self.file, (text, index), (parsed, longest));
        if taken {
            (self.filled, self.last) = (true, index.last_line().unwrap_or(self.last));
        }
        taken
    }

    /// The columns of the keys of the first policy.
    pub fn keys(&self) -> &[usize] {
        self.records.first().map_or(&[], Records::keys)
    }

    /// The file as the first policy reads it, with its place among those of the run.
    pub fn input(&self) -> (u32, InputFile) {
        (self.file, self.records.first().map_or_else(|| self.input.clone(), |records| records.input().clone()))
    }

    /// Takes the rows of a block of a table in memory, and as far as they were read for each policy.
    pub fn take_held(&mut self, block: &HeldBlock, lines: &[u32], parsed: &[Option<Parsed>]) {
        for (records, parsed) in self.records.iter_mut().zip(parsed) {
            records.take_held(self.file, (block, lines), parsed.as_ref());
        }
        self.filled |= block.rows > 0;
        self.last = lines.last().copied().unwrap_or(self.last);
    }

    /// Takes a row by its cells.
    pub fn take_row(&mut self, row: u32, cells: &[Cell]) -> Result<(), Stop> {
        self.row(row, cells)
    }

    /// What the first policy read so far.
    pub fn first(&mut self) -> Option<&mut Batch> {
        self.records.first_mut().map(Records::batch)
    }

    /// Ends the file. Its hidden rows `left_out` were not seen.
    pub fn end(mut self, left_out: &[u32]) -> Result<(), Vec<Problem>> {
        self.records.iter_mut().for_each(Records::tell_columns);
        // Of a table in memory any part may be empty.
        if !self.filled && self.input.format != Format::Arrow {
            for (fields, records) in self.all.iter().zip(&mut self.records) {
                let name = fields.details.ok_or_else(|| vec![not_data("no-records", &self.input.name)])?;
                let told = Problem::new(Code::UnmatchedRows, "none", &self.input.name).arg("name", name);
                records.tell(told.at(self.input.whole()));
            }
        }
        if !self.refused.is_empty() {
            return Err(self.refused);
        }
        let below: Vec<u32> = left_out.iter().copied().filter(|row| *row > self.header_row).collect();
        if let Some(told) = hidden(self.input, &below) {
            self.records.iter_mut().for_each(|records| records.tell(told.clone()));
        }
        Ok(())
    }
}

impl TakeRows for Sheet<'_, '_> {
    fn row(&mut self, row: u32, cells: &[Cell]) -> Result<(), Stop> {
        // An object without values is a record all the same: someone wrote it.
        let blank = !self.input.format.has_names() && cells.iter().all(Cell::is_blank);
        // A workbook has no cells for a blank row.
        let gap = self.input.sheet.is_some() && row > self.last.saturating_add(1);
        self.last = row;
        if blank || gap {
            self.records.iter_mut().for_each(Records::pause);
        }
        match blank {
            true => {}
            false if self.begun => {
                self.filled = true;
                let place = Place { input: self.file, row };
                self.records.iter_mut().for_each(|records| records.take(place, cells));
            }
            false => self.begun = row == self.header_row,
        }
        Ok(())
    }

    fn is_open(&self) -> bool {
        !self.begun
    }

    fn knows(&self, title: &str) -> bool {
        self.all.iter().any(|fields| fields.knows(title))
    }

    fn pass(&mut self, row: u32) {
        self.last = row;
    }
}
