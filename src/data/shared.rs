//! The records of a run as each of several policies reads them, and whose each is.

use std::borrow::Cow;

use super::{Batch, InputRecord, Layout, Place, Problem, Reading};
use crate::ir::Policy;

/// Records as each of several policies reads them, and whose each is.
#[derive(Debug, Clone, Default)]
pub struct Shared {
    /// The records by policy. Those of another policy are [`Reading::Foreign`]; one that is nobody's is rejected by all.
    pub batches: Vec<Batch>,
    /// For each record the place of its policy; of a record that is nobody's, nothing. Of one policy alone nobody asks.
    owners: Option<Vec<Option<u16>>>,
}

/// A field of one policy or of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedField {
    /// Its name.
    pub name: String,
    /// Its place in the record of each policy.
    pub places: Vec<Option<usize>>,
}

impl From<Batch> for Shared {
    /// The records of one policy alone.
    fn from(batch: Batch) -> Self {
        Shared { batches: vec![batch], owners: None }
    }
}

impl Shared {
    /// The records as each policy reads them, with the policy of each.
    pub fn new(batches: Vec<Batch>, owners: Vec<Option<u16>>) -> Self {
        Shared { batches, owners: Some(owners) }
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.batches.first().map_or(0, Batch::len)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The fields of all policies: those of one name are one.
    pub fn fields(policies: &[&Policy]) -> Vec<SharedField> {
        let place = |name: &str, policy: &&Policy| policy.fields.iter().position(|field| field.name == name);
        let mut fields: Vec<SharedField> = vec![];
        for field in policies.iter().flat_map(|policy| &policy.fields) {
            if fields.iter().all(|known| known.name != field.name) {
                let places = policies.iter().map(|policy| place(&field.name, policy)).collect();
                fields.push(SharedField { name: field.name.clone(), places });
            }
        }
        fields
    }

    /// The records of the first policy, where nobody asks for those of others.
    pub fn into_first(self) -> Batch {
        self.batches.into_iter().next().unwrap_or_default()
    }

    /// The policy of a record.
    pub fn owner(&self, at: usize) -> Option<usize> {
        match &self.owners {
            Some(owners) => owners.get(at).copied().flatten().map(usize::from),
            None => (at < self.len()).then_some(0),
        }
    }

    /// The records that do not stand by their values, in order, each with its place and in the batch of its policy.
    pub fn all_apart(&self) -> impl Iterator<Item = (usize, &Batch, &InputRecord)> {
        let places: Box<dyn Iterator<Item = usize>> = match self.batches.as_slice() {
            [only] => Box::new(only.all_apart().map(|(at, _)| at)),
            _ => Box::new(0..self.len()),
        };
        places.filter_map(|at| {
            let batch = self.batches.get(self.owner(at).unwrap_or_default())?;
            Some((at, batch, batch.apart(at)?))
        })
    }

    /// A record as its policy reads it; one that is nobody's as the first does.
    pub fn record(&self, at: usize) -> Option<(&Batch, Cow<'_, InputRecord>)> {
        let batch = self.batches.get(self.owner(at).unwrap_or_default())?;
        Some((batch, batch.record(at)?))
    }

    /// Where a record stands, in the batch of its policy.
    pub fn place(&self, at: usize) -> Option<(&Batch, Place)> {
        let batch = self.batches.get(self.owner(at).unwrap_or_default())?;
        Some((batch, batch.place(at)?))
    }

    /// Rejects a record of a policy after all.
    pub fn hold_back(&mut self, (at, policy): (usize, &Policy), record: usize, problems: &[Problem]) {
        let Some(batch) = self.batches.get_mut(at) else { return };
        let Some(place) = batch.place(record) else { return };
        let problems = problems.iter().map(|problem| batch.located(problem.clone(), place)).collect();
        batch.reject(record, Layout::records(policy), problems);
    }

    /// The cells of a record that is not evaluated, one for each field of all policies. Of a record that is nobody's
    /// each as the first policy has it that knows the field.
    pub fn cells<'s>(&'s self, at: usize, fields: &'s [SharedField]) -> impl Iterator<Item = Option<&'s str>> {
        let owner = self.owner(at);
        let cell = move |policy: usize, place: usize| match &self.batches.get(policy)?.apart(at)?.reading {
            Reading::Rejected(out) | Reading::Skipped(out) => out.cells.get(place)?.as_deref(),
            _ => None,
        };
        fields.iter().map(move |field| {
            let places = field.places.iter().enumerate().filter_map(|(policy, place)| Some((policy, (*place)?)));
            let mut own = places.filter(|(policy, _)| owner.is_none_or(|owner| owner == *policy));
            own.find_map(|(policy, place)| cell(policy, place))
        })
    }
}
