//! One of the many: the value that it adds, and the condition under which it counts.

use super::super::super::context::{Context, Entity};
use super::super::super::resolve;
use super::super::expected::Expected;
use super::super::truth::{self, Whose};
use super::super::units::Wanted;
use super::super::{build, expression, facts, present, refuse};
use crate::diagnostic::Code;
use crate::ir::{Aggregate, Expr, Type};
use crate::quantity::Dimension;
use crate::source::Span;
use crate::syntax::ast::{self, Call};
use crate::syntax::keyword::Keyword;

/// What is taken of each row or record.
pub(super) struct Members {
    /// The value; of `count`, none.
    pub value: Option<Expr>,
    /// Which ones count.
    pub filter: Option<Expr>,
}

impl Members {
    /// The type of what they come to.
    pub fn ty(&self, aggregate: Aggregate) -> Type {
        match (aggregate, &self.value) {
            (Aggregate::Every | Aggregate::Some, _) => Type::Bool,
            (_, Some(value)) => value.ty,
            (_, None) => Type::Number(Dimension::NUMBER),
        }
    }

    /// Whether what they come to is missing where there is none of them.
    pub fn can_be_absent(&self, aggregate: Aggregate, can_be_none: bool) -> bool {
        let needs_one = matches!(aggregate, Aggregate::Average { .. } | Aggregate::Least | Aggregate::Greatest);
        needs_one && (can_be_none || self.filter.is_some())
    }
}

/// Checks the filter, and the value under what the filter tells.
pub(super) fn check(cx: &mut Context, span: Span, it: &Call, aggregate: Aggregate) -> Option<Members> {
    let filter = it.filter.as_deref().map(|expr| filter(cx, expr));
    if filter.as_ref().is_some_and(|filter| filter.ty == Type::Invalid) {
        return None;
    }
    let facts = filter.as_ref().map(|filter| facts::narrowed(cx, filter, true));
    let around = facts.map(|facts| std::mem::replace(&mut cx.facts, facts));
    let told = cx.diagnostics.len();
    let value = value(cx, span, it, aggregate);
    offer_filter(cx, span, it, told);
    if let Some(around) = around {
        cx.facts = around;
    }
    Some(Members { value: value?, filter })
}

/// Adds to what was told of a value that can be missing that only those who have one may count: a mean over all of
/// them is mostly meant so, and another value in its place is another mean.
pub(super) fn offer_filter(cx: &mut Context, span: Span, it: &Call, told: usize) {
    let word = |keyword: Keyword| if it.function.text.is_ascii() { keyword.en() } else { keyword.zh() };
    let there = format!("{} {} {}", word(Keyword::Is), word(Keyword::Not), word(Keyword::Missing));
    let lead = if it.options.is_empty() {
        format!(" {} ", word(Keyword::Where))
    } else {
        format!(", {}: ", word(Keyword::Where))
    };
    let close = Span::new(span.file, span.range().end.saturating_sub(1), span.range().end);
    let whole = cx.sources.slice(close) == ")";
    for told in cx.diagnostics.iter_mut().skip(told) {
        if told.code != Code::UnhandledMissing || !told.narrowed("many") {
            continue;
        }
        let text = cx.sources.slice(told.span);
        told.args.push(("filter", format!("{}: {text} {there}", word(Keyword::Where)).into()));
        if it.filter.is_none() && whole {
            *told = told.clone().edit(close.before(), format!("{lead}{text} {there}"));
        }
    }
}

/// Checks what stands behind `where`: of rows the record is still known by name, of people nobody but each other is.
pub(super) fn filter(cx: &mut Context, expr: &ast::Expr) -> Expr {
    let whose = if cx.row.is_none() { Whose::Others } else { Whose::Own };
    truth::condition(cx, expr, whose)
}

fn value(cx: &mut Context, span: Span, it: &Call, aggregate: Aggregate) -> Option<Option<Expr>> {
    match (aggregate, it.arguments.as_slice()) {
        (Aggregate::Count, []) => Some(None),
        (Aggregate::Count, [one]) if is_relation(cx, one) => Some(None),
        (Aggregate::Every | Aggregate::Some, [one]) => {
            let value = expression(cx, one, Wanted::Type(Type::Bool));
            usable(present(cx, value))
        }
        (Aggregate::Sum | Aggregate::Average { .. }, [one]) => {
            let value = cx.operand(one, Expected::default());
            match value.ty {
                Type::Number(_) => usable(value),
                _ => refused(cx, &value, it),
            }
        }
        (Aggregate::Least | Aggregate::Greatest, [one]) => {
            let value = cx.operand(one, Expected::default());
            match value.ty {
                Type::Number(_) | Type::Calendar(_) => usable(value),
                _ => refused(cx, &value, it),
            }
        }
        _ => {
            refuse::bad_arguments(cx, it, span);
            None
        }
    }
}

fn usable(value: Expr) -> Option<Option<Expr>> {
    (value.ty != Type::Invalid).then_some(Some(value))
}

fn refused(cx: &mut Context, value: &Expr, it: &Call) -> Option<Option<Expr>> {
    refuse::no_operator(cx, value, &it.function.text);
    None
}

/// Whether an expression is the bare name of details or a lookup.
fn is_relation(cx: &mut Context, expr: &ast::Expr) -> bool {
    let ast::ExprKind::Name(word) = &expr.kind else { return false };
    matches!(resolve::name(cx, word), Some(Entity::Relation(_)))
}

/// Checks a value of one record that must be there.
pub(super) fn operand(cx: &mut Context, expr: &ast::Expr) -> Option<Expr> {
    let value = cx.operand(expr, Expected::default());
    (value.ty != Type::Invalid).then_some(value)
}

/// A number with its dimension, or none where that is told.
pub(super) fn number(cx: &mut Context, expr: &ast::Expr, function: &str) -> Option<Expr> {
    let value = operand(cx, expr)?;
    if build::as_number(&value).is_none() {
        refuse::no_operator(cx, &value, function);
        return None;
    }
    Some(value)
}
