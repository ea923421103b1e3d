//! Results by their columns, for whoever holds them in memory: numbers as decimals of the digits that the proof gives them.

mod column;
mod texts;

use std::ops::Range;

use super::Table;
use super::shape::Shape;
use crate::data::{Came, Outcome, Piece};
use crate::ir::SlotId;
use column::Column;
use texts::Texts;

/// So many rows are held together.
const TOGETHER: usize = 1 << 17;

/// Results by their columns.
pub struct HeldResults {
    /// The names of the columns, those of the marks behind, and what they hold.
    pub columns: Vec<(String, Shape)>,
    /// Of each column of labels, the labels: the policy's, then what stands there of records that were not evaluated.
    pub words: Vec<Option<Vec<String>>>,
    /// The rows, some at a time.
    pub parts: Vec<HeldPart>,
}

/// Some rows on end.
pub struct HeldPart {
    /// How many.
    pub rows: usize,
    /// Of each column its values, and the rows that have none, in any order.
    pub columns: Vec<(ResultValues, Vec<Range<usize>>)>,
}

/// The values of a column.
#[derive(Debug, Clone)]
pub enum ResultValues {
    /// Decimals, by their digits.
    Decimals(Vec<i128>),
    /// Days since 1970.
    Days(Vec<i32>),
    /// Truth values.
    Truths(Vec<bool>),
    /// Texts one behind the other, where each begins, and where the last ends.
    Texts(Vec<u8>, Vec<i32>),
    /// Places among the words of the column.
    Words(Vec<i32>),
    /// The same text in so many rows; an empty one is none.
    Same(String, usize),
}

/// What gathers the results of the only policy of a table, row by row in their order.
pub struct HeldWriter<'t, 'a> {
    table: &'t Table<'a>,
    columns: Vec<Column<'t>>,
    /// What is told of each record besides.
    marks: Vec<Texts>,
    parts: Vec<HeldPart>,
    /// How many rows are gathered, how many of them in this part, and how many are there of those columns that take a whole
    /// piece at once.
    rows: usize,
    here: usize,
    ahead: usize,
}

impl<'t, 'a> HeldWriter<'t, 'a> {
    /// Whether records can come as figures of these slots.
    pub fn takes_figures(table: &Table, slots: &[SlotId]) -> bool {
        column::are_figures(table, slots)
    }

    /// What gathers the rows of a table, of which these slots come as figures where any do.
    pub fn new(table: &'t Table<'a>, slots: &[SlotId]) -> Self {
        let columns = table.columns.iter().map(|column| Column::new(table, column, slots)).collect();
        let marks = table.marks().iter().map(|_| Texts::default()).collect();
        HeldWriter { table, columns, marks, parts: vec![], rows: 0, here: 0, ahead: 0 }
    }

    /// How many rows were taken.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Takes what the next records came to.
    pub fn take(&mut self, came: Came) {
        match came {
            Came::Figures(piece, records) => self.figures(piece, records),
            Came::Outcome(outcome) => self.outcome(outcome),
        }
    }

    fn figures(&mut self, piece: &Piece, records: Range<usize>) {
        if self.here >= self.ahead {
            // More than one piece comes, so that it is likely that many do: room for all of a part is asked for once.
            if self.here > 0 && self.here <= piece.stretch.len {
                self.columns.iter_mut().for_each(|column| column.reserve(TOGETHER + piece.stretch.len));
            }
            let rest = records.start..piece.stretch.len;
            self.ahead += rest.len();
            self.columns.iter_mut().for_each(|column| column.fill(piece, rest.clone()));
        }
        for column in &mut self.columns {
            column.push_texts(piece, records.clone());
        }
        let told = [Some("ok"), None];
        self.marks.iter_mut().zip(told).for_each(|(mark, text)| mark.push_each(text, records.len()));
        self.next(records.len());
    }

    fn outcome(&mut self, outcome: &Outcome) {
        if self.here >= self.ahead {
            self.columns.iter_mut().for_each(Column::grow);
            self.ahead += 1;
        }
        for (column, of) in self.columns.iter_mut().zip(&self.table.columns) {
            column.set(self.here, self.table, of, outcome);
        }
        for (texts, mark) in self.marks.iter_mut().zip(self.table.marks()) {
            let told = self.table.mark(*mark, outcome);
            texts.push(Some(told.as_str()).filter(|told| !told.is_empty()));
        }
        self.next(1);
    }

    fn next(&mut self, rows: usize) {
        self.rows += rows;
        self.here += rows;
        // A part ends where a piece does.
        if self.here >= TOGETHER && self.here >= self.ahead {
            self.close();
        }
    }

    fn close(&mut self) {
        let own = self.columns.iter_mut().map(Column::taken);
        let columns = own.chain(self.marks.iter_mut().map(Texts::taken)).collect();
        self.parts.push(HeldPart { rows: self.here, columns });
        (self.here, self.ahead) = (0, 0);
    }

    /// All that was taken.
    pub fn end(mut self) -> HeldResults {
        if self.here > 0 {
            self.close();
        }
        let own = self.table.columns.iter().zip(&self.columns);
        let mut columns: Vec<(String, Shape)> = own.map(|(of, column)| (of.name.clone(), column.shape())).collect();
        columns.extend(self.table.marks().iter().map(|mark| (mark.name().to_owned(), Shape::Text)));
        let words = self.columns.into_iter().map(Column::into_words);
        let words = words.chain(self.marks.iter().map(|_| None)).collect();
        HeldResults { columns, words, parts: self.parts }
    }
}
