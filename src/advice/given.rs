//! What the shop sets or a person simply is: nobody reaches more by changing it.

use super::moves::Moves;
use super::{can_change, goals};
use crate::ir::{CohortFunction, Expr, ExprKind, Policy, Role, SlotId, Step, Type};
use crate::quantity::Dimension;

/// The fields that are left out where nobody says which to look at. They bring neither points nor a grade, only pay: a
/// truth value, as whether somebody is on probation, a label, as a role, and money that no row, slice or condition looks
/// at, as the base pay.
pub fn given(policy: &Policy) -> Vec<SlotId> {
    let goals = goals(policy);
    let fields = (0..policy.fields.len()).map(SlotId).filter(|slot| can_change(policy, *slot, &[]));
    let left = fields.filter(|slot| {
        let moves = Moves::of(policy, *slot);
        let reached: Vec<SlotId> = goals.iter().map(|goal| goal.slot).filter(|slot| moves.moves(*slot)).collect();
        let pays = |slot: &SlotId| policy.slot(*slot).is_some_and(|slot| slot.role == Role::Pay);
        !reached.is_empty() && reached.iter().all(pays) && is_plain(policy, *slot, &moves)
    });
    left.collect()
}

fn is_plain(policy: &Policy, slot: SlotId, moves: &Moves) -> bool {
    match policy.slot(slot).map(|slot| slot.ty) {
        Some(Type::Bool | Type::Label(_)) => true,
        Some(Type::Number(dimension)) if dimension == Dimension::MONEY => {
            !moves.steps().any(|step| looks_at(policy, moves, step))
        }
        _ => false,
    }
}

/// Whether a step does something else from some value on. What only warns gives nothing.
fn looks_at(policy: &Policy, moves: &Moves, step: &Step) -> bool {
    let warns = |slot: &SlotId| policy.slot(*slot).is_some_and(|slot| matches!(slot.role, Role::Flag | Role::Ensure));
    let moved = |expr: &Expr| expr.reads(|slot| moves.moves(slot));
    match step {
        Step::Value(it) if warns(&it.slot) => return false,
        Step::Scale(scale) if moved(&scale.input.value) => return true,
        Step::Table(table) if table.inputs.iter().any(|input| moved(&input.value)) => return true,
        Step::Gate(_) | Step::OverRows(_) | Step::History(_) => return true,
        Step::Cohort(cohort) if !matches!(cohort.function, CohortFunction::Allocate(_)) => return true,
        _ => {}
    }
    let mut looks = false;
    for expr in step.expressions() {
        expr.walk(&mut |part| {
            let compares = matches!(
                part.kind,
                ExprKind::Compare { .. } | ExprKind::Matches { .. } | ExprKind::Steps { .. } | ExprKind::OfRows { .. }
            );
            looks |= compares && moved(part);
        });
    }
    looks
}
