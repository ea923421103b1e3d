//! Parquet: the rows of each row group, as many at a time as stand in a block.

mod column;
mod kind;

use std::sync::Arc;

use bytes::Bytes;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};
use parquet::schema::types::SchemaDescriptor;

use super::heading::Fields;
use super::{Sink, Stop, guard, not_data};
use crate::data::Problem;
use crate::io::cell::{Cell, Nature};
use column::{Block, Column};

/// So many rows are held as cells at a time.
const BLOCK: usize = 1_024;

/// A file of rows in columns.
pub(super) struct Table<'t> {
    file: &'t Arc<str>,
    reader: SerializedFileReader<Bytes>,
    fields: Vec<Field>,
}

/// A column of the file as it stands in its schema.
struct Field {
    name: String,
    holds: Holds,
}

/// What stands in the cells of a column.
#[derive(Clone, Copy)]
enum Holds {
    /// The values of a leaf.
    Leaf(usize),
    /// Lists or structures, which are no value.
    Nested,
    /// What nobody reads.
    Unread,
}

impl<'t> Table<'t> {
    /// The file behind `bytes`, of which the columns are read that somebody knows.
    pub fn of(file: &'t Arc<str>, bytes: &[u8], all: &[Fields]) -> Result<Self, Problem> {
        let bytes = Bytes::copy_from_slice(bytes);
        let open = || SerializedFileReader::new(bytes);
        let reader = guard::quietly(open).and_then(Result::ok).ok_or_else(|| not_data("parquet-damaged", file))?;
        let fields = fields(reader.metadata().file_metadata().schema_descr(), all);
        if fields.is_empty() {
            return Err(not_data("empty", file));
        }
        Ok(Table { file, reader, fields })
    }

    /// The names of the columns as the row 0, then each row.
    pub fn read(&self, sink: Sink) -> Result<(), Stop> {
        let header: Vec<Cell> = self.fields.iter().map(|field| Cell::plain(field.name.as_str())).collect();
        sink(0, &header)?;
        let mut row = 0;
        for group in 0..self.reader.num_row_groups() {
            self.group(group, &mut row, sink)?;
        }
        Ok(())
    }

    fn group(&self, group: usize, row: &mut u32, sink: Sink) -> Result<(), Stop> {
        let open = || self.columns(self.reader.get_row_group(group)?.as_ref());
        let (mut columns, mut left) = self.checked(open)?;
        while left > 0 {
            let count = left.min(BLOCK);
            let mut blocks: Vec<Block> =
                self.checked(|| columns.iter_mut().map(|column| column.next(count)).collect())?;
            for _ in 0..count {
                let cells: Vec<Cell> = blocks.iter_mut().map(|block| block.next().unwrap_or_default()).collect();
                *row = row.saturating_add(1);
                sink(*row, &cells)?;
            }
            left -= count;
        }
        Ok(())
    }

    /// What is read of each column of a row group, and how many rows it has.
    fn columns(&self, group: &dyn RowGroupReader) -> Result<(Vec<Column>, usize), ParquetError> {
        let schema = self.reader.metadata().file_metadata().schema_descr();
        let column = |field: &Field| match field.holds {
            Holds::Leaf(leaf) => Column::of(schema.column(leaf).as_ref(), group.get_column_reader(leaf)?),
            Holds::Nested => Ok(Column::Same(Cell::of("[…]", Nature::Nested))),
            Holds::Unread => Ok(Column::Same(Cell::default())),
        };
        let columns: Result<Vec<Column>, ParquetError> = self.fields.iter().map(column).collect();
        Ok((columns?, usize::try_from(group.metadata().num_rows()).unwrap_or_default()))
    }

    /// What a piece of work with the file gives: one that cannot be done means that the file is damaged.
    fn checked<T>(&self, work: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, Stop> {
        match guard::quietly(work) {
            Some(Ok(done)) => Ok(done),
            Some(Err(ParquetError::NYI(what) | ParquetError::General(what))) if is_left_out(&what) => {
                Err(not_data("parquet-feature", self.file).arg("what", what).into())
            }
            _ => Err(not_data("parquet-damaged", self.file).into()),
        }
    }
}

/// Whether the library says that it knows of something and does without it: a way to compress, say.
fn is_left_out(what: &str) -> bool {
    ["feature", "not supported", "not implemented"].iter().any(|word| what.contains(word))
}

fn fields(schema: &SchemaDescriptor, all: &[Fields]) -> Vec<Field> {
    let leaf = |place: usize| (0..schema.num_columns()).find(|leaf| schema.get_column_root_idx(*leaf) == place);
    let field = |(place, root): (usize, &Arc<parquet::schema::types::Type>)| {
        let name = root.name().to_owned();
        let known = all.iter().any(|fields| fields.knows(&name));
        let repeated = root.get_basic_info().has_repetition()
            && root.get_basic_info().repetition() == parquet::basic::Repetition::REPEATED;
        let holds = match leaf(place) {
            _ if !known => Holds::Unread,
            Some(leaf) if root.is_primitive() && !repeated => Holds::Leaf(leaf),
            _ => Holds::Nested,
        };
        Field { name, holds }
    };
    schema.root_schema().get_fields().iter().enumerate().map(field).collect()
}
