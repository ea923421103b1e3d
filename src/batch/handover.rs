//! A version that follows another in one run: what the earlier one gave is what the later one looks back at, just
//! as if its results had been given with `--history`.

use super::inputs::Inputs;
use super::members::Members;
use crate::data::Earlier;
use crate::ir::{Policy, SlotId, align};

/// What each policy is handed by its earlier versions.
pub(super) fn all(inputs: &Inputs, policies: &[&Policy]) -> Vec<Vec<Earlier>> {
    (0..policies.len()).map(|at| handed(inputs, policies, at)).collect()
}

/// What the earlier versions of a policy gave in this run.
fn handed(inputs: &Inputs, policies: &[&Policy], at: usize) -> Vec<Earlier> {
    let Some(policy) = policies.get(at).filter(|policy| policy.looks_back()) else { return vec![] };
    let wanted = policy.looked_back();
    let earlier = policies.iter().enumerate().filter(|(_, of)| of.header.precedes(&policy.header));
    earlier.flat_map(|(before, of)| results(inputs, policies, (before, of), (policy, &wanted))).collect()
}

fn results(
    inputs: &Inputs,
    policies: &[&Policy],
    (at, policy): (usize, &Policy),
    (later, wanted): (&Policy, &[SlotId]),
) -> Vec<Earlier> {
    let aligned = align(policy, later);
    let before = handed(inputs, policies, at);
    let Some(members) = Members::of(inputs, (at, policy), &before) else { return vec![] };
    let given = members.each().filter_map(|(record, identity)| {
        let evaluation = members.evaluation(record)?;
        let value = |slot| aligned.value(slot, evaluation.value(aligned.old_slot(slot)?).ok()?);
        let values = wanted.iter().filter_map(|slot| Some((*slot, value(*slot)?)));
        Some((values.collect(), identity))
    });
    given.collect()
}
