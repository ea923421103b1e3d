//! How an expression came to its value: the policy's text, the same with values, the ways that were taken, the exact
//! figure before it was rounded.

use super::figures::{figures, is_total};
use super::model::{Branch, RoundedBy, Worked};
use super::{Asked, number};
use crate::eval::Observed;
use crate::ir::{Aggregate, Expr, ExprKind, Value};
use crate::quantity::Fraction;
use crate::source::Span;

impl Asked<'_> {
    /// How an expression, which stands in `written` as a whole, came about; nothing, where it was not evaluated.
    pub(super) fn worked(&self, expr: &Expr, written: Span) -> Option<Worked> {
        self.observed.value(expr)?;
        let (exact, rounded_by) = exact(self.observed, expr);
        Some(Worked {
            formula: self.text(written),
            figures: figures(self, expr, written),
            exact,
            rounded_by,
            reads: self.reads(expr),
            branches: self.branches(expr),
            place: self.place(written),
        })
    }

    /// The names that were read, each once, in the order of the text.
    fn reads(&self, expr: &Expr) -> Vec<String> {
        let mut names: Vec<String> = vec![];
        expr.walk(&mut |part| {
            let name = match &part.kind {
                ExprKind::Slot(slot) if self.was_read(part) => self.name(*slot),
                ExprKind::Param(id) if self.was_read(part) => {
                    self.observed.policy.params.get(id.0).map_or_else(String::new, |param| param.name.clone())
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
    fn branches(&self, expr: &Expr) -> Vec<Branch> {
        let mut branches = vec![];
        expr.walk(&mut |part| {
            let Some((on, taken)) = taken(self.observed, part) else { return };
            if let Some(Ok(was)) = self.observed.value(on) {
                // Where nothing counts there is no total: what is 0 is what could be earned, of which the text says nothing.
                let was = if is_total(self, on) { Value::Missing } else { was.clone() };
                // `E when C` does not write the 0 that it stands for.
                let taken = if taken.span == part.span { String::new() } else { self.text(taken.span) };
                branches.push(Branch { on: self.text(on.span), was, ty: on.ty, unit: self.unit(on), taken });
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

/// The exact figure of a number before it was rounded, by the way that was taken, and how it was.
pub(super) fn exact(observed: &Observed, expr: &Expr) -> (Option<Fraction>, Option<RoundedBy>) {
    let mut expr = expr;
    // Of `x otherwise y` with x there, x itself was taken.
    while let Some((_, way)) = taken(observed, expr) {
        expr = way;
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
    match (observed.exact(expr), rounded_by) {
        (Some((dividend, divisor)), Some((step, mode))) => {
            (Fraction::new(dividend, divisor), Some(RoundedBy { step, mode }))
        }
        _ => (observed.value(expr).and_then(number).map(Fraction::from), None),
    }
}
