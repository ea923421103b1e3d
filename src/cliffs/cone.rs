//! All from which a pay block is found, parted into what moves with a field and what does not.

use std::collections::BTreeSet;

use super::linear::{Apart, Rest, defined};
use super::sources::Sources;
use crate::ir::{Bounds, Expr, ExprKind, Pay, Policy, Role, Slot, SlotId, Step, ValueStep};
use crate::quantity::TimeUnit;

/// A pay block as it is found from a field and the rest.
pub(super) struct Cone {
    /// The policy, without what cannot matter and with what moves rewritten.
    pub policy: Policy,
    /// The steps that move with the field, in order, but for the block.
    pub moving: Vec<usize>,
    /// The step of the block, and one that gives it without its bounds.
    pub pay: (usize, usize),
    /// The steps that do not move, in order.
    pub still: Vec<usize>,
    /// What of that is read by what moves.
    pub read: BTreeSet<SlotId>,
    /// The rests of sums.
    pub rests: Vec<Rest>,
    /// What is chosen: fields, what is found over several records, and metrics that take the place of their definition.
    pub inputs: BTreeSet<SlotId>,
    /// The steps as they are, by which an input is looked at.
    pub own: BTreeSet<usize>,
}

impl Cone {
    /// The cone of a block along a field, where nothing is looked at behind some metrics; nothing, where it does not
    /// depend on the field.
    pub fn of(sources: &Sources, pay: &Pay, field: SlotId, cut: &BTreeSet<SlotId>) -> Option<Self> {
        let lines = lines(sources, pay, field)?;
        let cut: BTreeSet<SlotId> = cut.iter().copied().chain([field]).collect();
        let found = sources.of_slots(&lines, &cut);
        let mut moving = moved(sources, &found.steps, field);
        let mut policy = lean(sources.policy, pay, &lines);
        let block = policy.step_of(pay.slot)?;
        let mut asked = conditions(&mut policy, block);
        for at in found.steps.iter().copied() {
            asked.extend(still_conditions(&mut policy, at, &moving));
        }
        for (slot, expr) in &asked {
            if expr.reads(|slot| moving.contains(&slot)) {
                moving.insert(*slot);
            }
        }
        let mut apart = Apart { policy, defined: defined(sources.steps(&found.steps)), moving: &moving, rests: vec![] };
        let (mut open, mut taken): (Vec<SlotId>, BTreeSet<SlotId>) = Default::default();
        let (mut moves, mut read) = (BTreeSet::new(), BTreeSet::new());
        let block_reads = |policy: &Policy| policy.steps.get(block).map(slots).unwrap_or_default();
        open.extend(block_reads(&apart.policy).into_iter().filter(|slot| !lines.contains(slot)));
        while let Some(slot) = open.pop() {
            if slot == field || !taken.insert(slot) {
                continue;
            }
            let known = |at: &usize| found.steps.contains(at) || asked.iter().any(|(own, _)| *own == slot);
            let at = apart.policy.step_of(slot).filter(known);
            match at.filter(|_| moving.contains(&slot)) {
                Some(at) => {
                    if moves.insert(at) {
                        rewritten(&mut apart, at);
                    }
                    open.extend(apart.policy.steps.get(at).map(slots).unwrap_or_default());
                }
                None => drop(read.insert(slot)),
            }
        }
        let Apart { mut policy, rests, .. } = apart;
        read.retain(|slot| rests.iter().all(|rest| rest.slot != *slot));
        let still_asked = asked.iter().filter(|(slot, _)| read.contains(slot));
        let mut ends: Vec<SlotId> = read.iter().copied().filter(|slot| sources.policy.slot(*slot).is_some()).collect();
        ends.extend(rests.iter().flat_map(|rest| &rest.terms).flat_map(|term| term.expr.slots()));
        ends.extend(still_asked.clone().flat_map(|(_, expr)| expr.slots()));
        let behind = sources.of_slots(&ends, &cut);
        let still_asked: Vec<usize> = still_asked.filter_map(|(slot, _)| policy.step_of(*slot)).collect();
        policy.steps.extend(bare(&policy, block));
        let chosen = cut.iter().filter(|slot| **slot != field && behind.seen.contains(slot));
        Some(Cone {
            pay: (block, policy.steps.len() - 1),
            policy,
            moving: moves.into_iter().filter(|at| *at != block).collect(),
            inputs: behind.inputs.iter().chain(chosen).copied().collect(),
            still: behind.steps.into_iter().chain(still_asked).collect(),
            read,
            rests,
            own: found.steps,
        })
    }

    /// The block that is looked at.
    pub fn block(&self) -> Option<&Pay> {
        match self.policy.steps.get(self.pay.0) {
            Some(Step::Pay(pay)) => Some(pay),
            _ => None,
        }
    }

    /// What steps read.
    pub fn reads(&self, steps: &[usize]) -> BTreeSet<SlotId> {
        steps.iter().filter_map(|at| self.policy.steps.get(*at)).flat_map(slots).collect()
    }
}

/// Gives the conditions in the lines of a block slots and steps of their own, so that no more than their truth matters.
fn conditions(policy: &mut Policy, block: usize) -> Vec<(SlotId, Expr)> {
    let (first, Some(Step::Pay(pay))) = (policy.slots.len(), policy.steps.get_mut(block)) else { return vec![] };
    let mut asked = Asked { first, found: vec![] };
    for line in &mut pay.lines {
        line.value.change(&mut |expr| {
            if let ExprKind::If { condition, .. } = &mut expr.kind {
                asked.ask(condition);
            }
        });
    }
    asked.given(policy)
}

/// The same of the conditions of a gate that do not move.
fn still_conditions(policy: &mut Policy, at: usize, moving: &BTreeSet<SlotId>) -> Vec<(SlotId, Expr)> {
    let (first, Some(Step::Gate(gate))) = (policy.slots.len(), policy.steps.get_mut(at)) else { return vec![] };
    let mut asked = Asked { first, found: vec![] };
    if moving.contains(&gate.slot) {
        let still = gate.conditions.iter_mut().filter(|of| !of.value.reads(|slot| moving.contains(&slot)));
        still.for_each(|condition| asked.ask(&mut condition.value));
    }
    asked.given(policy)
}

/// Conditions that get slots of their own.
struct Asked {
    first: usize,
    found: Vec<(SlotId, Expr)>,
}

impl Asked {
    fn ask(&mut self, condition: &mut Expr) {
        if condition.slot().is_none() && !condition.slots().is_empty() && !condition.optional {
            let slot = SlotId(self.first + self.found.len());
            let read = Expr { kind: ExprKind::Slot(slot), ..condition.clone() };
            self.found.push((slot, std::mem::replace(condition, read)));
        }
    }

    fn given(self, policy: &mut Policy) -> Vec<(SlotId, Expr)> {
        for (slot, expr) in &self.found {
            policy.slots.push(Slot {
                name: String::new(),
                title: None,
                ty: expr.ty,
                domain: expr.domain.clone(),
                optional: false,
                time_unit: TimeUnit::default(),
                span: expr.span,
                role: Role::Let,
            });
            policy.steps.push(Step::Value(ValueStep { slot: *slot, value: expr.clone(), written: expr.span }));
        }
        self.found
    }
}

/// A block without its bounds.
fn bare(policy: &Policy, block: usize) -> Option<Step> {
    let Some(Step::Pay(pay)) = policy.steps.get(block) else { return None };
    let mut bare = pay.clone();
    unbound(&mut bare);
    Some(Step::Pay(bare))
}

/// A policy in which one block has no bounds.
pub(super) fn without_bounds(policy: &Policy, block: SlotId) -> Policy {
    let mut bare = policy.clone();
    for step in &mut bare.steps {
        if let Step::Pay(pay) = step
            && pay.slot == block
        {
            unbound(pay);
        }
    }
    bare
}

fn unbound(pay: &mut Pay) {
    pay.bounds = Bounds::default();
    pay.lines.iter_mut().for_each(|line| line.bounds = Bounds::default());
}

/// The lines that matter for a jump: those that move, and where the block is bounded all; nothing where none moves.
fn lines(sources: &Sources, pay: &Pay, field: SlotId) -> Option<Vec<SlotId>> {
    let cut = BTreeSet::from([field]);
    let hangs = |slot: SlotId| sources.of_slots(&[slot], &cut).seen.contains(&field);
    let all: Vec<SlotId> = pay.lines.iter().map(|line| line.slot).collect();
    let moving: Vec<SlotId> = all.iter().copied().filter(|slot| hangs(*slot)).collect();
    let bounded = pay.bounds.at_least.is_some() || pay.bounds.at_most.is_some();
    if moving.is_empty() {
        return None;
    }
    // A line that another one reads is needed with it.
    let needed = sources.of_slots(&moving, &cut);
    let kept = |slot: &SlotId| bounded || needed.seen.contains(slot);
    Some(all.into_iter().filter(kept).collect())
}

/// What moves with a field.
fn moved(sources: &Sources, steps: &BTreeSet<usize>, field: SlotId) -> BTreeSet<SlotId> {
    let mut moving = BTreeSet::from([field]);
    for step in sources.steps(steps) {
        if let Step::Pay(pay) = step {
            for line in &pay.lines {
                if line.value.reads(|slot| moving.contains(&slot)) {
                    moving.extend([line.slot, pay.slot]);
                }
            }
        } else if step.outputs().iter().all(|slot| *slot != field)
            && step.expressions().into_iter().any(|expr| expr.reads(|slot| moving.contains(&slot)))
        {
            moving.extend(step.outputs());
        }
    }
    moving
}

/// The policy with no more of the block than some lines, and without what is no part of an evaluation.
fn lean(policy: &Policy, pay: &Pay, lines: &[SlotId]) -> Policy {
    let mut lean = Policy {
        header: policy.header.clone(),
        label_sets: policy.label_sets.clone(),
        params: policy.params.clone(),
        fields: policy.fields.clone(),
        relations: policy.relations.clone(),
        slots: policy.slots.clone(),
        steps: policy.steps.clone(),
        ..Policy::default()
    };
    for step in &mut lean.steps {
        if let Step::Pay(own) = step
            && own.slot == pay.slot
        {
            own.lines.retain(|line| lines.contains(&line.slot));
        }
    }
    lean
}

/// Puts the rests of sums into a step.
fn rewritten(apart: &mut Apart, at: usize) {
    let Some(mut step) = apart.policy.steps.get(at).cloned() else { return };
    let is_value = matches!(step, Step::Value(_));
    if !matches!(step, Step::Pay(_)) {
        for expr in step.expressions_mut() {
            // What a table asks is told by its name; that has a step of its own.
            if is_value || expr.slot().is_none() {
                let own = apart.expr(expr);
                *expr = own;
            }
        }
    }
    apart.policy.steps.get_mut(at).into_iter().for_each(|place| *place = step.clone());
}

fn slots(step: &Step) -> Vec<SlotId> {
    step.expressions().into_iter().flat_map(Expr::slots).collect()
}
