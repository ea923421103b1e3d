//! The number that stands for a value where a format has numbers: in JSON and in Parquet.

use crate::ir::{Bare, Policy, Slot, SlotId, Type};
use crate::quantity::{Decimal, Dimension, Number};

/// An exact number. A duration stands in its declared unit, a percent as its fraction; a field as it is read: a
/// `percent(%)` as its figure. Nothing, for what no bare number stands.
pub(super) fn figure(policy: &Policy, slot: &Slot, id: SlotId, value: &Number) -> Option<Number> {
    match slot.ty {
        Type::Number(Dimension::TIME) => value.divide(&slot.time_unit.seconds().into()),
        Type::Number(dimension) if dimension.percent => match policy.field(id).map(|field| field.bare) {
            Some(Bare::Percent) => Some(value * &Decimal::ONE_HUNDRED.into()),
            Some(Bare::Fraction) | None => Some(value.clone()),
            Some(_) => None,
        },
        _ => Some(value.clone()),
    }
}
