//! How one value came about, as far as a line tells it: for tests and the REPL.

use super::notes::exempt_from;
use crate::eval::{Evaluation, Trace};
use crate::ir::{Expr, Item, Policy, SlotId, Value};
use crate::source::Span;

/// How one value came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Why<'p> {
    /// What gave it.
    pub by: By,
    /// What it takes from several records, rows or periods.
    pub joint: Vec<Joint>,
    /// The items that were left out of the total by which it comes about.
    pub exempt: Vec<&'p Item>,
}

/// What gave a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// An expression.
    Formula,
    /// Rows of a table or slices of a scale.
    Rows(Vec<Span>),
    /// Something else, or nothing: it was given or read.
    Other,
}

/// Something over several records, rows or periods by which a value comes about.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    /// What it is.
    pub slot: SlotId,
    /// Its value.
    pub value: Value,
    /// Over how many it was found.
    pub members: usize,
    /// How many of them counted.
    pub counted: usize,
}

/// How the value of a slot came about.
pub fn why<'p>(policy: &'p Policy, evaluation: &Evaluation, slot: SlotId) -> Why<'p> {
    let by = match policy.step_of(slot).and_then(|step| evaluation.trace(step)) {
        Some(Trace::Value(_)) => By::Formula,
        Some(Trace::Row(row)) => By::Rows(vec![row.span]),
        Some(Trace::Slices(slices)) => By::Rows(slices.iter().map(|slice| slice.span).collect()),
        Some(Trace::Given | Trace::Stopped(_) | Trace::Gate(_) | Trace::Pay { .. } | Trace::Joint { .. }) | None => {
            By::Other
        }
    };
    Why { by, joint: joint(policy, evaluation, slot), exempt: exempt_from(policy, evaluation, policy.totals_of(slot)) }
}

impl Why<'_> {
    /// The rows that gave it.
    pub fn rows(&self) -> &[Span] {
        match &self.by {
            By::Rows(rows) => rows,
            By::Formula | By::Other => &[],
        }
    }
}

fn joint(policy: &Policy, evaluation: &Evaluation, slot: SlotId) -> Vec<Joint> {
    let Some(step) = policy.step_of(slot).and_then(|at| policy.steps.get(at)) else { return vec![] };
    let mut read: Vec<SlotId> = step.expressions().into_iter().flat_map(Expr::slots).collect();
    read.sort_unstable();
    read.dedup();
    let found = read.into_iter().filter_map(|slot| match evaluation.trace(policy.step_of(slot)?)? {
        Trace::Joint { members, counted, value } => {
            Some(Joint { slot, value: value.clone(), members: *members, counted: *counted })
        }
        _ => None,
    });
    found.collect()
}
