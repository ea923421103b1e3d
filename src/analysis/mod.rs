//! What is proved of a checked policy: tables complete, disjoint and alive; and what is odd in one of which all that holds.

mod claims;
pub mod coverage;
mod ensures;
mod lineage;
mod marks;
mod odd;
mod pools;
mod reach;
mod slices;
mod tables;

pub use claims::{Member, claims};
pub use ensures::{Certain, better, certain};
pub use lineage::{Lineage, Origins, dependents, joins, reads_rows};
pub use marks::{Marks, marks};
pub use reach::{Around, Possible, Reach, reach};

use crate::diagnostic::Diagnostic;
use crate::ir::{Policy, Step};
use crate::source::Sources;

/// Everything that is wrong, or odd, with the tables, scales and pools of a policy.
pub fn analyse(policy: &Policy, sources: &Sources) -> Vec<Diagnostic> {
    let mut told = vec![];
    let of_rows = policy.relations.iter().flat_map(|relation| &relation.steps);
    for step in policy.steps.iter().chain(of_rows) {
        match step {
            Step::Table(table) => tables::analyse(policy, sources, table, &mut told),
            Step::Scale(scale) => slices::analyse(policy, sources, scale, &mut told),
            _ => {}
        }
    }
    pools::analyse(policy, sources, &mut told);
    told
}

/// Of a policy in which only rows are wrong: items on another scale than that of full marks, which are the reason why
/// nobody gets to some of the rows. Those rows are told so.
pub fn blame_scales(policy: &Policy, sources: &Sources, told: &mut Vec<Diagnostic>) {
    odd::blame_scales(policy, sources, told);
}

/// What is odd in a policy in which nothing is wrong.
pub fn odd(policy: &Policy, sources: &Sources) -> Vec<Diagnostic> {
    odd::tell(policy, sources)
}
