//! What a version of a policy looks at of earlier periods, in which another version held.

use super::Member;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Policy, Slot, Type};
use crate::quantity::Domain;

/// Tells what a later version looks back at and an earlier one does not give, or gives otherwise.
pub(super) fn tell(members: &[Member]) -> Vec<Diagnostic> {
    let pairs = members.iter().flat_map(|later| members.iter().map(move |earlier| (earlier, later)));
    let pairs = pairs.filter(|(earlier, later)| earlier.policy.header.precedes(&later.policy.header));
    pairs.flat_map(|(earlier, later)| of(*earlier, *later)).collect()
}

fn of(earlier: Member, later: Member) -> Vec<Diagnostic> {
    let wanted = later.policy.looked_back();
    let wanted = wanted.into_iter().filter_map(|slot| later.policy.slot(slot));
    let told = wanted.filter_map(|slot| {
        let given = earlier.policy.slot_named(&slot.name).and_then(|given| earlier.policy.slot(given));
        let told = Diagnostic::new(Code::ClaimUndecided, later.place(slot.span)).arg("name", slot.name.as_str());
        match given {
            None => {
                let place = earlier.place(earlier.policy.header.claim);
                Some(told.variant("handover").label(place, "earlier"))
            }
            Some(given) if !fits((earlier.policy, given), (later.policy, slot)) => {
                Some(told.variant("handover-other").label(earlier.place(given.span), "earlier"))
            }
            Some(_) => None,
        }
    });
    told.collect()
}

/// Whether whatever the earlier version gives could also be the later one's.
fn fits((one, given): (&Policy, &Slot), (other, wanted): (&Policy, &Slot)) -> bool {
    let optional = wanted.optional || !given.optional;
    let values = match (&given.domain, &wanted.domain) {
        (Domain::Numbers(given), Domain::Numbers(wanted)) => {
            let ends = wanted.lo() <= given.lo() && given.hi() <= wanted.hi();
            ends && (wanted.step().is_zero() || given.step().is_multiple(&wanted.step()))
        }
        (Domain::Calendar { first, last }, Domain::Calendar { first: from, last: until }) => {
            from <= first && last <= until
        }
        (Domain::Labels(given_labels), Domain::Labels(_)) => given_labels
            .iter()
            .all(|label| name(one, given, *label).is_some_and(|name| place(other, wanted, name).is_some())),
        (Domain::Bool { .. }, Domain::Bool { .. }) | (Domain::Text, Domain::Text) => true,
        _ => false,
    };
    let types = match (given.ty, wanted.ty) {
        (Type::Label(_), Type::Label(_)) => true,
        (given, wanted) => given == wanted,
    };
    optional && types && values
}

fn name<'p>(policy: &'p Policy, slot: &Slot, label: usize) -> Option<&'p str> {
    let Type::Label(set) = slot.ty else { return None };
    Some(policy.label_sets.get(set.0)?.labels.get(label)?.name.as_str())
}

fn place(policy: &Policy, slot: &Slot, name: &str) -> Option<usize> {
    let Type::Label(set) = slot.ty else { return None };
    policy.label_sets.get(set.0)?.labels.iter().position(|label| label.name == name)
}
