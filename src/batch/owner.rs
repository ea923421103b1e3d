//! Which of several policies each record belongs to.
//!
//! One policy decides alike: what is not its own is rejected, with the reason. Of several, a record is that one's
//! which surely claims it; the checks prove that no other can, so that it does not matter what another could not read.

use std::borrow::Cow;
use std::ops::Range;

use super::{duplicates, joined_keys};
use crate::data::{About, Batch, InputRecord, Layout, Lost, Problem, Reading, Shared};
use crate::diagnostic::{Arg, Code};
use crate::eval::{Claim, Claimant};
use crate::ir::{Policy, SlotId, Value};

/// The rejected records of a policy, as far as they are known. What surely is not its own is none of them.
pub fn lost(policy: &Policy, batch: &Batch) -> Vec<Lost> {
    let claimant = Claimant::new(policy);
    let own = batch.rejected().filter(|record| {
        let claim = claimant.claim(|slot| record.reading.known(slot.0));
        !matches!(claim, Claim::Others | Claim::OutOfEffect(_))
    });
    own.map(|record| Lost::of(policy, |slot| record.reading.known(slot.0))).collect()
}

/// Finds whose each record is, and rejects what is nobody's and what has the key of another.
pub fn share(policies: &[&Policy], mut batches: Vec<Batch>) -> Shared {
    let owners = decide(policies, &mut batches);
    for (policy, batch) in policies.iter().zip(&mut batches) {
        let layout = Layout::records(policy);
        duplicates::reject(layout, batch);
        joined_keys::tell(layout, batch);
    }
    let Some(owners) = owners else {
        return batches.into_iter().next().map_or_else(Shared::default, Shared::from);
    };
    part(policies, &mut batches, &owners);
    Shared::new(batches, owners)
}

/// Finds the policy of each record; of one policy alone they are all. A record that is nobody's is rejected.
fn decide(policies: &[&Policy], batches: &mut [Batch]) -> Option<Vec<Option<u16>>> {
    let count = batches.first().map_or(0, Batch::len);
    let claimants: Vec<Claimant> = policies.iter().map(|policy| Claimant::new(policy)).collect();
    match (policies, &mut *batches) {
        ([policy], [batch]) => {
            Alone::new(policy).reject(batch, 0..count);
            None
        }
        _ => Some((0..count).map(|at| owner(policies, &claimants, batches, at)).collect()),
    }
}

/// Puts what is another policy's out of the way. Who joins rows to records keeps what is known of it.
fn part(policies: &[&Policy], batches: &mut [Batch], owners: &[Option<u16>]) {
    for ((policy, batch), own) in policies.iter().zip(batches).zip(0..) {
        let joined = !policy.relations.is_empty();
        let foreign = owners.iter().enumerate().filter(|(_, owner)| owner.is_some_and(|owner| owner != own));
        for (at, _) in foreign {
            let known = batch.record(at).filter(|_| joined).map(|record| record.into_owned().reading.into_known());
            batch.set(at, Reading::Foreign(known.unwrap_or_default().into_boxed_slice()));
        }
    }
}

/// The only policy of a run, and what is its own.
pub(super) struct Alone<'p> {
    policy: &'p Policy,
    claimant: Claimant<'p>,
}

impl<'p> Alone<'p> {
    /// A policy by itself.
    pub fn new(policy: &'p Policy) -> Self {
        Alone { policy, claimant: Claimant::new(policy) }
    }

    /// Whether all are its own.
    pub fn takes_all(&self) -> bool {
        self.claimant.takes_all()
    }

    /// Rejects those of some records that are not its own.
    pub fn reject(&self, batch: &mut Batch, records: Range<usize>) {
        if self.takes_all() {
            return;
        }
        for at in records {
            let Some(record) = batch.record(at) else { continue };
            let problem = match claim(&self.claimant, &record) {
                Some(Claim::Others) => others(self.policy),
                Some(Claim::OutOfEffect(early)) => out_of_effect(self.policy, early, period(self.policy, &record)),
                _ => continue,
            };
            let told = batch.located(problem, record.place);
            // What else cannot be read of it is no concern of this policy.
            batch.record_mut(at).into_iter().for_each(InputRecord::forget);
            batch.reject(at, Layout::records(self.policy), vec![told]);
        }
    }
}

/// The policy of a record; where there is none, the record is rejected in all batches.
fn owner(policies: &[&Policy], claimants: &[Claimant], batches: &mut [Batch], at: usize) -> Option<u16> {
    let records: Vec<Cow<InputRecord>> = batches.iter().filter_map(|batch| batch.record(at)).collect();
    // A row that is no record to one of them is none.
    if let Some(skipped) = records.iter().find(|record| matches!(record.reading, Reading::Skipped(_))) {
        let reading = skipped.reading.clone();
        drop(records);
        let all = batches.iter_mut().filter_map(|batch| batch.record_mut(at));
        all.filter(|record| !matches!(record.reading, Reading::Skipped(_))).for_each(|record| record.skip(&reading));
        return None;
    }
    let claims: Vec<Option<Claim>> =
        claimants.iter().zip(&records).map(|(claimant, record)| claim(claimant, record)).collect();
    let own = (0..).zip(&claims).filter(|(_, claim)| **claim == Some(Claim::Own)).map(|(at, _)| at);
    let own: Vec<u16> = own.collect();
    if let [only] = own.as_slice() {
        return Some(*only);
    }
    let place = records.first()?.place;
    let mut problems = vec![match own.as_slice() {
        [] => unclaimed(policies, &claims),
        several => {
            let titles = several.iter().filter_map(|at| policies.get(usize::from(*at)));
            Problem::new(Code::NotOwn, "several", &"".into()).arg("names", titles_of(titles.copied()))
        }
    }];
    if own.is_empty() {
        problems.extend(undecided(&claims, &records));
    }
    for (policy, batch) in policies.iter().zip(batches) {
        let told = problems.iter().map(|problem| match problem.code {
            Code::NotOwn => batch.located(problem.clone(), place),
            _ => problem.clone(),
        });
        let told = told.collect();
        batch.record_mut(at).into_iter().for_each(InputRecord::forget);
        batch.reject(at, Layout::records(policy), told);
    }
    None
}

/// What a policy says of a record; nothing of what is no record.
fn claim(claimant: &Claimant, record: &InputRecord) -> Option<Claim> {
    let known = |slot: SlotId| record.reading.known(slot.0);
    (!matches!(record.reading, Reading::Skipped(_))).then(|| claimant.claim(known))
}

/// Why no policy claims a record: it cannot be told, or none is for such a one.
fn unclaimed(policies: &[&Policy], claims: &[Option<Claim>]) -> Problem {
    let unknown = policies.iter().zip(claims).find_map(|(policy, claim)| match claim {
        Some(Claim::Unknown(slots)) => Some(slots.iter().filter_map(|slot| policy.slot(*slot)).collect::<Vec<_>>()),
        _ => None,
    });
    match unknown {
        Some(slots) => {
            let names = slots.iter().map(|slot| Arg::from(slot.name.as_str())).collect();
            Problem::new(Code::NotOwn, "unknown", &"".into()).arg("names", Arg::List(names)).leading()
        }
        None => {
            let titles = titles_of(policies.iter().copied());
            Problem::new(Code::NotOwn, "none", &"".into()).arg("names", titles)
        }
    }
}

/// What is wrong with the cells that decide. What else one policy cannot read may be no concern of another.
fn undecided(claims: &[Option<Claim>], records: &[Cow<InputRecord>]) -> Vec<Problem> {
    let first = claims.iter().zip(records).find_map(|(claim, record)| match claim {
        Some(Claim::Unknown(slots)) => Some((slots, &record.reading)),
        _ => None,
    });
    let Some((slots, Reading::Rejected(rejection))) = first else { return vec![] };
    let decides = |problem: &&Problem| match problem.about {
        About::Field(field) => slots.contains(&SlotId(field.into())),
        About::Whole | About::Others => true,
    };
    rejection.problems.iter().filter(decides).cloned().collect()
}

fn titles_of<'p>(policies: impl Iterator<Item = &'p Policy>) -> Arg {
    Arg::List(policies.map(|policy| Arg::from(policy.header.title.as_str())).collect())
}

fn others(policy: &Policy) -> Problem {
    let text = policy.header.applies.as_ref().map_or("", |applies| applies.text.as_str());
    Problem::new(Code::NotOwn, "", &"".into()).arg("condition", text)
}

fn period(policy: &Policy, record: &InputRecord) -> String {
    match policy.period().and_then(|slot| record.reading.known(slot.0)) {
        Some(Value::Calendar(moment)) => moment.to_string(),
        _ => String::new(),
    }
}

fn out_of_effect(policy: &Policy, early: bool, period: String) -> Problem {
    let (from, until) = policy.header.effective;
    let (variant, bound) = if early { ("from", from) } else { ("until", until) };
    let bound = bound.map(|bound| bound.to_string()).unwrap_or_default();
    Problem::new(Code::NotInEffect, variant, &"".into()).arg("period", period).arg("bound", bound)
}
