//! Records of which some values are supposed: what they come to among each other.

use super::join::join;
use crate::advice::{Advice, Adviser, given};
use crate::data::{Batch, Identity, InputRecord, Past, Place, Reading, RowPlaces, Rows, by_field};
use crate::eval::{Evaluation, Given, Observed, Run, Subject, evaluate_given, remember};
use crate::ir::{Policy, SlotId, Value};

/// Some slots and their values, which take the place of their definitions.
pub type Supposed = Vec<(SlotId, Value)>;

/// What records of which these values are given come to, with rows of lookups and details and what was known before; of
/// none how it was found.
pub fn suppose(policy: &Policy, records: &[Supposed], rows: Vec<Rows>, past: &Past) -> Vec<Evaluation> {
    if !policy.is_joint() {
        return records.iter().map(|given| evaluate_given(policy, given).untraced()).collect();
    }
    supposed(policy, records, rows, past, |world| {
        (0..records.len()).map(|at| world.run.evaluation(at).untraced()).collect()
    })
}

/// Records of which some values are supposed, among each other, to be asked about one of them.
pub struct World<'a> {
    policy: &'a Policy,
    run: Run<'a>,
    /// For each relation where its rows stand.
    places: &'a [RowPlaces],
}

impl World<'_> {
    /// What a record comes to.
    pub fn evaluation(&self, at: usize) -> Evaluation {
        self.run.evaluation(at)
    }

    /// What a record comes to; of every value can be asked how it came about.
    pub fn observed(&self, at: usize) -> Observed<'_> {
        self.run.observed(at)
    }

    /// What would help a record, but for what is [given](crate::advice::given).
    pub fn advice(&self, at: usize) -> Vec<Advice> {
        let standing = self.run.standing(self.run.period(at));
        Adviser::new(self.policy, &given(self.policy)).advice(&self.run, at, &standing)
    }

    /// For each relation where its rows stand.
    pub fn places(&self) -> &[RowPlaces] {
        self.places
    }
}

/// Puts records up beside each other, and asks about them.
pub fn supposed<R>(
    policy: &Policy,
    records: &[Supposed],
    rows: Vec<Rows>,
    past: &Past,
    ask: impl FnOnce(&World) -> R,
) -> R {
    let (mut batch, mut identities) = (Batch::default(), vec![]);
    for given in records {
        let fields = by_field(policy, given);
        identities.push(Identity::of(policy, &fields));
        batch.push(InputRecord { place: Place { input: 0, row: 0 }, reading: Reading::Record(fields) });
    }
    let joined = join(policy, &mut batch, rows);
    let own = records.iter().zip(identities).enumerate().map(|(at, (given, identity))| Subject {
        given: Given::Values(given),
        rows: joined.rows.get(at).cloned().unwrap_or_default(),
        identity,
        past: false,
    });
    let mut subjects: Vec<Subject> = own.collect();
    remember(&mut subjects, past.records.iter());
    ask(&World { policy, run: Run::new(policy, &joined.tables, subjects), places: &joined.places })
}
