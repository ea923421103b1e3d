//! Quotients that nothing rounds, and how to round once what they are a part of.

use super::super::context::Context;
use super::{build, division, functions, zero};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Expr, Type};
use crate::quantity::Dimension;
use crate::source::Span;
use crate::syntax::ast::{self, ArithmeticOp};

/// What a quotient is a part of.
#[derive(Clone)]
pub(super) enum Outer<'a> {
    /// A product or quotient: all of its factors, and what it is divided by.
    Product(Product<'a>),
    /// `a / b otherwise c`, of which the fallback is rounded as well.
    Fallback(Span),
}

/// A product or quotient as one of both.
#[derive(Clone)]
pub(super) struct Product<'a> {
    /// The whole.
    span: Span,
    /// What its place wants.
    hint: Option<Type>,
    factors: Vec<&'a ast::Expr>,
    divisors: Vec<&'a ast::Expr>,
    /// Whether something is multiplied.
    multiplies: bool,
}

impl<'a> Outer<'a> {
    /// The whole of a product or quotient that is no part of another; `None` where it is a quotient of two.
    pub fn of(expr: &'a ast::Expr, hint: Option<Type>) -> Option<Outer<'a>> {
        let mut product = Product { span: expr.span, hint, factors: vec![], divisors: vec![], multiplies: false };
        product.take(expr, false);
        (product.factors.len() + product.divisors.len() > 2).then_some(Outer::Product(product))
    }
}

impl<'a> Product<'a> {
    fn take(&mut self, expr: &'a ast::Expr, divides: bool) {
        match quotient_in(expr).unwrap_or(expr) {
            ast::Expr { kind: ast::ExprKind::Arithmetic { op, left, right, .. }, .. }
                if matches!(op, ArithmeticOp::Mul | ArithmeticOp::Div) =>
            {
                self.multiplies |= *op == ArithmeticOp::Mul;
                self.take(left, divides);
                self.take(right, divides != (*op == ArithmeticOp::Div));
            }
            part if divides => self.divisors.push(part),
            part => self.factors.push(part),
        }
    }

    /// Multiplied first, divided once.
    fn text(&self, cx: &Context) -> String {
        let product =
            |parts: &[&ast::Expr]| parts.iter().map(|part| operand_text(cx, part)).collect::<Vec<_>>().join(" * ");
        let divisor = product(&self.divisors);
        let divisor = if self.divisors.len() > 1 { format!("({divisor})") } else { divisor };
        format!("{} / {divisor}", product(&self.factors))
    }

    /// The unit of a step for it; `None` where that is not known.
    fn unit(&self, cx: &mut Context) -> Option<String> {
        let mut dimension = Dimension::NUMBER;
        for (parts, divides) in [(&self.factors, false), (&self.divisors, true)] {
            for part in parts {
                let Type::Number(next) = cx.silently(part, None).ty else { return None };
                dimension = if divides { dimension.over(next) } else { dimension.times(next) };
            }
        }
        match self.hint {
            Some(Type::Number(wanted)) if dimension.is_ratio() && wanted.is_ratio() => cx.unit(wanted),
            _ => cx.unit(dimension),
        }
    }
}

/// The quotient that `number(a / b)` is, or `percent(a / b)`.
fn quotient_in(expr: &ast::Expr) -> Option<&ast::Expr> {
    let ast::ExprKind::Call(it) = &expr.kind else { return None };
    functions::converted(it).filter(|value| division::is_division(value))
}

/// Tells a quotient that is not rounded, with the way to round it, or what it is a part of, once.
pub(super) fn tell(cx: &mut Context, expr: &ast::Expr, dimension: Dimension, outer: Option<&Outer>) -> Expr {
    let text = cx.sources.slice(expr.span).to_owned();
    let told = Diagnostic::new(Code::UnroundedQuotient, expr.span).arg("quotient", text.clone());
    if let Some(variant) = cx.fixed {
        cx.tell(told.variant(variant));
        return build::invalid(expr.span);
    }
    let step = |unit: String| format!("0.01{unit}");
    let of_product = matches!(outer, Some(Outer::Product(_)));
    let (told, span, proposal) = match outer {
        None => {
            let unit = cx.unit(dimension);
            // Both are told at once: the one mended, the other would follow.
            let zero = unit.as_ref().zip(zero::of(cx, expr)).map(|(unit, divisor)| (format!("0{unit}"), divisor));
            let (told, text) = match zero {
                Some((none, divisor)) => {
                    let told = told.variant("zero").arg("divisor", divisor).arg("none", none.as_str());
                    (told, format!("{text} otherwise {none}"))
                }
                None => (told, text),
            };
            (told, expr.span, unit.map(|unit| format!("round({text}, {})", step(unit))))
        }
        Some(Outer::Fallback(whole)) => {
            let text = cx.sources.slice(*whole).to_owned();
            (told, *whole, cx.unit(dimension).map(|unit| format!("round({text}, {})", step(unit))))
        }
        Some(Outer::Product(product)) => {
            let variant = if product.multiplies { "product" } else { "twice" };
            let text = product.text(cx);
            let rounded = cx.rounds == Some(product.span);
            let wrapped = product.unit(cx).map(|unit| format!("round({text}, {})", step(unit)));
            let proposal = if rounded { Some(text.clone()) } else { wrapped };
            let told = told.variant(variant);
            let told = if proposal.is_some() { told } else { told.arg("proposal", text) };
            (told, product.span, proposal)
        }
    };
    let balanced = is_balanced(cx.sources.slice(span));
    cx.tell(match proposal {
        Some(proposal) if balanced => {
            let full =
                proposal.strip_suffix(" otherwise 0%, 0.01%)").map(|start| format!("{start} otherwise 100%, 0.01%)"));
            let told = told.arg("proposal", proposal.as_str()).edit(span, proposal);
            full.into_iter().fold(told, |told, full| told.edit(span, full))
        }
        Some(proposal) => told.arg("proposal", proposal),
        None if of_product => told,
        None => told.variant("rate"),
    });
    build::invalid(expr.span)
}

/// An operand as it was written, in parentheses where a product needs them.
fn operand_text(cx: &Context, expr: &ast::Expr) -> String {
    let text = cx.sources.slice(expr.span);
    let tight = matches!(
        expr.kind,
        ast::ExprKind::Name(_) | ast::ExprKind::Literal(_) | ast::ExprKind::Call(_) | ast::ExprKind::Member { .. }
    );
    if tight { text.to_owned() } else { format!("({text})") }
}

fn is_balanced(text: &str) -> bool {
    let mut depth = 0_i32;
    for c in text.chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}
