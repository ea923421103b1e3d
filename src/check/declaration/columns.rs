//! The columns of a result, in the order of the language's reference.

use std::collections::HashSet;

use crate::ir::{Column, Field, Role, Slot, SlotId, Step};
use crate::source::Span;

/// The columns that the slots give; those that are not there by default are there for `all`.
pub(super) fn columns(slots: &[Slot], fields: &[Field], steps: &[Step]) -> Vec<Column> {
    let remembered = remembered(steps);
    let mut ordered: Vec<(usize, Span, usize)> = slots
        .iter()
        .enumerate()
        .filter(|(at, slot)| match slot.role {
            Role::Details | Role::Ensure => false,
            Role::Joint => remembered.contains(&SlotId(*at)),
            _ => true,
        })
        .map(|(at, slot)| {
            let known = fields.get(at).filter(|_| slot.role == Role::Field);
            (group(slot.role, known), place(SlotId(at), slot, steps), at)
        })
        .collect();
    ordered.sort();
    let column = |(_, _, at): (usize, Span, usize)| {
        let slot = slots.get(at)?;
        let default = match slot.role {
            Role::Field => {
                remembered.contains(&SlotId(at)) || fields.get(at).is_some_and(|field| field.key || field.period)
            }
            Role::Joint | Role::Let | Role::TableOutput | Role::Scale | Role::Weighted => {
                remembered.contains(&SlotId(at))
            }
            Role::Lookup | Role::Total => remembered.contains(&SlotId(at)),
            _ => true,
        };
        Some(Column { name: slot.name.clone(), slot: SlotId(at), default })
    };
    ordered.into_iter().filter_map(column).collect()
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
