//! Results as Parquet: numbers as decimals of the digits that the proof gives them, a row group at a time.

mod column;
mod shape;

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, Repetition};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};

use super::Table;
use super::shape::Shape;
use crate::data::Outcome;
use column::Column;

/// So many rows are held before they are written.
const GROUP: usize = 65_536;

/// A row for each record; of one that was rejected the columns that hold no text are null.
pub(super) fn write<'o>(
    table: &Table,
    outcomes: impl Iterator<Item = Outcome<'o>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut columns = columns(table);
    let (schema, properties) = described(table, &columns).map_err(told)?;
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, properties).map_err(told)?;
    let mut rows = 0;
    for outcome in outcomes {
        for (column, of) in columns.iter_mut().zip(&table.columns) {
            column.push(table, table.cell(of, &outcome), &outcome)?;
        }
        for (column, mark) in columns.iter_mut().skip(table.columns.len()).zip(table.marks()) {
            column.push_text(Some(table.mark(*mark, &outcome)).filter(|text| !text.is_empty()));
        }
        rows += 1;
        if rows == GROUP {
            flush(&mut writer, &mut columns, out)?;
            rows = 0;
        }
    }
    if rows > 0 {
        flush(&mut writer, &mut columns, out)?;
    }
    writer.finish().map_err(told)?;
    out.write_all(writer.inner())
}

/// A column for each of the table, and for each mark.
fn columns(table: &Table) -> Vec<Column> {
    let own = table.columns.iter().map(|column| Column::new(Shape::of(table, column)));
    own.chain(table.marks().iter().map(|_| Column::new(Shape::Text))).collect()
}

fn described(table: &Table, columns: &[Column]) -> Result<(TypePtr, Arc<WriterProperties>), ParquetError> {
    let field = |(name, column): (&str, &Column)| shape::field(column.shape, name, Repetition::OPTIONAL).map(Arc::new);
    let fields: Result<Vec<TypePtr>, ParquetError> = table.heads().zip(columns).map(field).collect();
    let schema = Type::group_type_builder("results").with_fields(fields?).build()?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("merit ", env!("CARGO_PKG_VERSION")).to_owned());
    Ok((Arc::new(schema), Arc::new(properties.build())))
}

/// Writes what the columns hold as a row group, and on to where the file goes.
fn flush(writer: &mut SerializedFileWriter<Vec<u8>>, columns: &mut [Column], out: &mut dyn Write) -> io::Result<()> {
    let mut group = writer.next_row_group().map_err(told)?;
    for column in columns {
        let mut place = group.next_column().map_err(told)?.ok_or_else(|| io::Error::other("a column too many"))?;
        column.write(place.untyped()).map_err(told)?;
        place.close().map_err(told)?;
    }
    group.close().map_err(told)?;
    out.write_all(writer.inner())?;
    writer.inner_mut().clear();
    Ok(())
}

fn told(error: ParquetError) -> io::Error {
    io::Error::other(error)
}
