//! Records that hang on rejected ones, or on periods that are not there: found, or held back.

use std::collections::{BTreeMap, HashSet};

use super::handover;
use super::inputs::Inputs;
use super::members::Members;
use super::owner::lost;
use crate::data::{Doubt, Earlier, Identity, Lost, Problem, Reading, spell_cell, spell_period};
use crate::eval::group_slots;
use crate::ir::Policy;

/// For each record of a policy that hangs on something, by its place, on what.
pub type Doubts = BTreeMap<usize, Vec<Doubt>>;

/// Which records of each policy hang on what. An earlier version comes before those to which it hands over.
pub(super) fn doubts(inputs: &Inputs, policies: &[&Policy], handed: &[Vec<Earlier>]) -> Vec<Doubts> {
    let mut order: Vec<usize> = (0..policies.len()).collect();
    order.sort_by_key(|at| policies.get(*at).and_then(|policy| policy.header.effective.0?.first_day()));
    let mut found = vec![Doubts::new(); policies.len()];
    for at in order {
        let Some(policy) = policies.get(at).filter(|policy| policy.is_joint()) else { continue };
        let earlier = before(inputs, policies, &found, policy);
        let handed = handed.get(at).map_or(&[] as &[Earlier], Vec::as_slice);
        let doubts = of_policy(inputs, (at, policy), handed, earlier);
        if let Some(place) = found.get_mut(at) {
            *place = doubts;
        }
    }
    found
}

/// What earlier versions of a policy rejected, or gave and is in doubt.
fn before(inputs: &Inputs, policies: &[&Policy], found: &[Doubts], later: &Policy) -> Vec<Lost> {
    let versions = policies.iter().enumerate().filter(|(_, of)| of.header.precedes(&later.header));
    let lost = versions.flat_map(|(at, of)| {
        let batch = inputs.shared.batches.get(at);
        let rejected = batch.map(|batch| lost(of, batch)).unwrap_or_default();
        let rejected = rejected.into_iter().map(|lost| Lost { known: vec![], past: true, ..lost });
        let doubtful = found.get(at).into_iter().flat_map(BTreeMap::keys).filter_map(move |record| {
            match &batch?.record(*record)?.reading {
                Reading::Record(fields) => Some(Lost::before(&Identity::of(of, fields), true)),
                _ => None,
            }
        });
        rejected.chain(doubtful).collect::<Vec<_>>()
    });
    lost.collect()
}

fn of_policy(inputs: &Inputs, (at, policy): (usize, &Policy), handed: &[Earlier], mut away: Vec<Lost>) -> Doubts {
    let (Some(batch), Some(own)) = (inputs.shared.batches.get(at), inputs.own.get(at)) else { return Doubts::new() };
    // What an earlier version gave and is in doubt does not count as given.
    let doubtful: HashSet<(Vec<Option<_>>, Option<i32>)> =
        away.iter().filter(|lost| lost.doubtful).map(|lost| (lost.key.clone(), lost.period)).collect();
    let is_sure = |(_, who): &&Earlier| !doubtful.contains(&(who.key.iter().cloned().map(Some).collect(), who.period));
    let handed: Vec<Earlier> = handed.iter().filter(is_sure).cloned().collect();
    away.extend(own.past.lost.iter().cloned());
    away.extend(lost(policy, batch));
    let Some(members) = Members::in_doubt(inputs, (at, policy), &handed, away) else { return Doubts::new() };
    let found = (0..batch.len()).filter_map(|record| Some((record, members.run()?.doubts(members.place(record)?))));
    found.filter(|(_, doubts)| !doubts.is_empty()).collect()
}

/// Rejects what hangs on rejected records or absent periods, then what hangs on these, until nothing more does; gives
/// on what each hung.
pub(super) fn hold_back(inputs: &mut Inputs, policies: &[&Policy]) -> Vec<Doubts> {
    let mut held = vec![Doubts::new(); policies.len()];
    loop {
        let found = doubts(inputs, policies, &handover::all(inputs, policies));
        if found.iter().all(BTreeMap::is_empty) {
            return held;
        }
        held.iter_mut().zip(&found).for_each(|(held, found)| held.extend(found.clone()));
        for ((at, policy), doubts) in policies.iter().enumerate().zip(found) {
            for (record, doubts) in doubts {
                let mut problems: Vec<Problem> = vec![];
                for problem in doubts.iter().map(|doubt| doubt.problem(policy)) {
                    if !problems.contains(&problem) {
                        problems.push(problem);
                    }
                }
                inputs.shared.hold_back((at, policy), record, &problems);
            }
        }
    }
}

/// A group that lacks rejected records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Names with values: the period, then what the members agree in.
    pub keys: Vec<(String, String)>,
    /// How many that may belong to it were rejected.
    pub rejected: usize,
}

/// The groups on which records of a policy hang, each with the most that are rejected of it.
pub fn groups<'d>(policy: &Policy, doubts: impl Iterator<Item = &'d Doubts>) -> Vec<Group> {
    let named = |doubt: &Doubt| match doubt {
        Doubt::Group { slot, period, group, rejected, .. } if *rejected > 0 => {
            let when = policy.period().and_then(|slot| policy.slot(slot)).zip(*period);
            let when = when.map(|(slot, period)| (slot.name.clone(), spell_period(policy, period)));
            let keys = group_slots(policy, *slot).into_iter().zip(group).filter_map(|(slot, value)| {
                let slot = policy.slot(slot?)?;
                Some((slot.name.clone(), spell_cell(policy, slot, value)))
            });
            Some(Group { keys: when.into_iter().chain(keys).collect(), rejected: *rejected })
        }
        _ => None,
    };
    let mut groups: Vec<Group> = doubts.flat_map(BTreeMap::values).flatten().filter_map(named).collect();
    groups.sort_by(|one, other| one.keys.cmp(&other.keys).then(other.rejected.cmp(&one.rejected)));
    groups.dedup_by(|one, other| one.keys == other.keys);
    groups
}
