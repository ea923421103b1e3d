//! Between what a block can change from one value of a field to the next, where some inputs are any of many numbers: what
//! is added on both sides counts for nothing.

use std::collections::BTreeSet;

use super::cone::Cone;
use super::spread::State;
use crate::analysis::{Possible, Reach};
use crate::ir::{Bounds, Expr, ExprKind, Operator, Pay, SlotId, Step, Value};
use crate::quantity::{Decimal, Number, Numbers, Rounding};

/// What is known on either side.
pub(super) struct Sides<'c> {
    from: Reach<'c>,
    to: Reach<'c>,
}

impl<'c> Sides<'c> {
    /// Nothing but domains.
    pub fn of(cone: &'c Cone) -> Self {
        let reach = Reach::new(&cone.policy, &());
        Sides { to: reach.clone(), from: reach }
    }

    /// The least and the greatest change of the block, of a state and the places of the two values in its cells; nothing,
    /// where that is not known.
    pub fn change(&mut self, block: &Pay, state: &State, (from, to): (usize, usize)) -> Option<(Number, Number)> {
        let mut differ = BTreeSet::new();
        for (slot, cell) in &state.cells {
            let (one, other) = (cell.get(from).or(cell.first())?, cell.get(to).or(cell.first())?);
            self.from.set(*slot, Possible::one(one));
            self.to.set(*slot, Possible::one(other));
            if one != other {
                differ.insert(*slot);
            }
        }
        self.of_block(block, &differ)
    }

    /// The same between two values of a field, whatever all else is.
    pub fn along(&mut self, cone: &Cone, field: SlotId, (from, to): (&Number, &Number)) -> Option<(Number, Number)> {
        for (side, value) in [(&mut self.from, from), (&mut self.to, to)] {
            side.set(field, Possible::one(&Value::Number(value.clone())));
            side.go(cone.moving.iter().copied());
        }
        let moving = cone.moving.iter().filter_map(|at| cone.policy.steps.get(*at)).flat_map(Step::outputs);
        self.of_block(cone.block()?, &moving.chain([field]).collect())
    }

    /// What a block changes by, where some slots differ.
    fn of_block(&self, block: &Pay, differ: &BTreeSet<SlotId>) -> Option<(Number, Number)> {
        let lines: Vec<SlotId> = block.lines.iter().map(|line| line.slot).collect();
        if block.lines.iter().any(|line| line.value.reads(|slot| lines.contains(&slot))) {
            return None;
        }
        let mut sum = Numbers::one(Number::ZERO);
        for line in &block.lines {
            sum = sum.add(&bounded(self.of_expr(&line.value, differ)?, &line.bounds));
        }
        let sum = bounded(sum, &block.bounds);
        Some((sum.lo(), sum.hi()))
    }

    /// What an expression changes by.
    fn of_expr(&self, expr: &Expr, differ: &BTreeSet<SlotId>) -> Option<Numbers> {
        let nothing = Numbers::one(Number::ZERO);
        if !expr.reads(|slot| differ.contains(&slot)) {
            return Some(nothing);
        }
        let of = |expr: &Expr| self.of_expr(expr, differ);
        match &expr.kind {
            ExprKind::Sum(terms) => terms.iter().try_fold(nothing, |sum, term| Some(sum.add(&of(term)?))),
            ExprKind::Negate(value) => Some(of(value)?.neg()),
            ExprKind::Arithmetic { op, left, right } => Some(match op {
                Operator::Add => of(left)?.add(&of(right)?),
                Operator::Sub => of(left)?.sub(&of(right)?),
                Operator::Mul => {
                    let by_right = numbers(&self.to, left)?.mul(&of(right)?);
                    by_right.add(&of(left)?.mul(&numbers(&self.from, right)?))
                }
            }),
            ExprKind::DivideExact { value, by } => of(value)?.divide(by),
            ExprKind::Round { value, step, mode } if !step.is_zero() => {
                let never_below =
                    !numbers(&self.from, value)?.lo().is_negative() && !numbers(&self.to, value)?.lo().is_negative();
                Some(rounded(&of(value)?, *step, never_below || matches!(mode, Rounding::Floor | Rounding::Ceiling)))
            }
            ExprKind::If { condition, then, otherwise } => {
                let (from, to) = (self.from.of(condition).truths(), self.to.of(condition).truths());
                let same = !condition.reads(|slot| differ.contains(&slot));
                match (from, to) {
                    ((false, true), (false, true)) => of(then),
                    ((true, false), (true, false)) => of(otherwise),
                    _ if same => Some(of(then)?.union(&of(otherwise)?)),
                    _ => self.any(expr),
                }
            }
            _ => self.any(expr),
        }
    }

    /// Anything on the one side less anything on the other.
    fn any(&self, expr: &Expr) -> Option<Numbers> {
        Some(numbers(&self.to, expr)?.sub(&numbers(&self.from, expr)?))
    }
}

fn numbers(reach: &Reach, expr: &Expr) -> Option<Numbers> {
    reach.of(expr).as_numbers().cloned()
}

/// A number that is rounded moves by no more than the next multiple of the step; where it may lie on both sides of 0,
/// away from which halves are rounded, by one more.
fn rounded(change: &Numbers, step: Decimal, even: bool) -> Numbers {
    let step = Number::from(step);
    let more = if even { Number::ZERO } else { step.clone() };
    let (lo, hi) = (change.lo().reach(&step, Rounding::Floor), change.hi().reach(&step, Rounding::Ceiling));
    let whole = Numbers::between((&lo - &more, true), (&hi + &more, true), step);
    whole.unwrap_or_else(|| Numbers::one(lo))
}

/// What is bounded moves no farther than without bounds, and may stand still.
fn bounded(change: Numbers, bounds: &Bounds) -> Numbers {
    if bounds.at_least.is_none() && bounds.at_most.is_none() {
        return change;
    }
    let still = Numbers::one(Number::ZERO);
    change.union(&still)
}
