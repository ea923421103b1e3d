//! What stands beside the record of a session: the other records of its data, rows of lookups and details,
//! earlier results. All are read anew where they are needed, since the policy may have changed.

use crate::batch::{Hanging, Supposed, World, hanging, past, rows, suppose, supposed};
use crate::data::{Lost, Past, Problem, Rows};
use crate::eval::Evaluation;
use crate::io::{DataSource, ReadOptions, read_relation, read_results};
use crate::ir::{Policy, RelationId};

/// The files beside the records.
#[derive(Debug, Default)]
pub struct Beside {
    /// The rows of lookups and details, by name.
    pub with: Vec<(String, DataSource)>,
    /// Results of earlier runs.
    pub history: Vec<DataSource>,
}

impl Beside {
    /// What each of these records comes to among all of them.
    pub fn evaluations(&self, policy: &Policy, records: &[Supposed]) -> Vec<Evaluation> {
        let rows = (0..policy.relations.len()).filter_map(|at| self.rows(policy, RelationId(at)).ok());
        suppose(policy, records, rows.collect(), &self.past(policy).unwrap_or_default())
    }

    /// Asks about records among each other.
    pub fn ask<R>(&self, policy: &Policy, records: &[Supposed], ask: impl FnOnce(&World) -> R) -> R {
        let rows = (0..policy.relations.len()).filter_map(|at| self.rows(policy, RelationId(at)).ok());
        supposed(policy, records, rows.collect(), &self.past(policy).unwrap_or_default(), ask)
    }

    /// Asks what hangs on the records that were lost of these.
    pub fn hanging<R>(
        &self,
        policy: &Policy,
        records: &[Supposed],
        lost: Vec<Lost>,
        ask: impl FnOnce(&Hanging) -> R,
    ) -> R {
        let rows = (0..policy.relations.len()).filter_map(|at| self.rows(policy, RelationId(at)).ok());
        hanging(policy, records, rows.collect(), (&self.past(policy).unwrap_or_default(), lost), ask)
    }

    /// What hinders the files, where a policy needs them.
    pub fn problems(&self, policy: &Policy) -> Vec<Problem> {
        let rows = (0..policy.relations.len()).filter_map(|at| self.rows(policy, RelationId(at)).err());
        rows.flatten().chain(self.past(policy).err().into_iter().flatten()).collect()
    }

    fn rows(&self, policy: &Policy, id: RelationId) -> Result<Rows, Vec<Problem>> {
        let name = policy.relation(id).map_or("", |relation| relation.name.as_str());
        let files = self.with.iter().filter(|(of, _)| of == name).map(|(_, file)| file.clone());
        let read = read_relation(policy, id, &files.collect::<Vec<_>>(), &ReadOptions::default());
        Ok(rows(policy, id, read?))
    }

    fn past(&self, policy: &Policy) -> Result<Past, Vec<Problem>> {
        match self.history.is_empty() || !policy.looks_back() {
            true => Ok(Past::default()),
            false => past(policy, read_results(policy, &self.history, &ReadOptions::default())?),
        }
    }
}
