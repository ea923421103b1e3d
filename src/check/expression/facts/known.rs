//! What is known of one slot.

use super::super::super::context::{Context, Fact, Facts};
use crate::ir::{Expr, ExprKind, SlotId, values};
use crate::quantity::Domain;

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
    match values::meet(&a.domain, &b.domain) {
        Some(domain) => Some(Fact { domain, optional }),
        // No value is left, so it is missing.
        None => optional.then(|| a.clone()),
    }
}
