//! Data in: files to records.
//!
//! A file is told by its content and decoded once, whoever reads it. The header is sought among its first rows
//! (`search`); each row below it then becomes, for every policy at once, a record, a rejection or a skipped row (`sheet`).

mod archive;
mod column;
mod delimited;
mod duplicates;
mod encoding;
mod foot;
mod header;
mod heading;
mod joined_keys;
mod json;
mod options;
mod record;
mod search;
mod sheet;
mod sniff;
mod source;
mod spreadsheet;
mod stored;
mod workbook;

use std::sync::Arc;

use super::DataSource;
use super::cell::Cell;
use super::claim::{self, Shared};
use crate::data::{Batch, Layout, Problem};
use crate::diagnostic::Code;
use crate::ir::{Policy, Relation};
use heading::Fields;
pub use options::ReadOptions;

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

/// Reads the records of all files. Fails where a file as a whole cannot be used, with everything
/// that is wrong with the files.
pub fn read(policy: &Policy, sources: &[DataSource], options: &ReadOptions) -> Result<Batch, Vec<Problem>> {
    let shared = read_shared(&[policy], sources, options)?;
    Ok(shared.batches.into_iter().next().unwrap_or_default())
}

/// As [`read`], for several policies: each reads every row by its own record, and each row belongs to the one
/// that claims it. A file in which one of them finds all its columns can be used.
pub fn read_shared(
    policies: &[&Policy],
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Shared, Vec<Problem>> {
    let layouts: Vec<Layout> = policies.iter().map(|policy| Layout::records(policy)).collect();
    read_laid(policies, &layouts, sources, options)
}

fn read_laid(
    policies: &[&Policy],
    layouts: &[Layout],
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Shared, Vec<Problem>> {
    let mut batches = each(layouts, sources, options)?;
    let owners = claim::decide(policies, &mut batches);
    for (layout, batch) in layouts.iter().zip(&mut batches) {
        duplicates::reject(*layout, batch);
        joined_keys::tell(*layout, batch);
    }
    claim::part(policies, &mut batches, &owners);
    Ok(Shared { batches, owners })
}

/// Reads the rows of a lookup or details.
pub(super) fn read_relation(
    policy: &Policy,
    relation: &Relation,
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Batch, Vec<Problem>> {
    rows(Layout::rows(policy, relation), sources, options)
}

/// Reads the records of the policy whose results details are.
pub(super) fn read_origin(
    policy: &Policy,
    relation: &Relation,
    sources: &[DataSource],
    options: &ReadOptions,
) -> Result<Batch, Vec<Problem>> {
    let layout = Layout { relation: Some(relation), ..Layout::records(policy) };
    let shared = read_laid(&[policy], &[layout], sources, options)?;
    Ok(shared.batches.into_iter().next().unwrap_or_default())
}

/// Reads the rows of all files.
pub(super) fn rows(layout: Layout, sources: &[DataSource], options: &ReadOptions) -> Result<Batch, Vec<Problem>> {
    let mut batch = each(&[layout], sources, options)?.into_iter().next().unwrap_or_default();
    duplicates::reject(layout, &mut batch);
    Ok(batch)
}

/// Rejects all rows that share a key with another.
pub(super) fn unique(layout: Layout, batch: &mut Batch) {
    duplicates::reject(layout, batch);
}

/// Reads the rows of all files as each layout has them, row for row the same.
fn each(layouts: &[Layout], sources: &[DataSource], options: &ReadOptions) -> Result<Vec<Batch>, Vec<Problem>> {
    let all: Vec<Fields> = layouts.iter().map(Fields::of).collect();
    let mut batches: Vec<Batch> = layouts.iter().map(|_| Batch::default()).collect();
    let mut problems = Vec::new();
    for source in sources {
        problems.extend(source::read(&all, &mut batches, source, options).err().into_iter().flatten());
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    if let Some(batch) = batches.first().filter(|batch| batch.records.len() > MOST_RECORDS)
        && let Some(input) = batch.inputs.first()
    {
        let told = Problem::new(Code::TooManyRows, "run", &input.name);
        return Err(vec![told.arg("count", batch.records.len()).arg("most", MOST_RECORDS)]);
    }
    told_once(&mut batches);
    Ok(batches)
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
