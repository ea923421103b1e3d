//! What nobody asks for is not done, and a register that is read for the last time is free for others.

use std::collections::{HashMap, HashSet};

use super::{Held, Kind, Operand, Operation, Plan, Register};
use crate::data::Width;

/// Leaves out what is not needed, and uses registers again.
pub(super) fn trim(plan: &mut Plan) {
    drop_unread(plan);
    let used: HashSet<Register> = plan.operations.iter().flat_map(|operation| operation.kind.reads()).collect();
    let asked: HashSet<Register> = plan.asked().collect();
    plan.inputs.retain(|input| input.registers().any(|register| used.contains(&register) || asked.contains(&register)));
    renumber(plan, &asked);
}

fn drop_unread(plan: &mut Plan) {
    let mut needed: HashSet<Register> = plan.asked().collect();
    let mut kept: Vec<Operation> = vec![];
    for operation in plan.operations.drain(..).rev() {
        if needed.contains(&operation.out) {
            needed.extend(operation.kind.reads());
            kept.push(operation);
        }
    }
    kept.reverse();
    plan.operations = kept;
}

/// Gives the registers new places, few of them. Inputs and what was asked for keep one of their own.
fn renumber(plan: &mut Plan, asked: &HashSet<Register>) {
    let mut last: HashMap<Register, usize> = HashMap::new();
    for (at, operation) in plan.operations.iter().enumerate() {
        operation.kind.reads().into_iter().for_each(|register| _ = last.insert(register, at));
    }
    let mut places = Places { widths: vec![], free: HashMap::new(), of: HashMap::new() };
    let width = |register: Register| plan.widths.get(register.0).copied().unwrap_or(Width::Widest);
    let inputs: HashSet<Register> = plan.inputs.iter().flat_map(Held::registers).collect();
    inputs_in_order(&plan.inputs).for_each(|register| _ = places.take(register, width(register)));
    for (at, operation) in plan.operations.iter_mut().enumerate() {
        let read = operation.kind.reads();
        let old = operation.out;
        operation.out = places.take(old, width(old));
        operation.kind.rename(&places.of);
        for register in read {
            if last.get(&register) == Some(&at) && !asked.contains(&register) && !inputs.contains(&register) {
                places.release(register, width(register));
            }
        }
    }
    for held in plan.outputs.iter_mut().chain(&mut plan.inputs) {
        held.value.rename(&places.of);
        held.present.iter_mut().for_each(|present| present.rename(&places.of));
    }
    plan.told.iter_mut().for_each(|told| told.rename(&places.of));
    plan.widths = places.widths;
}

fn inputs_in_order(inputs: &[Held]) -> impl Iterator<Item = Register> {
    inputs.iter().flat_map(Held::registers)
}

/// The new places of registers.
struct Places {
    widths: Vec<Width>,
    free: HashMap<Width, Vec<Register>>,
    of: HashMap<Register, Register>,
}

impl Places {
    fn take(&mut self, register: Register, width: Width) -> Register {
        let free = self.free.get_mut(&width).and_then(Vec::pop);
        let place = free.unwrap_or_else(|| {
            self.widths.push(width);
            Register(self.widths.len() - 1)
        });
        self.of.insert(register, place);
        place
    }

    fn release(&mut self, register: Register, width: Width) {
        if let Some(place) = self.of.get(&register) {
            let free = self.free.entry(width).or_default();
            if !free.contains(place) {
                free.push(*place);
            }
        }
    }
}

impl Held {
    /// The registers in which it stands.
    pub(super) fn registers(&self) -> impl Iterator<Item = Register> {
        self.value.register().into_iter().chain(self.present.and_then(|present| present.register()))
    }
}

impl Operand {
    fn rename(&mut self, names: &HashMap<Register, Register>) {
        if let Operand::Register(register) = self {
            register.rename(names);
        }
    }
}

impl Register {
    fn rename(&mut self, names: &HashMap<Register, Register>) {
        *self = names.get(self).copied().unwrap_or(*self);
    }
}

impl Kind {
    fn rename(&mut self, names: &HashMap<Register, Register>) {
        match self {
            Kind::Sum { terms, .. } => terms.iter_mut().for_each(|term| term.of.rename(names)),
            Kind::Product { left, right } | Kind::Both { left, right, .. } => {
                [left, right].into_iter().for_each(|register| register.rename(names));
            }
            Kind::Quotient { dividend: left, divisor: right, .. }
            | Kind::Extreme { left, right, .. }
            | Kind::Compare { left, right, .. } => {
                left.rename(names);
                right.rename(names);
            }
            Kind::Within { value, .. } | Kind::Not { value } | Kind::Days { value, .. } => value.rename(names),
            Kind::Select { condition, then, otherwise } => {
                condition.rename(names);
                [then, otherwise].into_iter().for_each(|operand| operand.rename(names));
            }
        }
    }
}
