//! What is proved of a checked policy: tables complete, disjoint and alive.

pub mod coverage;

use crate::diagnostic::Diagnostic;
use crate::ir;
use crate::source::Sources;

/// Everything that is wrong, or odd, with the tables and scales of a policy.
pub fn analyse(policy: &ir::Policy, sources: &Sources) -> Vec<Diagnostic> {
    let _ = (policy, sources);
    vec![]
}
