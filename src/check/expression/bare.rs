//! Numbers without a unit, and the unit that they would have.

use super::super::context::Context;
use crate::ir::{self, Type};
use crate::quantity::{Decimal, Dimension, TimeUnit};
use crate::syntax::ast::{Expr, ExprKind, Literal};

/// The figure of a number without a unit.
pub(super) fn bare_figure(expr: &Expr) -> Option<Decimal> {
    match &expr.kind {
        ExprKind::Literal(Literal::Quantity { figure, unit: None }) => Some(*figure),
        ExprKind::Negate(inner) => bare_figure(inner).map(|figure| -figure),
        _ => None,
    }
}

/// The unit of all durations that are read, where there is one.
fn the_time_unit(cx: &Context) -> Option<TimeUnit> {
    let read = |slot: &&ir::Slot| matches!(slot.role, ir::Role::Field | ir::Role::Lookup | ir::Role::Details);
    let durations = cx.slots.iter().filter(|slot| slot.ty == Type::Number(Dimension::TIME)).filter(read);
    let mut units = durations.map(|slot| slot.time_unit);
    let first = units.next()?;
    units.all(|unit| unit == first).then_some(first)
}

/// The unit of a duration that is written without one, where it can be told.
pub(super) fn the_unit(cx: &Context, wanted: Dimension) -> Option<String> {
    match wanted {
        Dimension::TIME => the_time_unit(cx).map(|unit| unit.symbol().to_owned()),
        _ => cx.unit(wanted),
    }
}
