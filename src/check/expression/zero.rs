//! Divisors of 0.

use super::super::context::Context;
use super::build;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Role};
use crate::quantity::{Decimal, Dimension, Domain, spell};
use crate::source::Span;
use crate::syntax::ast;

/// Tells a divisor that can only be 0.
pub(super) fn always(cx: &mut Context, expr: &ast::Expr, divisor: &Expr) -> Expr {
    let told = told(cx, expr, divisor).variant("always");
    cx.tell(told);
    build::invalid(expr.span)
}

/// Tells a divisor that can be 0, with what could count then, and the domain of a field without 0.
pub(super) fn can_be(cx: &mut Context, expr: &ast::Expr, divisor: &Expr, dimension: Dimension) -> Expr {
    let mut told = told(cx, expr, divisor);
    if let (Some(unit), Some(span)) = (cx.unit(dimension), closed(cx, expr.span)) {
        let fallbacks: &[&str] = if dimension.percent { &["0", "100"] } else { &["0"] };
        for fallback in fallbacks {
            told = told.edit(span.after(), format!(" otherwise {fallback}{unit}"));
        }
    }
    if let Some((span, text)) = above_zero(cx, divisor) {
        told = told.edit(span, text);
    }
    cx.tell(told);
    build::invalid(expr.span)
}

/// The divisor of a quotient that can be 0, as it is written.
pub(super) fn of(cx: &mut Context, expr: &ast::Expr) -> Option<String> {
    let ast::ExprKind::Arithmetic { right, .. } = &expr.kind else { return None };
    let divisor = cx.silently(right, None);
    let can_be = divisor.domain.numbers().is_some_and(|numbers| numbers.contains(Decimal::ZERO));
    can_be.then(|| cx.sources.slice(right.span).to_owned())
}

/// The quotient and the divisor, with the field that brings the 0.
fn told(cx: &Context, expr: &ast::Expr, divisor: &Expr) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::DivisionByZero, divisor.span)
        .arg("divisor", cx.sources.slice(divisor.span))
        .arg("quotient", cx.sources.slice(expr.span));
    let holds_zero = |domain: &Domain| domain.numbers().is_some_and(|n| n.contains(Decimal::ZERO));
    let slots = divisor.slots();
    let culprit = slots.iter().filter_map(|id| cx.slots.get(id.0)).find(|slot| holds_zero(&slot.domain));
    match culprit {
        Some(slot) => diagnostic.label_with(slot.span, "declared", vec![("name", slot.name.clone().into())]),
        None => diagnostic,
    }
}

/// The span of an expression with the brackets that close behind it what opens in it.
fn closed(cx: &Context, span: Span) -> Option<Span> {
    let text = &cx.sources.get(span.file)?.text;
    let mut open = 0_usize;
    for c in text.get(span.range())?.chars() {
        match c {
            '(' | '（' => open += 1,
            ')' | '）' => open = open.checked_sub(1)?,
            _ => {}
        }
    }
    let mut end = span.end as usize;
    for c in text.get(end..)?.chars() {
        match c {
            _ if open == 0 => break,
            ')' | '）' => open -= 1,
            ' ' => {}
            _ => return None,
        }
        end += c.len_utf8();
    }
    (open == 0).then(|| Span::new(span.file, span.start as usize, end))
}

/// The edit that takes the 0 out of the domain of the field that divides, where 0 is its least value.
fn above_zero(cx: &Context, divisor: &Expr) -> Option<(Span, String)> {
    let ExprKind::Slot(id) = divisor.kind else { return None };
    let slot = cx.slots.get(id.0).filter(|slot| slot.role == Role::Field)?;
    let numbers = slot.domain.numbers().filter(|numbers| numbers.lo().is_zero() && numbers.hi() > Decimal::ZERO)?;
    let place = cx.scope.domains.get(&id)?;
    if let Some(written) = place.written {
        let rest = cx.sources.slice(written).strip_prefix(['[', '［', '【'])?;
        return Some((written, format!("({rest}")));
    }
    let crate::ir::Type::Number(dimension) = slot.ty else { return None };
    let spelled = |value| spell(value, dimension, &cx.header.currency, cx.header.tongue);
    Some((place.behind, format!(" in (0{}, {}]", cx.unit(dimension)?, spelled(numbers.hi()))))
}
