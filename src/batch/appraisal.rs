//! Policies and data become outcomes: the one way from what was read to what becomes of each record.

use std::collections::HashMap;

use super::doubts::{self, Doubts};
use super::inputs::Inputs;
use super::members::{Members, Standings};
use super::tally::{Counted, Tally};
use super::{handover, outcome};
use crate::advice::{Advice, Adviser, given};
use crate::data::{Batch, Content, Earlier, Outcome, Progress, Reading, Shared, SharedField};
use crate::eval::Evaluation;
use crate::explain::{self, Asked, Explanation, InFiles, Written};
use crate::ir::{Policy, SlotId, Value};
use crate::promise::Watch;

/// Policies and all that they are evaluated on.
#[derive(Debug)]
pub struct Appraisal<'p> {
    policies: &'p [&'p Policy],
    inputs: Inputs,
    /// What each policy is handed by its earlier versions.
    handed: Vec<Vec<Earlier>>,
    /// Which records of each were held back for what they hang on.
    held: Vec<Doubts>,
}

impl<'p> Appraisal<'p> {
    /// Takes what was read. What hangs on rejected records is held back where that is asked for.
    pub fn new(policies: &'p [&'p Policy], mut inputs: Inputs, hold_back: bool) -> Self {
        let held = match hold_back {
            true => doubts::hold_back(&mut inputs, policies),
            false => vec![Doubts::new(); policies.len()],
        };
        let handed = handover::all(&inputs, policies);
        Appraisal { policies, inputs, handed, held }
    }

    /// What was read.
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// Which records of each policy were held back, and for what.
    pub fn held(&self) -> &[Doubts] {
        &self.held
    }

    /// What records come to by an altered policy in the place of one of these, which has the same fields, relations and
    /// slots; and with other values in the fields of some, by their places.
    pub fn otherwise<'a>(
        &'a self,
        (own, policy): (usize, &'a Policy),
        changed: &'a HashMap<usize, Vec<Value>>,
    ) -> Option<Otherwise<'a>> {
        let handed = self.handed.get(own)?;
        Some(Otherwise { members: Members::changed(&self.inputs, (own, policy), handed, changed)?, changed })
    }

    /// Finds all that needs several records. The promises that each policy `watches` are held against its records.
    pub fn start<'a>(&'a self, watches: Vec<Watch<'a>>) -> Started<'a> {
        let each = self.policies.iter().copied().enumerate();
        let members = each.zip(&self.handed).map(|(of, handed)| Members::of(&self.inputs, of, handed));
        Started {
            policies: self.policies,
            inputs: &self.inputs,
            shared: &self.inputs.shared,
            fields: Shared::fields(self.policies),
            members: members.collect(),
            watches,
            doubts: doubts::doubts(&self.inputs, self.policies, &self.handed),
            progress: Progress::default(),
        }
    }
}

/// What records would come to if something were otherwise.
pub struct Otherwise<'a> {
    members: Members<'a>,
    changed: &'a HashMap<usize, Vec<Value>>,
}

impl Otherwise<'_> {
    /// What a record would come to; nothing of what is none.
    pub fn evaluation(&self, record: usize) -> Option<Evaluation> {
        match self.changed.get(&record) {
            Some(fields) => self.members.evaluation_of(record, fields),
            None => self.members.evaluation(record),
        }
    }
}

/// Which fields somebody could change, by name or title.
#[derive(Debug, Clone, Default)]
pub struct Changeable<'n> {
    /// These cannot be changed.
    pub fixed: Vec<&'n str>,
    /// These alone are looked at; where none is named, all but those that are [given](crate::advice::given).
    pub only: Vec<&'n str>,
}

/// Who is asked what would help the records of each policy.
pub struct Advisers<'p> {
    of: Vec<(Adviser<'p>, Standings)>,
    /// The fields of each that are left out though nobody said so.
    left: Vec<Vec<SlotId>>,
}

impl<'p> Advisers<'p> {
    /// One a policy.
    pub fn new(policies: &[&'p Policy], asked: &Changeable) -> Self {
        let mut advisers = Advisers { of: vec![], left: vec![] };
        for policy in policies.iter().copied() {
            let mut left = if asked.only.is_empty() { given(policy) } else { vec![] };
            left.retain(|slot| !is_called(policy, *slot, &asked.fixed));
            let other = |slot: SlotId| !asked.only.is_empty() && !is_called(policy, slot, &asked.only);
            let fixed = (0..policy.fields.len()).map(SlotId);
            let fixed =
                fixed.filter(|slot| is_called(policy, *slot, &asked.fixed) || other(*slot) || left.contains(slot));
            advisers.of.push((Adviser::new(policy, &fixed.collect::<Vec<_>>()), Standings::new()));
            advisers.left.push(left);
        }
        advisers
    }

    /// The fields of a policy that are left out though nobody said so.
    pub fn left_out(&self, policy: usize) -> &[SlotId] {
        self.left.get(policy).map_or(&[], Vec::as_slice)
    }
}

/// Whether a field has one of some names: its own, or its title.
fn is_called(policy: &Policy, slot: SlotId, names: &[&str]) -> bool {
    let Some(field) = policy.field(slot) else { return false };
    names.iter().any(|name| field.name == *name || field.title.as_deref() == Some(*name))
}

/// An appraisal of which all is known that is found over several records: each can be evaluated when it is asked for.
pub struct Started<'a> {
    policies: &'a [&'a Policy],
    inputs: &'a Inputs,
    shared: &'a Shared,
    /// The fields of all policies.
    fields: Vec<SharedField>,
    /// Whom each policy evaluates.
    members: Vec<Option<Members<'a>>>,
    /// What each promises and is watched.
    watches: Vec<Watch<'a>>,
    doubts: Vec<Doubts>,
    /// How many records were evaluated.
    progress: Progress,
}

impl<'a> Started<'a> {
    /// How many records were evaluated, for whoever shows it meanwhile.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The policies.
    pub(super) fn policies(&self) -> &'a [&'a Policy] {
        self.policies
    }

    /// The records.
    pub(super) fn shared(&self) -> &'a Shared {
        self.shared
    }

    /// What is watched of each policy.
    pub(super) fn watches(&self) -> &[Watch<'a>] {
        &self.watches
    }

    /// Which records of each policy hang on what.
    pub fn doubts(&self) -> &[Doubts] {
        &self.doubts
    }

    /// What becomes of every record, in the order of the input, one at a time as they are asked for.
    pub fn outcomes(&self) -> Counted<'a, impl Iterator<Item = Outcome<'_>>> {
        self.progress.begin(self.shared.len());
        let outcomes = (0..self.shared.len()).inspect(|_| self.progress.add(1)).filter_map(|at| self.outcome(at));
        Counted::new(outcomes, Tally::new(self.policies, &self.watches))
    }

    /// What becomes of a record; nothing of one that is not there.
    pub fn outcome(&self, at: usize) -> Option<Outcome<'_>> {
        let (_, place) = self.shared.place(at)?;
        let owner = self.shared.owner(at).filter(|own| *own < self.policies.len());
        let Some(own) = owner else {
            let (_, record) = self.shared.record(at)?;
            let cells = self.shared.cells(at, &self.fields).map(|cell| cell.map(str::to_owned)).collect();
            return Some(outcome::nobodys(&record, cells));
        };
        let doubts = self.doubts.get(own).and_then(|doubts| doubts.get(&at)).map_or(&[] as &[_], Vec::as_slice);
        let watch = self.watches.get(own);
        let content = self.content(at, |policy, evaluation| outcome::values((policy, watch), evaluation, doubts))?;
        Some(Outcome { owner, place, content })
    }

    /// The same where nothing is said of its values.
    pub(super) fn bare(&self, at: usize) -> Option<Content<'_>> {
        self.content(at, |_, evaluation| Some(Content::Values(evaluation.into_values().ok()?, vec![])))
    }

    /// What becomes of a record of one of the policies, of which the values are told so.
    fn content<'s>(
        &'s self,
        at: usize,
        values: impl FnOnce(&Policy, Evaluation) -> Option<Content<'s>>,
    ) -> Option<Content<'s>> {
        let (batch, record) = self.shared.record(at)?;
        let own = self.shared.owner(at)?;
        let policy = *self.policies.get(own)?;
        let Reading::Record(fields) = &record.reading else { return outcome::unused(batch.apart(at)?) };
        let members = self.members.get(own).and_then(Option::as_ref);
        let evaluation = members.and_then(|members| members.evaluation_of(at, fields));
        let found = evaluation.and_then(|evaluation| values(policy, evaluation));
        Some(found.unwrap_or_else(|| outcome::fault(policy, (batch, &record), fields)))
    }

    /// The only policy, and the records that it reads.
    pub(super) fn single(&self) -> Option<(&'a Policy, &'a Batch)> {
        let ([policy], [batch]) = (self.policies, self.shared.batches.as_slice()) else { return None };
        Some((policy, batch))
    }

    /// What a record comes to, with how that was found.
    pub fn evaluation(&self, at: usize) -> Option<Evaluation> {
        self.members.get(self.shared.owner(at)?)?.as_ref()?.evaluation(at)
    }

    /// What would help somebody, for whoever asks; nothing of what is no record.
    pub fn advice(&self, at: usize, asked: &mut Advisers) -> Option<Vec<Advice>> {
        let own = self.shared.owner(at)?;
        let (adviser, kept) = asked.of.get_mut(own)?;
        self.members.get(own)?.as_ref()?.advice(at, adviser, kept)
    }

    /// The policy that a record belongs to, by its place; of a row that is nobody's, none.
    pub fn owner(&self, at: usize) -> Option<usize> {
        self.shared.owner(at)
    }

    /// How a record came to what it came to, or why it could not be used; each policy as it is `written`.
    pub fn explanation<'w>(&self, at: usize, written: &[Written<'w>]) -> Option<Explanation<'w>>
    where
        'a: 'w,
    {
        // A record that is nobody's is told of as the first policy reads it.
        let own = self.shared.owner(at).unwrap_or_default();
        let (policy, written) = (*self.policies.get(own)?, written.get(own)?);
        let batch = self.shared.batches.get(own)?;
        let rows = &self.inputs.own.get(own)?.joined.places;
        let whereabouts = InFiles { policy, batch, at, rows };
        let Some(observed) = self.members.get(own)?.as_ref().and_then(|members| members.observed(at)) else {
            let (rejection, rejected) = match &batch.apart(at)?.reading {
                Reading::Rejected(rejection) => (rejection, true),
                Reading::Skipped(rejection) => (rejection, false),
                Reading::Record(_) | Reading::Foreign(_) => return None,
            };
            return Some(explain::unused(written, rejection, rejected, &whereabouts));
        };
        let broken = self.watches.get(own).map(|watch| watch.broken(&observed.evaluation)).unwrap_or_default();
        let doubts = self.doubts.get(own).and_then(|doubts| doubts.get(&at)).map_or(&[] as &[_], Vec::as_slice);
        let (observed, broken) = (&observed, broken.as_slice());
        Some(explain::explain(&Asked { written, observed, whereabouts: &whereabouts, broken, doubts }))
    }
}
