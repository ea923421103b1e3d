//! From what each value of a policy is found, and what hangs on it.

use std::collections::BTreeSet;

use crate::ir::{Expr, ExprKind, HistoryFunction, Policy, Role, SlotId, Step};

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

/// For each slot whether its value can change where that of `moved` does, all else of the record and of others
/// being equal. What an earlier period was does not change.
pub fn dependents(policy: &Policy, moved: SlotId) -> Vec<bool> {
    let mut moving = vec![false; policy.slots.len()];
    let mark = |moving: &mut Vec<bool>, slot: SlotId| {
        moving.get_mut(slot.0).into_iter().for_each(|place| *place = true);
    };
    mark(&mut moving, moved);
    for step in &policy.steps {
        let reads = |expr: &Expr, moving: &[bool]| expr.reads(|slot| moving.get(slot.0).copied().unwrap_or(false));
        match step {
            Step::History(history) if matches!(history.function, HistoryFunction::Previous(_)) => {}
            Step::Pay(pay) => {
                for line in pay.lines.iter().filter(|line| reads(&line.value, &moving)).collect::<Vec<_>>() {
                    mark(&mut moving, line.slot);
                    mark(&mut moving, pay.slot);
                }
            }
            step if step.expressions().into_iter().any(|expr| reads(expr, &moving)) => {
                step.outputs().into_iter().for_each(|slot| mark(&mut moving, slot));
            }
            _ => {}
        }
    }
    moving
}
