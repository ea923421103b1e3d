//! Small constructors of checked expressions.

use super::super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Type, Value};
use crate::quantity::{Decimal, Dimension, Domain, Numbers, TooWide};
use crate::source::Span;

/// What stands for an expression whose error was told.
pub(super) fn invalid(span: Span) -> Expr {
    Expr { kind: ExprKind::Invalid, ty: Type::Invalid, domain: Domain::Invalid, optional: false, span }
}

/// A number that is always there.
pub(super) fn number(kind: ExprKind, dimension: Dimension, numbers: Numbers, span: Span) -> Expr {
    Expr { kind, ty: Type::Number(dimension), domain: Domain::Numbers(numbers), optional: false, span }
}

/// A constant number.
pub(super) fn literal(value: Decimal, dimension: Dimension, span: Span) -> Expr {
    let value = value.normalize();
    number(ExprKind::Constant(Value::Number(value)), dimension, Numbers::one(value), span)
}

/// A truth value that is always there.
pub(super) fn boolean(kind: ExprKind, domain: Domain, span: Span) -> Expr {
    Expr { kind, ty: Type::Bool, domain, optional: false, span }
}

/// The numbers and dimension of an expression that is a number.
pub(super) fn as_number(expr: &Expr) -> Option<(&Numbers, Dimension)> {
    match (&expr.domain, expr.ty) {
        (Domain::Numbers(numbers), Type::Number(dimension)) => Some((numbers, dimension)),
        _ => None,
    }
}

/// The constant that an expression is, where it is a number.
pub(super) fn constant_number(expr: &Expr) -> Option<Decimal> {
    match expr.kind {
        ExprKind::Constant(Value::Number(value)) => Some(value),
        _ => None,
    }
}

/// The domain of a result, or the error that it may leave 96 bits, which names the widest input.
pub(super) fn settled(
    cx: &mut Context,
    numbers: Result<Numbers, TooWide>,
    operands: &[&Expr],
    span: Span,
) -> Option<Numbers> {
    if let Ok(numbers) = numbers {
        return Some(numbers);
    }
    let text = cx.sources.slice(span).to_owned();
    let mut diagnostic = Diagnostic::new(Code::Overflow, span).arg("text", text);
    let slots = operands.iter().flat_map(|operand| operand.slots());
    let widest = slots
        .filter_map(|id| cx.slots.get(id.0))
        .filter_map(|slot| slot.domain.numbers().map(|n| (digits(n), slot)))
        .max_by_key(|(digits, _)| *digits);
    if let Some((_, slot)) = widest {
        diagnostic = diagnostic.variant("input").arg("input", slot.name.clone()).label(slot.span, "declared");
    }
    cx.tell(diagnostic);
    None
}

/// About how many digits the values of a domain have.
fn digits(numbers: &Numbers) -> u32 {
    let widest = numbers.lo().abs().max(numbers.hi().abs());
    let whole = widest.trunc().to_string().len();
    let places = numbers.step().map_or(0, |step| step.scale());
    u32::try_from(whole).unwrap_or(u32::MAX).saturating_add(places)
}
