//! A last look at a policy that holds: everything in it has a domain.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Policy;
use crate::quantity::Domain;

/// Tells the first value of a policy of which it is not known what it can be. Only for a policy of which no
/// error was told, since an error leaves values without a domain too; then there is none, and nothing that is
/// not known passes for proved.
pub fn unbounded(policy: &Policy) -> Option<Diagnostic> {
    let slot = policy.slots.iter().find(|slot| slot.domain == Domain::Invalid)?;
    Some(Diagnostic::new(Code::Overflow, slot.span).variant("endless").arg("text", slot.name.as_str()))
}
