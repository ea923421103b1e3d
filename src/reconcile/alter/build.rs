//! Expressions put together. What only the checks ask of one, its domain, is left as unknown.

use crate::ir::{Expr, ExprKind, Operator, Policy, SlotId, Type, Value, ValueStep};
use crate::quantity::{Decimal, Dimension, Domain, Number, Rounding, exact};
use crate::source::Span;

/// An expression of a type.
pub(super) fn expr(kind: ExprKind, ty: Type, span: Span) -> Expr {
    Expr { kind, ty, domain: Domain::Invalid, optional: false, span }
}

/// A number.
pub(super) fn number(value: impl Into<Number>, ty: Type, span: Span) -> Expr {
    expr(ExprKind::Constant(Value::Number(value.into())), ty, span)
}

/// An expression, rounded. What is missing stays so.
pub(super) fn rounded(value: Expr, step: Decimal, mode: Rounding) -> Expr {
    let (ty, span) = (value.ty, value.span);
    guarded(value, |value| expr(ExprKind::Round { value: Box::new(value), step, mode }, ty, span))
}

/// So many times an expression. What is missing stays so.
pub(super) fn times(value: Expr, factor: &Number) -> Expr {
    let (ty, span) = (value.ty, value.span);
    guarded(value, |value| product(value, number(factor.clone(), ty, span)))
}

/// A product, of the type of the left side.
pub(super) fn product(left: Expr, right: Expr) -> Expr {
    operation(Operator::Mul, left, right)
}

/// An operation, of the type of the left side.
pub(super) fn operation(op: Operator, left: Expr, right: Expr) -> Expr {
    let (ty, span) = (left.ty, left.span);
    expr(ExprKind::Arithmetic { op, left: Box::new(left), right: Box::new(right) }, ty, span)
}

/// The greatest or the least of two.
pub(super) fn extreme(greatest: bool, one: Expr, other: Expr) -> Expr {
    let (ty, span) = (one.ty, one.span);
    expr(ExprKind::Extreme { greatest, values: vec![one, other] }, ty, span)
}

/// 0 where an expression is missing.
pub(super) fn or_zero(value: Expr) -> Expr {
    let (ty, span) = (value.ty, value.span);
    let fallback = Box::new(number(Decimal::ZERO, ty, span));
    expr(ExprKind::Otherwise { value: Box::new(value), fallback }, ty, span)
}

/// The value of a slot.
pub(super) fn slot(policy: &Policy, id: SlotId) -> Option<Expr> {
    let slot = policy.slot(id)?;
    Some(Expr { optional: slot.optional, ..expr(ExprKind::Slot(id), slot.ty, slot.span) })
}

/// The value of a slot, made another one behind the step that gives it.
pub(super) fn again(policy: &Policy, id: SlotId, make: impl FnOnce(Expr) -> Expr) -> Option<ValueStep> {
    let value = make(slot(policy, id)?);
    Some(ValueStep { slot: id, written: value.span, value })
}

/// Does something with a value where it is there.
fn guarded(value: Expr, make: impl FnOnce(Expr) -> Expr) -> Expr {
    if !value.optional {
        return make(value);
    }
    let (ty, span) = (value.ty, value.span);
    let missing = expr(ExprKind::IsMissing(Box::new(value.clone())), Type::Bool, span);
    let (then, otherwise) = (Box::new(value.clone()), Box::new(make(value)));
    let kind = ExprKind::If { condition: Box::new(missing), then, otherwise };
    Expr { optional: true, ..expr(kind, ty, span) }
}

/// The dimension of a type of numbers.
pub(super) fn dimension(ty: Type) -> Option<Dimension> {
    match ty {
        Type::Number(dimension) => Some(dimension),
        Type::Bool | Type::Label(_) | Type::Text | Type::Calendar(_) | Type::Invalid => None,
    }
}

/// The step of figures that are shown with so many decimals: of a percent, of its figure.
pub(super) fn step(policy: &Policy, id: SlotId, decimals: u32) -> Option<Decimal> {
    let slot = policy.slot(id)?;
    step_of(dimension(slot.ty)?, slot.time_unit.seconds(), decimals)
}

/// The same of a dimension, whose durations are in units of so many seconds.
pub(super) fn step_of(dimension: Dimension, seconds: u32, decimals: u32) -> Option<Decimal> {
    match dimension {
        dimension if dimension.percent => exact::ulp(decimals + 2),
        Dimension::TIME => exact::mul(exact::ulp(decimals)?, Decimal::from(seconds)),
        _ => exact::ulp(decimals),
    }
}
