//! Records that hang on rejected ones, or on periods that are not there: told, or held back.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::gather::{Cast, Data};
use super::set::Chosen;
use crate::batch;
use crate::data::{Before, Doubt, Earlier, Identity, Lost, Problem, Reading, spell_cell};
use crate::diagnostic::{Arg, Code};
use crate::eval::{Run, group_slots, spell_period};
use crate::ir::Policy;

/// For each record of a policy that hangs on something, by its place, on what.
pub(super) type Doubts = BTreeMap<usize, Vec<Doubt>>;

/// Which records of each policy hang on what. An earlier version comes before those to which it hands over.
pub(super) fn doubts(data: &Data, chosen: &[Chosen], handed: &[Vec<Earlier>]) -> Vec<Doubts> {
    let mut order: Vec<usize> = (0..chosen.len()).collect();
    order.sort_by_key(|at| chosen.get(*at).and_then(|of| of.policy().header.effective.0?.first_day()));
    let mut found = vec![Doubts::new(); chosen.len()];
    for at in order {
        let Some(policy) = chosen.get(at).map(Chosen::policy).filter(|policy| policy.is_joint()) else { continue };
        let earlier = before(data, chosen, &found, (at, policy));
        let handed = handed.get(at).map_or(&[] as &[Earlier], Vec::as_slice);
        let doubts = of_policy(data, (at, policy), handed, earlier);
        found.get_mut(at).into_iter().for_each(|place| *place = doubts.clone());
    }
    found
}

/// What earlier versions of a policy rejected, or gave and is in doubt.
fn before(data: &Data, chosen: &[Chosen], found: &[Doubts], (_, later): (usize, &Policy)) -> Vec<Lost> {
    let versions = chosen.iter().enumerate().filter(|(_, of)| of.policy().header.precedes(&later.header));
    let lost = versions.flat_map(|(at, of)| {
        let batch = data.shared.batches.get(at);
        let rejected = batch.map(|batch| batch::lost(of.policy(), batch)).unwrap_or_default();
        let rejected = rejected.into_iter().map(|lost| Lost { known: vec![], past: true, ..lost });
        let doubtful = found.get(at).into_iter().flat_map(BTreeMap::keys).filter_map(move |record| {
            match &batch?.record(*record)?.reading {
                Reading::Record(fields) => Some(Lost::before(&Identity::of(of.policy(), fields), true)),
                _ => None,
            }
        });
        rejected.chain(doubtful).collect::<Vec<_>>()
    });
    lost.collect()
}

fn of_policy(data: &Data, (at, policy): (usize, &Policy), handed: &[Earlier], mut lost: Vec<Lost>) -> Doubts {
    let (Some(batch), Some(own)) = (data.shared.batches.get(at), data.own.get(at)) else { return Doubts::new() };
    // What an earlier version gave and is in doubt does not count as given.
    let doubtful: HashSet<(Vec<Option<_>>, Option<i32>)> =
        lost.iter().filter(|lost| lost.doubtful).map(|lost| (lost.key.clone(), lost.period)).collect();
    let is_sure = |(_, who): &&Earlier| !doubtful.contains(&(who.key.iter().cloned().map(Some).collect(), who.period));
    let handed: Vec<Earlier> = handed.iter().filter(is_sure).cloned().collect();
    lost.extend(own.past.lost.iter().cloned());
    lost.extend(batch::lost(policy, batch));
    let cast = data.cast(at, policy, &handed);
    let tables = own.joined.doubtful.as_ref();
    if lost.is_empty() && tables.is_none() && !(policy.looks_back() && has_past(&cast)) {
        return Doubts::new();
    }
    let run = Run::in_doubt(policy, tables.unwrap_or(&own.joined.tables), &cast.subjects, &lost);
    let places = cast.places.iter().enumerate().filter_map(|(record, place)| Some((record, (*place)?)));
    let doubts = places.map(|(record, place)| (record, run.doubts(place)));
    doubts.filter(|(_, doubts)| !doubts.is_empty()).collect()
}

/// Whether records are of several periods, so that one may be lacking.
fn has_past(cast: &Cast) -> bool {
    let mut periods = cast.subjects.iter().map(|subject| subject.identity.period);
    let first = periods.next();
    periods.any(|period| Some(period) != first)
}

/// Rejects what hangs on rejected records or absent periods, then what hangs on these, until nothing more does; gives
/// on what each hung.
pub(super) fn hold_back(data: &mut Data, chosen: &[Chosen]) -> Vec<Doubts> {
    let mut held = vec![Doubts::new(); chosen.len()];
    loop {
        let found = doubts(data, chosen, &super::handover::all(data, chosen));
        if found.iter().all(BTreeMap::is_empty) {
            return held;
        }
        held.iter_mut().zip(&found).for_each(|(held, found)| held.extend(found.clone()));
        for ((at, of), doubts) in chosen.iter().enumerate().zip(found) {
            for (record, doubts) in doubts {
                let mut problems: Vec<Problem> = vec![];
                for problem in doubts.iter().map(|doubt| problem(of.policy(), doubt)) {
                    if !problems.contains(&problem) {
                        problems.push(problem);
                    }
                }
                data.shared.hold_back((at, of.policy()), record, &problems);
            }
        }
    }
}

/// A doubt as something to tell.
pub(super) fn problem(policy: &Policy, doubt: &Doubt) -> Problem {
    let told = |variant| Problem::new(Code::Provisional, variant, &Arc::from(""));
    match doubt {
        Doubt::Group { rejected: 0, doubtful, .. } => told("members").arg("count", *doubtful),
        Doubt::Group { rejected, .. } => told("group").arg("count", *rejected),
        Doubt::Period { period, why, .. } => {
            let variant = match why {
                Before::Rejected => "rejected",
                Before::Perhaps => "perhaps",
                Before::Absent => "absent",
                Before::Doubtful => "doubtful",
            };
            told(variant).arg("period", spell_period(policy, *period))
        }
        Doubt::Rows(relation) => {
            told("rows").arg("name", policy.relation(*relation).map_or("", |relation| relation.name.as_str()))
        }
    }
}

/// A group that lacks rejected records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// Names with values: the period, then what the members agree in.
    pub keys: Vec<(String, String)>,
    /// How many that may belong to it were rejected.
    pub rejected: usize,
}

/// The groups on which records of a policy hang, each with the most that are rejected of it.
pub(super) fn groups<'d>(policy: &Policy, doubts: impl Iterator<Item = &'d Doubts>) -> Vec<Group> {
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

impl Group {
    /// As the summary names it: `月份 2024-01、店铺 甲`; without a key it is everybody's.
    pub fn name(&self) -> Arg {
        if self.keys.is_empty() {
            return Arg::Term("everybody");
        }
        Arg::List(self.keys.iter().map(|(name, value)| Arg::from(format!("{name} {value}"))).collect())
    }
}
