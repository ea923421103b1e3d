//! What an expression is: one arm for each kind of syntax.

use super::super::context::Context;
use super::expected::Expected;
use super::{arithmetic, branch, build, call, compare, division, facts, functions, literal, logic};
use super::{membership, name, present, quotient};
use crate::ir::{Expr, Operator, Type};
use crate::syntax::ast::{self, ArithmeticOp};

impl Context<'_> {
    /// Checks an expression, of which its place expects something.
    pub(super) fn infer<'e>(&mut self, expr: &ast::Expr, expected: impl Into<Expected<'e>>) -> Expr {
        infer(self, expr, expected.into())
    }

    /// Checks an expression that must have a value.
    pub(super) fn operand<'e>(&mut self, expr: &ast::Expr, expected: impl Into<Expected<'e>>) -> Expr {
        let value = infer(self, expr, expected.into());
        present(self, value)
    }

    /// What an expression is, without telling what is wrong with it.
    pub(super) fn silently(&mut self, expr: &ast::Expr, ty: Option<Type>) -> Expr {
        self.probe(|cx| infer(cx, expr, ty.into())).0
    }
}

/// An expression with what the conditions around tell of it as a whole, or rounded: by itself, or in those of
/// its parts that hold the quotients.
fn infer(cx: &mut Context, expr: &ast::Expr, expected: Expected) -> Expr {
    let Some(to) = expected.round else {
        let found = one(cx, expr, expected);
        return facts::remembered(cx, found);
    };
    cx.rounds = Some(expr.span);
    if division::takes_rounding(cx, expr) {
        return one(cx, expr, expected);
    }
    let value = match functions::is_average(expr) {
        true => one(cx, expr, expected),
        false => infer(cx, expr, expected.ty.into()),
    };
    quotient::rounded(cx, (value, expr), to)
}

fn one(cx: &mut Context, expr: &ast::Expr, expected: Expected) -> Expr {
    let span = expr.span;
    match &expr.kind {
        ast::ExprKind::When { value, condition } => branch::when(cx, span, value, condition, expected),
        ast::ExprKind::If { condition, then, otherwise } => {
            branch::choose(cx, span, condition, [then, otherwise], expected)
        }
        ast::ExprKind::Logic { op, left, right } => logic::logic(cx, expr, *op, left, right),
        ast::ExprKind::Not(value) => logic::not(cx, expr, value),
        ast::ExprKind::Compare { first, rest } => compare::compare(cx, span, first, rest),
        ast::ExprKind::In { value, negated, set } => membership::contains(cx, span, value, *negated, set),
        ast::ExprKind::IsMissing { value, negated } => membership::is_missing(cx, span, value, *negated),
        ast::ExprKind::Otherwise { value, fallback } => branch::otherwise(cx, expr, value, fallback, expected),
        ast::ExprKind::Arithmetic { op, left, right, .. } => match op {
            ArithmeticOp::Add => arithmetic::sum(cx, span, Operator::Add, (left, right), expected.ty),
            ArithmeticOp::Sub => arithmetic::sum(cx, span, Operator::Sub, (left, right), expected.ty),
            ArithmeticOp::Mul => arithmetic::product(cx, expr, (left, right), expected),
            ArithmeticOp::Div => quotient::quotient(cx, expr, (left, right), expected),
        },
        ast::ExprKind::Negate(value) => arithmetic::negate(cx, span, value, expected.ty),
        ast::ExprKind::Call(it) => call::call(cx, span, it, expected),
        ast::ExprKind::Member { value, member } => name::member(cx, span, value, member, expected.round),
        ast::ExprKind::Name(it) => name::name(cx, it, expected),
        ast::ExprKind::Literal(it) => literal::literal(cx, span, it, expected.ty),
        ast::ExprKind::Invalid => build::invalid(span),
    }
}
