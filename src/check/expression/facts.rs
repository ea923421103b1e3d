//! What a condition tells of slots where it holds, and where it does not.

use std::collections::BTreeSet;

use super::super::context::{Context, Fact, Facts};
use crate::ir::{Bound, Comparison, Expr, ExprKind, Operator, Pattern, SlotId, Value};
use crate::quantity::{Domain, Number, Numbers};

/// More parts of a condition than this, with what the names in it stand for, are not looked at.
const MOST_PARTS: usize = 400;

/// The facts where `condition` holds, or does not; `None` where that never happens.
pub(super) fn assuming(cx: &Context, condition: &Expr, holds: bool) -> Option<Facts> {
    learn(cx, &mut 0, cx.facts.clone(), condition, holds)
}

fn learn(cx: &Context, parts: &mut usize, facts: Facts, condition: &Expr, holds: bool) -> Option<Facts> {
    *parts += 1;
    if *parts > MOST_PARTS {
        return Some(facts);
    }
    match &condition.kind {
        ExprKind::Not(inner) => learn(cx, parts, facts, inner, !holds),
        ExprKind::Logic { and, left, right } if *and == holds => {
            let facts = learn(cx, parts, facts, left, holds)?;
            learn(cx, parts, facts, right, holds)
        }
        ExprKind::Logic { left, right, .. } => {
            // One of the two decides: what both ways have in common is known.
            let first = learn(cx, parts, facts.clone(), left, holds);
            let second = learn(cx, parts, facts, left, !holds).and_then(|facts| learn(cx, parts, facts, right, holds));
            match (first, second) {
                (Some(a), Some(b)) => Some(common(a, &b)),
                (a, b) => a.or(b),
            }
        }
        ExprKind::Compare { op, left, right } => {
            let op = if holds { *op } else { op.denied() };
            let facts = narrow(cx, facts, left, |domain| compared(domain, op, &right.domain))?;
            let facts = narrow(cx, facts, right, |domain| compared(domain, op.mirrored(), &left.domain))?;
            let facts = between(facts, op, left, right)?;
            between(facts, op.mirrored(), right, left)
        }
        ExprKind::Matches { value, pattern } => {
            narrow(
                cx,
                facts,
                value,
                |domain| {
                    if holds { matching(domain, pattern) } else { unmatched(domain, pattern) }
                },
            )
        }
        ExprKind::IsMissing(value) => missing(cx, facts, value, holds),
        ExprKind::Slot(id) => {
            let facts = narrow(cx, facts, condition, |domain| match domain {
                Domain::Bool { no, yes } => {
                    (if holds { *yes } else { *no }).then_some(Domain::Bool { no: !holds, yes: holds })
                }
                other => Some(other.clone()),
            })?;
            defined(cx, parts, facts, *id, holds)
        }
        _ => Some(facts),
    }
}

/// What the conditions behind a name tell: where it is `yes` all of them hold, where it is `no` the only one does not.
fn defined(cx: &Context, parts: &mut usize, facts: Facts, id: SlotId, holds: bool) -> Option<Facts> {
    match cx.conditions.get(&id).map(Vec::as_slice) {
        Some([only]) => learn(cx, parts, facts, only, holds),
        Some(all) if holds => all.iter().try_fold(facts, |facts, one| learn(cx, parts, facts, one, true)),
        _ => Some(facts),
    }
}

fn missing(cx: &Context, mut facts: Facts, value: &Expr, holds: bool) -> Option<Facts> {
    let ExprKind::Slot(id) = value.kind else { return Some(facts) };
    let fact = current(cx, &facts, id)?;
    if holds {
        return fact.optional.then_some(facts);
    }
    facts.slots.insert(id, Fact { optional: false, ..fact });
    Some(facts)
}

/// Narrows what is known of the slot that `value` is, or of what it computes; `None` where nothing is left.
fn narrow(cx: &Context, mut facts: Facts, value: &Expr, by: impl FnOnce(&Domain) -> Option<Domain>) -> Option<Facts> {
    let ExprKind::Slot(id) = value.kind else { return narrow_computed(facts, value, by) };
    let Some(fact) = current(cx, &facts, id) else { return Some(facts) };
    let domain = by(&fact.domain)?;
    facts.slots.insert(id, Fact { domain, ..fact });
    Some(facts)
}

/// Where two computed values or fields are compared, their difference is known: `if a > b then … a - b`.
fn between(facts: Facts, op: Comparison, left: &Expr, right: &Expr) -> Option<Facts> {
    let constant = |side: &Expr| matches!(side.kind, ExprKind::Constant(_) | ExprKind::Param(_));
    let (Some(a), Some(b)) = (left.domain.numbers(), right.domain.numbers()) else { return Some(facts) };
    if constant(left) || constant(right) {
        return Some(facts);
    }
    let apart = a.sub(b);
    let kind = ExprKind::Arithmetic { op: Operator::Sub, left: Box::new(left.clone()), right: Box::new(right.clone()) };
    let difference = Expr { kind, domain: Domain::Numbers(apart), ..left.clone() };
    let zero = Domain::Numbers(Numbers::one(Number::ZERO));
    narrow_computed(facts, &difference, |domain| compared(domain, op, &zero))
}

fn narrow_computed(mut facts: Facts, value: &Expr, by: impl FnOnce(&Domain) -> Option<Domain>) -> Option<Facts> {
    let known = facts.computed.iter_mut().find(|(known, _)| known.alike(value));
    match (known, &value.domain) {
        (Some((_, numbers)), _) => {
            if let Domain::Numbers(fewer) = by(&Domain::Numbers(numbers.clone()))? {
                *numbers = fewer;
            }
        }
        (None, Domain::Numbers(_)) if !matches!(value.kind, ExprKind::Constant(_) | ExprKind::Param(_)) => {
            if let Domain::Numbers(fewer) = by(&value.domain)? {
                facts.computed.push((value.clone(), fewer));
            }
        }
        _ => {}
    }
    Some(facts)
}

/// An expression with the values that the conditions around it leave it as a whole.
pub(super) fn remembered(cx: &Context, expr: Expr) -> Expr {
    let known = cx.facts.computed.iter().find(|(known, _)| known.alike(&expr));
    let (Some((_, kept)), Domain::Numbers(own)) = (known, &expr.domain) else { return expr };
    let part = own.restrict_lo(kept.lo(), true).and_then(|part| part.restrict_hi(kept.hi(), true));
    match part {
        Some(part) => Expr { domain: Domain::Numbers(part), ..expr },
        None => expr,
    }
}

fn current(cx: &Context, facts: &Facts, id: SlotId) -> Option<Fact> {
    let declared = || cx.slots.get(id.0).map(|slot| Fact { domain: slot.domain.clone(), optional: slot.optional });
    facts.slots.get(&id).cloned().or_else(declared)
}

/// What holds either way.
fn common(a: Facts, b: &Facts) -> Facts {
    let slots = a.slots.into_iter().filter_map(|(id, fact)| {
        let other = b.slots.get(&id)?;
        let domain = fact.domain.union(&other.domain);
        Some((id, Fact { domain, optional: fact.optional || other.optional }))
    });
    let computed = a.computed.into_iter().filter_map(|(expr, numbers)| {
        let (_, other) = b.computed.iter().find(|(known, _)| known.alike(&expr))?;
        Some((expr, numbers.union(other)))
    });
    Facts { slots: slots.collect(), computed: computed.collect() }
}

/// The values that compare so with some value of `other`.
fn compared(domain: &Domain, op: Comparison, other: &Domain) -> Option<Domain> {
    if let (Some(numbers), Some(other)) = (as_numbers(domain), as_numbers(other)) {
        let left = match op {
            Comparison::Less => numbers.restrict_hi(other.hi(), false),
            Comparison::LessEqual => numbers.restrict_hi(other.hi(), true),
            Comparison::Greater => numbers.restrict_lo(other.lo(), false),
            Comparison::GreaterEqual => numbers.restrict_lo(other.lo(), true),
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

/// The values of a domain that a pattern takes; `None` where there are none.
pub(super) fn matching(domain: &Domain, pattern: &Pattern) -> Option<Domain> {
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
pub(super) fn unmatched(domain: &Domain, pattern: &Pattern) -> Option<Domain> {
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
pub(super) fn as_numbers(domain: &Domain) -> Option<Numbers> {
    match domain {
        Domain::Numbers(numbers) => Some(numbers.clone()),
        Domain::Calendar { first, last } => Numbers::between((*first, true), (*last, true), Number::ONE),
        _ => None,
    }
}

/// Numbers as a domain of the kind that they came from.
fn back(kind: &Domain, numbers: Numbers) -> Domain {
    let ordinal = |n: Number, otherwise: i32| n.decimal().and_then(|n| i32::try_from(n).ok()).unwrap_or(otherwise);
    match kind {
        Domain::Calendar { first, last } => {
            Domain::Calendar { first: ordinal(numbers.lo(), *first), last: ordinal(numbers.hi(), *last) }
        }
        _ => Domain::Numbers(numbers),
    }
}
