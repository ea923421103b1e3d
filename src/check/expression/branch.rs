//! `if`, `when`, `otherwise`: the branches, each under what its condition tells.

use super::super::context::Context;
use super::infer::{infer, open, silently};
use super::unrounded::{self, Outer};
use super::{build, condition, facts, quotient, refuse, units};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Type};
use crate::quantity::{Decimal, Domain};
use crate::source::Span;
use crate::syntax::ast::{self, ArithmeticOp};

/// Checks `if C then a else b`.
pub(super) fn choose(
    cx: &mut Context,
    span: Span,
    condition: &ast::Expr,
    branches: [&ast::Expr; 2],
    hint: Option<Type>,
) -> Expr {
    choose_with(cx, span, condition, branches, hint, infer)
}

/// Checks `if C then a else b`, the branches by `check`.
pub(super) fn choose_with(
    cx: &mut Context,
    span: Span,
    condition: &ast::Expr,
    [then, otherwise]: [&ast::Expr; 2],
    hint: Option<Type>,
    check: impl Fn(&mut Context, &ast::Expr, Option<Type>) -> Expr,
) -> Expr {
    let condition = super::condition(cx, condition);
    let (a, b) = if open(cx, then) && !open(cx, otherwise) {
        let b = under(cx, &condition, false, |cx| check(cx, otherwise, hint));
        (under(cx, &condition, true, |cx| check(cx, then, Some(b.ty))), b)
    } else {
        let a = under(cx, &condition, true, |cx| check(cx, then, hint));
        let hint = Some(a.ty);
        (a, under(cx, &condition, false, |cx| check(cx, otherwise, hint)))
    };
    match units::same(cx, (a, b), (then, otherwise), span) {
        Some((a, b)) => join(cx, condition, a, b, span),
        None => build::invalid(span),
    }
}

/// Checks something under what a condition tells where it holds, or does not.
fn under(cx: &mut Context, condition: &Expr, holds: bool, check: impl FnOnce(&mut Context) -> Expr) -> Expr {
    let narrowed = super::assuming(cx, condition, holds);
    let before = std::mem::replace(&mut cx.facts, narrowed);
    let checked = check(cx);
    cx.facts = before;
    checked
}

/// Both branches in one. A branch that is never taken does not widen the domain.
fn join(cx: &mut Context, condition: Expr, then: Expr, otherwise: Expr, span: Span) -> Expr {
    let reached = |holds: bool| match condition.domain {
        Domain::Bool { no, yes } => (if holds { yes } else { no }) && facts::assuming(cx, &condition, holds).is_some(),
        _ => true,
    };
    if condition.ty == Type::Invalid {
        return build::invalid(span);
    }
    let (domain, optional) = match (reached(true), reached(false)) {
        (true, false) => (then.domain.clone(), then.optional),
        (false, true) => (otherwise.domain.clone(), otherwise.optional),
        _ => (then.domain.union(&otherwise.domain), then.optional || otherwise.optional),
    };
    let ty = then.ty;
    let kind = ExprKind::If { condition: Box::new(condition), then: Box::new(then), otherwise: Box::new(otherwise) };
    Expr { kind, ty, domain, optional, span }
}

/// Checks `E when C`.
pub(super) fn when(
    cx: &mut Context,
    expr: &ast::Expr,
    value: &ast::Expr,
    condition: &ast::Expr,
    hint: Option<Type>,
) -> Expr {
    when_with(cx, expr, (value, condition), hint, infer)
}

/// Checks `E when C`, the value by `check`.
pub(super) fn when_with(
    cx: &mut Context,
    expr: &ast::Expr,
    (value, holds): (&ast::Expr, &ast::Expr),
    hint: Option<Type>,
    check: impl FnOnce(&mut Context, &ast::Expr, Option<Type>) -> Expr,
) -> Expr {
    let holds = condition(cx, holds);
    let value = under(cx, &holds, true, |cx| check(cx, value, hint));
    let Type::Number(dimension) = value.ty else { return refuse::no_operator(cx, &value, "when") };
    let zero = build::literal(Decimal::ZERO, dimension, expr.span);
    join(cx, holds, value, zero, expr.span)
}

/// Checks `a otherwise b` where the exact value is needed.
pub(super) fn otherwise(
    cx: &mut Context,
    expr: &ast::Expr,
    value: &ast::Expr,
    fallback: &ast::Expr,
    hint: Option<Type>,
) -> Expr {
    let checked = match &value.kind {
        ast::ExprKind::Arithmetic { op: ArithmeticOp::Div, left, right, .. } => {
            let quotient = quotient::exact(cx, value, (left, right), hint, Some(Outer::Fallback(expr.span)));
            facts::remembered(cx, quotient)
        }
        _ if open(cx, value) && !open(cx, fallback) => {
            let ty = silently(cx, fallback, hint).ty;
            infer(cx, value, Some(ty))
        }
        _ => infer(cx, value, hint),
    };
    if checked.ty == Type::Invalid {
        return checked;
    }
    warn_far(cx, value, fallback);
    let joined = with_fallback(cx, (checked, value), fallback, expr.span, infer);
    warn_needless(cx, expr, &joined, fallback);
    joined
}

/// A checked value, and another where it is missing, checked by `check`.
pub(super) fn with_fallback(
    cx: &mut Context,
    (value, expr): (Expr, &ast::Expr),
    fallback: &ast::Expr,
    span: Span,
    check: impl FnOnce(&mut Context, &ast::Expr, Option<Type>) -> Expr,
) -> Expr {
    let both = |cx: &mut Context, value: Expr| {
        let checked = check(cx, fallback, Some(value.ty));
        units::same(cx, (value, checked), (expr, fallback), span)
    };
    if !value.optional {
        // What is never needed is told of, and found for nobody.
        let (both, told) = cx.probe(|cx| both(cx, value));
        cx.diagnostics.extend(told);
        return both.map_or_else(|| build::invalid(span), |(value, _)| value);
    }
    let Some((value, checked)) = both(cx, value) else { return build::invalid(span) };
    let domain = value.domain.union(&checked.domain);
    let (ty, optional) = (value.ty, checked.optional);
    let kind = ExprKind::Otherwise { value: Box::new(value), fallback: Box::new(checked) };
    Expr { kind, ty, domain, optional, span }
}

/// Warns of `x otherwise 0 + y`, which adds y only where x is missing: the 0 would be for nothing.
pub(super) fn warn_far(cx: &mut Context, value: &ast::Expr, fallback: &ast::Expr) {
    let mut first = fallback;
    while let ast::ExprKind::Arithmetic { op: ArithmeticOp::Add | ArithmeticOp::Sub, left, .. } = &first.kind {
        first = left;
    }
    let zero = matches!(&first.kind, ast::ExprKind::Literal(ast::Literal::Quantity { figure, .. }) if figure.is_zero());
    if !zero || first.span == fallback.span {
        return;
    }
    let text = |span| cx.sources.slice(span).to_owned();
    let whole = Span { end: first.span.end, ..value.span };
    let told = Diagnostic::new(Code::FarOtherwise, fallback.span)
        .arg("text", text(value.span))
        .arg("fallback", text(fallback.span))
        .arg("zero", text(first.span));
    let mended = format!("({})", text(whole));
    // A quotient in parentheses is a part of a sum, and would want a rounding of its own.
    cx.tell(if unrounded::is_quotient(value) { told } else { told.edit(whole, mended) });
}

/// Warns of an `otherwise` whose value is always there.
pub(super) fn warn_needless(cx: &mut Context, expr: &ast::Expr, joined: &Expr, fallback: &ast::Expr) {
    let mut needed = joined.ty == Type::Invalid;
    joined.walk(&mut |e| {
        needed |= match &e.kind {
            ExprKind::Otherwise { fallback: f, .. } | ExprKind::Quotient { fallback: Some(f), .. } => {
                f.span == fallback.span || f.ty == Type::Invalid
            }
            _ => false,
        }
    });
    if !needed {
        let value = cx.sources.slice(joined.span).to_owned();
        let span = fallback.span;
        let diagnostic = Diagnostic::new(Code::NeedlessOtherwise, span).arg("text", value);
        let start = joined.span.end;
        // The whole ends behind a bracket that closes the fallback.
        let rest = Span { start, end: expr.span.end, ..span };
        let removable = start <= span.start && joined.span.start == expr.span.start;
        cx.tell(if removable { diagnostic.safe_edit(rest, "") } else { diagnostic });
    }
}
