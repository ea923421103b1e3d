//! The values of a column, as they are gathered for a row group.

use std::io;

use num_traits::ToPrimitive;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::{ByteArray, FixedLenByteArray};
use parquet::errors::ParquetError;

use crate::data::{Content, Outcome, scaled};
use crate::io::write::figure::figure;
use crate::io::write::shape::Shape;
use crate::io::write::table::Cell;
use crate::io::write::{Table, spelling};
use crate::ir::Value;

/// A column of one shape.
pub(super) struct Column {
    pub shape: Shape,
    /// Of each row, 1 where it has a value, else 0.
    levels: Vec<i16>,
    texts: Vec<ByteArray>,
    /// Numbers, days and truths.
    numbers: Vec<i128>,
}

impl Column {
    pub fn new(shape: Shape) -> Self {
        Column { shape, levels: vec![], texts: vec![], numbers: vec![] }
    }

    /// Takes the cell of the next row.
    pub fn push(&mut self, table: &Table, cell: Cell, outcome: &Outcome) -> io::Result<()> {
        if self.shape == Shape::Text {
            self.push_text(text(table, cell, outcome));
            return Ok(());
        }
        let Some(value) = value(cell, outcome).filter(|value| **value != Value::Missing) else {
            self.levels.push(0);
            return Ok(());
        };
        let number = self.number(cell, value).ok_or_else(|| io::Error::other("a value outside of its domain"))?;
        self.levels.push(1);
        self.numbers.push(number);
        Ok(())
    }

    /// Takes the text of the next row.
    pub fn push_text(&mut self, text: Option<String>) {
        self.levels.push(i16::from(text.is_some()));
        self.texts.extend(text.map(|text| ByteArray::from(text.into_bytes())));
    }

    fn number(&self, cell: Cell, value: &Value) -> Option<i128> {
        match (value, cell) {
            (Value::Bool(truth), _) => Some(i128::from(*truth)),
            (Value::Calendar(moment), _) => Some(i128::from(moment.ordinal)),
            (Value::Number(number), Cell::Value(policy, slot, id)) => {
                scaled(&figure(policy, slot, id, number)?, self.shape.scale())
            }
            _ => None,
        }
    }

    /// Writes what was gathered, and forgets it.
    pub fn write(&mut self, out: &mut ColumnWriter) -> Result<(), ParquetError> {
        let levels = Some(self.levels.as_slice());
        let numbers = self.numbers.iter();
        match out {
            ColumnWriter::BoolColumnWriter(out) => {
                out.write_batch(&numbers.map(|it| *it != 0).collect::<Vec<bool>>(), levels, None)
            }
            ColumnWriter::Int32ColumnWriter(out) => out.write_batch(&narrowed(numbers, i128::to_i32)?, levels, None),
            ColumnWriter::Int64ColumnWriter(out) => out.write_batch(&narrowed(numbers, i128::to_i64)?, levels, None),
            ColumnWriter::FixedLenByteArrayColumnWriter(out) => {
                let bytes = |it: &i128| FixedLenByteArray::from(it.to_be_bytes().to_vec());
                out.write_batch(&numbers.map(bytes).collect::<Vec<_>>(), levels, None)
            }
            ColumnWriter::ByteArrayColumnWriter(out) => out.write_batch(&self.texts, levels, None),
            _ => Err(ParquetError::General("a column of no such shape".to_owned())),
        }?;
        (self.levels, self.texts, self.numbers) = (vec![], vec![], vec![]);
        Ok(())
    }
}

fn narrowed<'n, T>(
    numbers: impl Iterator<Item = &'n i128>,
    narrow: impl Fn(&i128) -> Option<T>,
) -> Result<Vec<T>, ParquetError> {
    let all: Option<Vec<T>> = numbers.map(narrow).collect();
    all.ok_or_else(|| ParquetError::General("a number wider than its column".to_owned()))
}

fn value<'o>(cell: Cell, outcome: &'o Outcome) -> Option<&'o Value> {
    match (cell, &outcome.content) {
        (Cell::Value(_, _, id), Content::Values(values, _)) => values.get(id.0),
        _ => None,
    }
}

/// The text of a cell; nothing, where it is empty.
fn text(table: &Table, cell: Cell, outcome: &Outcome) -> Option<String> {
    let text = match cell {
        Cell::Value(policy, slot, id) => spelling::result_text(policy, slot, id, outcome, table.headers),
        Cell::Raw(cell) => cell.to_owned(),
        Cell::Empty => return None,
    };
    Some(spelling::plain(&text).into_owned()).filter(|text| !text.is_empty())
}
