//! Columns as they come to columns of the few layouts that are read where they lie.

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, Float32Type, Float64Type,
    Int8Type, Int16Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, Decimal128Array, Int32Array, Int64Array, PrimitiveArray, StringArray, UInt32Array};
use arrow_schema::{DataType, TimeUnit};
use merit::io::{HeldColumn, HeldTexts, HeldValues, Kind, Presence};

/// A value that is too wide to be read.
#[derive(Debug, Clone, Copy)]
pub struct TooWide;

/// A column whose values need no other layout to be looked at; floats as the shortest texts that lead back to them.
pub fn normal(array: &ArrayRef) -> Result<ArrayRef, TooWide> {
    Ok(match array.data_type() {
        DataType::Int8 => Arc::new(widened::<Int8Type>(array)) as ArrayRef,
        DataType::Int16 => Arc::new(widened::<Int16Type>(array)),
        DataType::UInt8 => Arc::new(widened::<UInt8Type>(array)),
        DataType::UInt16 => Arc::new(widened::<UInt16Type>(array)),
        DataType::UInt32 => {
            let own = array.as_primitive::<UInt32Type>();
            Arc::new(Int64Array::new(own.values().iter().map(|it| i64::from(*it)).collect(), own.nulls().cloned()))
        }
        DataType::UInt64 => {
            let own = array.as_primitive::<UInt64Type>();
            decimals(own.values().iter().map(|it| Some(i128::from(*it))), array, 0)?
        }
        DataType::Decimal32(_, scale) if *scale < 0 => {
            let own = array.as_primitive::<Decimal32Type>();
            decimals(own.values().iter().map(|it| raised(i128::from(*it), *scale)), array, 0)?
        }
        DataType::Decimal64(_, scale) if *scale < 0 => {
            let own = array.as_primitive::<Decimal64Type>();
            decimals(own.values().iter().map(|it| raised(i128::from(*it), *scale)), array, 0)?
        }
        DataType::Decimal128(_, scale) if *scale < 0 => {
            let own = array.as_primitive::<Decimal128Type>();
            decimals(own.values().iter().map(|it| raised(*it, *scale)), array, 0)?
        }
        DataType::Decimal256(_, scale) => {
            let own = array.as_primitive::<Decimal256Type>();
            let narrowed = own.values().iter().map(|it| raised(it.to_i128()?, (*scale).min(0)));
            decimals(narrowed, array, (*scale).max(0))?
        }
        DataType::Float32 => Arc::new(spelt::<Float32Type>(array)),
        DataType::Float64 => Arc::new(spelt::<Float64Type>(array)),
        DataType::Float16 => {
            let own = array.as_primitive::<arrow_array::types::Float16Type>();
            Arc::new(StringArray::from_iter(own.iter().map(|it| it.map(|it| it.to_string()))))
        }
        DataType::Dictionary(..) => {
            let own = array.as_any_dictionary();
            // Without a word there is no place.
            let places: Vec<u32> = match own.values().is_empty() {
                true => vec![0; own.keys().len()],
                false => own.normalized_keys().into_iter().map(|it| u32::try_from(it).unwrap_or(u32::MAX)).collect(),
            };
            let keys = UInt32Array::new(places.into(), own.keys().nulls().cloned());
            let keys = without_gone(keys, own.values());
            Arc::new(arrow_array::DictionaryArray::new(keys, Arc::clone(own.values())))
        }
        _ => Arc::clone(array),
    })
}

/// The places of words, without those of a word that is none.
fn without_gone(keys: UInt32Array, words: &ArrayRef) -> UInt32Array {
    let Some(nulls) = words.nulls().filter(|nulls| nulls.null_count() > 0) else { return keys };
    let there = |place: Option<u32>| place.filter(|place| !nulls.is_null(*place as usize));
    keys.iter().map(there).collect()
}

fn widened<F: ArrowPrimitiveType>(array: &ArrayRef) -> Int32Array
where
    F::Native: Into<i32>,
{
    let own = array.as_primitive::<F>();
    Int32Array::new(own.values().iter().map(|it| (*it).into()).collect(), own.nulls().cloned())
}

fn spelt<F: ArrowPrimitiveType>(array: &ArrayRef) -> StringArray
where
    F::Native: std::fmt::Display,
{
    let own: &PrimitiveArray<F> = array.as_primitive::<F>();
    StringArray::from_iter(own.iter().map(|it| it.map(|it| it.to_string())))
}

/// A number of which the last digits before the point are left out.
fn raised(value: i128, scale: i8) -> Option<i128> {
    value.checked_mul(10_i128.checked_pow(u32::from(scale.unsigned_abs()))?)
}

/// Decimals of 128 bits, where every value that is there fits.
fn decimals(values: impl Iterator<Item = Option<i128>>, array: &ArrayRef, scale: i8) -> Result<ArrayRef, TooWide> {
    let all: Option<Vec<i128>> =
        values.enumerate().map(|(row, value)| if array.is_null(row) { Some(0) } else { value }).collect();
    let made = Decimal128Array::new(all.ok_or(TooWide)?.into(), array.nulls().cloned());
    made.with_precision_and_scale(38, scale.min(38)).map(|made| Arc::new(made) as ArrayRef).map_err(|_| TooWide)
}

/// The values of a column in a normal layout, where they lie.
pub fn held(array: &dyn Array) -> HeldColumn<'_> {
    let present = match array.nulls() {
        None => Presence::All,
        Some(nulls) if nulls.null_count() == 0 => Presence::All,
        Some(nulls) => Presence::Bits(nulls.validity(), nulls.offset()),
    };
    HeldColumn {
        values: values(array),
        present: if array.data_type() == &DataType::Null { Presence::None } else { present },
    }
}

fn values(array: &dyn Array) -> HeldValues<'_> {
    use arrow_array::types as t;
    let places = |scale: &i8| Kind::Decimal(usize::try_from(*scale).unwrap_or_default());
    let narrow = |all, kind| HeldValues::Narrow(Cow::Borrowed(all), kind);
    let wide = |all, kind| HeldValues::Wide(Cow::Borrowed(all), kind);
    match array.data_type() {
        DataType::Int32 => narrow(array.as_primitive::<t::Int32Type>().values(), Kind::Plain),
        DataType::Int64 => wide(array.as_primitive::<t::Int64Type>().values(), Kind::Plain),
        DataType::Decimal32(_, scale) => narrow(array.as_primitive::<Decimal32Type>().values(), places(scale)),
        DataType::Decimal64(_, scale) => wide(array.as_primitive::<Decimal64Type>().values(), places(scale)),
        DataType::Decimal128(_, scale) => {
            HeldValues::Widest(Cow::Borrowed(array.as_primitive::<Decimal128Type>().values()), places(scale))
        }
        DataType::Date32 => narrow(array.as_primitive::<t::Date32Type>().values(), Kind::Date),
        DataType::Date64 => {
            wide(array.as_primitive::<t::Date64Type>().values(), Kind::Moment { second: 1_000, zoned: false })
        }
        DataType::Time32(TimeUnit::Second) => {
            narrow(array.as_primitive::<t::Time32SecondType>().values(), Kind::Time(1))
        }
        DataType::Time32(_) => narrow(array.as_primitive::<t::Time32MillisecondType>().values(), Kind::Time(1_000)),
        DataType::Time64(TimeUnit::Microsecond) => {
            wide(array.as_primitive::<t::Time64MicrosecondType>().values(), Kind::Time(1_000_000))
        }
        DataType::Time64(_) => {
            wide(array.as_primitive::<t::Time64NanosecondType>().values(), Kind::Time(1_000_000_000))
        }
        DataType::Timestamp(unit, zone) => {
            let kind = |second| Kind::Moment { second, zoned: zone.is_some() };
            match unit {
                TimeUnit::Second => wide(array.as_primitive::<t::TimestampSecondType>().values(), kind(1)),
                TimeUnit::Millisecond => {
                    wide(array.as_primitive::<t::TimestampMillisecondType>().values(), kind(1_000))
                }
                TimeUnit::Microsecond => {
                    wide(array.as_primitive::<t::TimestampMicrosecondType>().values(), kind(1_000_000))
                }
                TimeUnit::Nanosecond => {
                    wide(array.as_primitive::<t::TimestampNanosecondType>().values(), kind(1_000_000_000))
                }
            }
        }
        DataType::Boolean => {
            let bits = array.as_boolean().values();
            HeldValues::Bits(bits.values(), bits.offset())
        }
        DataType::Dictionary(..) => {
            // The words are put beside the places by who knows them.
            let own = array.as_dictionary::<UInt32Type>();
            HeldValues::Coded(Cow::Borrowed(own.keys().values()), Cow::Borrowed(&[]))
        }
        DataType::Null => HeldValues::Texts(HeldTexts::Empty),
        DataType::Utf8 => {
            let own = array.as_string::<i32>();
            HeldValues::Texts(HeldTexts::Narrow(own.value_offsets(), own.value_data()))
        }
        DataType::LargeUtf8 => {
            let own = array.as_string::<i64>();
            HeldValues::Texts(HeldTexts::Wide(own.value_offsets(), own.value_data()))
        }
        DataType::Utf8View => {
            let own = array.as_string_view();
            let buffers = own.data_buffers().iter().map(|buffer| buffer.as_slice()).collect();
            HeldValues::Texts(HeldTexts::Views(own.views().inner().as_slice(), buffers))
        }
        _ => HeldValues::Nested,
    }
}

/// Texts in any layout; of a row without one, an empty one.
pub fn texts(array: &dyn Array) -> Option<Vec<&str>> {
    Some(match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().iter().map(Option::unwrap_or_default).collect(),
        DataType::LargeUtf8 => array.as_string::<i64>().iter().map(Option::unwrap_or_default).collect(),
        DataType::Utf8View => array.as_string_view().iter().map(Option::unwrap_or_default).collect(),
        _ => return None,
    })
}
