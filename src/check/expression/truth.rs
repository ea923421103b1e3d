//! Conditions, and those that always or never hold.

use super::super::context::Context;
use super::units::Wanted;
use super::{build, present, reach, units};
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Type, values};
use crate::quantity::{Domain, Numbers};
use crate::syntax::ast;

/// Whose values the names of a condition are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Of the record, or row, that the condition is about.
    Own,
    /// Of each other record in turn: inside `where:`, on both sides.
    Others,
}

/// Checks a condition: a `bool` that is never missing. One that always or never holds is told.
pub(super) fn condition(cx: &mut Context, expr: &ast::Expr, whose: Whose) -> Expr {
    let wanted = Wanted::Type(Type::Bool);
    let checked = cx.infer(expr, wanted);
    let checked = units::fit(cx, checked, expr, wanted);
    let checked = present(cx, checked);
    tell_constant(cx, &checked, whose);
    checked
}

/// Warns of each comparison in a condition that has only one answer. One with a param in it may have
/// been written for other values of the param.
fn tell_constant(cx: &mut Context, condition: &Expr, whose: Whose) {
    let mut open = vec![condition];
    while let Some(expr) = open.pop() {
        match &expr.kind {
            ExprKind::Logic { left, right, .. } => match shared(left, right) {
                Some(middle) => comparison(cx, expr, middle, whose),
                None => open.extend([&**right, &**left]),
            },
            // `x not in [a, b)`: one comparison, and what it says is the whole of it.
            ExprKind::Not(inner) if inner.span == expr.span => match &inner.kind {
                ExprKind::Matches { value, .. } | ExprKind::IsMissing(value) => comparison(cx, expr, value, whose),
                _ => open.push(inner),
            },
            ExprKind::Not(inner) => open.push(inner),
            ExprKind::Compare { left, right, .. } => {
                let told = if left.slots().is_empty() { right } else { left };
                comparison(cx, expr, told, whose);
            }
            ExprKind::Matches { value, .. } | ExprKind::IsMissing(value) => comparison(cx, expr, value, whose),
            _ => {}
        }
    }
}

/// What both sides are about, where they are the links of one chain `a <= x < b` or members of one `x in …`:
/// these have one answer only where the whole has.
fn shared<'a>(left: &Expr, right: &'a Expr) -> Option<&'a Expr> {
    let mut last = left;
    while let ExprKind::Logic { right, .. } = &last.kind {
        last = right;
    }
    let ExprKind::Compare { left: middle, .. } = &right.kind else { return None };
    match &last.kind {
        ExprKind::Compare { left, right, .. } if [left.span, right.span].contains(&middle.span) => Some(middle),
        _ => None,
    }
}

fn comparison(cx: &mut Context, expr: &Expr, left: &Expr, whose: Whose) {
    let Domain::Bool { no, yes } = expr.domain else { return };
    if no == yes || reach::has_param(expr) || expr.slots().is_empty() {
        return;
    }
    let text = cx.sources.slice(expr.span).to_owned();
    let diagnostic = Diagnostic::new(Code::ConstantCondition, expr.span).arg("text", text);
    let diagnostic = match (range(cx, expr, left), yes) {
        _ if whose == Whose::Others && is_with_itself(expr) => diagnostic.variant("others"),
        (Some((name, lo, hi)), yes) => diagnostic
            .variant(if yes { "always-range" } else { "never-range" })
            .arg("input", name)
            .arg("lo", lo)
            .arg("hi", hi),
        (None, true) => diagnostic.variant("always"),
        (None, false) => diagnostic.variant("never"),
    };
    cx.tell(diagnostic);
}

/// `day <= day`
fn is_with_itself(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Compare { left, right, .. } if left.alike(right))
}

/// The text of a compared number and the ends of its domain.
fn range(cx: &Context, expr: &Expr, left: &Expr) -> Option<(String, Arg, Arg)> {
    match &expr.kind {
        ExprKind::IsMissing(_) => return None,
        // What holds because of both sides together is not explained by the values of one.
        ExprKind::Compare { op, left, right } => match values::decide(*op, &left.domain, &right.domain) {
            Domain::Bool { no, yes } if no != yes => {}
            _ => return None,
        },
        _ => {}
    }
    let (numbers, dimension) = build::as_number(left).filter(|(numbers, _)| numbers.single().is_none())?;
    let show = |end: fn(&Numbers) -> crate::quantity::Number| {
        Arg::Quantity(end(numbers), dimension, cx.header.currency.clone())
    };
    Some((cx.sources.slice(left.span).to_owned(), show(Numbers::lo), show(Numbers::hi)))
}
