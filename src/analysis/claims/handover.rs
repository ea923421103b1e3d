//! What a version of a policy looks at of earlier periods, in which another version held.

use super::Member;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Policy, Slot, Type, align};
use crate::quantity::Domain;

/// Tells what a later version looks back at and an earlier one does not give, or gives otherwise.
pub(super) fn tell(members: &[Member]) -> Vec<Diagnostic> {
    let pairs = members.iter().flat_map(|later| members.iter().map(move |earlier| (earlier, later)));
    let pairs = pairs.filter(|(earlier, later)| earlier.policy.header.precedes(&later.policy.header));
    pairs.flat_map(|(earlier, later)| of(*earlier, *later)).collect()
}

fn of(earlier: Member, later: Member) -> Vec<Diagnostic> {
    let aligned = align(earlier.policy, later.policy);
    let told = later.policy.looked_back().into_iter().filter_map(|wanted| {
        let slot = later.policy.slot(wanted)?;
        let given = aligned.old_slot(wanted).and_then(|given| earlier.policy.slot(given));
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
        (Domain::Labels(labels), Domain::Labels(_)) => match (one.labels(given.ty), other.labels(wanted.ty)) {
            (Some(given), Some(wanted)) => labels.iter().all(|label| given.place_in(wanted, *label).is_some()),
            _ => false,
        },
        (Domain::Bool { .. }, Domain::Bool { .. }) | (Domain::Text, Domain::Text) => true,
        _ => false,
    };
    let types = match (given.ty, wanted.ty) {
        (Type::Label(_), Type::Label(_)) => true,
        (given, wanted) => given == wanted,
    };
    optional && types && values
}
