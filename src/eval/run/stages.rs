//! The order in which what needs several records is found.

use std::collections::HashSet;

use crate::ir::{Expr, HistoryFunction, Policy, SlotId, Step};

/// Steps that need of each other nothing, and what they need of each record.
#[derive(Debug, Clone, Default)]
pub(super) struct Stage {
    /// The steps, by their place in the policy.
    pub joint: Vec<usize>,
    /// The steps that give what they ask of a record, in order.
    pub needed: Vec<usize>,
}

/// The stages of a policy.
#[derive(Debug, Clone, Default)]
pub(super) struct Stages {
    stages: Vec<Stage>,
    /// What later periods ask of a period that is done.
    pub last: Option<Stage>,
}

impl Stages {
    /// Which steps come in which stage.
    pub fn of(policy: &Policy) -> Self {
        let mut stages: Vec<Stage> = vec![];
        let mut known = vec![0_usize; policy.slots.len()];
        for (at, step) in policy.steps.iter().enumerate() {
            let reads = present(step).into_iter().flat_map(Expr::slots);
            let stage = reads.filter_map(|slot| known.get(slot.0).copied()).max().unwrap_or(0);
            if step.is_joint() {
                stages.resize_with(stages.len().max(stage + 1), Stage::default);
                stages.get_mut(stage).into_iter().for_each(|stage| stage.joint.push(at));
            }
            for slot in step.outputs() {
                known.get_mut(slot.0).into_iter().for_each(|known| *known = stage + usize::from(step.is_joint()));
            }
        }
        for stage in &mut stages {
            let steps = stage.joint.iter().filter_map(|at| policy.steps.get(*at));
            stage.needed = needed(policy, steps.flat_map(present).flat_map(Expr::slots).collect());
        }
        Stages { stages, last: last(policy) }
    }

    /// Whether every record is evaluated by itself.
    pub fn is_empty(&self) -> bool {
        self.stages.is_empty()
    }

    /// The stages, in order.
    pub fn each(&self) -> impl Iterator<Item = &Stage> {
        self.stages.iter()
    }
}

fn last(policy: &Policy) -> Option<Stage> {
    let joint: Vec<usize> =
        (0..).zip(&policy.steps).filter(|(_, step)| matches!(step, Step::History(_))).map(|(at, _)| at).collect();
    let steps = joint.iter().filter_map(|at| policy.steps.get(*at));
    let needed = needed(policy, steps.flat_map(Step::expressions).flat_map(Expr::slots).collect());
    (!joint.is_empty()).then_some(Stage { joint, needed })
}

/// The expressions of a step that are about the period at hand.
fn present(step: &Step) -> Vec<&Expr> {
    match step {
        Step::History(it) if matches!(it.function, HistoryFunction::Previous(_)) => vec![],
        step => step.expressions(),
    }
}

/// The steps that give these slots, and those that they need, in order.
fn needed(policy: &Policy, mut wanted: HashSet<SlotId>) -> Vec<usize> {
    let mut needed = vec![];
    for (at, step) in policy.steps.iter().enumerate().rev() {
        if step.outputs().iter().any(|slot| wanted.contains(slot)) {
            needed.push(at);
            // What is found over several records was found in a stage before.
            if !step.is_joint() {
                wanted.extend(step.expressions().into_iter().flat_map(Expr::slots));
            }
        }
    }
    needed.reverse();
    needed
}
