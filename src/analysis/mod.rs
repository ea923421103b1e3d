//! What is proved of a checked policy: tables complete, disjoint and alive.

pub mod coverage;
mod tables;

use crate::diagnostic::Diagnostic;
use crate::ir::{Policy, Step};
use crate::source::Sources;

/// Everything that is wrong, or odd, with the tables and scales of a policy.
pub fn analyse(policy: &Policy, sources: &Sources) -> Vec<Diagnostic> {
    let mut told = vec![];
    for step in &policy.steps {
        if let Step::Table(table) = step {
            tables::analyse(policy, sources, table, &mut told);
        }
    }
    told
}
