//! A version that follows another in one run: what the earlier one gave is what the later one looks back at, just
//! as if its results had been given with `--history`.

use super::gather::Data;
use super::set::Chosen;
use crate::data::Earlier;
use crate::eval::{Given, evaluate};
use crate::ir::{Policy, SlotId, align};

/// What each policy is handed by its earlier versions.
pub(super) fn all(data: &Data, chosen: &[Chosen]) -> Vec<Vec<Earlier>> {
    (0..chosen.len()).map(|at| handed(data, chosen, at)).collect()
}

/// What the earlier versions of a policy gave in this run.
fn handed(data: &Data, chosen: &[Chosen], at: usize) -> Vec<Earlier> {
    let Some(policy) = chosen.get(at).map(Chosen::policy).filter(|policy| policy.looks_back()) else { return vec![] };
    let wanted = policy.looked_back();
    let earlier = chosen.iter().enumerate().filter(|(_, of)| of.policy().header.precedes(&policy.header));
    earlier.flat_map(|(before, of)| results(data, chosen, (before, of.policy()), (policy, &wanted))).collect()
}

fn results(
    data: &Data,
    chosen: &[Chosen],
    (at, policy): (usize, &Policy),
    (later, wanted): (&Policy, &[SlotId]),
) -> Vec<Earlier> {
    let aligned = align(policy, later);
    let before = handed(data, chosen, at);
    let cast = data.cast(at, policy, &before);
    let run = data.run(at, policy, &cast);
    let own = cast.subjects.iter().enumerate().filter(|(_, subject)| !subject.past);
    let given = own.filter_map(|(place, subject)| {
        let evaluation = match (&run, &subject.given) {
            (Some(run), _) => run.evaluation(place),
            (None, Given::Fields(fields)) => evaluate(policy, fields),
            (None, Given::Values(_) | Given::Partly(_)) => return None,
        };
        let value = |slot| aligned.value(slot, evaluation.value(aligned.old_slot(slot)?).ok()?);
        let values = wanted.iter().filter_map(|slot| Some((*slot, value(*slot)?)));
        Some((values.collect(), subject.identity.clone()))
    });
    given.collect()
}
