//! Every expression that an evaluation goes through, held to the domain that was inferred for it.

use merit::eval::{self, Evaluation, Trace};
use merit::ir::{Expr, ExprKind, Policy, RowValue, Step, Table, Value};

use super::brute::matches;
use super::points::admits;

type Verdict = Result<(), String>;

/// Where an evaluation happened.
#[derive(Clone, Copy)]
struct Place<'a> {
    policy: &'a Policy,
    evaluation: &'a Evaluation,
}

/// Holds every expression that gave a value, or helped to, to its domain.
pub fn expressions(policy: &Policy, evaluation: &Evaluation) -> Verdict {
    let place = Place { policy, evaluation };
    policy.steps.iter().enumerate().try_for_each(|(at, step)| match (step, evaluation.trace(at)) {
        (Step::Value(step), _) => place.walk(&step.value),
        (Step::Table(table), Some(Trace::Row(taken))) => place.table(table, taken.row, &taken.inputs),
        (Step::Scale(scale), Some(Trace::Slices(filled))) => {
            place.walk(&scale.input.value)?;
            filled.iter().try_for_each(|filled| place.walk(&scale.slices[filled.slice].rate))
        }
        (Step::Gate(gate), _) => gate.conditions.iter().try_for_each(|condition| place.walk(&condition.value)),
        (Step::Pay(pay), _) => pay.lines.iter().try_for_each(|line| place.walk(&line.value)),
        _ => Ok(()),
    })
}

impl Place<'_> {
    fn table(self, table: &Table, taken: usize, inputs: &[Value]) -> Verdict {
        table.inputs.iter().try_for_each(|input| self.walk(&input.value))?;
        for (at, input) in table.inputs.iter().enumerate() {
            let twin = (0..at).find(|one| table.inputs[*one].value.alike(&input.value) && inputs[*one] != inputs[at]);
            if let Some(twin) = twin {
                return Err(format!("columns {twin} and {at} of {} count as one and differ", table.name));
            }
        }
        for row in &table.rows[..=taken] {
            if row.patterns.iter().zip(inputs).all(|(pattern, input)| matches(pattern, input)) {
                row.guard.iter().try_for_each(|guard| self.walk(guard))?;
            }
        }
        table.rows[taken].values.iter().try_for_each(|value| match value {
            RowValue::Expr(value) => self.walk(value),
            RowValue::Line(_) | RowValue::Missing => Ok(()),
        })
    }

    /// The expression and those parts of it that were looked at.
    fn walk(self, expr: &Expr) -> Verdict {
        let value = self.value(expr)?;
        let held = if value == Value::Missing { expr.optional } else { admits(&expr.domain, &value) };
        if !held {
            let domain = &expr.domain;
            return Err(format!("an expression at {:?} is {value:?}, outside {domain:?}", expr.span));
        }
        self.parts(expr)?.into_iter().try_for_each(|part| self.walk(part))
    }

    fn parts(self, expr: &Expr) -> Result<Vec<&Expr>, String> {
        Ok(match &expr.kind {
            ExprKind::Constant(_) | ExprKind::Param(_) | ExprKind::Slot(_) | ExprKind::Invalid => vec![],
            ExprKind::Arithmetic { left, right, .. }
            | ExprKind::Compare { left, right, .. }
            | ExprKind::DateDifference { left, right } => vec![left, right],
            ExprKind::Sum(parts) | ExprKind::Extreme { values: parts, .. } => parts.iter().collect(),
            ExprKind::Negate(value) | ExprKind::Abs(value) | ExprKind::Not(value) | ExprKind::IsMissing(value) => {
                vec![value]
            }
            ExprKind::DivideExact { value, .. }
            | ExprKind::Round { value, .. }
            | ExprKind::Steps { value, .. }
            | ExprKind::Matches { value, .. }
            | ExprKind::DaysIn { value, .. } => vec![value],
            ExprKind::Shift { value, places, .. } => vec![value, places],
            _ => return self.taken_parts(expr),
        })
    }

    /// The parts of what looks at some of its parts only.
    fn taken_parts(self, expr: &Expr) -> Result<Vec<&Expr>, String> {
        Ok(match &expr.kind {
            ExprKind::If { condition, then, otherwise } => {
                let taken = if self.value(condition)? == Value::Bool(true) { then } else { otherwise };
                vec![condition, taken]
            }
            ExprKind::Otherwise { value, fallback } if self.value(value)? == Value::Missing => vec![value, fallback],
            ExprKind::Otherwise { value, .. } => vec![value],
            ExprKind::Logic { and, left, right } if self.value(left)? == Value::Bool(*and) => vec![left, right],
            ExprKind::Logic { left, .. } => vec![left],
            ExprKind::Quotient { dividend, divisor, fallback, .. } => {
                let zero = self.value(divisor)?.number().is_some_and(|divisor| divisor.is_zero());
                let fallback = fallback.iter().filter(|_| zero).map(|fallback| &**fallback);
                [&**dividend, &**divisor].into_iter().chain(fallback).collect()
            }
            ExprKind::ByLabel { value, cases } => match self.value(value)? {
                Value::Label(label) => vec![value, &cases[label]],
                other => return Err(format!("{other:?} is no label")),
            },
            _ => vec![],
        })
    }

    fn value(self, expr: &Expr) -> Result<Value, String> {
        eval::expression(self.policy, self.evaluation, expr)
            .map_err(|stop| format!("an expression at {:?} has no value: {stop:?}", expr.span))
    }
}
