use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Policy;
use crate::quantity::Domain;

/// Tells the first value of a policy whose numbers could need more than 96 bits where several were put
/// together: answers of rows, terms of a sum. Only for a policy of which no error was told, since an
/// error leaves values without a domain too.
pub fn unbounded(policy: &Policy) -> Option<Diagnostic> {
    let slot = policy.slots.iter().find(|slot| slot.domain == Domain::Invalid)?;
    Some(Diagnostic::new(Code::Overflow, slot.span).arg("text", slot.name.as_str()))
}
