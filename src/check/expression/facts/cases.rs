//! What holds one way or the other: `a > 0 or b > 0`. The ways are kept, so that of a value that nobody has asked for
//! yet it can be told what it is in each of them.

use super::super::super::context::{Context, Fact, Facts};
use super::super::super::sum::Sum;
use super::{known, sums};
use crate::ir::{SlotId, values};
use crate::quantity::{Domain, Number, Numbers};

/// More alternatives than this are not kept at one place; what all their ways have in common is.
const MOST_ALTERNATIVES: usize = 12;

/// How often what was learnt may make further things known.
const ROUNDS: usize = 4;

/// What is known where one of these ways holds, and around; `None` where none does.
pub(super) fn either(cx: &Context, mut facts: Facts, ways: Vec<Facts>) -> Option<Facts> {
    let mut ways: Vec<Facts> = ways.into_iter().filter_map(|way| settled(cx, way)).collect();
    if let [_] = ways.as_slice() {
        return merged(cx, facts, ways.pop()?);
    }
    for (id, fact) in in_all(&Facts::default(), &ways)? {
        facts.slots.insert(id, fact);
    }
    let (first, rest) = ways.split_first()?;
    facts.sums = first.sums.iter().filter_map(|(sum, kept)| Some((sum.clone(), any(cx, sum, kept, rest)?))).collect();
    if facts.either.len() < MOST_ALTERNATIVES {
        facts.either.push(ways);
    }
    Some(facts)
}

/// The values of a sum that is known in one way, in that and all the others.
fn any(cx: &Context, sum: &Sum, kept: &Numbers, others: &[Facts]) -> Option<Numbers> {
    others.iter().try_fold(kept.clone(), |any, way| {
        let other = way.sums.iter().find_map(|(known, kept)| Some((known.same(sum)?, kept)));
        let other = match other {
            Some((same, kept)) => {
                if same {
                    kept.clone()
                } else {
                    kept.neg()
                }
            }
            None => sums::range(cx, sum, &[way]).filter(|_| of_slots(cx, way, sum))?,
        };
        Some(any.union(&other))
    })
}

/// Whether all terms of a sum are slots that are there, of which it can be told what they are wherever facts hold.
fn of_slots(cx: &Context, facts: &Facts, sum: &Sum) -> bool {
    let there = |id| known::current(cx, facts, id).is_some_and(|fact| !fact.optional);
    sum.terms.iter().all(|(value, _)| value.slot().is_some_and(there))
}

/// What all ways know of a slot, each together with what is known around.
fn in_all(around: &Facts, ways: &[Facts]) -> Option<Vec<(SlotId, Fact)>> {
    let (first, rest) = ways.split_first()?;
    let together = |way: &Facts, id: SlotId| {
        let own = way.slots.get(&id)?;
        around.slots.get(&id).map_or_else(|| Some(own.clone()), |fact| known::both(fact, own))
    };
    let joined = |id: SlotId| {
        rest.iter().try_fold(together(first, id)?, |all, way| {
            let other = together(way, id)?;
            let domain = all.domain.union(&other.domain);
            Some(Fact { domain, optional: all.optional || other.optional })
        })
    };
    Some(first.slots.keys().filter_map(|id| Some((*id, joined(*id)?))).collect())
}

/// Both what is known around and what is known one way.
fn merged(cx: &Context, mut facts: Facts, way: Facts) -> Option<Facts> {
    for (id, own) in way.slots {
        let around = known::current(cx, &facts, id);
        let fact = around.map_or_else(|| Some(own.clone()), |around| known::both(&around, &own))?;
        facts.slots.insert(id, fact);
    }
    for (sum, numbers) in way.sums {
        sums::note(cx, &mut facts, sum, numbers)?;
    }
    facts.either.extend(way.either);
    Some(facts)
}

/// Draws out of facts what they tell of each other: of one term of a sum by the others, and of ways of which some
/// are ruled out. `None` where they contradict each other.
pub(super) fn settled(cx: &Context, mut facts: Facts) -> Option<Facts> {
    for _ in 0..ROUNDS {
        let before = facts.slots.clone();
        terms(cx, &mut facts)?;
        let alternatives = std::mem::take(&mut facts.either);
        for mut ways in alternatives {
            ways.retain(|way| fits(cx, &facts, way));
            match ways.as_slice() {
                [] => return None,
                [_] => facts = merged(cx, facts, ways.pop()?)?,
                _ => {
                    for (id, fact) in in_all(&facts, &ways)? {
                        let around = known::current(cx, &facts, id);
                        facts
                            .slots
                            .insert(id, around.map_or(Some(fact.clone()), |around| known::both(&around, &fact))?);
                    }
                    facts.either.push(ways);
                }
            }
        }
        if facts.slots == before {
            break;
        }
    }
    Some(facts)
}

/// Whether a way can hold where these facts do.
fn fits(cx: &Context, facts: &Facts, way: &Facts) -> bool {
    let slots = way.slots.iter().all(|(id, own)| match known::current(cx, facts, *id) {
        Some(fact) => known::both(&fact, own).is_some(),
        None => true,
    });
    let sum = |(sum, kept): &(Sum, Numbers)| {
        let around = sums::range(cx, sum, &[facts]).filter(|_| of_slots(cx, facts, sum));
        around.is_none_or(|around| values::common(&around, kept).is_some())
    };
    slots && way.sums.iter().all(sum)
}

/// Bounds each term of a known sum by what is known of the sum and of the other terms.
fn terms(cx: &Context, facts: &mut Facts) -> Option<()> {
    for (sum, numbers) in facts.sums.clone() {
        if !of_slots(cx, facts, &sum) {
            continue;
        }
        for at in 0..sum.terms.len() {
            one(cx, facts, (&sum, &numbers), at)?;
        }
    }
    Some(())
}

fn one(cx: &Context, facts: &mut Facts, (sum, numbers): (&Sum, &Numbers), at: usize) -> Option<()> {
    let Some((value, factor)) = sum.terms.get(at) else { return Some(()) };
    let Some(fact) = value.slot().and_then(|id| known::current(cx, facts, id)) else { return Some(()) };
    let others = sum.terms.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, term)| term.clone());
    let others = Sum { terms: others.collect(), ..Sum::default() };
    let rest = sums::added(cx, &others, &[facts]).map(|others| numbers.sub(&others));
    let (Some(rest), Some(own)) = (rest, values::as_numbers(&fact.domain)) else { return Some(()) };
    let bound = |end: Number| end.divide(factor);
    let (Some(a), Some(b)) = (bound(rest.lo()), bound(rest.hi())) else { return Some(()) };
    let kept = own.restrict_lo((&a).min(&b), true).and_then(|part| part.restrict_hi((&a).max(&b), true))?;
    if let (Some(id), true) = (value.slot(), kept != own) {
        let domain: Domain = values::back(&fact.domain, kept);
        facts.slots.insert(id, Fact { domain, ..fact });
    }
    Some(())
}
