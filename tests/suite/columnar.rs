//! Columns against the evaluator: every cell of every slot, for every policy at hand and for generated ones.

use merit::batch::{self, Supposed};
use merit::columnar::{Held, Machine, Operand, Plan};
use merit::data::Past;
use merit::ir::{Policy, Role, SlotId, Type, Value};

use super::contract;

/// How many cells were compared, and of how many steps of how many the values are found by columns.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Agreed {
    pub cells: usize,
    pub planned: usize,
    pub unplanned: usize,
    /// Of how many records there is more to tell than values.
    pub told: usize,
}

impl std::ops::AddAssign for Agreed {
    fn add_assign(&mut self, other: Self) {
        self.cells += other.cells;
        self.planned += other.planned;
        self.unplanned += other.unplanned;
        self.told += other.told;
    }
}

/// Holds the columns of all slots against what the evaluator says of these records.
pub fn agree(policy: &Policy, records: &[Supposed]) -> Result<Agreed, String> {
    let wanted: Vec<SlotId> = (0..policy.slots.len()).map(SlotId).filter(|slot| is_found(policy, *slot)).collect();
    // Where a block of pay or a gate is not found by columns, nobody says of whom there is more to tell.
    let plan = Plan::telling(policy, &wanted, &[]).unwrap_or_else(|_| Plan::of(policy, &wanted));
    // With traces: of them comes whom there is more to tell of.
    let evaluations: Vec<_> = batch::supposed(policy, records, vec![], &Past::default(), |world| {
        (0..records.len()).map(|at| world.evaluation(at)).collect()
    });
    let mut machine = Machine::new(&plan);
    for input in &plan.inputs {
        for evaluation in &evaluations {
            let value = evaluation.value(input.slot).map_err(|stop| format!("{:?}: {stop:?}", input.slot))?;
            give(&mut machine, &plan, input, value);
        }
    }
    machine.run(records.len());
    let mut agreed = Agreed {
        unplanned: plan.unplanned.len(),
        planned: policy.steps.len() - plan.unplanned.len(),
        cells: 0,
        told: 0,
    };
    for output in &plan.outputs {
        for (at, evaluation) in evaluations.iter().enumerate() {
            let found = held(&machine, output, at);
            let right = evaluation.value(output.slot).ok();
            if found.as_ref() != right {
                let name = &policy.slots[output.slot.0].name;
                let plan = merit::columnar::Shown { plan: &plan, policy };
                return Err(format!(
                    "{name}: {found:?} by columns, {right:?} by itself, for {:?}\n{plan}",
                    records[at]
                ));
            }
            agreed.cells += 1;
        }
    }
    for (at, evaluation) in evaluations.iter().enumerate() {
        let told = plan.told.and_then(|told| machine.get(told, at));
        let notes = merit::explain::notes(policy, evaluation);
        if told.is_some_and(|told| (told == 1) == notes.is_empty()) {
            return Err(format!("{told:?} by columns, {notes:?} by itself, for {:?}", records[at]));
        }
        agreed.told += usize::from(told == Some(1));
    }
    Ok(agreed)
}

/// Whether a slot has a value in every evaluation, other than a text: what is proved to hold is not looked at any more.
fn is_found(policy: &Policy, id: SlotId) -> bool {
    let slot = &policy.slots[id.0];
    let by_step = || policy.step_of(id).is_some();
    slot.ty != Type::Text && slot.role != Role::Details && (slot.role != Role::Ensure || by_step())
}

/// Records by the values of their fields.
pub fn supposed(records: &[Vec<Value>]) -> Vec<Supposed> {
    let given =
        |record: &Vec<Value>| record.iter().cloned().enumerate().map(|(at, value)| (SlotId(at), value)).collect();
    records.iter().map(given).collect()
}

fn give(machine: &mut Machine, plan: &Plan, input: &Held, value: &Value) {
    let code = match value {
        Value::Missing => 0,
        Value::Text(text) => plan.texts.iter().position(|known| known == text).map_or(-1, |at| at as i128),
        value => input.form.code(value).unwrap(),
    };
    push(machine, input.value, code);
    if let Some(present) = input.present {
        push(machine, present, i128::from(*value != Value::Missing));
    }
}

fn push(machine: &mut Machine, operand: Operand, code: i128) {
    let Operand::Register(register) = operand else { panic!("an input is no constant") };
    machine.lane_mut(register).unwrap().push(code);
}

fn held(machine: &Machine, output: &Held, record: usize) -> Option<Value> {
    match output.present.map(|present| machine.get(present, record)) {
        Some(Some(0)) => Some(Value::Missing),
        _ => output.form.value(machine.get(output.value, record)?, output.ty),
    }
}

#[test]
fn columns_hold_what_the_evaluator_says_of_the_ready_made_policies() {
    let mut agreed = Agreed::default();
    for (name, policy) in contract::ready_made() {
        let records = contract::records_of(&policy, 400);
        agreed += agree(&policy, &records).unwrap_or_else(|told| panic!("{name}: {told}"));
    }
    eprintln!("{agreed:?}");
    assert!(agreed.cells > 100_000 && agreed.told > 1_000, "too few to say anything: {agreed:?}");
}
