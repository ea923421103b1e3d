//! W0511, W0512, W0520: `min`, `max` and `clamp` with a constant.

use std::collections::HashSet;

use super::Odd;
use super::bounds::{Held, judge};
use crate::diagnostic::Diagnostic;
use crate::ir::{Expr, ExprKind, Value};
use crate::quantity::Number;
use crate::source::Span;

/// Tells constants that never, or always, are what comes out of an expression in `root`.
pub(super) fn tell(odd: &Odd, root: &Expr) -> Vec<Diagnostic> {
    let mut told = vec![];
    let mut clamps: HashSet<Span> = HashSet::new();
    root.walk(&mut |expr| {
        let ExprKind::Extreme { greatest, values } = &expr.kind else { return };
        let [value, _] = values.as_slice() else { return };
        // A clamp is a cap upon a floor, and both stand where the call does.
        if value.span == expr.span {
            clamps.insert(expr.span);
        }
        told.extend(extreme(odd, expr, *greatest, values, clamps.contains(&expr.span)));
    });
    told
}

fn extreme(odd: &Odd, expr: &Expr, greatest: bool, values: &[Expr], clamp: bool) -> Option<Diagnostic> {
    let [one, two] = values else { return None };
    let (value, bound, limit) = match (constant(one), constant(two)) {
        (None, Some(bound)) => (one, bound, two),
        (Some(bound), None) => (two, bound, one),
        _ => return None,
    };
    if !odd.is_measured(value) {
        return None;
    }
    let held = Held { bound, floor: greatest, range: clamp };
    let (told, end) = judge(value.domain.numbers()?, &held, limit.span)?;
    let told = told
        .arg("input", odd.text(held_by(value)))
        .arg("bound", odd.quantity(held.bound, expr.ty))
        .arg("end", odd.quantity(end, expr.ty));
    Some(told)
}

fn constant(expr: &Expr) -> Option<Number> {
    match &expr.kind {
        ExprKind::Constant(value @ Value::Number(_)) => value.number().cloned(),
        _ => None,
    }
}

/// What is held: of the cap of a clamp, what its floor holds.
fn held_by(value: &Expr) -> &Expr {
    match &value.kind {
        ExprKind::Extreme { values, .. } => values.iter().find(|value| constant(value).is_none()).unwrap_or(value),
        _ => value,
    }
}
