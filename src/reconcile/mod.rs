//! A sheet that somebody made by hand, held against what policies give for the same records: what agrees, what differs,
//! and what reproduces the figures that differ. Every cause is tried by evaluating a policy or a record with one thing
//! done another way; nothing is worked out beside the evaluator.

mod alter;
mod compare;
mod earlier;
mod meant;
mod model;
mod rows;
mod trial;

pub use meant::lines_meant;
pub use model::*;

use alter::Ground;
use trial::Trials;

use crate::batch::{Appraisal, Started};
use crate::data::{Batch, Counterpart};
use crate::ir::Policy;

/// A sheet as a policy reads it.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// What is read of it.
    pub fields: Counterpart,
    /// Its rows.
    pub batch: Batch,
}

/// What is held against what.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The policies.
    pub policies: &'a [&'a Policy],
    /// Their records.
    pub appraisal: &'a Appraisal<'a>,
    /// What these come to.
    pub started: &'a Started<'a>,
    /// The sheet as each policy reads it, row for row the same.
    pub sheets: &'a [Sheet],
    /// What tells which row is which.
    pub by: By,
    /// The period of the sheet, where that was asked for.
    pub period: Option<i32>,
}

/// Holds a sheet against policies.
pub fn reconcile(asked: &Asked) -> Result<Reconciliation, Refusal> {
    let columns = compare::columns(asked);
    if columns.is_empty() {
        return Err(Refusal::NoColumn);
    }
    let matched = rows::matched(asked)?;
    let mut found = compare::compare(asked, columns, &matched);
    found.all_tried = true;
    for at in 0..asked.policies.len() {
        found.all_tried &= try_causes(asked, at, &mut found.differences);
    }
    Ok(found)
}

/// Tries every cause for the differences of a policy. Whether all could be tried.
fn try_causes(asked: &Asked, own: usize, found: &mut [Difference]) -> bool {
    let Some(policy) = asked.policies.get(own) else { return true };
    let mut trials = Trials::of(asked, own, policy, found);
    trials.by_cells();
    for alteration in alter::alterations(&Ground::of(policy, trials.slots())) {
        trials.alteration(&alteration);
    }
    earlier::try_earlier(&mut trials);
    trials.other_inputs();
    trials.end()
}
