//! Rows of one policy that need no thought, many at a time; the others between them one by one.

use std::ops::Range;

use super::Records;
use crate::data::Place;
use crate::io::read::scan::{Index, Parsed, longest};
use crate::io::typed::HeldBlock;

impl Records<'_, '_> {
    /// Takes the rows of a block, and tells whether any is not blank.
    pub fn take_rows(&mut self, file: u32, (text, index): (&[u8], &Index), parsed: Option<&Parsed>) -> bool {
        let (mut at, mut filled) = (0, false);
        for odd in index.odd.iter().map(Some).chain([None]) {
            let end = odd.map_or(index.len(), |odd| odd.before);
            while at < end {
                let taken = parsed.map_or(0, |parsed| self.take_run(file, (text, index), parsed, at..end));
                if taken == 0 {
                    let row = index.lines.get(at).copied().unwrap_or(u32::MAX);
                    filled |= self.take_any(Place { input: file, row }, &index.cut(text, at).cells());
                }
                filled |= taken > 0;
                at += taken.max(1);
            }
            if let Some(odd) = odd {
                filled |= self.take_any(Place { input: file, row: odd.line }, &odd.cells);
            }
        }
        filled
    }

    /// Whether nothing that stands above says more of a row than the row itself.
    fn is_open(&self, parsed: &Parsed) -> bool {
        let unknown = |(field, pointed): (usize, &bool)| *pointed && !self.columnar.knows_point(field);
        self.course.is_open() && !parsed.pointed.iter().enumerate().any(unknown)
    }

    /// Takes rows that need no thought and whose records somebody else took, with the characters of the longest key; false,
    /// where what stands above may say more of them.
    pub fn take_worked(
        &mut self,
        file: u32,
        (text, index): (&[u8], &Index),
        (parsed, longest): (&Parsed, usize),
    ) -> bool {
        let open = self.is_open(parsed) && self.batch.holds_none();
        if let Some(last) = index.len().checked_sub(1).filter(|_| open) {
            let first = self.batch.len();
            self.batch.pass_by(file, index.len());
            self.note((first, &index.lines), parsed, 0..index.len());
            self.course.lengthen(longest);
            self.course.keep(&self.fields.plans, &self.header, &index.cut(text, last).cells());
        }
        open
    }

    /// Takes as many of some rows as follow one another and need no thought, and tells how many these are.
    fn take_run(&mut self, file: u32, (text, index): (&[u8], &Index), parsed: &Parsed, rows: Range<usize>) -> usize {
        if !self.is_open(parsed) {
            return 0;
        }
        let run = parsed.run(rows.clone());
        let rows = rows.start..rows.start + run;
        if run > 0 {
            self.push_run(file, &index.lines, parsed, rows.clone());
            self.course.lengthen(longest(text, index, rows.clone(), (&self.keys, self.course.longest_key())));
            self.course.keep(&self.fields.plans, &self.header, &index.cut(text, rows.end - 1).cells());
        }
        run
    }

    /// Takes some rows that need no thought.
    fn push_run(&mut self, file: u32, lines: &[u32], parsed: &Parsed, rows: Range<usize>) {
        let first = self.batch.len();
        self.batch.push_cells(file, lines, &parsed.cells, rows.clone());
        self.note((first, lines), parsed, rows);
    }

    /// Notes what is to be said of some rows beside their values; the first is that record.
    fn note(&mut self, (first, lines): (usize, &[u32]), parsed: &Parsed, rows: Range<usize>) {
        for (row, field, defaulted) in parsed.noted(rows.clone()) {
            let line = lines.get(row).copied().unwrap_or(u32::MAX);
            match defaulted {
                true => self.batch.note_default(first + row - rows.start, field),
                false => self.columnar.see_blank(field, line),
            }
        }
    }

    /// Takes the rows of a block of a table in memory. Each is a record: somebody put it there.
    pub fn take_held(&mut self, file: u32, (block, lines): (&HeldBlock, &[u32]), parsed: Option<&Parsed>) {
        let mut at = 0;
        while at < block.rows {
            let run = parsed.map_or(0, |parsed| self.take_held_run(file, (block, lines), parsed, at..block.rows));
            if run == 0 {
                let row = lines.get(at).copied().unwrap_or(u32::MAX);
                self.take(Place { input: file, row }, &block.cells(at));
            }
            at += run.max(1);
        }
    }

    /// As many of its rows as follow one another and need no thought.
    fn take_held_run(
        &mut self,
        file: u32,
        (block, lines): (&HeldBlock, &[u32]),
        parsed: &Parsed,
        rows: Range<usize>,
    ) -> usize {
        let unknown = |(field, pointed): (usize, &bool)| *pointed && !self.columnar.knows_point(field);
        if parsed.pointed.iter().enumerate().any(unknown) {
            return 0;
        }
        let run = parsed.run(rows.clone());
        if run > 0 {
            self.push_run(file, lines, parsed, rows.start..rows.start + run);
            self.course.keep(&self.fields.plans, &self.header, &block.cells(rows.start + run - 1));
        }
        run
    }
}
