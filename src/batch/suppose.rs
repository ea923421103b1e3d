//! Records of which some values are supposed: what they come to among each other.

use super::join::{Joined, join};
use super::members::has_past;
use crate::advice::{Advice, Adviser, given};
use crate::data::{Batch, Doubt, Identity, InputRecord, Lost, Past, Place, Reading, RowPlaces, Rows, by_field};
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
    among(policy, records, rows, past, |joined, subjects| {
        ask(&World { policy, run: Run::new(policy, &joined.tables, subjects), places: &joined.places })
    })
}

/// On what the values of records hang, of whose others some were rejected.
pub struct Hanging<'a>(Option<Run<'a>>);

impl Hanging<'_> {
    /// Why results of a record may yet change.
    pub fn doubts(&self, at: usize) -> Vec<Doubt> {
        self.0.as_ref().map_or_else(Vec::new, |run| run.doubts(at))
    }

    /// Why one of its values may.
    pub fn doubts_on(&self, at: usize, slot: SlotId) -> Vec<Doubt> {
        self.0.as_ref().map_or_else(Vec::new, |run| run.doubts_on(at, &[slot]))
    }
}

/// Puts records up beside each other with what was `lost` of them, and asks what hangs on it.
pub fn hanging<R>(
    policy: &Policy,
    records: &[Supposed],
    rows: Vec<Rows>,
    (past, mut lost): (&Past, Vec<Lost>),
    ask: impl FnOnce(&Hanging) -> R,
) -> R {
    lost.extend(past.lost.iter().cloned());
    among(policy, records, rows, past, |joined, subjects| {
        let tables = joined.doubtful.as_ref();
        let nothing = lost.is_empty() && tables.is_none() && !(policy.looks_back() && has_past(&subjects));
        let run = (!nothing).then(|| Run::in_doubt(policy, tables.unwrap_or(&joined.tables), subjects, lost));
        ask(&Hanging(run))
    })
}

/// Puts records up beside each other, with the rows that belong to each and what was known before.
fn among<R>(
    policy: &Policy,
    records: &[Supposed],
    rows: Vec<Rows>,
    past: &Past,
    run: impl FnOnce(&Joined, Vec<Subject>) -> R,
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
    run(&joined, subjects)
}
