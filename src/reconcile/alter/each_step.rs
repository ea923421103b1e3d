//! Each step rounded, as with ROUND around every part of a formula and around every column on the way.

use super::{Alteration, Ground, build, edit, scales};
use crate::ir::{Expr, ExprKind, Operator, Policy, RowValue, SlotId, Step};
use crate::quantity::{Decimal, Dimension, Rounding, exact};
use crate::reconcile::model::{About, Kind};
use crate::source::Span;

/// Which factor of a product is divided first: none, where it is multiplied before it is divided.
const FIRST: [Option<usize>; 4] = [None, Some(0), Some(1), Some(2)];

/// One step with its parts rounded, of several lines of pay each by itself first; then all of them.
pub(super) fn all(ground: &Ground) -> Vec<Alteration> {
    let (mut each, mut wholes) = (vec![], vec![]);
    for first in FIRST {
        let mut whole = Alteration::new(Kind::RoundEachStep, Span::default());
        for (at, step) in ground.steps() {
            let Some(altered) = in_steps(ground.policy, step, (first, None)) else { continue };
            if let Step::Pay(pay) = step
                && pay.lines.len() > 1
            {
                each.extend(pay.lines.iter().filter_map(|line| {
                    let altered = in_steps(ground.policy, step, (first, Some(line.slot)))?;
                    let known = first.and_then(|_| in_steps(ground.policy, step, (None, Some(line.slot))));
                    if known.is_some_and(|known| known == altered) {
                        return None;
                    }
                    let about = About { slot: Some(line.slot), ..About::default() };
                    let one = Alteration::new(Kind::RoundEachStep, line.value.span);
                    Some(Alteration { steps: vec![(at, altered)], about, ..one })
                }));
            }
            let slot = whole_of(step);
            let span = place(step).or(slot.and_then(|slot| ground.policy.slot(slot)).map(|slot| slot.span));
            let about = About { slot, ..About::default() };
            let span = span.unwrap_or_default();
            if whole.is_idle() {
                whole.span = span;
            }
            whole.steps.push((at, altered.clone()));
            each.push(Alteration { steps: vec![(at, altered)], about, ..Alteration::new(Kind::RoundEachStep, span) });
        }
        wholes.push(whole);
    }
    each.extend(wholes.into_iter().filter(|whole| whole.steps.len() > 1));
    each
}

/// What a step gives: of a block of pay with several lines the sum.
fn whole_of(step: &Step) -> Option<SlotId> {
    match step {
        Step::Pay(pay) if pay.lines.len() > 1 => Some(pay.slot),
        _ => step.outputs().first().copied(),
    }
}

/// Where the first figure of a step is written.
fn place(step: &Step) -> Option<Span> {
    step.expressions().first().map(|expr| expr.span)
}

/// A step whose parts are rounded, of a block of pay those of one line or of all; nothing, where nothing in it can be.
fn in_steps(policy: &Policy, step: &Step, (first, line): (Option<usize>, Option<SlotId>)) -> Option<Step> {
    let steps = InSteps { policy, first };
    let mut altered = step.clone();
    match &mut altered {
        Step::Value(value) => edit::remade(&mut value.value, |expr| steps.ended(steps.of(expr))),
        Step::Pay(pay) => {
            let lines = pay.lines.iter_mut().filter(|own| line.is_none_or(|slot| slot == own.slot));
            lines.for_each(|line| edit::remade(&mut line.value, |expr| steps.of(expr)));
        }
        Step::Table(table) => {
            for value in table.rows.iter_mut().flat_map(|row| &mut row.values) {
                if let RowValue::Expr(expr) = value {
                    edit::remade(expr, |expr| steps.ended(steps.of(expr)));
                }
            }
        }
        Step::Scale(scale) => {
            let ty = policy.slot(scale.output)?.ty;
            let amounts = scales::amounts(policy, scale)?.into_iter().map(|amount| steps.ended(amount)).collect();
            altered = edit::value_step(scale.output, scales::sum(amounts, ty, scale));
        }
        Step::Gate(_) | Step::Cohort(_) | Step::OverRows(_) | Step::History(_) => return None,
    }
    (altered != *step).then_some(altered)
}

struct InSteps<'p> {
    policy: &'p Policy,
    first: Option<usize>,
}

impl InSteps<'_> {
    /// An expression of which every product and quotient is rounded.
    fn of(&self, mut expr: Expr) -> Expr {
        if let ExprKind::Quotient { .. } = expr.kind {
            return self.quotient(expr);
        }
        for child in expr.children_mut() {
            edit::remade(child, |child| self.of(child));
        }
        match expr.kind {
            ExprKind::Arithmetic { op: Operator::Mul, .. } | ExprKind::DivideExact { .. } => self.ended(expr),
            _ => expr,
        }
    }

    /// A quotient of a product: multiplied and rounded, then divided; or one factor divided and rounded, then multiplied.
    fn quotient(&self, mut expr: Expr) -> Expr {
        let ExprKind::Quotient { dividend, divisor, step, mode, fallback } = &mut expr.kind else { return expr };
        let mut factors = vec![];
        factors_of(dividend, &mut factors);
        match self.first.filter(|_| factors.len() > 1) {
            Some(at) if at < factors.len() => {
                let factor = factors.remove(at);
                let cents = self.cents(build::dimension(factor.ty)).unwrap_or(exact_cents());
                let (step, mode) = (*step, *mode);
                let by = Box::new(self.of((**divisor).clone()));
                let kind = ExprKind::Quotient {
                    dividend: Box::new(self.of(factor)),
                    divisor: by,
                    step: cents,
                    mode: Rounding::HalfUp,
                    fallback: fallback.take(),
                };
                let first = Expr { kind, ..expr.clone() };
                let whole = factors.into_iter().fold(first, |whole, factor| {
                    self.ended(Expr { ty: expr.ty, ..build::product(whole, self.of(factor)) })
                });
                build::rounded(Expr { ty: expr.ty, optional: expr.optional, ..whole }, step, mode)
            }
            _ => {
                edit::remade(dividend, |value| self.of(value));
                edit::remade(divisor, |value| self.of(value));
                expr
            }
        }
    }

    /// Rounded to cents, where it is of what is counted so.
    fn ended(&self, expr: Expr) -> Expr {
        match self.cents(build::dimension(expr.ty)) {
            Some(cents) if !is_constant(&expr) => build::rounded(expr, cents, Rounding::HalfUp),
            _ => expr,
        }
    }

    fn cents(&self, dimension: Option<Dimension>) -> Option<Decimal> {
        match dimension? {
            Dimension::MONEY => Some(self.policy.header.minor_unit),
            Dimension::POINTS | Dimension::NUMBER => Some(exact_cents()),
            _ => None,
        }
    }
}

/// Hundredths.
fn exact_cents() -> Decimal {
    exact::ulp(2).unwrap_or(Decimal::ONE)
}

fn is_constant(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Constant(_) | ExprKind::Param(_))
}

/// The factors of a product, from the left.
fn factors_of(expr: &Expr, found: &mut Vec<Expr>) {
    match &expr.kind {
        ExprKind::Arithmetic { op: Operator::Mul, left, right } => {
            factors_of(left, found);
            factors_of(right, found);
        }
        _ => found.push(expr.clone()),
    }
}
