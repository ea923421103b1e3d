//! Which columns of a table of records people look at first.

use crate::batch::outer_pay;
use crate::ir::{Policy, Role, Slot, SlotId, Step, TableKind, Type};

/// The rank of the period: when a record is.
pub const PERIOD: u8 = 7;

/// How soon a column is left out where there is not room for all, and the block of which it is a line: all lines of a
/// block are shown, or none.
pub fn ranked(policy: &Policy, id: SlotId, slot: &Slot) -> (u8, Option<usize>) {
    (rank(policy, id, slot), block(policy, slot))
}

/// How soon a column is left out where there is not room for all.
fn rank(policy: &Policy, id: SlotId, slot: &Slot) -> u8 {
    match slot.role {
        Role::Field if policy.keys().any(|key| key == id) => 0,
        Role::Field if policy.name_field() == Some(id) => 1,
        Role::Pay if outer_pay(policy, id).is_none() => 2,
        Role::Grade => 5,
        // A grade that was promoted or demoted is the one that counts.
        Role::Metric if is_grade(policy, slot) => 5,
        _ if grades(policy, id) => 6,
        Role::Field if policy.period() == Some(id) => PERIOD,
        Role::Flag => 8,
        Role::PayLine if block(policy, slot).is_some_and(|of| outer_pay(policy, SlotId(of)).is_none()) => 10,
        // What is part of the wage goes behind the lines of the wage.
        Role::Pay => 11,
        Role::PayLine => 12,
        Role::GradeOutput | Role::SectionPoints => 13,
        Role::Points | Role::Gate => 14,
        Role::Metric | Role::Scores => 15,
        _ => 16,
    }
}

/// The pay block of a line, of which all lines are shown or none.
fn block(policy: &Policy, slot: &Slot) -> Option<usize> {
    let (owner, _) = slot.name.split_once('.').filter(|_| slot.role == Role::PayLine)?;
    policy.slot_named(owner).map(|block| block.0)
}

/// Whether the values of a slot are the labels of a grade.
fn is_grade(policy: &Policy, slot: &Slot) -> bool {
    let grades = policy.slots.iter().filter(|known| known.role == Role::Grade);
    matches!(slot.ty, Type::Label(_)) && grades.into_iter().any(|grade| grade.ty == slot.ty)
}

/// Whether a grade goes by a value.
fn grades(policy: &Policy, id: SlotId) -> bool {
    policy.steps.iter().any(|step| match step {
        Step::Table(table) if table.kind == TableKind::Grade => {
            table.inputs.iter().any(|input| input.value.slots().contains(&id))
        }
        _ => false,
    })
}
