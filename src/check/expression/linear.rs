//! What a sum or difference can be where one value stands in it more than once: `a - a` is 0.

use std::cmp::Ordering;

use super::super::context::Context;
use super::{build, facts};
use crate::ir::{Expr, ExprKind, Operator};
use crate::quantity::{Number, Numbers};

/// The values of `left + right`, `left - right`, of which `apart` are those with each side by itself.
pub(super) fn together(cx: &Context, op: Operator, left: &Expr, right: &Expr, apart: Numbers) -> Numbers {
    let factor = match op {
        Operator::Add => Number::ONE,
        Operator::Sub => -Number::ONE,
        Operator::Mul => return apart,
    };
    let numbers = facts::together(cx, left, right, &factor).unwrap_or(apart);
    let sign = if op == Operator::Sub { at_least(left, right) } else { None };
    let bounded = match sign {
        Some(Ordering::Greater) => numbers.restrict_lo(Number::ZERO, true),
        Some(Ordering::Less) => numbers.restrict_hi(Number::ZERO, true),
        _ => None,
    };
    bounded.unwrap_or(numbers)
}

/// What `left - right` can be, where more is known of it than of each side by itself.
pub(super) fn difference(cx: &Context, left: &Expr, right: &Expr) -> Option<Numbers> {
    if left.alike(right) {
        return Some(Numbers::one(Number::ZERO));
    }
    let ((a, _), (b, _)) = (build::as_number(left)?, build::as_number(right)?);
    let known = facts::together(cx, left, right, &-Number::ONE).is_some() || at_least(left, right).is_some();
    known.then(|| together(cx, Operator::Sub, left, right, a.sub(b)))
}

/// Which of two numbers is surely no less than the other: `max(a, b)` than `a`, and `a` than `min(a, b)`.
fn at_least(left: &Expr, right: &Expr) -> Option<Ordering> {
    match () {
        () if reaches(left, right) => Some(Ordering::Greater),
        () if reaches(right, left) => Some(Ordering::Less),
        () => None,
    }
}

fn reaches(more: &Expr, less: &Expr) -> bool {
    let holds = |expr: &Expr, of: &Expr, most: bool| match &expr.kind {
        ExprKind::Extreme { greatest, values } => *greatest == most && values.iter().any(|value| value.alike(of)),
        _ => false,
    };
    more.alike(less) || holds(more, less, true) || holds(less, more, false)
}
