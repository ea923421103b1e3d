//! How columns are described in Parquet.

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::errors::ParquetError;
use parquet::schema::types::Type as Described;

use crate::io::write::shape::Shape;

/// So many digits has a decimal of 32 bits, and of 64.
const NARROW: i32 = 9;
const WIDE: i32 = 18;
/// So many bytes has the widest.
const BYTES: i32 = 16;

/// How a column of a shape is described.
pub(super) fn field(shape: Shape, name: &str, repetition: Repetition) -> Result<Described, ParquetError> {
    let (physical, logical) = match shape {
        Shape::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Shape::Bool => (Physical::BOOLEAN, None),
        Shape::Date => (Physical::INT32, Some(LogicalType::Date)),
        Shape::Decimal { precision, scale } => {
            let physical = match () {
                () if precision <= NARROW => Physical::INT32,
                () if precision <= WIDE => Physical::INT64,
                () => Physical::FIXED_LEN_BYTE_ARRAY,
            };
            (physical, Some(LogicalType::decimal(scale, precision)))
        }
    };
    let mut field =
        Described::primitive_type_builder(name, physical).with_repetition(repetition).with_logical_type(logical);
    if let Shape::Decimal { precision, scale } = shape {
        field = field.with_precision(precision).with_scale(scale);
    }
    if physical == Physical::FIXED_LEN_BYTE_ARRAY {
        field = field.with_length(BYTES);
    }
    field.build()
}
