//! The digits that a cell shows taken for those that it holds: somebody typed off a figure on the way, or the program
//! counts with what it shows.

use super::{Alteration, Change, Ground, build, edit};
use crate::ir::{Policy, Role, SlotId, Type};
use crate::quantity::{Decimal, Rounding};
use crate::reconcile::model::{About, Kind};
use crate::source::Span;

/// Cells are tried with so many decimals.
const DECIMALS: [u32; 3] = [2, 1, 0];

/// Each figure as it is shown, then all of them.
pub(super) fn all(ground: &Ground) -> Vec<Alteration> {
    let (mut each, mut wholes) = (vec![], vec![]);
    for decimals in DECIMALS {
        let about = About { decimals: Some(decimals), ..About::default() };
        let mut whole = Alteration { about, ..Alteration::new(Kind::ShownValue, Span::default()) };
        for one in figures(ground).into_iter().filter_map(|slot| shown(ground, slot, decimals)) {
            whole.fields.extend(one.fields.iter().cloned());
            whole.after.extend(one.after.iter().cloned());
            each.push(one);
        }
        wholes.push(whole);
    }
    each.extend(wholes.into_iter().filter(|whole| whole.fields.len() + whole.after.len() > 1));
    each
}

/// The figures in question, and those from which they are found.
fn figures(ground: &Ground) -> Vec<SlotId> {
    let found = ground.steps().flat_map(|(_, step)| step.outputs());
    let mut all: Vec<SlotId> = ground.asked.iter().chain(&ground.inputs).copied().chain(found).collect();
    let mut known = std::collections::HashSet::new();
    all.retain(|slot| known.insert(*slot) && is_shown(ground.policy, *slot));
    all
}

/// Whether a figure is one that a sheet has a column for.
fn is_shown(policy: &Policy, slot: SlotId) -> bool {
    let role = policy.slot(slot).map(|slot| (slot.role, slot.ty));
    matches!(role, Some((role, Type::Number(_))) if !matches!(role, Role::Details | Role::Ensure | Role::Total))
}

fn shown(ground: &Ground, slot: SlotId, decimals: u32) -> Option<Alteration> {
    let policy = ground.policy;
    let step = build::step(policy, slot, decimals)?;
    let one = Alteration::of_slot(Kind::ShownValue, policy, slot);
    let one = Alteration { about: About { decimals: Some(decimals), ..one.about.clone() }, ..one };
    if slot.0 < policy.fields.len() {
        return Some(Alteration { fields: vec![(slot, Change::Rounded(step))], ..one });
    }
    let at = policy.step_of(slot);
    if let Some(line) = at.and_then(|at| of_line(policy, at, slot, step)) {
        return Some(Alteration { steps: vec![line], ..one });
    }
    let again = build::again(policy, slot, |value| build::rounded(value, step, Rounding::HalfUp))?;
    Some(Alteration { after: vec![(at, again)], ..one })
}

/// A line of a block of pay is summed in the step that gives it.
fn of_line(policy: &Policy, at: usize, slot: SlotId, step: Decimal) -> Option<(usize, crate::ir::Step)> {
    let mut altered = policy.steps.get(at)?.clone();
    let line = edit::pay_line(&mut altered, slot)?;
    edit::remade(&mut line.value, |value| build::rounded(value, step, Rounding::HalfUp));
    Some((at, altered))
}
