//! A marginal scale as the sum that it is, so that the amount of each slice can be rounded.

use super::build;
use crate::ir::{Expr, ExprKind, Operator, Policy, Scale, Slice, Type};
use crate::quantity::{Decimal, Number};

/// The amounts of all slices.
pub(super) fn amounts(policy: &Policy, scale: &Scale) -> Option<Vec<Expr>> {
    let ty = policy.slot(scale.output)?.ty;
    Some(scale.slices.iter().map(|slice| amount(scale, slice, ty)).collect())
}

/// The sum of expressions.
pub(super) fn sum(parts: Vec<Expr>, ty: Type, scale: &Scale) -> Expr {
    build::expr(ExprKind::Sum(parts), ty, scale.span)
}

/// What lies in a slice, at its rate; of one that is not reached, 0.
fn amount(scale: &Scale, slice: &Slice, ty: Type) -> Expr {
    let (input, of) = (scale.input.value.clone(), scale.input.value.ty);
    let figure = |value: Decimal| build::number(Number::from(value), of, slice.span);
    let end = slice.to.map_or(input.clone(), |to| build::extreme(false, input, figure(to)));
    let part = build::operation(Operator::Sub, end, figure(slice.from));
    let part = build::extreme(true, part, figure(Decimal::ZERO));
    Expr { ty, span: slice.span, ..build::product(part, slice.rate.clone()) }
}
