//! What hangs on a field: of the record itself, and of others.

use crate::analysis::dependents;
use crate::eval::Hanging;
use crate::ir::{CohortFunction, Expr, Policy, SlotId, Step};

/// What hangs on a field.
pub(super) struct Moves<'p> {
    policy: &'p Policy,
    slots: Vec<bool>,
    /// As the evaluation is told of it.
    pub hanging: Hanging,
    /// The steps over groups to which others bring something else.
    pub stirred: Vec<usize>,
}

impl<'p> Moves<'p> {
    /// What hangs on a field.
    pub fn of(policy: &'p Policy, field: SlotId) -> Self {
        let slots = dependents(policy, field);
        let moves = |slot: &SlotId| slots.get(slot.0).copied().unwrap_or(false);
        let steps = policy.steps.iter().enumerate();
        let steps = steps.filter(|(_, step)| step.outputs().iter().any(moves)).map(|(at, _)| at).collect();
        let (stirred, others) = of_others(policy, &slots);
        Moves { policy, slots, hanging: Hanging { field, steps, others }, stirred }
    }

    /// Whether a slot hangs on it.
    pub fn moves(&self, slot: SlotId) -> bool {
        self.slots.get(slot.0).copied().unwrap_or(false)
    }

    /// The steps that hang on it.
    pub fn steps(&self) -> impl Iterator<Item = &'p Step> {
        self.hanging.steps.iter().filter_map(|at| self.policy.steps.get(*at))
    }
}

/// To which steps others bring something else where these slots of a record move, and whether there is anything of that
/// kind. Who shares in a pool brings his weight; the pool is one for all.
fn of_others(policy: &Policy, own: &[bool]) -> (Vec<usize>, bool) {
    let mut moved = vec![false; policy.slots.len()];
    let (mut stirred, mut any) = (vec![], false);
    for (at, step) in policy.steps.iter().enumerate() {
        let reads = |expr: &&Expr, slots: &[bool]| expr.reads(|slot| slots.get(slot.0).copied().unwrap_or(false));
        let expressions = step.expressions();
        let brings = expressions.iter().any(|expr| reads(expr, &moved));
        let moves = match step {
            Step::Cohort(cohort) => {
                any |= brings;
                let pool = match &cohort.function {
                    CohortFunction::Allocate(it) => Some(&it.pool),
                    _ => None,
                };
                let apart = expressions.iter().filter(|expr| pool.is_none_or(|pool| !std::ptr::eq(pool, **expr)));
                if apart.into_iter().any(|expr| reads(expr, &moved)) {
                    stirred.push(at);
                }
                brings || expressions.iter().any(|expr| reads(expr, own))
            }
            _ => brings,
        };
        for slot in step.outputs().into_iter().filter(|_| moves) {
            moved.get_mut(slot.0).into_iter().for_each(|place| *place = true);
        }
    }
    (stirred, any)
}
