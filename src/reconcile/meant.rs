//! Which column a short title means: what is paid goes before what the pay is worked out of.

use super::Sheet;
use crate::ir::{Policy, Role, SlotId};

/// For each policy the lines of pay whose short name stands above a column that was taken for something else of that
/// name, as the `提成` of a scale and of the pay, with that title. Where the line has a column of its own, it keeps it.
pub fn lines_meant(policies: &[&Policy], sheets: &[Sheet]) -> Vec<Vec<(SlotId, String)>> {
    policies.iter().zip(sheets).map(|(policy, sheet)| of_policy(policy, sheet)).collect()
}

fn of_policy(policy: &Policy, sheet: &Sheet) -> Vec<(SlotId, String)> {
    let Some(input) = sheet.batch.inputs.first() else { return vec![] };
    let role = |slot: &SlotId| policy.slot(*slot).map(|slot| slot.role);
    let taken = sheet.fields.of.iter().zip(&input.columns);
    let taken: Vec<_> = taken.filter_map(|(slot, column)| Some((slot, column.as_ref()?))).collect();
    let lines = sheet.fields.of.iter().filter(|slot| role(slot) == Some(Role::PayLine));
    let free = lines.filter(|line| !taken.iter().any(|(slot, _)| slot == line));
    let meant = free.filter_map(|line| {
        let name = policy.slot(*line)?.name.rsplit_once('.')?.1;
        let other = taken.iter().find(|(slot, _)| {
            let computed = !matches!(role(slot), Some(Role::Field | Role::Pay | Role::PayLine) | None);
            computed && policy.slot(**slot).is_some_and(|slot| slot.name == name)
        });
        other.map(|(_, column)| (*line, column.header.to_string()))
    });
    let meant: Vec<(SlotId, String)> = meant.collect();
    // A name that two blocks have says nothing.
    let alone = |title: &str| meant.iter().filter(|(_, other)| other == title).count() == 1;
    meant.iter().filter(|(_, title)| alone(title)).cloned().collect()
}
