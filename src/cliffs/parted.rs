//! Against what the steps of a policy hold a value, and whether they do nothing else with it.

use std::collections::BTreeSet;

use crate::ir::{Expr, ExprKind, Pattern, Policy, RowValue, SlotId, Step, Value};
use crate::quantity::{Decimal, Number};

/// Whether a slot is only held against values: between those that are named nothing changes with it.
pub(super) fn is_parted<'s>(steps: impl Iterator<Item = &'s Step>, slot: SlotId) -> bool {
    drawn(steps, slot).is_some_and(|lines| lines.is_empty())
}

/// From where to where lines of tables go along a slot that is else only held against values; nothing, where it is
/// read in other ways too.
pub(super) fn drawn<'s>(steps: impl Iterator<Item = &'s Step>, slot: SlotId) -> Option<Vec<(Decimal, Decimal)>> {
    let (mut parted, mut lines) = (true, vec![]);
    for step in steps {
        if let Step::Table(table) = step
            && table.inputs.iter().any(|input| input.value.slot() == Some(slot))
        {
            let first = table.inputs.first().is_some_and(|input| input.value.slot() == Some(slot));
            for value in table.rows.iter().flat_map(|row| &row.values) {
                if let RowValue::Line(line) = value {
                    lines.extend(first.then_some((line.lo, line.hi)));
                }
            }
        }
        if let Step::Scale(scale) = step {
            parted &= scale.input.value.slot() != Some(slot);
        }
        let inputs: Vec<&Expr> = match step {
            Step::Table(table) => table.inputs.iter().map(|input| &input.value).collect(),
            _ => vec![],
        };
        for expr in step.expressions() {
            let is_input = inputs.iter().any(|input| std::ptr::eq(*input, expr));
            parted &= is_input && expr.slot() == Some(slot) || !reads_freely(expr, slot);
        }
    }
    parted.then_some(lines)
}

/// Whether a slot stands in an expression elsewhere than in a comparison with a constant.
fn reads_freely(expr: &Expr, slot: SlotId) -> bool {
    let held = |one: &Expr, other: &Expr| {
        one.slot() == Some(slot) && matches!(other.kind, ExprKind::Constant(_) | ExprKind::Param(_))
    };
    match &expr.kind {
        ExprKind::Slot(own) => *own == slot,
        ExprKind::Compare { left, right, .. } if held(left, right) || held(right, left) => false,
        ExprKind::Matches { value, .. } | ExprKind::IsMissing(value) if value.slot() == Some(slot) => false,
        _ => expr.children().into_iter().any(|child| reads_freely(child, slot)),
    }
}

/// The numbers that the policy holds a slot against.
pub(super) fn named<'s>(policy: &Policy, steps: impl Iterator<Item = &'s Step>, slot: SlotId) -> BTreeSet<Number> {
    let mut found = BTreeSet::new();
    for step in steps {
        let mut patterns = vec![];
        if let Step::Table(table) = step {
            for (at, _) in table.inputs.iter().enumerate().filter(|(_, input)| input.value.slot() == Some(slot)) {
                patterns.extend(table.rows.iter().filter_map(|row| row.patterns.get(at)));
            }
        }
        if let Step::Scale(scale) = step
            && scale.input.value.slot() == Some(slot)
        {
            patterns.extend(scale.slices.iter().map(|slice| &slice.interval));
        }
        for expr in step.expressions() {
            expr.walk(&mut |part| match &part.kind {
                ExprKind::Matches { value, pattern } if value.slot() == Some(slot) => patterns.push(pattern),
                ExprKind::Compare { left, right, .. } => {
                    for (one, other) in [(left, right), (right, left)] {
                        if one.slot() == Some(slot) {
                            found.extend(constant(policy, other));
                        }
                    }
                }
                _ => {}
            });
        }
        for pattern in patterns {
            match pattern {
                Pattern::Interval { lo, hi } => {
                    found.extend([lo, hi].into_iter().flatten().filter_map(|bound| bound.value.number()).cloned());
                }
                Pattern::Values(values) | Pattern::Not(values) => {
                    found.extend(values.iter().filter_map(Value::number).cloned());
                }
                Pattern::Any | Pattern::Missing | Pattern::Otherwise | Pattern::Invalid => {}
            }
        }
    }
    found
}

/// Whether something is divided by a slot, so that it is another thing at 0.
pub(super) fn divides<'s>(mut steps: impl Iterator<Item = &'s Step>, slot: SlotId) -> bool {
    let of = |part: &Expr| matches!(&part.kind, ExprKind::Quotient { divisor, .. } if divisor.reads(|own| own == slot));
    steps.any(|step| {
        let mut found = false;
        step.expressions().into_iter().for_each(|expr| expr.walk(&mut |part| found |= of(part)));
        found
    })
}

fn constant(policy: &Policy, expr: &Expr) -> Option<Number> {
    match &expr.kind {
        ExprKind::Constant(value) => value.number().cloned(),
        ExprKind::Param(id) => policy.params.get(id.0)?.value.number().cloned(),
        _ => None,
    }
}
