//! What a sum or difference can be where one value stands in it more than once: `a - a` is 0.

use std::cmp::Ordering;

use super::build;
use crate::ir::{Expr, ExprKind, Operator};
use crate::quantity::{Number, Numbers};

/// More different values than this are taken each by itself.
const MOST_TERMS: usize = 24;

/// A sum as each of its values once, with how often it counts.
#[derive(Default)]
struct Sum<'e> {
    constant: Number,
    terms: Vec<(&'e Expr, Number)>,
    /// Whether a value was there already.
    again: bool,
}

/// The values of `left + right`, `left - right`, of which `apart` are those with each side by itself.
pub(super) fn together(op: Operator, left: &Expr, right: &Expr, apart: Numbers) -> Numbers {
    let factor = match op {
        Operator::Add => Number::ONE,
        Operator::Sub => -Number::ONE,
        Operator::Mul => return apart,
    };
    let numbers = merged(left, right, &factor).and_then(|sum| sum.numbers()).unwrap_or(apart);
    let sign = if op == Operator::Sub { at_least(left, right) } else { None };
    let bounded = match sign {
        Some(Ordering::Greater) => numbers.restrict_lo(Number::ZERO, true),
        Some(Ordering::Less) => numbers.restrict_hi(Number::ZERO, true),
        _ => None,
    };
    bounded.unwrap_or(numbers)
}

/// What `left - right` can be, where more is known of it than of each side by itself.
pub(super) fn difference(left: &Expr, right: &Expr) -> Option<Numbers> {
    if left.alike(right) {
        return Some(Numbers::one(Number::ZERO));
    }
    let ((a, _), (b, _)) = (build::as_number(left)?, build::as_number(right)?);
    let known = merged(left, right, &-Number::ONE).is_some() || at_least(left, right).is_some();
    known.then(|| together(Operator::Sub, left, right, a.sub(b)))
}

/// Both sides as one sum, if a value stands in it twice.
fn merged<'e>(left: &'e Expr, right: &'e Expr, factor: &Number) -> Option<Sum<'e>> {
    let mut sum = Sum::default();
    sum.add(left, &Number::ONE)?;
    sum.add(right, factor)?;
    sum.again.then_some(sum)
}

impl<'e> Sum<'e> {
    /// Adds so many times an expression; `None` where it becomes too long.
    fn add(&mut self, expr: &'e Expr, factor: &Number) -> Option<()> {
        match &expr.kind {
            ExprKind::Negate(value) => self.add(value, &-factor),
            ExprKind::Sum(parts) => parts.iter().try_for_each(|part| self.add(part, factor)),
            ExprKind::Arithmetic { op: Operator::Mul, left, right } => {
                match (build::constant_number(left), build::constant_number(right)) {
                    (Some(times), _) => self.add(right, &(factor * times)),
                    (_, Some(times)) => self.add(left, &(factor * times)),
                    _ => self.value(expr, factor),
                }
            }
            ExprKind::Arithmetic { op, left, right } => {
                self.add(left, factor)?;
                match op {
                    Operator::Sub => self.add(right, &-factor),
                    _ => self.add(right, factor),
                }
            }
            ExprKind::DivideExact { value, by } => match factor.divide(by) {
                Some(factor) => self.add(value, &factor),
                None => self.value(expr, factor),
            },
            _ => self.value(expr, factor),
        }
    }

    /// Adds so many times a value that is no sum.
    fn value(&mut self, expr: &'e Expr, factor: &Number) -> Option<()> {
        if let Some(number) = build::constant_number(expr) {
            self.constant = &self.constant + &(factor * number);
            return Some(());
        }
        if let Some((_, known)) = self.terms.iter_mut().find(|(known, _)| known.alike(expr)) {
            *known = &*known + factor;
            self.again = true;
            return Some(());
        }
        self.terms.push((expr, factor.clone()));
        (self.terms.len() <= MOST_TERMS).then_some(())
    }

    /// Everything that it can be.
    fn numbers(&self) -> Option<Numbers> {
        let terms = self.terms.iter().filter(|(_, factor)| !factor.is_zero());
        terms
            .map(|(expr, factor)| Some(build::as_number(expr)?.0.mul(&Numbers::one(factor))))
            .try_fold(Numbers::one(&self.constant), |sum, term| Some(sum.add(&term?)))
    }
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
