//! `x in [a, b)`, `x in {A, B}`, `x is missing`.

use super::super::context::Context;
use super::expected::Expected;
use super::{build, compare, constant, pattern};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Comparison, Expr, ExprKind, Pattern, Type, values};
use crate::quantity::Domain;
use crate::source::Span;
use crate::syntax::ast::{self, Interval, Set};

/// Checks `x in …` and `x not in …`.
pub(super) fn contains(cx: &mut Context, span: Span, value: &ast::Expr, negated: bool, set: &Set) -> Expr {
    let checked = cx.operand(value, Expected::default());
    if checked.ty == Type::Invalid {
        return build::invalid(span);
    }
    if let (Set::Interval(it), Type::Label(_)) = (set, checked.ty) {
        // Labels have no order: two of them in brackets are a set.
        let [lo, hi] = [&it.lo, &it.hi].map(|end| cx.sources.slice(end.span));
        let wanted = format!("{{{lo}, {hi}}}");
        let told = Diagnostic::new(Code::ForeignSign, it.span).arg("found", cx.sources.slice(it.span));
        cx.tell(told.arg("wanted", wanted.clone()).edit(it.span, wanted));
        return build::invalid(span);
    }
    let found = match set {
        Set::Interval(it) if constant::is_constant(cx, &it.lo) && constant::is_constant(cx, &it.hi) => {
            let pattern = pattern::within(cx, it, &checked, Some((span, value, negated)));
            matches(checked, pattern, span)
        }
        Set::Interval(it) => between(cx, span, (checked, value), it),
        Set::Values(values) if values.iter().all(|v| constant::is_constant(cx, v)) => {
            let pattern = pattern::values(cx, values, &checked).map_or(Pattern::Invalid, Pattern::Values);
            matches(checked, pattern, span)
        }
        Set::Values(values) => one_of(cx, span, (checked, value), values),
    };
    match found.ty {
        Type::Bool if negated => build::negated(found, span),
        _ => found,
    }
}

fn matches(value: Expr, pattern: Pattern, span: Span) -> Expr {
    if pattern == Pattern::Invalid {
        return build::invalid(span);
    }
    let yes = values::matching(&value.domain, &pattern).is_some();
    let no = values::unmatched(&value.domain, &pattern).is_some();
    build::boolean(ExprKind::Matches { value: Box::new(value), pattern }, Domain::Bool { no, yes }, span)
}

/// An interval whose ends are no constants: two comparisons.
fn between(cx: &mut Context, span: Span, (checked, value): (Expr, &ast::Expr), it: &Interval) -> Expr {
    let lo = cx.operand(&it.lo, checked.ty);
    let hi = cx.operand(&it.hi, checked.ty);
    let above = if it.lo_included { Comparison::GreaterEqual } else { Comparison::Greater };
    let below = if it.hi_included { Comparison::LessEqual } else { Comparison::Less };
    let above = compare::one(cx, above, (checked.clone(), lo), (value, &it.lo), span);
    let below = compare::one(cx, below, (checked, hi), (value, &it.hi), span);
    build::both(true, above, below, span)
}

/// A set whose members are no constants: one comparison each.
fn one_of(cx: &mut Context, span: Span, (checked, value): (Expr, &ast::Expr), values: &[ast::Expr]) -> Expr {
    let mut any: Option<Expr> = None;
    for member in values {
        let right = cx.operand(member, checked.ty);
        let equal = compare::one(cx, Comparison::Equal, (checked.clone(), right), (value, member), span);
        any = Some(match any {
            Some(before) => build::both(false, before, equal, span),
            None => equal,
        });
    }
    any.unwrap_or_else(|| build::invalid(span))
}

/// Checks `x is missing` and `x is not missing`.
pub(super) fn is_missing(cx: &mut Context, span: Span, value: &ast::Expr, negated: bool) -> Expr {
    let value = cx.infer(value, Expected::default());
    if value.ty == Type::Invalid {
        return build::invalid(span);
    }
    let domain = Domain::Bool { no: true, yes: value.optional };
    let found = build::boolean(ExprKind::IsMissing(Box::new(value)), domain, span);
    if negated { build::negated(found, span) } else { found }
}
