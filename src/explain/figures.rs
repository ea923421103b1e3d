//! A text of the policy with values in the place of its names.

use super::Asked;
use super::model::{Exact, Piece};
use super::written::on_one_line;
use crate::ir::{Expr, ExprKind, Role, SlotId, Value};
use crate::quantity::TimeUnit;
use crate::source::Span;

/// The text in `whole`, which is that of an expression, with the value of each name that was read in its place. What goes over rows has one
/// value as a whole; a way that was not taken stays as it was written.
pub(super) fn figures<'a>(asked: &Asked<'a, '_>, expr: &Expr, whole: Span) -> Vec<Piece<'a>> {
    let mut marks = vec![];
    mark(asked, expr, &mut marks);
    marks.retain(|(span, _)| span.file == whole.file && span.start >= whole.start && span.end <= whole.end);
    marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let (mut pieces, mut from) = (vec![], whole.start);
    for (span, value) in marks {
        if span.start < from || span.start == span.end {
            continue;
        }
        between(asked, Span { start: from, end: span.start, ..whole }, &mut pieces);
        pieces.push(value);
        from = span.end;
    }
    between(asked, Span { start: from, end: whole.end, ..whole }, &mut pieces);
    pieces
}

/// The text between two values, with one blank for any number of them.
fn between<'a>(asked: &Asked<'a, '_>, span: Span, pieces: &mut Vec<Piece<'a>>) {
    let text = asked.written.slice(span);
    if !text.is_empty() {
        pieces.push(Piece::Text(on_one_line(text)));
    }
}

/// Finds the names in an expression that have a value, the outermost first.
fn mark<'a>(asked: &Asked<'a, '_>, expr: &Expr, marks: &mut Vec<(Span, Piece<'a>)>) {
    let Some(Ok(value)) = asked.observed.value(expr) else { return };
    match &expr.kind {
        ExprKind::Slot(slot) => marks.push((expr.span, shown(asked, expr, value, Some(*slot)))),
        ExprKind::Param(_) | ExprKind::OfRows { .. } | ExprKind::ByLabel { .. } => {
            marks.push((expr.span, shown(asked, expr, value, None)));
        }
        // The name of a total stands for what was earned over what could be.
        ExprKind::Quotient { divisor, .. } if is_total(asked, divisor) => {
            let exact = asked.observed.exact(expr).and_then(|(earned, possible)| Exact::over(earned, possible));
            let exact = exact.map(|exact| match exact {
                Exact::Number(number) => Piece::Value(Value::Number(number), expr.ty, TimeUnit::Second),
                exact => Piece::Exact(exact, expr.ty),
            });
            marks.extend(exact.map(|exact| (divisor.span, exact)));
        }
        _ => expr.children().into_iter().for_each(|part| mark(asked, part, marks)),
    }
}

/// Whether a divisor is what could be earned: the name of a total stands there.
pub(super) fn is_total(asked: &Asked, divisor: &Expr) -> bool {
    let slot = divisor.slot().and_then(|slot| asked.written.policy.slot(slot));
    slot.is_some_and(|slot| slot.role == Role::Total)
}

fn shown<'a>(asked: &Asked<'a, '_>, expr: &Expr, value: &Value, slot: Option<SlotId>) -> Piece<'a> {
    if let Value::Bool(is) = value {
        return Piece::Truth(asked.written.text(expr.span), *is);
    }
    let unit = slot.and_then(|slot| asked.written.policy.slot(slot)).map_or(TimeUnit::Second, |slot| slot.time_unit);
    Piece::Value(value.clone(), expr.ty, unit)
}
