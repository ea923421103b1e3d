//! `increasing(x, y)`: more of the field y never lowers x. It is about two records, so it is no condition of
//! one and stands alone behind `ensure`.

use super::super::context::{Context, Entity};
use super::super::resolve;
use super::{build, operands, refuse};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, Role, SlotId, Type};
use crate::source::Span;
use crate::syntax::ast::{self, Call};
use crate::syntax::keyword::Keyword;

/// Checks a condition that is one; `None` where it is something else.
pub(super) fn increasing(cx: &mut Context, expr: &ast::Expr) -> Option<Option<(Expr, SlotId)>> {
    let ast::ExprKind::Call(it) = &expr.kind else { return None };
    Keyword::Increasing.is(&it.function.text).then(|| checked(cx, expr.span, it))
}

/// Tells one that stands in another expression.
pub(super) fn misplaced(cx: &mut Context, span: Span) -> Expr {
    let proposal = format!("ensure {}", cx.sources.slice(span));
    cx.tell(Diagnostic::new(Code::BadArguments, span).variant("place").arg("proposal", proposal));
    build::invalid(span)
}

fn checked(cx: &mut Context, span: Span, it: &Call) -> Option<(Expr, SlotId)> {
    let [value, along] = it.arguments.as_slice() else {
        refuse::bad_arguments(cx, it, span);
        return None;
    };
    if it.filter.is_some() || !it.options.is_empty() {
        refuse::bad_arguments(cx, it, span);
        return None;
    }
    let value = operands::number_argument(cx, value, None, &it.function.text);
    let along = field(cx, along);
    Some((value.filter(|value| value.ty != Type::Invalid)?, along?))
}

/// The field of the record that a name is: a number or a date, of which one can be more than another.
fn field(cx: &mut Context, expr: &ast::Expr) -> Option<SlotId> {
    let named = match &expr.kind {
        ast::ExprKind::Name(word) => resolve::name(cx, word),
        _ => None,
    };
    let slot = match named {
        Some(Entity::Slot(slot)) => cx.slots.get(slot.0).map(|known| (slot, known)),
        Some(Entity::Invalid(_)) => return None,
        _ => None,
    };
    if let Some((slot, known)) = slot
        && known.role == Role::Field
        && matches!(known.ty, Type::Number(_) | Type::Calendar(_))
    {
        return Some(slot);
    }
    let text = cx.sources.slice(expr.span).to_owned();
    cx.tell(Diagnostic::new(Code::BadArguments, expr.span).variant("along").arg("text", text));
    None
}
