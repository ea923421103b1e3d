//! What becomes of a policy's promises: proved, refuted by a record, or not decided.
//!
//! What the [analysis](crate::analysis) is not certain of is put to the test: records are made of the values at
//! which the policy parts its inputs, and evaluated. One that breaks a promise refutes it; that none was found
//! proves nothing, unless all there are were tried: [`Proof`] holds what counts as a proof. What stays open is watched where records are evaluated.

mod descent;
mod pair;
mod proof;
mod search;
mod slack;
mod tell;
mod trial;
mod watch;
mod world;

pub use proof::Proof;
pub use tell::{shown, tell};
pub use trial::agree;
pub use watch::{Broken, Watch};
pub(crate) use world::{BUDGET, Input, World, between};

use crate::analysis::Lineage;
use crate::data::Pair;
use crate::ir::{Claim, Ensure, Policy, SlotId, Step, Value};
use proof::Outcome;

/// A promise and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// The promise.
    pub ensure: Ensure,
    /// What became of it.
    pub answer: Answer,
}

/// What becomes of a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It holds for every record.
    Proved(Proof),
    /// This breaks it.
    Refuted(Counter),
    /// Neither.
    Undecided {
        /// Whether records could be tried: not where other records, other periods or rows of details play a part.
        searched: bool,
        /// Whether a run can tell the records that break it.
        watched: bool,
    },
}

/// A record that breaks a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    /// What was read of it, as far as it matters.
    pub record: Vec<(SlotId, Value)>,
    /// What came out where the promise looks.
    pub outcome: Vec<(SlotId, Value)>,
    /// Of `increasing`, how it differs from the second record.
    pub pair: Option<Pair>,
}

/// What becomes of the promises of a policy in which nothing is wrong, in order.
pub fn answers(policy: &Policy) -> Vec<Promise> {
    if policy.ensures.is_empty() {
        return vec![];
    }
    let watch = Watch::new(policy, &policy.ensures);
    let each = policy.ensures.iter().map(|ensure| {
        let answer = match answer(policy, ensure) {
            Answer::Undecided { searched, .. } => Answer::Undecided { searched, watched: watch.can_watch(ensure) },
            decided => decided,
        };
        Promise { ensure: ensure.clone(), answer }
    });
    each.collect()
}

fn answer(policy: &Policy, ensure: &Ensure) -> Answer {
    if let Some(proof) = Proof::of_policy(policy, ensure) {
        return Answer::Proved(proof);
    }
    let lineage = Lineage::of(policy);
    let Some(world) = World::of(policy, &lineage, ensure.slot) else { return Answer::open(false) };
    let outcome = match (ensure.claim, lineage.step(ensure.slot)) {
        (Claim::Holds, Some(Step::Value(step))) => search::search(&world, ensure.slot, &step.value),
        (Claim::Holds, _) => return Answer::open(false),
        (Claim::Increasing(along), _) if !world.reads(along) => return Answer::open(false),
        (Claim::Increasing(along), _) => pair::search(&world, ensure.slot, along),
    };
    match outcome {
        Outcome::Broken(counter) => Answer::Refuted(counter),
        Outcome::All(proof) => Answer::Proved(proof),
        Outcome::Stopped => Answer::open(true),
    }
}

impl Answer {
    /// Whether it holds for every record.
    pub fn is_proved(&self) -> bool {
        matches!(self, Answer::Proved(_))
    }

    fn open(searched: bool) -> Answer {
        Answer::Undecided { searched, watched: true }
    }
}
