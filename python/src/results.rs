//! Results as Arrow, laid out without a copy of a number.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Int32Array, RecordBatch, RecordBatchOptions,
    StringArray,
};
use arrow_buffer::{BooleanBufferBuilder, Buffer, NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, Field, Schema};
use merit::io::{HeldResults, ResultValues, Shape};

use super::borders::Table;
use super::schema;

/// The table of results.
pub fn table(results: HeldResults) -> Result<Table, ArrowError> {
    let HeldResults { columns, words, parts } = results;
    let words: Vec<Option<ArrayRef>> =
        words.into_iter().map(|words| words.map(|words| Arc::new(StringArray::from(words)) as ArrayRef)).collect();
    let kind = |((name, shape), words): (&(String, Shape), &Option<ArrayRef>)| {
        Field::new(name, if words.is_some() { schema::dictionary() } else { schema::kind(*shape) }, true)
    };
    let schema = Arc::new(Schema::new(columns.iter().zip(&words).map(kind).collect::<Vec<_>>()));
    let mut same = HashMap::new();
    let batches = parts.into_iter().map(|part| {
        let options = RecordBatchOptions::new().with_row_count(Some(part.rows));
        let of = part.columns.into_iter().zip(&columns).zip(&words);
        let arrays = of
            .map(|(((values, absent), (_, shape)), words)| array(values, &absent, (*shape, words.as_ref()), &mut same));
        RecordBatch::try_new_with_options(Arc::clone(&schema), arrays.collect::<Result<_, _>>()?, &options)
    });
    let batches = batches.collect::<Result<_, _>>()?;
    Ok(Table { schema, batches })
}

/// Columns in which the same stands in so many rows: parts are of one length mostly, and share them.
type Same = HashMap<(String, usize), ArrayRef>;

fn array(
    values: ResultValues,
    absent: &[Range<usize>],
    (shape, words): (Shape, Option<&ArrayRef>),
    same: &mut Same,
) -> Result<ArrayRef, ArrowError> {
    Ok(match values {
        ResultValues::Decimals(all) => {
            let nulls = nulls(absent, all.len());
            let (precision, scale) = match schema::kind(shape) {
                arrow_schema::DataType::Decimal128(precision, scale) => (precision, scale),
                _ => (38, 0),
            };
            let made = Decimal128Array::new(ScalarBuffer::from(all), nulls);
            Arc::new(made.with_precision_and_scale(precision, scale)?)
        }
        ResultValues::Days(all) => {
            let nulls = nulls(absent, all.len());
            Arc::new(Date32Array::new(ScalarBuffer::from(all), nulls))
        }
        ResultValues::Truths(all) => {
            let nulls = nulls(absent, all.len());
            Arc::new(BooleanArray::new(all.into_iter().collect(), nulls))
        }
        ResultValues::Words(all) => {
            let nulls = nulls(absent, all.len());
            let words = words.map_or_else(|| Arc::new(StringArray::from(Vec::<String>::new())) as ArrayRef, Arc::clone);
            Arc::new(DictionaryArray::<Int32Type>::try_new(Int32Array::new(ScalarBuffer::from(all), nulls), words)?)
        }
        ResultValues::Same(text, rows) => {
            let made = |(text, rows): &(String, usize)| match text.is_empty() {
                true => Arc::new(StringArray::new_null(*rows)) as ArrayRef,
                false => Arc::new(StringArray::from_iter_values(std::iter::repeat_n(text, *rows))),
            };
            let of = (text, rows);
            let known = same.get(&of).cloned();
            known.unwrap_or_else(|| {
                let made = made(&of);
                same.insert(of, Arc::clone(&made));
                made
            })
        }
        ResultValues::Texts(bytes, ends) => {
            let nulls = nulls(absent, ends.len().saturating_sub(1));
            let offsets = OffsetBuffer::new(ScalarBuffer::from(ends));
            Arc::new(StringArray::try_new(offsets, Buffer::from_vec(bytes), nulls)?)
        }
    })
}

/// Which rows have a value; nothing, where all do.
fn nulls(absent: &[Range<usize>], rows: usize) -> Option<NullBuffer> {
    match absent {
        [] => return None,
        [all] if all.len() == rows => return Some(NullBuffer::new_null(rows)),
        _ => {}
    }
    let mut bits = BooleanBufferBuilder::new(rows);
    bits.append_n(rows, true);
    absent.iter().cloned().flatten().for_each(|row| bits.set_bit(row, false));
    Some(NullBuffer::new(bits.finish()))
}
