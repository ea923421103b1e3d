//! What the values of a Parquet column mean: what its logical type says, or the older converted type.

use parquet::basic::{ConvertedType, LogicalType, TimeUnit};
use parquet::schema::types::ColumnDescriptor;

use crate::io::typed::Kind;

/// What the values of a column mean.
pub(super) fn of(column: &ColumnDescriptor) -> Kind {
    match column.logical_type_ref() {
        Some(LogicalType::Decimal(decimal)) => Kind::Decimal(usize::try_from(decimal.scale).unwrap_or_default()),
        Some(LogicalType::Date) => Kind::Date,
        Some(LogicalType::Time(time)) => Kind::Time(a_second(&time.unit)),
        Some(LogicalType::Timestamp(moment)) => {
            Kind::Moment { second: a_second(&moment.unit), zoned: moment.is_adjusted_to_u_t_c }
        }
        Some(LogicalType::Integer(integer)) if !integer.is_signed => Kind::Unsigned,
        Some(LogicalType::Float16) => Kind::Half,
        Some(LogicalType::Uuid) => Kind::Uuid,
        Some(_) => Kind::Plain,
        None => converted(column),
    }
}

fn converted(column: &ColumnDescriptor) -> Kind {
    match column.converted_type() {
        ConvertedType::DECIMAL => Kind::Decimal(usize::try_from(column.type_scale()).unwrap_or_default()),
        ConvertedType::DATE => Kind::Date,
        ConvertedType::TIME_MILLIS => Kind::Time(1_000),
        ConvertedType::TIME_MICROS => Kind::Time(1_000_000),
        ConvertedType::TIMESTAMP_MILLIS => Kind::Moment { second: 1_000, zoned: true },
        ConvertedType::TIMESTAMP_MICROS => Kind::Moment { second: 1_000_000, zoned: true },
        ConvertedType::UINT_8 | ConvertedType::UINT_16 | ConvertedType::UINT_32 | ConvertedType::UINT_64 => {
            Kind::Unsigned
        }
        _ => Kind::Plain,
    }
}

fn a_second(unit: &TimeUnit) -> i64 {
    match unit {
        TimeUnit::MILLIS => 1_000,
        TimeUnit::MICROS => 1_000_000,
        TimeUnit::NANOS => 1_000_000_000,
    }
}
