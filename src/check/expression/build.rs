//! Small constructors of checked expressions.

use super::super::context::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, SlotId, Type, Value};
use crate::quantity::{Dimension, Domain, Number, Numbers};
use crate::source::Span;

/// Wider numbers are in no expression: they could double with every `let`. Some 20,000 digits.
const MOST_BITS: u64 = 1 << 16;

/// What stands for an expression whose error was told.
pub(super) fn invalid(span: Span) -> Expr {
    Expr { kind: ExprKind::Invalid, ty: Type::Invalid, domain: Domain::Invalid, optional: false, span }
}

/// A number that is always there.
pub(super) fn number(kind: ExprKind, dimension: Dimension, numbers: Numbers, span: Span) -> Expr {
    Expr { kind, ty: Type::Number(dimension), domain: Domain::Numbers(numbers), optional: false, span }
}

/// A constant number.
pub(super) fn literal(value: impl Into<Number>, dimension: Dimension, span: Span) -> Expr {
    let value = value.into();
    number(ExprKind::Constant(Value::Number(value.clone())), dimension, Numbers::one(value), span)
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
pub(super) fn constant_number(expr: &Expr) -> Option<&Number> {
    match &expr.kind {
        ExprKind::Constant(Value::Number(value)) => Some(value),
        _ => None,
    }
}

/// The domain of a result, or the error that no expression may grow so wide.
pub(super) fn settled(cx: &mut Context, numbers: Numbers, span: Span) -> Option<Numbers> {
    if numbers.bits() <= MOST_BITS {
        return Some(numbers);
    }
    let text = cx.sources.slice(span).to_owned();
    cx.tell(Diagnostic::new(Code::Overflow, span).variant("endless").arg("text", text));
    None
}

/// The value of a slot, as far as the conditions around the place narrow it.
pub(super) fn slot(cx: &Context, id: SlotId, span: Span) -> Expr {
    let Some(slot) = cx.slots.get(id.0) else { return invalid(span) };
    let (domain, optional) = match cx.facts.slots.get(&id) {
        Some(fact) => (fact.domain.clone(), fact.optional),
        None => (slot.domain.clone(), slot.optional),
    };
    if slot.ty == Type::Invalid || domain == Domain::Invalid {
        return invalid(span);
    }
    Expr { kind: ExprKind::Slot(id), ty: slot.ty, domain, optional, span }
}

/// `a and b`, `a or b` of two checked conditions.
pub(super) fn both(and: bool, left: Expr, right: Expr, span: Span) -> Expr {
    let domain = match (&left.domain, &right.domain) {
        (Domain::Bool { no: n1, yes: y1 }, Domain::Bool { no: n2, yes: y2 }) if and => {
            Domain::Bool { no: *n1 || *n2, yes: *y1 && *y2 }
        }
        (Domain::Bool { no: n1, yes: y1 }, Domain::Bool { no: n2, yes: y2 }) => {
            Domain::Bool { no: *n1 && *n2, yes: *y1 || *y2 }
        }
        _ => return invalid(span),
    };
    boolean(ExprKind::Logic { and, left: Box::new(left), right: Box::new(right) }, domain, span)
}

/// `not a` of a checked condition.
pub(super) fn negated(value: Expr, span: Span) -> Expr {
    match value.domain {
        Domain::Bool { no, yes } => boolean(ExprKind::Not(Box::new(value)), Domain::Bool { no: yes, yes: no }, span),
        _ => invalid(span),
    }
}
