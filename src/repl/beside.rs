//! What stands beside the record of a session: the other records of its data, rows of lookups and details,
//! earlier results. All are read anew where they are needed, since the policy may have changed.

use indexmap::IndexMap;

use super::session::values;
use crate::batch::{join, past, rows};
use crate::data::{Batch, Identity, InputRecord, Past, Place, Problem, Reading, Rows};
use crate::eval::{Evaluation, Given, Run, Subject, evaluate_given, remember};
use crate::io::{DataSource, ReadOptions, read_relation, read_results};
use crate::ir::{Policy, RelationId, Value};

/// The files beside the records.
#[derive(Debug, Default)]
pub struct Beside {
    /// The rows of lookups and details, by name.
    pub with: Vec<(String, DataSource)>,
    /// Results of earlier runs.
    pub history: Vec<DataSource>,
}

/// A record by the names of its values.
type Record = IndexMap<String, Value>;

impl Beside {
    /// What each of these records comes to among all of them.
    pub fn evaluations(&self, policy: &Policy, records: &[Record]) -> Vec<Evaluation> {
        let given: Vec<_> = records.iter().map(|record| values(policy, record)).collect();
        if !policy.is_joint() {
            return given.iter().map(|given| evaluate_given(policy, given)).collect();
        }
        let fields: Vec<Vec<Value>> = records.iter().map(|record| fields(policy, record)).collect();
        let mut batch = Batch::default();
        fields.iter().for_each(|fields| batch.push(read(fields)));
        let rows = (0..policy.relations.len()).filter_map(|at| self.rows(policy, RelationId(at)).ok());
        let joined = join(policy, &mut batch, rows.collect());
        let past = self.past(policy).unwrap_or_default();
        let own = given.iter().zip(&fields).zip(joined.rows).map(|((given, fields), rows)| Subject {
            given: Given::Values(given),
            rows,
            identity: Identity::of(policy, fields),
            past: false,
        });
        let mut subjects: Vec<Subject> = own.collect();
        remember(&mut subjects, past.records.iter());
        let run = Run::new(policy, &joined.tables, &subjects);
        (0..records.len()).map(|at| run.evaluation(at)).collect()
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

/// The values of a record's fields, for what tells whose it is.
fn fields(policy: &Policy, record: &Record) -> Vec<Value> {
    let value = |name: &str| record.get(name).cloned().unwrap_or(Value::Missing);
    policy.fields.iter().map(|field| value(&field.name)).collect()
}

fn read(fields: &[Value]) -> InputRecord {
    InputRecord { place: Place { input: 0, row: 0 }, reading: Reading::Record(fields.to_vec()) }
}
