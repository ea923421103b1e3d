//! The domain of a field or param: what it declares, else what its type stands for.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::expression::{Wanted, bare_interval, constant};
use super::types::{Declared, misplaced};
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Bare, Notation, Type, Value};
use crate::quantity::{
    Decimal, Dimension, Domain, Number, Numbers, TimeUnit, exact, minor_unit_places, spell, spell_number,
};
use crate::source::Span;
use crate::syntax::ast;

/// The domain of a field or param of a type, with the step of its `decimals`.
pub(super) fn domain(
    cx: &mut Context,
    declared: &Declared,
    interval: Option<&ast::Interval>,
    step: Option<Decimal>,
) -> Domain {
    let whole = default(cx, declared, step);
    let Some(interval) = interval else { return whole };
    match whole {
        Domain::Numbers(_) => numbers(cx, declared, interval, step),
        Domain::Calendar { first, last } => calendar(cx, declared, interval, (first, last)),
        Domain::Invalid => whole,
        _ => {
            cx.tell(misplaced(interval.span, "domain", cx));
            whole
        }
    }
}

/// Every value that a type can hold where nothing is declared.
pub(super) fn anything(cx: &Context, ty: Type) -> Domain {
    let span = Span::default();
    let plain = Declared { ty, count: false, time_unit: TimeUnit::Second, bare: Bare::Plain, span };
    default(cx, &plain, None)
}

/// Tells a constant that is not a value of the domain it is for. Whether it is one.
pub(super) fn hold(cx: &mut Context, value: &Value, ty: Type, domain: &Domain, told: Diagnostic) -> bool {
    if value.lies_in(domain) {
        return true;
    }
    let mut told = told.arg("value", Notation::new(&cx.header, &cx.label_sets, ty).shown(value));
    if let (Domain::Numbers(numbers), Type::Number(dimension)) = (domain, ty) {
        let quantity = |number| Arg::Quantity(number, dimension, cx.header.currency.clone());
        let step = numbers.step();
        told = told.arg("lo", quantity(numbers.lo())).arg("hi", quantity(numbers.hi())).arg("step", quantity(step));
        let between = value.number().is_some_and(|v| numbers.lo() <= *v && *v <= numbers.hi());
        told = told.arg("between", if between { "yes" } else { "no" });
    } else {
        told = told.arg("lo", "").arg("hi", "").arg("step", "").arg("between", "other");
    }
    cx.tell(told);
    false
}

fn default(cx: &Context, declared: &Declared, step: Option<Decimal>) -> Domain {
    match declared.ty {
        Type::Number(dimension) => {
            let (lo, hi, usual) = table(cx, dimension, declared.count);
            let numbers = Numbers::between((lo, true), (hi, true), step.unwrap_or(usual));
            numbers.map_or(Domain::Invalid, Domain::Numbers)
        }
        Type::Bool => Domain::ANY_BOOL,
        Type::Label(set) => {
            let count = cx.label_sets.get(set.0).map_or(0, |set| set.labels.len());
            Domain::Labels((0..count).collect::<BTreeSet<_>>())
        }
        Type::Text => Domain::Text,
        Type::Calendar(kind) => {
            let (first, last) = kind.bounds();
            Domain::Calendar { first, last }
        }
        Type::Invalid => Domain::Invalid,
    }
}

/// The least, the greatest and the step of what a record can hold, in base units. A rate is
/// bounded as a number is.
fn table(cx: &Context, dimension: Dimension, count: bool) -> (Decimal, Decimal, Decimal) {
    let power = |exponent: u32| Decimal::from(10_u64.saturating_pow(exponent));
    let fraction = |places| exact::ulp(places).unwrap_or(Decimal::ONE);
    match dimension {
        Dimension::NUMBER if count => (Decimal::ZERO, power(9), Decimal::ONE),
        Dimension::PERCENT => (Decimal::ZERO, power(4), fraction(4)),
        Dimension::POINTS => (Decimal::ZERO, power(6), fraction(2)),
        Dimension::MONEY => (Decimal::ZERO, power(10), fraction(minor_unit_places(&cx.header.currency).unwrap_or(2))),
        Dimension::TIME => (Decimal::ZERO, power(8), fraction(3)),
        _ => (-power(9), power(9), fraction(4)),
    }
}

fn numbers(cx: &mut Context, declared: &Declared, interval: &ast::Interval, step: Option<Decimal>) -> Domain {
    if bare_interval(cx, interval, declared.ty, declared.time_unit) {
        return Domain::Invalid;
    }
    let wanted = Wanted::Type(declared.ty);
    let lo = constant(cx, &interval.lo, wanted).and_then(|value| value.decimal());
    let hi = constant(cx, &interval.hi, wanted).and_then(|value| value.decimal());
    let (Some(lo), Some(hi), Type::Number(dimension)) = (lo, hi, declared.ty) else { return Domain::Invalid };
    let step = step.unwrap_or_else(|| table(cx, dimension, declared.count).2);
    let ends = [(&*interval.lo, lo, interval.lo_included), (&*interval.hi, hi, interval.hi_included)];
    match Numbers::between((lo, interval.lo_included), (hi, interval.hi_included), step) {
        Some(numbers) if !numbers.can_be_kept() => {
            cx.tell(Diagnostic::new(Code::BadConstant, interval.span).variant("wide"));
            Domain::Invalid
        }
        Some(numbers) if declared.count => counts(cx, interval, &numbers, ends),
        Some(numbers) => {
            between_steps(cx, &numbers, dimension, ends);
            Domain::Numbers(numbers)
        }
        None => empty(cx, interval),
    }
}

/// A written end: the expression, its value, whether it belongs to the interval.
type End<'a> = (&'a ast::Expr, Decimal, bool);

/// A domain of counts: whole and not below 0.
fn counts(cx: &mut Context, interval: &ast::Interval, numbers: &Numbers, ends: [End; 2]) -> Domain {
    let whole = ends.iter().all(|(_, end, _)| end.is_integer());
    if whole && numbers.lo() >= Decimal::ZERO {
        return Domain::Numbers(numbers.clone());
    }
    let told = Diagnostic::new(Code::NotACount, interval.span)
        .arg("domain", cx.sources.slice(interval.span))
        .variant("domain");
    let Some(kept) = numbers.restrict_lo(Decimal::ZERO, true) else {
        cx.tell(told.arg("proposal", "[0, …]"));
        return Domain::Invalid;
    };
    let proposal = format!("[{}, {}]", spell_number(kept.lo()), spell_number(kept.hi()));
    cx.tell(told.arg("proposal", proposal.clone()).edit(interval.span, proposal));
    Domain::Numbers(kept)
}

/// Notes ends that no value can equal, since they fall between two steps.
fn between_steps(cx: &mut Context, numbers: &Numbers, dimension: Dimension, ends: [End; 2]) {
    let Numbers::Range { lo, hi, step } = numbers else { return };
    for ((expr, end, included), reached) in ends.into_iter().zip([lo, hi]) {
        if Number::from(end).is_multiple(step) {
            continue;
        }
        let quantity = |value: &Number| Arg::Quantity(value.clone(), dimension, cx.header.currency.clone());
        let told = Diagnostic::new(Code::BoundBetweenSteps, expr.span)
            .variant("domain")
            .arg("bound", quantity(&end.into()))
            .arg("step", quantity(step))
            .arg("reached", quantity(reached));
        let spelled = spell(reached, dimension, &cx.header.currency, cx.header.tongue);
        cx.tell(if included { told.edit(expr.span, spelled) } else { told });
    }
}

fn calendar(cx: &mut Context, declared: &Declared, interval: &ast::Interval, all: (i32, i32)) -> Domain {
    let mut ordinal = |expr| match constant(cx, expr, Wanted::Type(declared.ty)) {
        Some(Value::Calendar(moment)) => Some(moment.ordinal),
        _ => None,
    };
    let (Some(lo), Some(hi)) = (ordinal(&interval.lo), ordinal(&interval.hi)) else { return Domain::Invalid };
    let first = lo.saturating_add(i32::from(!interval.lo_included)).max(all.0);
    let last = hi.saturating_sub(i32::from(!interval.hi_included)).min(all.1);
    if first <= last { Domain::Calendar { first, last } } else { empty(cx, interval) }
}

fn empty(cx: &mut Context, interval: &ast::Interval) -> Domain {
    let text = cx.sources.slice(interval.span).to_owned();
    cx.tell(Diagnostic::new(Code::EmptyDomain, interval.span).arg("domain", text));
    Domain::Invalid
}
