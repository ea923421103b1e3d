//! Patterns of rows and of `in`.

use super::super::context::Context;
use super::units::Wanted;
use super::{comparison, constant, literal, units};
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Bound, Comparison, Expr, ExprKind, Pattern, Type, Value};
use crate::quantity::{Calendar, Decimal, Domain, Number, Numbers, TimeUnit, Tongue};
use crate::source::Span;
use crate::syntax::Keyword;
use crate::syntax::ast::{self, Interval, PatternKind};

/// Checks a pattern for values of `against`.
pub(super) fn pattern(cx: &mut Context, pattern: &ast::Pattern, against: &Expr) -> Pattern {
    let values_of = |found: Option<Vec<Value>>, make: fn(Vec<Value>) -> Pattern| found.map_or(Pattern::Invalid, make);
    match &pattern.kind {
        PatternKind::Any => Pattern::Any,
        PatternKind::Otherwise => Pattern::Otherwise,
        PatternKind::Missing => missing(cx, pattern.span, against),
        PatternKind::Invalid => Pattern::Invalid,
        _ if against.ty == Type::Invalid => Pattern::Invalid,
        PatternKind::Compare(op, bound) => one_sided(cx, comparison::comparison(*op), bound, pattern.span, against),
        PatternKind::Interval(it) => within(cx, it, against, None),
        PatternKind::Values(exprs) => values_of(values(cx, exprs, against), Pattern::Values),
        PatternKind::Not(exprs) => values_of(values(cx, exprs, against), Pattern::Not),
    }
}

fn missing(cx: &mut Context, span: Span, against: &Expr) -> Pattern {
    if against.optional || against.ty == Type::Invalid {
        return Pattern::Missing;
    }
    let text = cx.sources.slice(against.span).to_owned();
    cx.tell(Diagnostic::new(Code::NeverMissing, span).arg("input", text));
    Pattern::Invalid
}

/// Constants of the type of `against`; `None` where an error was told.
pub(super) fn values(cx: &mut Context, exprs: &[ast::Expr], against: &Expr) -> Option<Vec<Value>> {
    let values: Vec<Option<Value>> =
        exprs.iter().map(|expr| constant::constant(cx, expr, Wanted::Type(against.ty))).collect();
    values.into_iter().collect()
}

fn one_sided(cx: &mut Context, op: Comparison, bound: &ast::Expr, span: Span, against: &Expr) -> Pattern {
    let included = matches!(op, Comparison::GreaterEqual | Comparison::LessEqual);
    match op {
        Comparison::Equal | Comparison::NotEqual => {
            let value = constant::constant(cx, bound, Wanted::Type(against.ty)).map(|v| vec![v]);
            let make = if op == Comparison::Equal { Pattern::Values } else { Pattern::Not };
            value.map_or(Pattern::Invalid, make)
        }
        _ if !ordered(cx, span, comparison::symbol(op), against) => Pattern::Invalid,
        _ => match self::bound(cx, bound, included, against) {
            Some(bound) if matches!(op, Comparison::Greater | Comparison::GreaterEqual) => {
                Pattern::Interval { lo: Some(bound), hi: None }
            }
            Some(bound) => Pattern::Interval { lo: None, hi: Some(bound) },
            None => Pattern::Invalid,
        },
    }
}

/// `x in …` in an expression: all of it, what stands before `in`, and whether it is `not in`.
type Asked<'a> = (Span, &'a ast::Expr, bool);

/// Checks `[a, b)` for values of `against`, in a row or where it is `asked` in an expression.
pub(super) fn within(cx: &mut Context, it: &Interval, against: &Expr, asked: Option<Asked>) -> Pattern {
    if against.ty == Type::Invalid || !ordered(cx, it.span, "[ ]", against) {
        return Pattern::Invalid;
    }
    if literal::bare_interval(cx, it, against.ty, time_unit(cx, against)) {
        return Pattern::Invalid;
    }
    let lo = bound(cx, &it.lo, it.lo_included, against);
    let hi = bound(cx, &it.hi, it.hi_included, against);
    let (Some(lo), Some(hi)) = (lo, hi) else { return Pattern::Invalid };
    if lo.value > hi.value {
        return match (against.ty, asked) {
            (Type::Calendar(Calendar::Time), asked) => past_midnight(cx, it, asked),
            (..) => reversed(cx, it),
        };
    }
    if lo.value == hi.value && !(lo.included && hi.included) {
        let point = cx.sources.slice(it.lo.span).to_owned();
        let diagnostic = Diagnostic::new(Code::EmptyInterval, it.span)
            .variant("point")
            .arg("value", point.clone())
            .edit(it.span, format!("[{point}, {point}]"));
        cx.tell(diagnostic);
        return Pattern::Invalid;
    }
    Pattern::Interval { lo: Some(lo), hi: Some(hi) }
}

/// The unit of a bare duration of a field or metric.
fn time_unit(cx: &Context, against: &Expr) -> TimeUnit {
    match against.kind {
        ExprKind::Slot(id) => cx.slots.get(id.0).map_or(TimeUnit::default(), |slot| slot.time_unit),
        _ => TimeUnit::default(),
    }
}

fn reversed(cx: &mut Context, it: &Interval) -> Pattern {
    let (lo, hi) = (cx.sources.slice(it.lo.span).to_owned(), cx.sources.slice(it.hi.span).to_owned());
    // The brackets stay where they are: who writes rows from the top down turns the numbers only.
    let (open, close) = (if it.lo_included { '[' } else { '(' }, if it.hi_included { ']' } else { ')' });
    let proposal = match in_unit_of(&lo, &hi) {
        Some(hi) => format!("{open}{lo}, {hi}{close}"),
        None => format!("{open}{hi}, {lo}{close}"),
    };
    let diagnostic = Diagnostic::new(Code::EmptyInterval, it.span)
        .arg("lo", lo)
        .arg("hi", hi)
        .arg("proposal", proposal.clone())
        .edit(it.span, proposal);
    cx.tell(diagnostic);
    Pattern::Invalid
}

/// Tells `[23:00, 09:00)`: rows are two then, and in an expression two comparisons say it.
fn past_midnight(cx: &mut Context, it: &Interval, asked: Option<Asked>) -> Pattern {
    let text = |at: Span| cx.sources.slice(at).to_owned();
    let (lo, hi) = (text(it.lo.span), text(it.hi.span));
    let told = Diagnostic::new(Code::EmptyInterval, it.span).arg("lo", lo.clone()).arg("hi", hi.clone());
    let negated = asked.is_some_and(|(.., negated)| negated);
    // What is not in it lies on the other sides of its ends.
    let (from, to) = match (negated, it.lo_included, it.hi_included) {
        (false, true, true) => (">=", "<="),
        (false, true, false) => (">=", "<"),
        (false, false, true) => (">", "<="),
        (false, false, false) => (">", "<"),
        (true, true, true) => ("<", ">"),
        (true, true, false) => ("<", ">="),
        (true, false, true) => ("<=", ">"),
        (true, false, false) => ("<=", ">="),
    };
    let told = match asked {
        Some((span, value, negated)) => {
            let joint = if negated { Keyword::And } else { Keyword::Or };
            let joint = if cx.header.tongue == Tongue::Zh { joint.zh() } else { joint.en() };
            let value = text(value.span);
            let proposal = format!("({value} {from} {lo} {joint} {value} {to} {hi})");
            told.variant("night").arg("proposal", proposal.clone()).edit(span, proposal)
        }
        None => {
            let (evening, morning) = (format!("{from} {lo}"), format!("{to} {hi}"));
            told.variant("midnight").arg("evening", evening).arg("morning", morning)
        }
    };
    cx.tell(told);
    Pattern::Invalid
}

/// The upper end of `(24h, 48min]` in the unit of the lower, where that puts them in order.
fn in_unit_of(lo: &str, hi: &str) -> Option<String> {
    let (low, unit) = units::figure(lo);
    let (high, other) = units::figure(hi);
    let in_order = Decimal::from_str_exact(low).ok()? < Decimal::from_str_exact(high).ok()?;
    (in_order && unit.trim() != other.trim()).then(|| format!("{high}{unit}"))
}

/// Whether the values of `against` have an order; what has none is told.
fn ordered(cx: &mut Context, span: Span, operator: &'static str, against: &Expr) -> bool {
    if matches!(against.ty, Type::Number(_) | Type::Calendar(_)) {
        return true;
    }
    let text = cx.sources.slice(against.span).to_owned();
    let found = units::type_arg(cx, against.ty);
    let diagnostic =
        Diagnostic::new(Code::NoOperator, span).arg("text", text).arg("found", found).arg("operator", operator);
    cx.tell(diagnostic);
    false
}

fn bound(cx: &mut Context, expr: &ast::Expr, included: bool, against: &Expr) -> Option<Bound> {
    let value = constant::constant(cx, expr, Wanted::Type(against.ty))?;
    note_between_steps(cx, expr, &value, against);
    Some(Bound { value, included, span: expr.span })
}

/// Notes a bound that no value can equal, since it falls between two steps.
fn note_between_steps(cx: &mut Context, expr: &ast::Expr, value: &Value, against: &Expr) {
    let (Value::Number(number), Domain::Numbers(Numbers::Range { step, .. }), Type::Number(dimension)) =
        (value, &against.domain, against.ty)
    else {
        return;
    };
    if number.is_multiple(step) {
        return;
    }
    let quantity = |value: &Number| Arg::Quantity(value.clone(), dimension, cx.header.currency.clone());
    let diagnostic = Diagnostic::new(Code::BoundBetweenSteps, expr.span)
        .arg("bound", quantity(number))
        .arg("step", quantity(step))
        .arg("input", cx.sources.slice(against.span).to_owned());
    // `>= 89.5` and `< 89.5` are one bound.
    if !cx.diagnostics.iter().any(|told| told.says_what(&diagnostic)) {
        cx.tell(diagnostic);
    }
}
