//! How far a condition is from being broken.

use std::cell::Cell;

use crate::eval::Evaluation;
use crate::ir::{Comparison, Expr, ExprKind, Policy, Step, Type, Value};
use crate::quantity::Number;

/// How deep definitions are followed.
const DEEPEST: usize = 32;
/// How many conditions are looked at.
const MOST: usize = 256;

/// How much is left until a condition no longer holds; below 0 where it does not. Only good to tell which of two
/// records is nearer to breaking it.
pub(super) fn slack(policy: &Policy, evaluation: &Evaluation, condition: &Expr) -> Option<Number> {
    Measure { policy, evaluation, left: Cell::new(MOST) }.of(condition, DEEPEST)
}

struct Measure<'a> {
    policy: &'a Policy,
    evaluation: &'a Evaluation,
    left: Cell<usize>,
}

impl Measure<'_> {
    fn of(&self, expr: &Expr, depth: usize) -> Option<Number> {
        self.left.set(self.left.get().checked_sub(1)?);
        let depth = depth.checked_sub(1)?;
        match &expr.kind {
            ExprKind::Logic { and, left, right } => {
                let (left, right) = (self.of(left, depth), self.of(right, depth));
                match (left, right) {
                    (Some(left), Some(right)) => Some(if *and { left.min(right) } else { left.max(right) }),
                    (left, right) => left.or(right),
                }
            }
            ExprKind::Not(inner) => self.of(inner, depth).map(|slack| -slack),
            ExprKind::Compare { op, left, right } if matches!(left.ty, Type::Number(_)) => {
                let difference = self.number(left)? - self.number(right)?;
                Some(match op {
                    Comparison::Less | Comparison::LessEqual => -difference,
                    Comparison::Greater | Comparison::GreaterEqual => difference,
                    Comparison::Equal => Number::ONE - difference.abs().min(Number::from(2)),
                    Comparison::NotEqual => difference.abs(),
                })
            }
            ExprKind::Slot(slot) => match self.policy.step_of(*slot).and_then(|at| self.policy.steps.get(at)) {
                Some(Step::Value(step)) => self.of(&step.value, depth),
                Some(Step::Gate(gate)) => gate.conditions.iter().filter_map(|it| self.of(&it.value, depth)).min(),
                _ => self.truth(expr),
            },
            _ => self.truth(expr),
        }
    }

    fn number(&self, expr: &Expr) -> Option<Number> {
        self.evaluation.would_be(self.policy, expr).ok()?.number().cloned()
    }

    fn truth(&self, expr: &Expr) -> Option<Number> {
        match self.evaluation.would_be(self.policy, expr).ok()? {
            Value::Bool(true) => Some(Number::ONE),
            Value::Bool(false) => Some(-Number::ONE),
            _ => None,
        }
    }
}
