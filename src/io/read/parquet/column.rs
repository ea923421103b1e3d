//! One column of a row group: its values a block at a time, as cells.

use std::vec;

use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{
    BoolType, ByteArrayType, DataType, DoubleType, FixedLenByteArrayType, FloatType, Int32Type, Int64Type, Int96Type,
};
use parquet::errors::ParquetError;
use parquet::schema::types::ColumnDescriptor;

use super::kind;
use crate::io::cell::{Cell, Nature};
use crate::io::typed::{Kind, spell};

/// What gives the cells of a column.
pub(super) enum Column {
    /// The values that stand in the file.
    Values { reader: Box<ColumnReader>, kind: Kind, present: i16 },
    /// Every cell alike.
    Same(Cell<'static>),
}

/// The cells of some rows.
pub(super) type Block = vec::IntoIter<Cell<'static>>;

impl Column {
    /// The column of a leaf.
    pub fn of(leaf: &ColumnDescriptor, reader: ColumnReader) -> Result<Column, ParquetError> {
        Ok(Column::Values { reader: Box::new(reader), kind: kind::of(leaf), present: leaf.max_def_level() })
    }

    /// The cells of the next rows.
    pub fn next(&mut self, count: usize) -> Result<Block, ParquetError> {
        let (reader, kind, present) = match self {
            Column::Same(cell) => return Ok(vec![cell.clone(); count].into_iter()),
            Column::Values { reader, kind, present } => (reader.as_mut(), *kind, *present),
        };
        let rows = (count, present);
        use ColumnReader as R;
        match reader {
            R::BoolColumnReader(it) => cells::<BoolType>(it, rows, |truth| Some(truth.to_string())),
            R::Int32ColumnReader(it) => cells::<Int32Type>(it, rows, |it| spell::integer(kind, i64::from(*it), 32)),
            R::Int64ColumnReader(it) => cells::<Int64Type>(it, rows, |it| spell::integer(kind, *it, 64)),
            R::Int96ColumnReader(it) => {
                cells::<Int96Type>(it, rows, |it| spell::moment_of_96(<[u32; 3]>::try_from(it.data()).ok()?))
            }
            R::FloatColumnReader(it) => cells::<FloatType>(it, rows, |it| Some(spell::float(it.to_string()))),
            R::DoubleColumnReader(it) => cells::<DoubleType>(it, rows, |it| Some(spell::float(it.to_string()))),
            R::ByteArrayColumnReader(it) => cells::<ByteArrayType>(it, rows, |it| spell::bytes(kind, it.data())),
            R::FixedLenByteArrayColumnReader(it) => {
                cells::<FixedLenByteArrayType>(it, rows, |it| spell::bytes(kind, it.data()))
            }
        }
    }
}

/// The cells of so many rows. Those of a lower level than `present` are empty.
fn cells<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    (count, present): (usize, i16),
    spell: impl Fn(&T::T) -> Option<String>,
) -> Result<Block, ParquetError> {
    let (mut levels, mut values) = (Vec::with_capacity(count), Vec::with_capacity(count));
    let (records, ..) = reader.read_records(count, Some(&mut levels), None, &mut values)?;
    if records != count {
        return Err(ParquetError::EOF(format!("{records} of {count} rows")));
    }
    let mut values = values.iter();
    let mut next = || match values.next().map(&spell) {
        Some(Some(text)) => Cell::plain(text),
        // No text, and no day of the calendar.
        Some(None) => Cell::of("", Nature::Binary),
        None => Cell::default(),
    };
    let cells: Vec<Cell> = match present {
        0 => (0..count).map(|_| next()).collect(),
        _ => levels.iter().map(|level| if *level == present { next() } else { Cell::default() }).collect(),
    };
    Ok(cells.into_iter())
}
