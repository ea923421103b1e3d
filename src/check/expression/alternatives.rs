//! `level = junior or senior`, as people say it: only the first is compared with anything.

use super::super::context::Context;
use super::super::resolve;
use super::build;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Expr;
use crate::syntax::Keyword;
use crate::syntax::ast::{self, CompareOp, ExprKind, LogicOp};

/// Tells values that are joined to the first of several that something is compared with.
pub(super) fn told(cx: &mut Context, expr: &ast::Expr) -> Option<Expr> {
    let ExprKind::Logic { op, .. } = expr.kind else { return None };
    let mut parts = vec![];
    flatten(expr, op, &mut parts);
    let (first, others) = parts.split_first()?;
    let ExprKind::Compare { first: subject, rest } = &first.kind else { return None };
    let [(sign, value)] = rest.as_slice() else { return None };
    let negated = match (op, sign) {
        (LogicOp::Or, CompareOp::Equal) => false,
        (LogicOp::And, CompareOp::NotEqual) => true,
        _ => return None,
    };
    let values = others.iter().all(|other| is_value(cx, other));
    (values && !others.is_empty()).then_some(())?;
    let text = |expr: &ast::Expr| cx.sources.slice(expr.span).trim().to_owned();
    let listed = std::iter::once(value).chain(others.iter().copied()).map(text).collect::<Vec<_>>().join(", ");
    let not = if negated { format!("{} ", Keyword::Not.en()) } else { String::new() };
    let wanted = format!("{} {not}{} {{{listed}}}", text(subject), Keyword::In.en());
    let last = others.last().map_or(expr.span, |last| last.span);
    let told = Diagnostic::new(Code::UnknownName, others.first()?.span).variant("alternatives");
    let told = told.arg("name", text(others.first()?)).arg("whole", text(first)).arg("wanted", wanted.clone());
    cx.tell(told.edit(expr.span.before().to(last), wanted));
    Some(build::invalid(expr.span))
}

fn flatten<'e>(expr: &'e ast::Expr, joined: LogicOp, parts: &mut Vec<&'e ast::Expr>) {
    match &expr.kind {
        ExprKind::Logic { op, left, right } if *op == joined => {
            flatten(left, joined, parts);
            flatten(right, joined, parts);
        }
        _ => parts.push(expr),
    }
}

/// Whether an operand is a value that nothing is said of, rather than a condition.
fn is_value(cx: &Context, expr: &ast::Expr) -> bool {
    match &expr.kind {
        ExprKind::Literal(_) => true,
        ExprKind::Name(name) => {
            name.quoted
                || !resolve::is_value(cx, &name.text)
                    && Keyword::among(&name.text, &[Keyword::Yes, Keyword::No]).is_none()
        }
        _ => false,
    }
}
