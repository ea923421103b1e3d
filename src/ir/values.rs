//! The values of a domain that compare so, or that a pattern takes.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use num_traits::ToPrimitive;

use super::{Bound, Comparison, Pattern, Value};
use crate::quantity::{Domain, Number, Numbers};

/// How many seconds a day has.
const DAY: i64 = 86_400;

/// The values that compare so with some value of `other`.
pub fn compared(domain: &Domain, op: Comparison, other: &Domain) -> Option<Domain> {
    if let (Some(numbers), Some(other)) = (as_numbers(domain), as_numbers(other)) {
        let left = match op {
            Comparison::Less | Comparison::LessEqual => return held(domain, op, other.hi()),
            Comparison::Greater | Comparison::GreaterEqual => return held(domain, op, other.lo()),
            Comparison::Equal => {
                numbers.restrict_lo(other.lo(), true).and_then(|part| part.restrict_hi(other.hi(), true))
            }
            Comparison::NotEqual => match other.single() {
                Some(value) => numbers.without(value),
                None => Some(numbers),
            },
        };
        return left.map(|numbers| back(domain, numbers));
    }
    let value = match other {
        Domain::Labels(labels) if labels.len() == 1 => labels.first().map(|at| Value::Label(*at))?,
        Domain::Bool { no, yes } if no != yes => Value::Bool(*yes),
        _ => return Some(domain.clone()),
    };
    match op {
        Comparison::Equal => matching(domain, &Pattern::Values(vec![value])),
        Comparison::NotEqual => matching(domain, &Pattern::Not(vec![value])),
        _ => Some(domain.clone()),
    }
}

/// The values that are below, or above, a number.
pub fn held(domain: &Domain, op: Comparison, bound: Number) -> Option<Domain> {
    let numbers = as_numbers(domain)?;
    let part = match op {
        Comparison::Less => numbers.restrict_hi(bound, false),
        Comparison::LessEqual => numbers.restrict_hi(bound, true),
        Comparison::Greater => numbers.restrict_lo(bound, false),
        Comparison::GreaterEqual => numbers.restrict_lo(bound, true),
        Comparison::Equal | Comparison::NotEqual => Some(numbers),
    };
    part.map(|part| back(domain, part))
}

/// The values of a domain that a pattern takes; `None` where there are none.
pub fn matching(domain: &Domain, pattern: &Pattern) -> Option<Domain> {
    match pattern {
        Pattern::Interval { lo, hi } => {
            let numbers = within(as_numbers(domain)?, lo.as_ref(), hi.as_ref())?;
            Some(back(domain, numbers))
        }
        Pattern::Values(values) => only(domain, values),
        Pattern::Not(values) => without(domain, values),
        Pattern::Missing => None,
        Pattern::Any | Pattern::Otherwise | Pattern::Invalid => Some(domain.clone()),
    }
}

/// The values of a domain that a pattern does not take; `None` where there are none.
pub fn unmatched(domain: &Domain, pattern: &Pattern) -> Option<Domain> {
    match pattern {
        Pattern::Interval { lo, hi } => {
            let numbers = as_numbers(domain)?;
            let flipped = |b: &Bound| Bound { included: !b.included, ..b.clone() };
            let below = lo.as_ref().and_then(|b| within(numbers.clone(), None, Some(&flipped(b))));
            let above = hi.as_ref().and_then(|b| within(numbers, Some(&flipped(b)), None));
            let rest = match (below, above) {
                (Some(a), Some(b)) => a.union(&b),
                (a, b) => a.or(b)?,
            };
            Some(back(domain, rest))
        }
        Pattern::Values(values) => without(domain, values),
        Pattern::Not(values) => only(domain, values),
        Pattern::Missing | Pattern::Invalid => Some(domain.clone()),
        Pattern::Any | Pattern::Otherwise => None,
    }
}

fn within(numbers: Numbers, lo: Option<&Bound>, hi: Option<&Bound>) -> Option<Numbers> {
    let bound = |b: &Bound| Some((figure(&b.value)?, b.included));
    let numbers = match lo.and_then(bound) {
        Some((value, included)) => numbers.restrict_lo(value, included)?,
        None => numbers,
    };
    match hi.and_then(bound) {
        Some((value, included)) => numbers.restrict_hi(value, included),
        None => Some(numbers),
    }
}

fn only(domain: &Domain, values: &[Value]) -> Option<Domain> {
    let held = || values.iter().filter(|value| value.lies_in(domain));
    match domain {
        Domain::Numbers(_) | Domain::Calendar { .. } => {
            let numbers = Numbers::of(held().filter_map(figure))?;
            Some(back(domain, numbers))
        }
        Domain::Labels(_) => labels(held().filter_map(label).collect()),
        Domain::Bool { .. } => truths(|truth| held().any(|value| *value == Value::Bool(truth))),
        Domain::Text | Domain::Invalid => Some(domain.clone()),
    }
}

fn without(domain: &Domain, values: &[Value]) -> Option<Domain> {
    match domain {
        Domain::Numbers(_) | Domain::Calendar { .. } => {
            let numbers = values.iter().filter_map(figure).try_fold(as_numbers(domain)?, |rest, v| rest.without(v))?;
            Some(back(domain, numbers))
        }
        Domain::Labels(all) => {
            let gone: BTreeSet<usize> = values.iter().filter_map(label).collect();
            labels(all.difference(&gone).copied().collect())
        }
        Domain::Bool { no, yes } => {
            truths(|truth| (if truth { *yes } else { *no }) && !values.contains(&Value::Bool(truth)))
        }
        Domain::Text | Domain::Invalid => Some(domain.clone()),
    }
}

fn labels(labels: BTreeSet<usize>) -> Option<Domain> {
    (!labels.is_empty()).then_some(Domain::Labels(labels))
}

fn truths(can_be: impl Fn(bool) -> bool) -> Option<Domain> {
    let (no, yes) = (can_be(false), can_be(true));
    (no || yes).then_some(Domain::Bool { no, yes })
}

fn label(value: &Value) -> Option<usize> {
    match value {
        Value::Label(at) => Some(*at),
        _ => None,
    }
}

/// A number, or the ordinal of a calendar value.
fn figure(value: &Value) -> Option<Number> {
    match value {
        Value::Number(number) => Some(number.clone()),
        Value::Calendar(moment) => Some(Number::from(moment.ordinal)),
        _ => None,
    }
}

/// Numbers as they are, calendar values as ordinals.
pub fn as_numbers(domain: &Domain) -> Option<Numbers> {
    match domain {
        Domain::Numbers(numbers) => Some(numbers.clone()),
        Domain::Calendar { first, last } => Numbers::between((*first, true), (*last, true), Number::ONE),
        _ => None,
    }
}

/// Numbers as a domain of the kind that they came from.
pub fn back(kind: &Domain, numbers: Numbers) -> Domain {
    let ordinal = |n: Number, otherwise: i32| n.decimal().and_then(|n| i32::try_from(n).ok()).unwrap_or(otherwise);
    match kind {
        Domain::Calendar { first, last } => {
            Domain::Calendar { first: ordinal(numbers.lo(), *first), last: ordinal(numbers.hi(), *last) }
        }
        _ => Domain::Numbers(numbers),
    }
}

/// What is in both domains.
pub fn meet(a: &Domain, b: &Domain) -> Option<Domain> {
    match (a, b) {
        (Domain::Numbers(_) | Domain::Calendar { .. }, _) => {
            let (Some(one), Some(other)) = (as_numbers(a), as_numbers(b)) else {
                return Some(a.clone());
            };
            common(&one, &other).map(|both| back(a, both))
        }
        (Domain::Labels(one), Domain::Labels(other)) => {
            let both: BTreeSet<usize> = one.intersection(other).copied().collect();
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
pub fn common(a: &Numbers, b: &Numbers) -> Option<Numbers> {
    if let (Numbers::Range { .. }, Numbers::Values(_)) = (a, b) {
        return common(b, a);
    }
    let within = a.restrict_lo(b.lo(), true)?.restrict_hi(b.hi(), true)?;
    match (&within, b) {
        (Numbers::Values(few), _) => Numbers::of(few.iter().filter(|value| b.contains(*value))),
        _ => Some(within),
    }
}

/// Which answers a comparison can give, from the domains of its sides.
pub fn decide(op: Comparison, left: &Domain, right: &Domain) -> Domain {
    let truth = |yes: bool, no: bool| Domain::Bool { no, yes };
    if let (Some(a), Some(b)) = (as_numbers(left), as_numbers(right)) {
        let (least, most) = (a.lo().cmp(&b.hi()), a.hi().cmp(&b.lo()));
        return match op {
            Comparison::Less => truth(least == Ordering::Less, most != Ordering::Less),
            Comparison::LessEqual => truth(least != Ordering::Greater, most == Ordering::Greater),
            Comparison::Greater => truth(most == Ordering::Greater, least != Ordering::Greater),
            Comparison::GreaterEqual => truth(most != Ordering::Less, least == Ordering::Less),
            Comparison::Equal => truth(overlap(&a, &b), !same_one(&a, &b)),
            Comparison::NotEqual => truth(!same_one(&a, &b), overlap(&a, &b)),
        };
    }
    let (equal, unequal) = match (left, right) {
        (Domain::Labels(a), Domain::Labels(b)) => (!a.is_disjoint(b), a.len() > 1 || b.len() > 1 || a != b),
        (Domain::Bool { no: n1, yes: y1 }, Domain::Bool { no: n2, yes: y2 }) => {
            ((*n1 && *n2) || (*y1 && *y2), (*n1 && *y2) || (*y1 && *n2))
        }
        _ => (true, true),
    };
    if op == Comparison::Equal { truth(equal, unequal) } else { truth(unequal, equal) }
}

fn same_one(a: &Numbers, b: &Numbers) -> bool {
    a.single().is_some() && a.single() == b.single()
}

/// Whether two domains can have a value in common.
fn overlap(a: &Numbers, b: &Numbers) -> bool {
    let apart = a.hi() < b.lo() || b.hi() < a.lo();
    match (a.single(), b.single()) {
        _ if apart => false,
        (Some(one), _) => b.contains(one),
        (_, Some(one)) => a.contains(one),
        _ => true,
    }
}

/// The labels, of `count` from best to worst, that so many places up (`promote`) or down lead to, stopping at the ends.
pub fn shifted(labels: &BTreeSet<usize>, places: &Numbers, promote: bool, count: usize) -> BTreeSet<usize> {
    let cut = |n: Number| n.decimal().and_then(|n| n.to_usize()).unwrap_or(count).min(count);
    let (least, most, last) = (cut(places.lo()), cut(places.hi()), count.saturating_sub(1));
    let reached = |at: usize| match promote {
        true => at.saturating_sub(most)..=at.saturating_sub(least),
        false => at.saturating_add(least).min(last)..=at.saturating_add(most).min(last),
    };
    labels.iter().flat_map(|at| reached(*at)).collect()
}

/// From one date to another, in seconds.
pub fn between_dates(left: &Domain, right: &Domain) -> Option<Numbers> {
    let (Domain::Calendar { first: a, last: b }, Domain::Calendar { first: c, last: d }) = (left, right) else {
        return None;
    };
    let seconds = |days: i64| Number::from(days * DAY);
    let lo = seconds(i64::from(*a) - i64::from(*d));
    let hi = seconds(i64::from(*b) - i64::from(*c));
    Numbers::between((lo, true), (hi, true), DAY)
}
