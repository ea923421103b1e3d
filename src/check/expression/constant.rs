//! Constants: `+ - * /` over literals and params.

use super::super::context::{Context, Entity};
use super::super::resolve;
use super::units;
use super::units::Wanted;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{ExprKind, ParamId, Type, Value};
use crate::quantity::{Domain, Moment, Numbers};
use crate::source::Span;
use crate::syntax::ast;

/// Checks a constant; `None` where an error was told.
pub(super) fn constant(cx: &mut Context, expr: &ast::Expr, wanted: Wanted) -> Option<Value> {
    if let Some(span) = offender(cx, expr) {
        let text = cx.sources.slice(span).to_owned();
        cx.tell(Diagnostic::new(Code::NotConstant, span).arg("text", text));
        return None;
    }
    let fixed = fix_params(cx, expr);
    let told = cx.fixed;
    cx.fixed = told.or(Some("fixed"));
    let checked = cx.infer(expr, wanted);
    cx.fixed = told;
    for (id, domain) in fixed {
        if let Some(param) = cx.params.get_mut(id.0) {
            param.domain = domain;
        }
    }
    let checked = units::fit(cx, checked, expr, wanted);
    if checked.ty == Type::Invalid {
        return None;
    }
    let value = match (&checked.kind, &checked.domain) {
        (ExprKind::Constant(value), _) => Some(value.clone()),
        (ExprKind::Param(id), _) => cx.params.get(id.0).map(|param| param.value.clone()),
        (_, Domain::Numbers(numbers)) => numbers.single().map(Value::Number),
        _ => None,
    }?;
    if value.number().is_some_and(|number| number.decimal().is_none()) {
        let text = cx.sources.slice(expr.span).to_owned();
        cx.tell(Diagnostic::new(Code::Overflow, expr.span).variant("constant").arg("text", text));
        return None;
    }
    Some(value)
}

/// Whether an expression is a sum, product, quotient or sign over literals, params and labels.
pub(super) fn is_constant(cx: &Context, expr: &ast::Expr) -> bool {
    offender(cx, expr).is_none()
}

/// The part of an expression that no constant can have.
pub(super) fn offender(cx: &Context, expr: &ast::Expr) -> Option<Span> {
    match &expr.kind {
        ast::ExprKind::Literal(_) | ast::ExprKind::Invalid => None,
        ast::ExprKind::Name(it) if it.quoted => None,
        ast::ExprKind::Name(it) => match resolve::meaning(cx, &it.text) {
            Some(Entity::Slot(_) | Entity::Group(_)) if !is_label(cx, &it.text) => Some(expr.span),
            _ => None,
        },
        ast::ExprKind::Negate(value) => offender(cx, value),
        ast::ExprKind::Arithmetic { left, right, .. } => offender(cx, left).or_else(|| offender(cx, right)),
        _ => Some(expr.span),
    }
}

/// Whether some set has a label of this name: then its set says more than "no constant".
fn is_label(cx: &Context, text: &str) -> bool {
    cx.label_sets.iter().any(|set| set.labels.iter().any(|label| label.name == text))
}

/// Gives the params of a constant their own value for a domain; what they had before.
fn fix_params(cx: &mut Context, expr: &ast::Expr) -> Vec<(ParamId, Domain)> {
    let mut fixed = vec![];
    let mut open = vec![expr];
    while let Some(next) = open.pop() {
        match &next.kind {
            ast::ExprKind::Negate(value) => open.push(value),
            ast::ExprKind::Arithmetic { left, right, .. } => open.extend([&**left, &**right]),
            ast::ExprKind::Name(it) => {
                if let Some(Entity::Param(id)) = resolve::meaning(cx, &it.text)
                    && let Some(param) = cx.params.get_mut(id.0)
                    && let Some(domain) = single(&param.value)
                {
                    fixed.push((id, std::mem::replace(&mut param.domain, domain)));
                }
            }
            _ => {}
        }
    }
    // A param that stands twice was fixed twice: the first thing kept is its own domain.
    fixed.reverse();
    fixed
}

fn single(value: &Value) -> Option<Domain> {
    match value {
        Value::Number(number) => Some(Domain::Numbers(Numbers::one(number))),
        Value::Calendar(Moment { ordinal, .. }) => Some(Domain::Calendar { first: *ordinal, last: *ordinal }),
        _ => None,
    }
}
