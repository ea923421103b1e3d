//! Data in: files to records.
//!
//! A file is told by its content and decoded once, whoever reads it. The header is sought among its first rows
//! (`search`); each row below it then becomes, for every policy at once, a record, a rejection or a skipped row (`sheet`).

mod archive;
mod column;
mod delimited;
mod encoding;
mod foot;
mod guard;
mod header;
mod heading;
mod held;
mod json;
mod large;
mod options;
mod parquet;
mod passing;
mod record;
mod scan;
mod search;
mod separated;
mod shares;
mod sheet;
mod sniff;
mod source;
mod spreadsheet;
mod stored;
mod two_ways;
mod workbook;

use std::sync::Arc;

use super::DataSource;
use super::cell::Cell;
use crate::data::{Batch, Counterpart, Layout, Problem, ResultFields, TestColumns};
use crate::diagnostic::Code;
use crate::ir::{Policy, RelationId};
use heading::Fields;
pub use held::{Give, HeldField, HeldTable, Lacking, NotHeld, TakeHeld};
pub use options::ReadOptions;
pub use passing::{Read, RecordFields, TakeRecords, Unpassed, Work, may_pass, read_passing};

/// More records than this are not evaluated in one run: the proof that sums over all of them fit rests on it.
const MOST_RECORDS: usize = 100_000_000;

/// Why reading a file ends early.
#[derive(Debug)]
enum Stop {
    /// It cannot be used.
    Unusable(Vec<Problem>),
    /// Enough of it was seen.
    Enough,
}

impl Stop {
    /// What is wrong, where anything is.
    fn problems(self) -> Vec<Problem> {
        match self {
            Stop::Unusable(problems) => problems,
            Stop::Enough => vec![],
        }
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Stop::Unusable(vec![problem])
    }
}

/// Who takes the rows of a file: first to find its header, then to read what stands below it.
trait TakeRows {
    /// Takes a row.
    fn row(&mut self, row: u32, cells: &[Cell]) -> Result<(), Stop>;

    /// Goes past a row that is not read. It is not blank.
    fn pass(&mut self, _row: u32) {}

    /// Whether the header is still ahead; in a workbook it may be of several rows.
    fn is_open(&self) -> bool;

    /// Whether some policy has a column that is headed so.
    fn knows(&self, title: &str) -> bool;
}

/// Takes the rows of a file, one after the other: its number and its cells.
type Sink<'s> = &'s mut dyn FnMut(u32, &[Cell]) -> Result<(), Stop>;

/// Reads the records of all files, for each policy by its own record. Fails where a file as a whole cannot be used, with
/// everything that is wrong with the files; a file in which one of the policies finds all its columns can be used.
pub fn read(policies: &[&Policy], sources: &[DataSource], options: &ReadOptions) -> Result<Vec<Batch>, Vec<Problem>> {
    let layouts: Vec<Layout> = policies.iter().map(|policy| Layout::records(policy)).collect();
    each(&layouts, sources, options)
}

/// Reads the rows of a lookup or details; where they are results of a policy, its records.
pub fn read_relation(
    policy: &Policy,
    id: RelationId,
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Batch, Vec<Problem>> {
    relation_layout(policy, id).map_or_else(|| Ok(Batch::default()), |layout| one(layout, sources, options))
}

/// What the rows of a lookup or details hold.
pub fn relation_layout(policy: &Policy, id: RelationId) -> Option<Layout<'_>> {
    let relation = policy.relation(id)?;
    Some(match &relation.policy {
        Some(origin) => Layout { relation: Some(relation), ..Layout::records(&origin.policy) },
        None => Layout::rows(policy, relation),
    })
}

/// Reads results of earlier runs: what the policy looks back at.
pub fn read_results(policy: &Policy, sources: &[DataSource], options: &ReadOptions) -> Result<Batch, Vec<Problem>> {
    one(ResultFields::of(policy).layout(policy), sources, options)
}

/// Reads a sheet in which others found the results, as each policy has its columns.
pub fn read_counterparts(
    policies: &[&Policy],
    fields: &[Counterpart],
    source: DataSource,
    options: &ReadOptions,
) -> Result<Vec<Batch>, Vec<Problem>> {
    let layouts: Vec<Layout> = policies.iter().zip(fields).map(|(policy, fields)| fields.layout(policy)).collect();
    each(&layouts, &[source], options)
}

/// Reads a sheet of tests. A cell that cannot be read rejects its row, and no other.
pub fn read_tests(
    policy: &Policy,
    columns: &TestColumns,
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Batch, Vec<Problem>> {
    one(columns.layout(policy), sources, options)
}

fn one(layout: Layout, sources: &[DataSource], options: &ReadOptions) -> Result<Batch, Vec<Problem>> {
    Ok(each(&[layout], sources, options)?.into_iter().next().unwrap_or_default())
}

/// Reads the rows of all files as each layout has them, row for row the same.
fn each(layouts: &[Layout], sources: &[DataSource], options: &ReadOptions) -> Result<Vec<Batch>, Vec<Problem>> {
    let all: Vec<Fields> = layouts.iter().map(Fields::of).collect();
    let mut batches: Vec<Batch> = layouts.iter().map(|_| Batch::default()).collect();
    let mut problems = Vec::new();
    options.progress.begin(sources.iter().map(|source| source.bytes.len()).sum());
    let mut read = 0;
    for source in sources {
        problems.extend(source::read(&all, &mut batches, source, options).err().into_iter().flatten());
        read += source.bytes.len();
        options.progress.reach(read);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    if let Some(told) = batches.first().and_then(too_many) {
        return Err(vec![told]);
    }
    told_once(&mut batches);
    Ok(batches)
}

/// That there are more records than are evaluated in one run.
fn too_many(batch: &Batch) -> Option<Problem> {
    let input = batch.inputs.first().filter(|_| batch.len() > MOST_RECORDS)?;
    let told = Problem::new(Code::TooManyRows, "run", &input.name);
    Some(told.arg("count", batch.len()).arg("most", MOST_RECORDS))
}

/// Leaves what someone should look at with the first that tells it.
fn told_once(batches: &mut [Batch]) {
    let mut told: Vec<Problem> = vec![];
    for batch in batches {
        batch.notices.retain(|notice| !told.contains(notice));
        told.extend(batch.notices.iter().cloned());
    }
}

/// A file that is not data, with the reason.
fn not_data(variant: &'static str, file: &Arc<str>) -> Problem {
    Problem::new(Code::NotData, variant, file)
}
