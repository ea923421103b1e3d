//! Places in a step that can be done another way: its roundings, and the lines of a block of pay.

use crate::ir::{
    Aggregate, CohortFunction, Expr, ExprKind, HistoryFunction, Many, PayLine, RowValue, SlotId, Step, ValueStep,
};
use crate::quantity::{Decimal, Rounding};
use crate::source::Span;

/// Calls `see` for every rounding in a step: what to, how, and where.
pub(super) fn each_rounding(step: &mut Step, see: &mut impl FnMut(&mut Decimal, &mut Rounding, Span)) {
    for expr in step.expressions_mut() {
        expr.change(&mut |expr| of_expression(expr, see));
    }
    match step {
        Step::Table(table) => {
            for row in &mut table.rows {
                let span = row.span;
                for value in &mut row.values {
                    if let RowValue::Line(line) = value {
                        see(&mut line.step, &mut line.mode, span);
                    }
                }
            }
        }
        Step::Cohort(cohort) => {
            if let CohortFunction::Aggregate(many) = &mut cohort.function {
                of_many(many, see);
            }
        }
        Step::OverRows(over) => of_many(&mut over.many, see),
        Step::History(history) => {
            let span = history.value.span;
            if let HistoryFunction::Aggregate(Aggregate::Average { step, mode }, _) = &mut history.function {
                see(step, mode, span);
            }
        }
        Step::Value(_) | Step::Scale(_) | Step::Gate(_) | Step::Pay(_) => {}
    }
}

fn of_expression(expr: &mut Expr, see: &mut impl FnMut(&mut Decimal, &mut Rounding, Span)) {
    let span = expr.span;
    match &mut expr.kind {
        ExprKind::Round { step, mode, .. } | ExprKind::Quotient { step, mode, .. } => see(step, mode, span),
        ExprKind::OfRows { many, .. } => of_many(many, see),
        _ => {}
    }
}

fn of_many(many: &mut Many, see: &mut impl FnMut(&mut Decimal, &mut Rounding, Span)) {
    let span = many.expressions().next().map_or_else(Span::default, |expr| expr.span);
    if let Aggregate::Average { step, mode } = &mut many.aggregate {
        see(step, mode, span);
    }
}

/// The line of a block of pay that a slot is.
pub(super) fn pay_line(step: &mut Step, slot: SlotId) -> Option<&mut PayLine> {
    match step {
        Step::Pay(pay) => pay.lines.iter_mut().find(|line| line.slot == slot),
        _ => None,
    }
}

/// Makes another expression of one in its place.
pub(super) fn remade(expr: &mut Expr, make: impl FnOnce(Expr) -> Expr) {
    let (ty, span) = (expr.ty, expr.span);
    let old = std::mem::replace(expr, super::build::expr(ExprKind::Invalid, ty, span));
    *expr = make(old);
}

/// A step that gives one value by an expression.
pub(super) fn value_step(slot: SlotId, value: Expr) -> Step {
    Step::Value(ValueStep { slot, written: value.span, value })
}
