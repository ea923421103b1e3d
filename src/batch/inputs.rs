//! What policies are evaluated on, as it was read.

use super::join::{self, Joined};
use super::owner::share;
use crate::data::{Batch, InputFile, Past, Problem, Rows, Shared};
use crate::ir::Policy;

/// Everything that policies are evaluated on.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The records, and whose each is.
    pub shared: Shared,
    /// What each policy needs besides.
    pub own: Vec<Own>,
}

/// What one policy needs besides the records.
#[derive(Debug, Default)]
pub struct Own {
    /// The rows of lookups and details that belong to each record.
    pub joined: Joined,
    /// What earlier runs gave.
    pub past: Past,
}

impl Inputs {
    /// The records as each policy read them.
    pub fn new(policies: &[&Policy], batches: Vec<Batch>) -> Self {
        Inputs { shared: share(policies, batches), own: policies.iter().map(|_| Own::default()).collect() }
    }

    /// Records that one policy alone read, beside which there is nothing.
    pub(super) fn of_one(shared: Shared) -> Self {
        Inputs { shared, own: vec![Own::default()] }
    }

    /// Takes the rows of a policy's lookups and details; gives what someone should look at.
    pub fn join(&mut self, (at, policy): (usize, &Policy), rows: Vec<Rows>) -> Vec<Problem> {
        let (Some(batch), Some(own)) = (self.shared.batches.get_mut(at), self.own.get_mut(at)) else { return vec![] };
        own.joined = join::join(policy, batch, rows);
        std::mem::take(&mut own.joined.notices)
    }

    /// Takes the results of a policy's earlier runs.
    pub fn remember(&mut self, at: usize, past: Past) {
        if let Some(own) = self.own.get_mut(at) {
            own.past = past;
        }
    }

    /// The files of the records; each policy reads the same.
    pub fn files(&self) -> &[InputFile] {
        self.shared.batches.first().map_or(&[], |batch| &batch.inputs)
    }

    /// The files of earlier results, each once.
    pub fn past_files(&self) -> Vec<&InputFile> {
        let mut known: Vec<&InputFile> = vec![];
        for input in self.own.iter().flat_map(|own| &own.past.inputs) {
            if !known.contains(&input) {
                known.push(input);
            }
        }
        known
    }
}
