//! The columns of a result, in the order of the language's reference.

use std::collections::HashSet;

use crate::ir::{Column, Field, Role, Slot, SlotId, Step, name_field};
use crate::source::Span;

/// The columns that the slots give; those that are not there by default are there for `all`.
pub(super) fn columns(slots: &[Slot], fields: &[Field], steps: &[Step]) -> Vec<Column> {
    let remembered = remembered(steps);
    let name = name_field(fields, slots);
    let given = slots.iter().enumerate().filter(|(at, slot)| match slot.role {
        Role::Details | Role::Ensure => false,
        Role::Joint => remembered.contains(&SlotId(*at)),
        _ => true,
    });
    let mut ordered: Vec<(usize, Span, bool, SlotId)> = given
        .map(|(at, slot)| {
            let id = SlotId(at);
            let known = fields.get(at).filter(|_| slot.role == Role::Field);
            match key_before(fields, slots).filter(|_| name == Some(id)) {
                Some(key) => (0, key, true, id),
                None if name == Some(id) => (0, slot.span, false, id),
                None => (group(slot.role, known), place(id, slot, steps), false, id),
            }
        })
        .collect();
    ordered.sort();
    let column = |id: SlotId| {
        let slot = slots.get(id.0)?;
        let known = fields.get(id.0).filter(|field| field.key || field.period);
        let default = match slot.role {
            Role::Field if known.is_some() || name == Some(id) => true,
            Role::Field | Role::Joint | Role::Let | Role::TableOutput | Role::Scale => remembered.contains(&id),
            Role::Weighted | Role::Lookup | Role::Total => remembered.contains(&id),
            _ => true,
        };
        Some(Column { name: slot.name.clone(), slot: id, default })
    };
    ordered.into_iter().filter_map(|(.., id)| column(id)).collect()
}

/// The key behind which the name of somebody stands, wherever that is declared: the last.
fn key_before(fields: &[Field], slots: &[Slot]) -> Option<Span> {
    slots.iter().zip(fields).filter(|(_, field)| field.key && !field.period).map(|(slot, _)| slot.span).next_back()
}

/// What later periods look at: a result must hold it.
fn remembered(steps: &[Step]) -> HashSet<SlotId> {
    let mut slots = HashSet::new();
    for step in steps {
        if let Step::History(history) = step {
            history.value.walk(&mut |expr| slots.extend(expr.slot()));
        }
    }
    slots
}

fn group(role: Role, field: Option<&Field>) -> usize {
    match role {
        Role::Field => usize::from(!field.is_some_and(|field| field.key || field.period)),
        Role::Metric => 2,
        Role::Lookup => 1,
        Role::Let | Role::Joint | Role::Details | Role::Ensure => 3,
        Role::Points => 4,
        Role::SectionPoints => 5,
        Role::Weighted => 6,
        Role::Scores | Role::Total => 7,
        Role::Grade | Role::GradeOutput => 8,
        Role::TableOutput => 9,
        Role::Scale => 10,
        Role::Gate => 11,
        Role::Flag => 12,
        Role::PayLine | Role::Pay => 13,
    }
}

/// Columns of one group follow the file; a sum follows its lines.
fn place(id: SlotId, slot: &Slot, steps: &[Step]) -> Span {
    if slot.role != Role::Pay {
        return slot.span;
    }
    let lines = steps.iter().find_map(|step| match step {
        Step::Pay(pay) if pay.slot == id => pay.lines.iter().map(|line| line.value.span).max(),
        _ => None,
    });
    lines.unwrap_or(slot.span)
}
