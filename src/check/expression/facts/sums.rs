//! What is known of sums and differences, whichever way they are written.

use super::super::super::context::{Context, Fact, Facts};
use super::super::super::sum::Sum;
use super::known;
use crate::ir::{Comparison, Expr, ExprKind, values};
use crate::quantity::{Domain, Number, Numbers};

/// Narrows what is known of the sum that `value` is.
pub(super) fn narrow(
    cx: &Context,
    facts: Facts,
    value: &Expr,
    by: &dyn Fn(&Domain) -> Option<Domain>,
) -> Option<Facts> {
    let plain = value.slot().is_some_and(|id| !cx.sums.contains_key(&id));
    if plain || is_constant(value) || values::as_numbers(&value.domain).is_none() {
        return Some(facts);
    }
    match Sum::of(&cx.sums, value) {
        Some(sum) => restrict(cx, facts, &sum, by),
        None => Some(facts),
    }
}

/// Where two values are compared, their difference is known: `if a > b then … a - b`.
pub(super) fn between(cx: &Context, facts: Facts, op: Comparison, left: &Expr, right: &Expr) -> Option<Facts> {
    if is_constant(left) || is_constant(right) {
        return Some(facts);
    }
    match Sum::both(&cx.sums, left, right, &-Number::ONE) {
        Some(sum) => restrict(cx, facts, &sum, &|domain| values::compared(domain, op, &zero())),
        None => Some(facts),
    }
}

fn zero() -> Domain {
    Domain::Numbers(Numbers::one(Number::ZERO))
}

fn is_constant(value: &Expr) -> bool {
    matches!(value.kind, ExprKind::Constant(_) | ExprKind::Param(_))
}

/// Narrows what is known of a sum; of one value so many times, what is known of that value.
fn restrict(cx: &Context, mut facts: Facts, sum: &Sum, by: &dyn Fn(&Domain) -> Option<Domain>) -> Option<Facts> {
    let Some((terms, content)) = sum.primitive() else { return Some(facts) };
    let Some(known) = range(cx, &terms, &[&facts]) else { return Some(facts) };
    let whole = scaled(&known, &content, &sum.constant);
    let Domain::Numbers(fewer) = by(&Domain::Numbers(whole))? else { return Some(facts) };
    let Some(numbers) = unscaled(&fewer, &content, &sum.constant) else { return Some(facts) };
    note(cx, &mut facts, terms, numbers)?;
    Some(facts)
}

/// Notes the values of a sum without a constant; `None` where that leaves it none.
pub(super) fn note(cx: &Context, facts: &mut Facts, terms: Sum, numbers: Numbers) -> Option<()> {
    if let [(value, factor)] = terms.terms.as_slice()
        && let Some(id) = value.slot()
    {
        let numbers = if factor.is_negative() { numbers.neg() } else { numbers };
        let Some(fact) = known::current(cx, facts, id) else { return Some(()) };
        let Some(own) = values::as_numbers(&fact.domain) else { return Some(()) };
        let domain = values::back(&fact.domain, values::common(&own, &numbers)?);
        facts.slots.insert(id, Fact { domain, ..fact });
        return Some(());
    }
    match facts.sums.iter_mut().find_map(|(known, kept)| Some((known.same(&terms)?, kept))) {
        Some((same, kept)) => *kept = values::common(kept, &if same { numbers } else { numbers.neg() })?,
        None => facts.sums.push((terms, numbers)),
    }
    Some(())
}

/// An expression with the values that the conditions around it leave it as a whole.
pub(in crate::check::expression) fn remembered(cx: &Context, expr: Expr) -> Expr {
    let told = !cx.facts.sums.is_empty() || !cx.facts.either.is_empty();
    let (Domain::Numbers(own), true) = (&expr.domain, told && !is_constant(&expr)) else { return expr };
    let numbers = Sum::of(&cx.sums, &expr).and_then(|sum| {
        let (terms, content) = sum.primitive()?;
        Some(scaled(&range(cx, &terms, &[&cx.facts])?, &content, &sum.constant))
    });
    match numbers.and_then(|numbers| values::common(own, &numbers)) {
        Some(part) => Expr { domain: Domain::Numbers(part), ..expr },
        None => expr,
    }
}

/// `left + factor × right`, if a value stands in it twice: everything that it can be.
pub(in crate::check::expression) fn together(
    cx: &Context,
    left: &Expr,
    right: &Expr,
    factor: &Number,
) -> Option<Numbers> {
    let sum = Sum::both(&cx.sums, left, right, factor).filter(|sum| sum.again)?;
    let terms = added(cx, &sum, &[&cx.facts])?;
    Some(terms.add(&Numbers::one(&sum.constant)))
}

/// What the terms of a sum add up to by what is known of each.
pub(super) fn added(cx: &Context, sum: &Sum, layers: &[&Facts]) -> Option<Numbers> {
    sum.terms.iter().try_fold(Numbers::one(Number::ZERO), |sum, (value, factor)| {
        Some(sum.add(&scaled(&term(cx, value, layers)?, factor, &Number::ZERO)))
    })
}

/// The values of one term by all layers of facts, of which each is known together with those below.
pub(super) fn term(cx: &Context, value: &Expr, layers: &[&Facts]) -> Option<Numbers> {
    let start = layers.first().map_or_else(|| value.domain.clone(), |facts| known::domain(cx, facts, value));
    let mut numbers = values::as_numbers(&start)?;
    for facts in layers {
        let known = value.slot().and_then(|id| facts.slots.get(&id)).and_then(|fact| values::as_numbers(&fact.domain));
        numbers = known.and_then(|known| values::common(&numbers, &known)).unwrap_or(numbers);
    }
    Some(numbers)
}

/// What a sum without a constant can be: by its terms, by what is known of it as a whole, and by the ways of
/// which one holds.
pub(super) fn range(cx: &Context, sum: &Sum, layers: &[&Facts]) -> Option<Numbers> {
    let mut numbers = added(cx, sum, layers)?;
    for (known, kept) in layers.iter().flat_map(|facts| &facts.sums) {
        let whole = sum
            .holding(known)
            .and_then(|(times, rest)| Some(scaled(kept, &times, &Number::ZERO).add(&added(cx, &rest, layers)?)));
        numbers = whole.and_then(|whole| values::common(&numbers, &whole)).unwrap_or(numbers);
    }
    for ways in layers.last().into_iter().flat_map(|facts| &facts.either) {
        let each = ways.iter().map(|way| range(cx, sum, &[layers, &[way]].concat()));
        let any = each.reduce(|any, way| Some(any?.union(&way?))).flatten();
        numbers = any.and_then(|any| values::common(&numbers, &any)).unwrap_or(numbers);
    }
    Some(numbers)
}

/// Whether an expression can be a number, by what the conditions around it tell.
pub(in crate::check::expression) fn can_be(cx: &Context, expr: &Expr, number: &Number) -> bool {
    let form = Sum::of(&cx.sums, expr).and_then(|sum| Some((sum.primitive()?, sum.constant)));
    let Some(((terms, content), constant)) = form else { return true };
    let held = |numbers: Numbers| scaled(&numbers, &content, &constant).contains(number);
    reached(cx, &terms, &[&cx.facts], &held)
}

/// Whether a sum can be one of some numbers in each of the ways of which one holds.
fn reached(cx: &Context, sum: &Sum, layers: &[&Facts], held: &dyn Fn(Numbers) -> bool) -> bool {
    let way = |way: &Facts| reached(cx, sum, &[layers, &[way]].concat(), held);
    range(cx, sum, layers).is_none_or(held)
        && layers.last().into_iter().flat_map(|facts| &facts.either).all(|ways| ways.iter().any(way))
}

fn scaled(numbers: &Numbers, factor: &Number, constant: &Number) -> Numbers {
    numbers.mul(&Numbers::one(factor)).add(&Numbers::one(constant))
}

fn unscaled(numbers: &Numbers, factor: &Number, constant: &Number) -> Option<Numbers> {
    numbers.sub(&Numbers::one(constant)).divide(factor)
}
