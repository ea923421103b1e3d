//! How an expression came to its value: the policy's text, the same with values, the ways that were taken, the exact
//! figure before it was rounded.

use super::Asked;
use super::figures::{figures, is_total};
use super::model::{Branch, Exact, RoundedBy, Worked};
use crate::eval::Observed;
use crate::ir::{Aggregate, Expr, ExprKind, Value};
use crate::quantity::Number;
use crate::source::Span;

impl<'a> Asked<'a, '_> {
    /// How an expression, which stands in `written` as a whole, came about; nothing, where it was not evaluated.
    pub(super) fn worked(&self, expr: &'a Expr, written: Span) -> Option<Worked<'a>> {
        self.observed.value(expr)?;
        let (exact, rounded_by) = exact(self.observed, expr);
        Some(Worked {
            formula: self.written.text(written),
            figures: figures(self, expr, written),
            exact,
            rounded_by,
            reads: self.reads(expr),
            branches: self.branches(expr),
            place: self.written.place(written),
        })
    }

    /// The names that were read, each once, in the order of the text.
    fn reads(&self, expr: &Expr) -> Vec<&'a str> {
        let mut names: Vec<&str> = vec![];
        expr.walk(&mut |part| {
            let name = match &part.kind {
                ExprKind::Slot(slot) if self.was_read(part) => self.written.name(*slot),
                ExprKind::Param(id) if self.was_read(part) => {
                    self.written.policy.params.get(id.0).map_or("", |param| &param.name)
                }
                _ => return,
            };
            if !names.contains(&name) {
                names.push(name);
            }
        });
        names
    }

    /// Whether a name was looked at, for the record or for one of its rows.
    fn was_read(&self, name: &Expr) -> bool {
        self.observed.value(name).is_some() || self.observed.is_read_of_rows(name)
    }

    /// The ways that were taken.
    fn branches(&self, expr: &Expr) -> Vec<Branch<'a>> {
        let mut branches = vec![];
        expr.walk(&mut |part| {
            let Some((on, taken)) = taken(self.observed, part) else { return };
            if let Some(Ok(was)) = self.observed.value(on) {
                // Where nothing counts there is no total: what is 0 is what could be earned, of which the text says nothing.
                let was = if is_total(self, on) { Value::Missing } else { was.clone() };
                // `E when C` does not write the 0 that it stands for.
                let taken = if taken.span == part.span { "".into() } else { self.written.text(taken.span) };
                branches.push(Branch { on: self.written.text(on.span), was, ty: on.ty, unit: self.unit(on), taken });
            }
        });
        branches
    }
}

/// What decided which way was taken, and the way; nothing, where there is one way only.
fn taken<'e>(observed: &Observed, expr: &'e Expr) -> Option<(&'e Expr, &'e Expr)> {
    let seen = |expr: &&Expr| observed.value(expr).is_some();
    match &expr.kind {
        ExprKind::If { condition, then, otherwise } => {
            Some((condition, [&**then, &**otherwise].into_iter().find(seen)?))
        }
        ExprKind::Otherwise { value, fallback } => Some((value, [&**fallback, &**value].into_iter().find(seen)?)),
        ExprKind::ByLabel { value, cases } => Some((value, cases.iter().find(seen)?)),
        ExprKind::Quotient { divisor, fallback: Some(fallback), .. } => {
            Some((divisor, Some(&**fallback).filter(seen)?))
        }
        _ => None,
    }
}

/// What stands in a rounding that leaves it as it is, since it is rounded as far by itself: an amount that the policy
/// rounds before it is paid.
fn rounded_already(expr: &Expr) -> Option<&Expr> {
    let ExprKind::Round { value, step, .. } = &expr.kind else { return None };
    let (ExprKind::Round { step: own, .. } | ExprKind::Quotient { step: own, .. }) = &value.kind else { return None };
    Number::from(*own).is_multiple(&Number::from(*step)).then_some(value)
}

/// The exact figure of a number before it was rounded, by the way that was taken, and how it was.
pub(super) fn exact(observed: &Observed, expr: &Expr) -> (Option<Exact>, Option<RoundedBy>) {
    let mut expr = expr;
    // Of `x otherwise y` with x there, x itself was taken; what was rounded already is not rounded again.
    while let Some(inner) = taken(observed, expr).map(|(_, way)| way).or_else(|| rounded_already(expr)) {
        expr = inner;
    }
    let rounded_by = match &expr.kind {
        ExprKind::Round { step, mode, .. } | ExprKind::Quotient { step, mode, .. } => Some((*step, *mode)),
        ExprKind::OfRows { many, .. } => match many.aggregate {
            Aggregate::Average { step, mode } => Some((step, mode)),
            Aggregate::Count
            | Aggregate::Sum
            | Aggregate::Least
            | Aggregate::Greatest
            | Aggregate::Every
            | Aggregate::Some => None,
        },
        _ => None,
    };
    match rounded_by.and_then(|by| Some((observed.exact(expr)?, by))) {
        Some(((dividend, divisor), (step, mode))) => (Exact::over(dividend, divisor), Some(RoundedBy { step, mode })),
        None => {
            let number = observed.value(expr).and_then(|found| found.as_ref().ok()?.number());
            (number.cloned().map(Exact::Number), None)
        }
    }
}
