//! In what two formulas that give not the same differ: a figure, a bound, a rounding, or how they are built.

use std::collections::BTreeSet;

use super::held::{Held, NEW, OLD};
use crate::compare::change::Kind;
use crate::ir::{Cohort, CohortFunction, Expr, ExprKind, Role, SlotId, Step};

impl Held<'_> {
    /// What kind of change makes the one formula the other.
    pub(super) fn kind_of(&mut self, old: &Expr, new: &Expr) -> Kind {
        let mut kinds = BTreeSet::new();
        self.differing(old, new, &mut kinds);
        match kinds.into_iter().collect::<Vec<_>>().as_slice() {
            [only] => *only,
            _ => Kind::Formula,
        }
    }

    fn is_one(&mut self, old: &Expr, new: &Expr) -> bool {
        let one = self.cut[OLD].expr(self.terms, old);
        one == self.cut[NEW].expr(self.terms, new)
    }

    fn differing(&mut self, old: &Expr, new: &Expr, kinds: &mut BTreeSet<Kind>) {
        use ExprKind::*;
        if self.is_one(old, new) {
            return;
        }
        match (&old.kind, &new.kind) {
            (Slot(was), Slot(is)) if self.through(*was, *is, kinds) => {}
            (Slot(was), _) if let Some(value) = let_value(&self.old.policy, *was) => self.differing(value, new, kinds),
            (_, Slot(is)) if let Some(value) = let_value(&self.new.policy, *is) => self.differing(old, value, kinds),
            (Constant(_) | Param(_), Constant(_) | Param(_)) => {
                kinds.insert(Kind::Value);
            }
            (Round { value, step, mode }, Round { value: other, step: width, mode: way }) => {
                if (step, mode) != (width, way) {
                    kinds.insert(Kind::Rounding);
                }
                self.differing(value, other, kinds);
            }
            (Round { value, .. }, _) if self.is_one(value, new) => drop(kinds.insert(Kind::Rounding)),
            (_, Round { value, .. }) if self.is_one(old, value) => drop(kinds.insert(Kind::Rounding)),
            (Quotient { step, mode, .. }, Quotient { step: width, mode: way, .. }) => {
                if (step, mode) != (width, way) {
                    kinds.insert(Kind::Rounding);
                }
                self.parts(old, new, kinds);
            }
            (Compare { op, left, right }, Compare { op: other, left: lower, right: upper }) => {
                let moved = self.is_one(left, lower) || self.is_one(right, upper);
                let constant = |expr: &Expr| matches!(expr.kind, Constant(_) | Param(_));
                let plain = constant(right) && constant(upper) || constant(left) && constant(lower);
                if moved && (plain || op != other) {
                    kinds.insert(Kind::MovedBound);
                } else {
                    self.headed(old, new, op == other, kinds);
                }
            }
            (Matches { value, .. }, Matches { value: other, .. }) if self.is_one(value, other) => {
                kinds.insert(Kind::MovedBound);
            }
            (Arithmetic { op, .. }, Arithmetic { op: other, .. }) => self.headed(old, new, op == other, kinds),
            (Extreme { greatest: op, .. }, Extreme { greatest: other, .. })
            | (Logic { and: op, .. }, Logic { and: other, .. }) => self.headed(old, new, op == other, kinds),
            (Steps { size, started, .. }, Steps { size: width, started: begun, .. }) => {
                if size != width {
                    kinds.insert(Kind::Value);
                }
                self.headed(old, new, started == begun, kinds);
            }
            (OfRows { many, relation }, OfRows { many: other, relation: rows }) => {
                let shape = |many: &crate::ir::Many| (many.value.is_some(), many.filter.is_some());
                let same = many.aggregate == other.aggregate && relation == rows && shape(many) == shape(other);
                self.headed(old, new, same, kinds);
            }
            (one, other) => {
                let same = std::mem::discriminant(one) == std::mem::discriminant(other);
                self.headed(old, new, same && !matches!(one, Slot(_)), kinds);
            }
        }
    }

    fn headed(&mut self, old: &Expr, new: &Expr, same: bool, kinds: &mut BTreeSet<Kind>) {
        if same {
            self.parts(old, new, kinds);
        } else {
            kinds.insert(Kind::Formula);
        }
    }

    /// What differs in the parts of two formulas that are built alike; parts that are the same may stand elsewhere.
    fn parts(&mut self, old: &Expr, new: &Expr, kinds: &mut BTreeSet<Kind>) {
        let (mut olds, mut news) = (old.children(), new.children());
        if olds.len() != news.len() {
            kinds.insert(Kind::Formula);
            return;
        }
        let turns = matches!(old.kind, ExprKind::Sum(_) | ExprKind::Extreme { .. } | ExprKind::Logic { .. })
            || matches!(old.kind, ExprKind::Arithmetic { op, .. } if op != crate::ir::Operator::Sub);
        if turns {
            olds.retain(|one| match news.iter().position(|other| self.is_one(one, other)) {
                Some(at) => {
                    news.remove(at);
                    false
                }
                None => true,
            });
        }
        for (one, other) in olds.into_iter().zip(news) {
            self.differing(one, other, kinds);
        }
    }

    /// What differs in two things over several records.
    fn through(&mut self, old: SlotId, new: SlotId, kinds: &mut BTreeSet<Kind>) -> bool {
        let (was, is) = (Held::step(&self.old.policy, old), Held::step(&self.new.policy, new));
        match (was, is) {
            (Some(Step::Cohort(one)), Some(Step::Cohort(other))) => {
                self.cohorts(one, other, kinds);
                true
            }
            (Some(Step::History(one)), Some(Step::History(other))) if one.function == other.function => {
                self.differing(&one.value, &other.value, kinds);
                true
            }
            _ => false,
        }
    }

    fn cohorts(&mut self, one: &Cohort, other: &Cohort, kinds: &mut BTreeSet<Kind>) {
        let (olds, news) = (one.expressions(), other.expressions());
        match (&one.function, &other.function) {
            (CohortFunction::Rank(a), CohortFunction::Rank(b)) => {
                if a.ascending != b.ascending || one.within.len() != other.within.len() {
                    kinds.insert(Kind::Formula);
                }
                if a.dense != b.dense || a.then.is_some() != b.then.is_some() {
                    kinds.insert(Kind::Ties);
                    if a.then.is_some() != b.then.is_some() {
                        return;
                    }
                }
                if olds.len() != news.len() {
                    kinds.insert(Kind::Formula);
                }
            }
            (CohortFunction::Allocate(a), CohortFunction::Allocate(b)) if a.step != b.step => {
                kinds.insert(Kind::Rounding);
            }
            (one, other)
                if std::mem::discriminant(one) != std::mem::discriminant(other) || olds.len() != news.len() =>
            {
                kinds.insert(Kind::Formula);
                return;
            }
            _ => {}
        }
        for (one, other) in olds.into_iter().zip(news) {
            self.differing(one, other, kinds);
        }
    }
}

/// What a `let` is.
fn let_value(policy: &crate::ir::Policy, slot: SlotId) -> Option<&Expr> {
    if policy.slot(slot)?.role != Role::Let {
        return None;
    }
    match Held::step(policy, slot)? {
        Step::Value(step) => Some(&step.value),
        _ => None,
    }
}
