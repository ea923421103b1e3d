//! What is known of one slot.

use super::super::super::context::{Context, Fact, Facts};
use super::values;
use crate::ir::{Expr, ExprKind, SlotId};
use crate::quantity::{Domain, Numbers};

/// What facts and its declaration tell of a slot.
pub(super) fn current(cx: &Context, facts: &Facts, id: SlotId) -> Option<Fact> {
    let declared = || cx.slots.get(id.0).map(|slot| Fact { domain: slot.domain.clone(), optional: slot.optional });
    facts.slots.get(&id).cloned().or_else(declared)
}

/// What a value that is no sum can be where it stands now: a slot by what is known of it, else by itself.
pub(super) fn domain(cx: &Context, facts: &Facts, value: &Expr) -> Domain {
    let known = value.slot().and_then(|id| current(cx, facts, id));
    known.map_or_else(|| value.domain.clone(), |fact| fact.domain)
}

/// The facts where a slot is missing, or is not.
pub(super) fn missing(cx: &Context, mut facts: Facts, value: &Expr, holds: bool) -> Option<Facts> {
    let ExprKind::Slot(id) = value.kind else { return (value.optional || !holds).then_some(facts) };
    let Some(fact) = current(cx, &facts, id) else { return Some(facts) };
    if holds {
        return fact.optional.then_some(facts);
    }
    facts.slots.insert(id, Fact { optional: false, ..fact });
    Some(facts)
}

/// Narrows what is known of the slot that `value` is.
pub(super) fn narrow_slot(
    cx: &Context,
    mut facts: Facts,
    value: &Expr,
    by: &dyn Fn(&Domain) -> Option<Domain>,
) -> Option<Facts> {
    let Some(id) = value.slot() else { return Some(facts) };
    let Some(fact) = current(cx, &facts, id) else { return Some(facts) };
    let domain = by(&fact.domain)?;
    facts.slots.insert(id, Fact { domain, ..fact });
    Some(facts)
}

/// What holds where both do; `None` where they exclude each other.
pub(super) fn both(a: &Fact, b: &Fact) -> Option<Fact> {
    let optional = a.optional && b.optional;
    match meet(&a.domain, &b.domain) {
        Some(domain) => Some(Fact { domain, optional }),
        // No value is left, so it is missing.
        None => optional.then(|| a.clone()),
    }
}

/// What is in both domains.
fn meet(a: &Domain, b: &Domain) -> Option<Domain> {
    match (a, b) {
        (Domain::Numbers(_) | Domain::Calendar { .. }, _) => {
            let (Some(one), Some(other)) = (values::as_numbers(a), values::as_numbers(b)) else {
                return Some(a.clone());
            };
            numbers(&one, &other).map(|both| values::back(a, both))
        }
        (Domain::Labels(one), Domain::Labels(other)) => {
            let both: std::collections::BTreeSet<usize> = one.intersection(other).copied().collect();
            (!both.is_empty()).then_some(Domain::Labels(both))
        }
        (Domain::Bool { no: n1, yes: y1 }, Domain::Bool { no: n2, yes: y2 }) => {
            let (no, yes) = (*n1 && *n2, *y1 && *y2);
            (no || yes).then_some(Domain::Bool { no, yes })
        }
        _ => Some(a.clone()),
    }
}

/// What is in both, as far as a domain can say it.
pub(super) fn numbers(a: &Numbers, b: &Numbers) -> Option<Numbers> {
    if let (Numbers::Range { .. }, Numbers::Values(_)) = (a, b) {
        return numbers(b, a);
    }
    let within = a.restrict_lo(b.lo(), true)?.restrict_hi(b.hi(), true)?;
    match (&within, b) {
        (Numbers::Values(few), _) => Numbers::of(few.iter().filter(|value| b.contains(*value))),
        _ => Some(within),
    }
}
