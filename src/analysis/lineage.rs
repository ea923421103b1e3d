//! From what each value of a policy is found, and what hangs on it.

use std::collections::BTreeSet;

use crate::ir::{Expr, ExprKind, HistoryFunction, Policy, Relation, Role, SlotId, Step};

/// Which step gives each slot its value.
pub struct Lineage<'a> {
    policy: &'a Policy,
    steps: Vec<Option<usize>>,
}

/// All that a value is found from.
#[derive(Debug, Clone, Default)]
pub struct Origins {
    /// The steps, by their places.
    pub steps: BTreeSet<usize>,
    /// What is read from data: fields of the record, and of the lookup row that belongs to it.
    pub inputs: BTreeSet<SlotId>,
    /// Whether other records, other periods or rows of details play a part.
    pub joint: bool,
}

impl<'a> Lineage<'a> {
    /// The lineage of a policy's values.
    pub fn of(policy: &'a Policy) -> Self {
        let mut steps = vec![None; policy.slots.len()];
        for (at, step) in policy.steps.iter().enumerate() {
            for slot in step.outputs() {
                steps.get_mut(slot.0).into_iter().for_each(|place| *place = Some(at));
            }
        }
        Lineage { policy, steps }
    }

    /// The step that gives a slot its value; of what is read from data there is none.
    pub fn step(&self, slot: SlotId) -> Option<&'a Step> {
        self.policy.steps.get(*self.steps.get(slot.0)?.as_ref()?)
    }

    /// The place of that step.
    pub fn place(&self, slot: SlotId) -> Option<usize> {
        self.steps.get(slot.0).copied().flatten()
    }

    /// What a slot is found from.
    pub fn origins(&self, slot: SlotId) -> Origins {
        let (mut found, mut open, mut seen) = (Origins::default(), vec![slot], BTreeSet::new());
        while let Some(slot) = open.pop() {
            if !seen.insert(slot) {
                continue;
            }
            match self.steps.get(slot.0).copied().flatten() {
                Some(at) => {
                    found.steps.insert(at);
                    let Some(step) = self.policy.steps.get(at) else { continue };
                    found.joint |= step.is_joint() || reads_rows(step);
                    open.extend(read_for(step, slot));
                }
                None => match self.policy.slot(slot).map(|slot| slot.role) {
                    Some(Role::Field | Role::Lookup) => {
                        found.inputs.insert(slot);
                    }
                    _ => found.joint = true,
                },
            }
        }
        found
    }
}

/// Whether a step looks at rows of details.
pub fn reads_rows(step: &Step) -> bool {
    let mut found = false;
    for expr in step.expressions() {
        expr.walk(&mut |expr| found |= matches!(expr.kind, ExprKind::OfRows { .. }));
    }
    found
}

/// What a step reads for one of its slots: a line of a pay block needs no other line unless it names it.
fn read_for(step: &Step, slot: SlotId) -> Vec<SlotId> {
    match step {
        Step::Pay(pay) => match pay.lines.iter().find(|line| line.slot == slot) {
            Some(line) => line.value.slots(),
            None => pay.lines.iter().map(|line| line.slot).collect(),
        },
        step => step.expressions().into_iter().flat_map(Expr::slots).collect(),
    }
}

/// Whether the rows that belong to a record depend on a field of it.
pub fn joins(relation: &Relation, field: SlotId) -> bool {
    relation.join.iter().any(|(of_record, _)| *of_record == field)
}

/// For each slot whether its value can change where that of a field does, all else of the record and of others
/// being equal. What earlier periods were does not change, unless the field tells which they are.
pub fn dependents(policy: &Policy, moved: SlotId) -> Vec<bool> {
    let mut motion = Motion { policy, moved, moving: vec![false; policy.slots.len()] };
    motion.mark(moved);
    for relation in policy.relations.iter().filter(|relation| joins(relation, moved)) {
        relation.slots.clone().for_each(|slot| motion.mark(SlotId(slot)));
    }
    policy.steps.iter().for_each(|step| motion.note(step));
    motion.moving
}

/// What moves with a field, step by step.
struct Motion<'a> {
    policy: &'a Policy,
    moved: SlotId,
    moving: Vec<bool>,
}

impl Motion<'_> {
    fn mark(&mut self, slot: SlotId) {
        self.moving.get_mut(slot.0).into_iter().for_each(|place| *place = true);
    }

    fn note(&mut self, step: &Step) {
        if let Step::Pay(pay) = step {
            for line in pay.lines.iter() {
                if self.moves(&line.value) {
                    self.mark(line.slot);
                    self.mark(pay.slot);
                }
            }
        } else if self.is_moved(step) {
            step.outputs().into_iter().for_each(|slot| self.mark(slot));
        }
    }

    fn is_moved(&self, step: &Step) -> bool {
        let is_period = self.policy.period() == Some(self.moved);
        let is_key = self.policy.keys().any(|key| key == self.moved);
        match step {
            Step::Cohort(_) | Step::OverRows(_) if is_period => true,
            Step::History(_) if is_period || is_key => true,
            Step::History(history) if matches!(history.function, HistoryFunction::Previous(_)) => false,
            step => step.expressions().into_iter().any(|expr| self.moves(expr)),
        }
    }

    fn moves(&self, expr: &Expr) -> bool {
        let mut found = expr.reads(|slot| self.moving.get(slot.0).copied().unwrap_or(false));
        expr.walk(&mut |expr| found |= self.rows_move(expr));
        found
    }

    fn rows_move(&self, expr: &Expr) -> bool {
        let ExprKind::OfRows { relation, .. } = expr.kind else { return false };
        self.policy.relation(relation).is_some_and(|relation| joins(relation, self.moved))
    }
}
