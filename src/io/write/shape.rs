//! What the values of a column are where a format has types.

use num_traits::ToPrimitive;

use super::figure::figure;
use super::{Table, TableColumn};
use crate::data::scaled;
use crate::ir::{Policy, Role, SlotId, Type};
use crate::quantity::{Calendar, Domain};

/// So many digits has the widest decimal.
const WIDEST: i32 = 38;

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Text; labels too, of which each stands once.
    Text,
    /// Truth.
    Bool,
    /// Days since 1970.
    Date,
    /// Numbers of so many digits, `scale` of them behind the point.
    Decimal { precision: i32, scale: i32 },
}

impl Shape {
    /// The shape of a column: what it is in each policy, where that is one.
    pub(super) fn of(table: &Table, column: &TableColumn) -> Shape {
        let of = |(policy, slot): (&&Policy, &Option<SlotId>)| slot.map(|slot| Shape::of_slot(policy, slot));
        let shapes = table.policies.iter().zip(&column.slots).filter_map(of);
        shapes.reduce(Shape::with).unwrap_or(Shape::Text)
    }

    /// The shape of the values of a slot.
    pub fn of_slot(policy: &Policy, id: SlotId) -> Shape {
        let Some(slot) = policy.slot(id) else { return Shape::Text };
        match (slot.ty, &slot.domain) {
            (Type::Bool, _) if slot.role != Role::Gate => Shape::Bool,
            (Type::Calendar(Calendar::Date), _) => Shape::Date,
            (Type::Number(_), Domain::Numbers(numbers)) => {
                let figure = |number| figure(policy, slot, id, &number);
                let (lo, hi, step) = (figure(numbers.lo()), figure(numbers.hi()), figure(numbers.step()));
                let Some(((lo, hi), step)) = lo.zip(hi).zip(step) else { return Shape::Text };
                let scale = step.places();
                let ends = [scaled(&lo, scale), scaled(&hi, scale)];
                let digits = |end: Option<i128>| Some(end?.unsigned_abs().checked_ilog10().unwrap_or_default() + 1);
                let [Some(lo), Some(hi)] = ends.map(digits) else { return Shape::Text };
                Shape::decimal(lo.max(hi), scale)
            }
            _ => Shape::Text,
        }
    }

    /// A decimal of so many digits; text, where no decimal of Parquet has as many.
    fn decimal(digits: u32, scale: u32) -> Shape {
        let known = digits.max(scale).to_i32().zip(scale.to_i32());
        match known.filter(|(precision, _)| *precision <= WIDEST) {
            Some((precision, scale)) => Shape::Decimal { precision, scale },
            None => Shape::Text,
        }
    }

    /// The shape that holds what two hold.
    fn with(self, other: Shape) -> Shape {
        match (self, other) {
            (Shape::Decimal { precision: p, scale: s }, Shape::Decimal { precision: q, scale: t }) => {
                let (whole, scale) = ((p - s).max(q - t), s.max(t));
                Shape::decimal((whole + scale).unsigned_abs(), scale.unsigned_abs())
            }
            (one, other) if one == other => one,
            _ => Shape::Text,
        }
    }

    /// How many digits of its numbers stand behind the point.
    pub fn scale(self) -> u32 {
        match self {
            Shape::Decimal { scale, .. } => scale.unsigned_abs(),
            _ => 0,
        }
    }
}
