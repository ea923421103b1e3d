//! Which pay blocks are part of others: the sum of those is not paid beside the wage.

use std::collections::BTreeSet;

use crate::ir::{Expr, ExprKind, Operator, Policy, Role, SlotId, Step};

/// The pay block into which one goes, if it goes into another.
pub fn outer_pay(policy: &Policy, inner: SlotId) -> Option<SlotId> {
    let pays = policy.steps.iter().filter_map(|step| match step {
        Step::Pay(pay) if pay.slot != inner => Some(pay),
        _ => None,
    });
    let mut holding = pays.filter(|pay| {
        let mut seen = BTreeSet::new();
        pay.lines.iter().any(|line| Amounts { policy, of: inner }.are_in(&line.value, &mut seen))
    });
    holding.next().map(|pay| pay.slot)
}

/// The amounts of a block.
struct Amounts<'p> {
    policy: &'p Policy,
    of: SlotId,
}

impl Amounts<'_> {
    /// Whether an amount is made of them, and not merely chosen by what they are.
    fn are_in(&self, expr: &Expr, seen: &mut BTreeSet<SlotId>) -> bool {
        match &expr.kind {
            ExprKind::Slot(slot) if *slot == self.of => true,
            ExprKind::Slot(slot) => seen.insert(*slot) && self.are_in_slot(*slot, seen),
            ExprKind::Arithmetic { op: Operator::Sub, left, .. } => self.are_in(left, seen),
            ExprKind::Arithmetic { left, right, .. } => self.are_in(left, seen) || self.are_in(right, seen),
            ExprKind::Sum(terms) | ExprKind::Extreme { values: terms, .. } | ExprKind::ByLabel { cases: terms, .. } => {
                terms.iter().any(|term| self.are_in(term, seen))
            }
            ExprKind::DivideExact { value, .. } | ExprKind::Round { value, .. } => self.are_in(value, seen),
            ExprKind::Quotient { dividend, .. } => self.are_in(dividend, seen),
            ExprKind::If { then, otherwise, .. } => self.are_in(then, seen) || self.are_in(otherwise, seen),
            ExprKind::Otherwise { value, fallback } => self.are_in(value, seen) || self.are_in(fallback, seen),
            _ => false,
        }
    }

    /// The same of what has a name; another block stands for itself.
    fn are_in_slot(&self, slot: SlotId, seen: &mut BTreeSet<SlotId>) -> bool {
        let is_pay = self.policy.slot(slot).is_some_and(|slot| slot.role == Role::Pay);
        match self.policy.step_of(slot).and_then(|at| self.policy.steps.get(at)) {
            Some(Step::Value(step)) if !is_pay => self.are_in(&step.value, seen),
            _ => false,
        }
    }
}
