//! A table of the user: what its columns are, whether a policy can read them, and its rows block by block.

use std::ops::ControlFlow;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::RecordBatchStreamReader;
use arrow_array::types::UInt32Type;
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchReader, StringArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use merit::data::{Batch, Layout, Problem};
use merit::io::{Give, HeldBlock, HeldColumn, HeldTable, HeldValues, NotHeld, Presence, TakeHeld};
use merit::ir::Type;
use merit::quantity::Calendar;
use merit::render::Tongue;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyList, PyString};

use super::normal::{TooWide, held, normal};
use super::supervise::{Pulse, Stopped};
use super::{borders, refused, schema, words};

/// So many rows are looked at together.
const TOGETHER: usize = 1 << 11;
/// No more rows of a stream are kept in case that they must be read again.
const MOST_KEPT: usize = 1 << 23;

/// A table as the user handed it over.
pub struct Frame {
    /// What messages call it.
    pub name: String,
    schema: SchemaRef,
    /// The rows that were looked at, in case that they are read again, and those that are still to come.
    kept: Vec<RecordBatch>,
    rest: Option<Box<RecordBatchStreamReader>>,
}

/// How a table is read.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Whether binary floats are read, as the shortest decimals that lead back to them.
    pub floats: bool,
    /// The tongue of what is told.
    pub tongue: Tongue,
}

/// Why the rows of a table were not read to the end.
#[derive(Debug)]
pub enum Failure {
    /// Somebody interrupted it.
    Stopped,
    /// They cannot be used.
    Problems(Vec<Problem>),
    /// Whoever gives them failed.
    Stream(String),
    /// A number of a column is too wide: the table, the column, its type.
    TooWide(String, String, DataType),
    /// They are too many to be kept.
    TooMany,
}

/// What the values of a column are, as far as it matters whether a field can have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Whole,
    Number,
    Float,
    Bool,
    Text,
    Date,
    Moment,
    Time,
    Nothing,
    Other,
}

impl Class {
    fn of(kind: &DataType) -> Class {
        use DataType as T;
        match kind {
            T::Null => Class::Nothing,
            T::Boolean => Class::Bool,
            T::Utf8 | T::LargeUtf8 | T::Utf8View => Class::Text,
            T::Dictionary(_, words) if Class::of(words) == Class::Text => Class::Text,
            T::Int8 | T::Int16 | T::Int32 | T::Int64 | T::UInt8 | T::UInt16 | T::UInt32 | T::UInt64 => Class::Whole,
            T::Decimal32(..) | T::Decimal64(..) | T::Decimal128(..) | T::Decimal256(..) => Class::Number,
            T::Float16 | T::Float32 | T::Float64 => Class::Float,
            T::Date32 => Class::Date,
            T::Date64 | T::Timestamp(..) => Class::Moment,
            T::Time32(_) | T::Time64(_) => Class::Time,
            _ => Class::Other,
        }
    }

    /// Whether a field of a type can have them. Texts are read as the cells of any file.
    fn fits(self, ty: Type) -> bool {
        match (self, ty) {
            (Class::Nothing | Class::Text, _) => true,
            (Class::Whole, Type::Number(_) | Type::Text | Type::Bool | Type::Calendar(Calendar::Year)) => true,
            (Class::Number | Class::Float, Type::Number(_)) => true,
            (Class::Bool, Type::Bool) => true,
            (Class::Time, Type::Calendar(Calendar::Time)) => true,
            (Class::Date, Type::Calendar(kind)) => kind != Calendar::Time,
            (Class::Moment, Type::Calendar(_)) => true,
            _ => false,
        }
    }
}

impl Frame {
    /// What somebody handed over: anything that gives an Arrow stream, a record as a dict, or a list of such.
    pub fn of(object: &Bound<'_, PyAny>, name: &str) -> PyResult<Frame> {
        let rows = match (object.cast::<PyDict>(), object.cast::<PyList>()) {
            (Ok(record), _) => Some(vec![record.clone()]),
            (_, Ok(list)) => Some(list.iter().map(|one| Ok(one.cast_into::<PyDict>()?)).collect::<PyResult<Vec<_>>>()?),
            _ => None,
        };
        let name = name.to_owned();
        if let Some(rows) = rows {
            let batch = by_columns(&rows)?;
            return Ok(Frame { name, schema: batch.schema(), kept: vec![batch], rest: None });
        }
        let reader = borders::stream(object)?;
        Ok(Frame { name, schema: reader.schema(), kept: vec![], rest: Some(Box::new(reader)) })
    }

    fn titles(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    /// Refuses a table that lacks a column, or has one of another type, before a row is read; gives the columns that are read.
    pub fn check(&self, py: Python<'_>, layout: &Layout, asked: Asked) -> PyResult<Vec<String>> {
        let table = HeldTable::new(layout, &self.name, &self.titles()).map_err(|lacking| {
            let needed = |name: &String| layout.fields.iter().position(|field| field.name == *name);
            let first = lacking.fields.first().and_then(needed);
            let needed = first.map(|at| words::arrow(&schema::of_field(layout, at))).unwrap_or_default();
            refused::lacking(py, &lacking, &needed, asked.tongue)
        })?;
        let mut read = vec![];
        for field in table.fields() {
            let (Some(column), Some(slot)) = (self.schema.fields().get(field.column), layout.slots.get(field.field))
            else {
                continue;
            };
            let class = Class::of(column.data_type());
            let (found, needed) =
                (words::arrow(column.data_type()), words::arrow(&schema::of_field(layout, field.field)));
            let (tongue, of, table_name) = (asked.tongue, column.name().as_str(), self.name.as_str());
            let bare = table.takes_numbers(field.field) || !matches!(slot.ty, Type::Number(_));
            let message = match class {
                _ if !class.fits(slot.ty) => words::wrong_type(tongue, table_name, of, &found, &needed),
                Class::Float if !asked.floats => words::floats(tongue, table_name, of, &found, &needed),
                Class::Whole | Class::Number | Class::Float if !bare => words::percent(tongue, table_name, of, &found),
                _ => {
                    read.push(column.name().clone());
                    continue;
                }
            };
            return Err(refused::column(py, &message, (of, &found, &needed)));
        }
        Ok(read)
    }

    /// Reads all rows behind those of a batch.
    pub fn read(mut self, layout: &Layout, before: Batch, pulse: &Pulse) -> Result<Batch, Failure> {
        let table = self.table(layout)?;
        table.read(before, |give| self.each(&table, (false, pulse), give)).map_err(Failure::of)
    }

    /// Reads all rows, and gives the records to `take` as they come, which lets them go. Nothing, where they must be held;
    /// they can be read again then.
    pub fn pass(
        &mut self,
        layout: &Layout,
        pulse: &Pulse,
        take: &mut TakeHeld<Failure>,
    ) -> Result<Option<Batch>, Failure> {
        let table = self.table(layout)?;
        match table.read_passing(|give| self.each(&table, (true, pulse), give), take) {
            Err(NotHeld::Failed(Failure::TooMany)) => Ok(None),
            read => read.map_err(Failure::of),
        }
    }

    fn table<'p>(&self, layout: &Layout<'p>) -> Result<HeldTable<'p>, Failure> {
        HeldTable::new(layout, &self.name, &self.titles()).map_err(|lacking| Failure::Problems(lacking.problems))
    }

    /// Gives the rows block by block, and keeps those that come where they may be read again.
    fn each(
        &mut self,
        table: &HeldTable,
        (keep, pulse): (bool, &Pulse),
        give: &mut Give<Failure>,
    ) -> Result<(), Failure> {
        let mut used = vec![false; self.schema.fields().len()];
        table.fields().for_each(|field| used.get_mut(field.column).into_iter().for_each(|used| *used = true));
        let mut done = 0;
        let mut each = |batch: &RecordBatch| {
            each_block(&normalized(&self.name, batch, &used)?, &used, |block| {
                give(block)?;
                done += block.rows;
                match pulse.reach(done, None) {
                    ControlFlow::Continue(()) => Ok(()),
                    ControlFlow::Break(Stopped) => Err(Failure::Stopped),
                }
            })
        };
        self.kept.iter().try_for_each(&mut each)?;
        let mut kept: usize = self.kept.iter().map(RecordBatch::num_rows).sum();
        for batch in self.rest.iter_mut().flatten() {
            let batch = batch.map_err(|error| Failure::Stream(error.to_string()))?;
            if keep {
                kept += batch.num_rows();
                self.kept.push(batch.clone());
                if kept > MOST_KEPT {
                    return Err(Failure::TooMany);
                }
            }
            each(&batch)?;
        }
        Ok(())
    }
}

impl Failure {
    fn of(error: NotHeld<Failure>) -> Failure {
        match error {
            NotHeld::Unusable(problems) => Failure::Problems(problems),
            NotHeld::Failed(failure) => failure,
        }
    }

    /// What Python raises.
    pub fn raised(self, py: Python<'_>, tongue: Tongue) -> PyErr {
        match self {
            Failure::Stopped | Failure::TooMany => pyo3::exceptions::PyKeyboardInterrupt::new_err(()),
            Failure::Problems(problems) => refused::data(py, &problems, tongue),
            Failure::Stream(error) => pyo3::exceptions::PyOSError::new_err(error),
            Failure::TooWide(table, column, found) => {
                let found = words::arrow(&found);
                let message = words::too_wide(tongue, &table, &column, &found);
                refused::column(py, &message, (&column, &found, "decimal128"))
            }
        }
    }
}

/// The columns of a batch that somebody reads in layouts that are read where they lie.
fn normalized(name: &str, batch: &RecordBatch, used: &[bool]) -> Result<(usize, Vec<ArrayRef>), Failure> {
    let schema = batch.schema();
    let columns = batch.columns().iter().zip(used).zip(schema.fields()).map(|((array, used), field)| {
        let wide = |TooWide| Failure::TooWide(name.to_owned(), field.name().clone(), field.data_type().clone());
        if *used { normal(array).map_err(wide) } else { Ok(Arc::clone(array)) }
    });
    Ok((batch.num_rows(), columns.collect::<Result<_, _>>()?))
}

/// Gives the rows of a batch, so many at a time.
fn each_block(
    (rows, columns): &(usize, Vec<ArrayRef>),
    used: &[bool],
    mut give: impl FnMut(&HeldBlock) -> Result<(), Failure>,
) -> Result<(), Failure> {
    // Words are the same in all blocks.
    let words: Vec<Option<Vec<&str>>> =
        columns.iter().zip(used).map(|(array, used)| dictionary(array, *used)).collect();
    for first in (0..*rows).step_by(TOGETHER) {
        let count = TOGETHER.min(*rows - first);
        let pieces: Vec<ArrayRef> = columns.iter().map(|array| array.slice(first, count)).collect();
        let blocks = pieces.iter().zip(used).zip(&words).map(|((piece, used), words)| match (used, words) {
            (false, _) => HeldColumn { values: HeldValues::Unread, present: Presence::None },
            (true, None) => held(piece),
            (true, Some(words)) => coded(piece, words),
        });
        let blocks = blocks.collect();
        give(&HeldBlock { rows: count, columns: blocks })?;
    }
    Ok(())
}

fn dictionary(array: &ArrayRef, used: bool) -> Option<Vec<&str>> {
    let own = array.as_dictionary_opt::<UInt32Type>().filter(|_| used)?;
    super::normal::texts(own.values())
}

fn coded<'a>(piece: &'a ArrayRef, words: &'a [&'a str]) -> HeldColumn<'a> {
    let column = held(piece);
    match column.values {
        HeldValues::Coded(places, _) => HeldColumn { values: HeldValues::Coded(places, words.into()), ..column },
        values => HeldColumn { values, ..column },
    }
}

/// Records as dicts of Python as columns of texts, which are read as the cells of a file.
fn by_columns(rows: &[Bound<'_, PyDict>]) -> PyResult<RecordBatch> {
    let mut names: Vec<String> = vec![];
    for row in rows {
        for name in row.keys() {
            let name: String = name.extract()?;
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let mut fields = vec![];
    let mut columns: Vec<ArrayRef> = vec![];
    for name in &names {
        let mut floats = false;
        let cell = |row: &Bound<'_, PyDict>| row.get_item(name)?.map_or(Ok(None), |value| spelt(&value, &mut floats));
        let cells = rows.iter().map(cell).collect::<PyResult<Vec<Option<String>>>>()?;
        let column = if floats { floats_of(rows, name)? } else { Arc::new(StringArray::from(cells)) };
        fields.push(Field::new(name, column.data_type().clone(), true));
        columns.push(column);
    }
    let options = arrow_array::RecordBatchOptions::new().with_row_count(Some(rows.len()));
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &options)
        .map_err(|error| pyo3::exceptions::PyValueError::new_err(error.to_string()))
}

/// A column in which some value is a binary float, which is refused or read as one.
fn floats_of(rows: &[Bound<'_, PyDict>], name: &str) -> PyResult<ArrayRef> {
    let number = |row: &Bound<'_, PyDict>| match row.get_item(name)? {
        Some(value) if !value.is_none() => value.extract::<f64>().map(Some),
        _ => Ok(None),
    };
    let numbers = rows.iter().map(number).collect::<PyResult<Vec<Option<f64>>>>()?;
    Ok(Arc::new(arrow_array::Float64Array::from(numbers)))
}

/// A value of Python as the text of a cell.
fn spelt(value: &Bound<'_, PyAny>, floats: &mut bool) -> PyResult<Option<String>> {
    if value.is_none() {
        return Ok(None);
    }
    if let Ok(truth) = value.cast::<PyBool>() {
        return Ok(Some(truth.is_true().to_string()));
    }
    if value.is_instance_of::<PyFloat>() {
        *floats = true;
        return Ok(None);
    }
    if value.is_instance_of::<PyString>() {
        return value.extract();
    }
    if value.is_instance(&value.py().import("decimal")?.getattr("Decimal")?)? {
        return value.call_method1("__format__", ("f",))?.extract();
    }
    match value.getattr_opt("isoformat")? {
        Some(iso) => iso.call0()?.extract(),
        None => value.str()?.extract(),
    }
}
