//! `if`, `when`, `otherwise`: the branches, each under what its condition tells.

use super::super::context::Context;
use super::expected::{Expected, RoundTo};
use super::open::open;
use super::truth::{self, Whose};
use super::unrounded::Outer;
use super::{build, division, facts, refuse, units};
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
    [then, otherwise]: [&ast::Expr; 2],
    expected: Expected,
) -> Expr {
    let condition = truth::condition(cx, condition, Whose::Own);
    let branch = |cx: &mut Context, holds: bool, ty: Option<Type>| {
        let branch = if holds { then } else { otherwise };
        under(cx, &condition, holds, |cx| cx.infer(branch, expected.of_part(ty)))
    };
    let (a, b) = if open(cx, then) && !open(cx, otherwise) {
        let b = branch(cx, false, expected.ty);
        (branch(cx, true, Some(b.ty)), b)
    } else {
        let a = branch(cx, true, expected.ty);
        let ty = Some(a.ty);
        (a, branch(cx, false, ty))
    };
    match units::same(cx, (a, b), (then, otherwise), span) {
        Some((a, b)) => join(cx, condition, a, b, span),
        None => build::invalid(span),
    }
}

/// Checks something under what a condition tells where it holds, or does not.
fn under(cx: &mut Context, condition: &Expr, holds: bool, check: impl FnOnce(&mut Context) -> Expr) -> Expr {
    let narrowed = facts::narrowed(cx, condition, holds);
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
pub(super) fn when(cx: &mut Context, span: Span, value: &ast::Expr, condition: &ast::Expr, expected: Expected) -> Expr {
    let holds = truth::condition(cx, condition, Whose::Own);
    let value = under(cx, &holds, true, |cx| cx.infer(value, expected.of_part(expected.ty)));
    let Type::Number(dimension) = value.ty else { return refuse::no_operator(cx, &value, "when") };
    let zero = build::literal(Decimal::ZERO, dimension, span);
    join(cx, holds, value, zero, span)
}

/// Checks `a otherwise b`. Under a rounding b is what counts where the divisor in a is 0, as well.
pub(super) fn otherwise(
    cx: &mut Context,
    expr: &ast::Expr,
    value: &ast::Expr,
    fallback: &ast::Expr,
    expected: Expected,
) -> Expr {
    let joined = if let Some(to) = expected.round {
        warn_far(cx, value, fallback);
        let round = Some(RoundTo { fallback: Some(fallback), ..to });
        cx.infer(value, Expected { round, ..expected.of_part(expected.ty) })
    } else {
        let checked = exact(cx, expr, value, fallback, expected.ty);
        if checked.ty == Type::Invalid {
            return checked;
        }
        warn_far(cx, value, fallback);
        with_fallback(cx, (checked, value), (fallback, None), expr.span)
    };
    warn_needless(cx, expr, &joined, fallback);
    joined
}

/// The exact value of a in `a otherwise b`.
fn exact(cx: &mut Context, expr: &ast::Expr, value: &ast::Expr, fallback: &ast::Expr, ty: Option<Type>) -> Expr {
    if division::is_division(value) {
        return cx.infer(value, Expected { outer: Some(&Outer::Fallback(expr.span)), ..ty.into() });
    }
    if open(cx, value) && !open(cx, fallback) {
        let ty = cx.silently(fallback, ty).ty;
        return cx.infer(value, ty);
    }
    cx.infer(value, ty)
}

/// A checked value, and another where it is missing, with the rounding that this one stands under.
pub(super) fn with_fallback(
    cx: &mut Context,
    (value, expr): (Expr, &ast::Expr),
    (fallback, round): (&ast::Expr, Option<RoundTo>),
    span: Span,
) -> Expr {
    let both = |cx: &mut Context, value: Expr| {
        let checked = cx.infer(fallback, Expected { round, ..value.ty.into() });
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
fn warn_far(cx: &mut Context, value: &ast::Expr, fallback: &ast::Expr) {
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
    cx.tell(if division::is_division(value) { told } else { told.edit(whole, mended) });
}

/// Warns of an `otherwise` whose value is always there.
fn warn_needless(cx: &mut Context, expr: &ast::Expr, joined: &Expr, fallback: &ast::Expr) {
    let mut needed = joined.ty == Type::Invalid;
    joined.walk(&mut |e| {
        needed |= match &e.kind {
            ExprKind::Otherwise { fallback: f, .. } | ExprKind::Quotient { fallback: Some(f), .. } => {
                // A quotient that has a fallback of its own has the place of the quotient alone.
                fallback.span.start <= f.span.start && f.span.end <= fallback.span.end || f.ty == Type::Invalid
            }
            _ => false,
        }
    });
    if !needed {
        let rounds = cx.rounds;
        let (_, told) = cx.noted(|cx| cx.infer(fallback, joined.ty));
        cx.rounds = rounds;
        // What is never needed must have a meaning all the same.
        let nameless = |told: &Diagnostic| matches!(told.code, Code::UnknownName | Code::UnknownLabel);
        let mut unknown = told.into_iter().filter(nameless).peekable();
        if unknown.peek().is_some() {
            cx.diagnostics.extend(unknown);
            return;
        }
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
