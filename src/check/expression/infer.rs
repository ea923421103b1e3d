//! What an expression is: one arm for each kind of syntax.

use super::super::context::Context;
use super::super::resolve;
use super::{arithmetic, branch, build, call, compare, facts, literal, membership, name, present, refuse};
use crate::ir::{Expr, ExprKind, Type};
use crate::quantity::Domain;
use crate::syntax::ast::{self, LogicOp};

/// Checks an expression. The hint is the type that its place would like: bare numbers, labels and
/// quotients of ratios take it on. `Some(Type::Invalid)` lets everything open pass in silence.
pub(super) fn infer(cx: &mut Context, expr: &ast::Expr, hint: Option<Type>) -> Expr {
    let found = infer_apart(cx, expr, hint);
    facts::remembered(cx, found)
}

/// The same without what the conditions around tell of it as a whole.
fn infer_apart(cx: &mut Context, expr: &ast::Expr, hint: Option<Type>) -> Expr {
    match &expr.kind {
        ast::ExprKind::When { value, condition } => branch::when(cx, expr, value, condition, hint),
        ast::ExprKind::If { condition, then, otherwise } => {
            branch::choose(cx, expr.span, condition, [then, otherwise], hint)
        }
        ast::ExprKind::Logic { op, left, right } => logic(cx, expr, *op, left, right),
        ast::ExprKind::Not(value) => not(cx, expr, value),
        ast::ExprKind::Compare { first, rest } => compare::compare(cx, expr.span, first, rest),
        ast::ExprKind::In { value, negated, set } => membership::contains(cx, expr.span, value, *negated, set),
        ast::ExprKind::IsMissing { value, negated } => membership::is_missing(cx, expr.span, value, *negated),
        ast::ExprKind::Otherwise { value, fallback } => branch::otherwise(cx, expr, value, fallback, hint),
        ast::ExprKind::Arithmetic { op, left, right, .. } => arithmetic::arithmetic(cx, expr, *op, (left, right), hint),
        ast::ExprKind::Negate(value) => arithmetic::negate(cx, expr.span, value, hint),
        ast::ExprKind::Call(it) => call::call(cx, expr.span, it, hint),
        ast::ExprKind::Member { value, member } => name::member(cx, expr.span, value, member),
        ast::ExprKind::Name(it) => name::name(cx, it, hint),
        ast::ExprKind::Literal(it) => literal::literal(cx, expr.span, it, hint),
        ast::ExprKind::Invalid => build::invalid(expr.span),
    }
}

/// What an expression is, without telling what is wrong with it.
pub(super) fn silently(cx: &mut Context, expr: &ast::Expr, hint: Option<Type>) -> Expr {
    cx.probe(|cx| infer(cx, expr, hint)).0
}

/// Checks an expression that must have a value.
pub(super) fn operand(cx: &mut Context, expr: &ast::Expr, hint: Option<Type>) -> Expr {
    let value = infer(cx, expr, hint);
    present(cx, value)
}

/// Checks an argument that must be there, and is a number.
pub(super) fn number_argument(cx: &mut Context, expr: &ast::Expr, hint: Option<Type>, name: &str) -> Option<Expr> {
    let value = operand(cx, expr, hint);
    match value.ty {
        Type::Number(_) => Some(value),
        _ => {
            refuse::no_operator(cx, &value, name);
            None
        }
    }
}

/// Checks two expressions that must have values of one type; the open one takes on the other's.
pub(super) fn pair(cx: &mut Context, sides: (&ast::Expr, &ast::Expr), hint: Option<Type>) -> (Expr, Expr) {
    if open(cx, sides.0) && !open(cx, sides.1) {
        let right = operand(cx, sides.1, hint);
        (operand(cx, sides.0, Some(right.ty)), right)
    } else {
        let left = operand(cx, sides.0, hint);
        let right = operand(cx, sides.1, Some(left.ty));
        (left, right)
    }
}

/// Checks several expressions that must have values of one type. The first that is not open says which.
pub(super) fn alike(cx: &mut Context, exprs: &[&ast::Expr], hint: Option<Type>) -> Vec<Expr> {
    let anchor = exprs.iter().position(|e| !open(cx, e));
    let known = anchor.and_then(|at| exprs.get(at)).map(|e| operand(cx, e, hint));
    let hint = known.as_ref().map_or(hint, |e| Some(e.ty));
    let mut known = known;
    // Of two names that nothing declares, the second may be a label of what the first was meant to be.
    let mut lost = false;
    exprs
        .iter()
        .enumerate()
        .map(|(at, e)| match known.take_if(|_| anchor == Some(at)) {
            Some(checked) => checked,
            None => {
                let name = matches!(e.kind, ast::ExprKind::Name(_));
                let checked = operand(cx, e, if lost && name { Some(Type::Invalid) } else { hint });
                lost |= hint.is_none() && name && checked.ty == Type::Invalid;
                checked
            }
        })
        .collect()
}

/// Whether an expression takes its type from its place: bare numbers, counters, labels.
pub(super) fn open(cx: &Context, expr: &ast::Expr) -> bool {
    match &expr.kind {
        ast::ExprKind::Literal(it) => literal::open(it),
        ast::ExprKind::Name(it) => it.quoted || !resolve::is_value(cx, &it.text),
        ast::ExprKind::Negate(value) | ast::ExprKind::When { value, .. } => open(cx, value),
        ast::ExprKind::Arithmetic { left, right, .. } => open(cx, left) && open(cx, right),
        ast::ExprKind::If { then, otherwise, .. } => open(cx, then) && open(cx, otherwise),
        ast::ExprKind::Otherwise { value, fallback } => open(cx, value) && open(cx, fallback),
        ast::ExprKind::Call(it) => call::open(cx, it),
        _ => false,
    }
}

fn logic(cx: &mut Context, expr: &ast::Expr, op: LogicOp, left: &ast::Expr, right: &ast::Expr) -> Expr {
    let left = truth_operand(cx, left);
    let and = op == LogicOp::And;
    // The right side is looked at only where the left one did not decide.
    let before = cx.facts.clone();
    cx.facts = super::assuming(cx, &left, and);
    let right = truth_operand(cx, right);
    cx.facts = before;
    both(and, left, right, expr.span)
}

/// `a and b`, `a or b` of two checked conditions.
pub(super) fn both(and: bool, left: Expr, right: Expr, span: crate::source::Span) -> Expr {
    let domain = match (&left.domain, &right.domain) {
        (Domain::Bool { no: n1, yes: y1 }, Domain::Bool { no: n2, yes: y2 }) if and => {
            Domain::Bool { no: *n1 || *n2, yes: *y1 && *y2 }
        }
        (Domain::Bool { no: n1, yes: y1 }, Domain::Bool { no: n2, yes: y2 }) => {
            Domain::Bool { no: *n1 && *n2, yes: *y1 || *y2 }
        }
        _ => return build::invalid(span),
    };
    build::boolean(ExprKind::Logic { and, left: Box::new(left), right: Box::new(right) }, domain, span)
}

fn not(cx: &mut Context, expr: &ast::Expr, value: &ast::Expr) -> Expr {
    let value = truth_operand(cx, value);
    negated(value, expr.span)
}

/// `not a` of a checked condition.
pub(super) fn negated(value: Expr, span: crate::source::Span) -> Expr {
    match value.domain {
        Domain::Bool { no, yes } => {
            build::boolean(ExprKind::Not(Box::new(value)), Domain::Bool { no: yes, yes: no }, span)
        }
        _ => build::invalid(span),
    }
}

fn truth_operand(cx: &mut Context, expr: &ast::Expr) -> Expr {
    let value = operand(cx, expr, Some(Type::Bool));
    super::units::fit(cx, value, expr, super::Wanted::Type(Type::Bool))
}
