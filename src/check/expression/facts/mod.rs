//! What a condition tells where it holds, and where it does not: of slots, of sums, and of what holds one way or
//! the other.

mod cases;
mod known;
mod sums;

use super::super::context::{Context, Facts};
use crate::ir::values::{as_numbers, matching, unmatched};
use crate::ir::{Comparison, Expr, ExprKind, Pattern, SlotId, Value, values};
use crate::quantity::Domain;

pub(super) use sums::{can_be, remembered, together};

/// More parts of a condition than this, with what the names in it stand for, are not looked at.
const MOST_PARTS: usize = 400;

/// More numbers than this that a value is not are not kept.
const MOST_APART: usize = 3;

/// The facts where `condition` holds, or does not; `None` where that never happens.
pub(super) fn assuming(cx: &Context, condition: &Expr, holds: bool) -> Option<Facts> {
    learnt(cx, cx.facts.clone(), condition, holds)
}

/// What the facts at hand become where `condition` holds, or does not: narrower domains of the slots that it compares
/// with constants, and slots that are not missing there.
pub(super) fn narrowed(cx: &Context, condition: &Expr, holds: bool) -> Facts {
    assuming(cx, condition, holds).unwrap_or_else(|| cx.facts.clone())
}

/// What these facts become; `None` where that never happens.
pub(super) fn learnt(cx: &Context, facts: Facts, condition: &Expr, holds: bool) -> Option<Facts> {
    let facts = Learner { cx, parts: 0 }.learn(facts, condition, holds)?;
    cases::settled(cx, facts)
}

/// The facts where a pattern takes a value, or does not; `None` where that never happens.
pub(super) fn taken(cx: &Context, facts: Facts, value: &Expr, pattern: &Pattern, takes: bool) -> Option<Facts> {
    let facts = match pattern {
        Pattern::Missing => known::missing(cx, facts, value, takes)?,
        Pattern::Any if !takes => known::missing(cx, facts, value, true)?,
        Pattern::Otherwise | Pattern::Invalid => facts,
        _ => {
            let facts = if takes { known::missing(cx, facts, value, false)? } else { facts };
            matches(cx, facts, value, pattern, takes)?
        }
    };
    cases::settled(cx, facts)
}

/// The facts where one of these ways holds, each of which was learnt under them; `None` for no way.
pub(super) fn either(cx: &Context, facts: Facts, ways: Vec<Facts>) -> Option<Facts> {
    let facts = cases::either(cx, facts, ways)?;
    cases::settled(cx, facts)
}

fn matches(cx: &Context, facts: Facts, value: &Expr, pattern: &Pattern, takes: bool) -> Option<Facts> {
    let taken = |domain: &Domain| if takes { matching(domain, pattern) } else { unmatched(domain, pattern) };
    let facts = narrow(cx, facts, value, &taken)?;
    match pattern {
        Pattern::Values(values) if !takes => apart_from(cx, facts, value, values),
        Pattern::Not(values) if takes => apart_from(cx, facts, value, values),
        _ => Some(facts),
    }
}

/// What is none of some numbers lies below or above each.
fn apart_from(cx: &Context, facts: Facts, value: &Expr, values: &[Value]) -> Option<Facts> {
    let mut numbers = values.iter().take(MOST_APART).filter_map(Value::number);
    numbers.try_fold(facts, |facts, number| {
        let side = |op| narrow(cx, facts.alone(), value, &|domain| values::held(domain, op, number.clone()));
        let ways = [side(Comparison::Less), side(Comparison::Greater)].into_iter().flatten().collect();
        cases::either(cx, facts, ways)
    })
}

/// Goes through a condition with what the names in it stand for.
struct Learner<'c> {
    cx: &'c Context<'c>,
    parts: usize,
}

impl Learner<'_> {
    fn learn(&mut self, facts: Facts, condition: &Expr, holds: bool) -> Option<Facts> {
        self.parts += 1;
        if self.parts > MOST_PARTS {
            return Some(facts);
        }
        match &condition.kind {
            ExprKind::Not(inner) => self.learn(facts, inner, !holds),
            ExprKind::Logic { and, left, right } if *and == holds => {
                let facts = self.learn(facts, left, holds)?;
                self.learn(facts, right, holds)
            }
            ExprKind::Logic { left, right, .. } => {
                // One of the two decides; the right side is looked at only where the left one did not.
                let left_alone = facts.alone();
                let first = self.learn(left_alone.clone(), left, holds);
                let second = self.learn(left_alone, left, !holds).and_then(|facts| self.learn(facts, right, holds));
                cases::either(self.cx, facts, [first, second].into_iter().flatten().collect())
            }
            ExprKind::Compare { op, left, right } => {
                let op = if holds { *op } else { op.denied() };
                self.compare(facts, op, left, right)
            }
            ExprKind::Matches { value, pattern } => matches(self.cx, facts, value, pattern, holds),
            ExprKind::IsMissing(value) => known::missing(self.cx, facts, value, holds),
            ExprKind::Slot(id) => {
                let facts = narrow(self.cx, facts, condition, &|domain| match domain {
                    Domain::Bool { no, yes } => {
                        (if holds { *yes } else { *no }).then_some(Domain::Bool { no: !holds, yes: holds })
                    }
                    other => Some(other.clone()),
                })?;
                self.defined(facts, *id, holds)
            }
            _ => Some(facts),
        }
    }

    fn compare(&mut self, facts: Facts, op: Comparison, left: &Expr, right: &Expr) -> Option<Facts> {
        let cx = self.cx;
        let facts = narrow(cx, facts, left, &|domain| values::compared(domain, op, &right.domain))?;
        let facts = narrow(cx, facts, right, &|domain| values::compared(domain, op.mirrored(), &left.domain))?;
        let facts = self.unequal(facts, op, left, right)?;
        let facts = sums::between(cx, facts, op, left, right)?;
        let facts = self.extreme(facts, op, left, right)?;
        self.extreme(facts, op.mirrored(), right, left)
    }

    /// What is not equal is less or greater.
    fn unequal(&mut self, facts: Facts, op: Comparison, left: &Expr, right: &Expr) -> Option<Facts> {
        let ordered = as_numbers(&left.domain).is_some() && as_numbers(&right.domain).is_some();
        if op != Comparison::NotEqual || !ordered {
            return Some(facts);
        }
        self.parts += 1;
        let alone = facts.alone();
        let mut side = |op| self.compare(alone.clone(), op, left, right);
        let ways = [side(Comparison::Less), side(Comparison::Greater)].into_iter().flatten().collect();
        cases::either(self.cx, facts, ways)
    }

    /// `max(a, b) > x` says that a or b is above x, `min(a, b) > x` that both are.
    fn extreme(&mut self, facts: Facts, op: Comparison, side: &Expr, other: &Expr) -> Option<Facts> {
        let ExprKind::Extreme { greatest, values } = &side.kind else { return Some(facts) };
        let above = match op {
            Comparison::Greater | Comparison::GreaterEqual => true,
            Comparison::Less | Comparison::LessEqual => false,
            Comparison::Equal | Comparison::NotEqual => return Some(facts),
        };
        self.parts += values.len();
        if *greatest != above {
            return values.iter().try_fold(facts, |facts, value| self.compare(facts, op, value, other));
        }
        let alone = facts.alone();
        let ways = values.iter().filter_map(|value| self.compare(alone.clone(), op, value, other)).collect();
        cases::either(self.cx, facts, ways)
    }

    /// What the conditions behind a name tell: where it is `yes` all of them hold, where it is `no` the only one does not.
    fn defined(&mut self, facts: Facts, id: SlotId, holds: bool) -> Option<Facts> {
        match self.cx.conditions.get(&id).map(Vec::as_slice) {
            Some([only]) => self.learn(facts, only, holds),
            Some(all) if holds => all.iter().try_fold(facts, |facts, one| self.learn(facts, one, true)),
            _ => Some(facts),
        }
    }
}

/// Narrows what is known of the slot that `value` is, and of the sum that it is; `None` where nothing is left.
fn narrow(cx: &Context, facts: Facts, value: &Expr, by: &dyn Fn(&Domain) -> Option<Domain>) -> Option<Facts> {
    let facts = known::narrow_slot(cx, facts, value, by)?;
    sums::narrow(cx, facts, value, by)
}
