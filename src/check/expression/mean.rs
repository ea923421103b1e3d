//! `scores`, and the points of a section, where an item can be exempt: what was earned over what could be.

use super::super::context::{Context, Mean};
use super::expected::RoundTo;
use super::{build, quotient};
use crate::diagnostic::{Absence, Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Operator, SlotId, Type};
use crate::quantity::{Decimal, Dimension, Number, Numbers, Rounding, spell_number};
use crate::source::Span;

/// Checks the name of such a sum: its value where it is rounded; else it is told as a quotient that is not.
pub(super) fn value(cx: &mut Context, (earned, mean): (SlotId, Mean), span: Span, round: Option<RoundTo>) -> Expr {
    let earned = build::slot(cx, earned, span);
    let Some(to) = round else {
        return if earned.ty == Type::Invalid { earned } else { unrounded(cx, &mean, span) };
    };
    let divisor = build::slot(cx, mean.possible, span);
    let Some(dividend) = scaled(cx, earned, mean.factor) else { return build::invalid(span) };
    let Some((possible, _)) = build::as_number(&divisor) else { return build::invalid(span) };
    let zero = possible.contains(Decimal::ZERO);
    if zero && to.fallback.is_none() {
        return all_exempt(cx, &mean, span);
    }
    let Some(numbers) = range(&mean, to.step, to.mode) else { return build::invalid(span) };
    let fallback = if zero { quotient::fallback(cx, Dimension::POINTS, to) } else { None };
    quotient::whole(cx, (dividend, divisor, fallback), (numbers, Dimension::POINTS), to, span)
}

/// What was earned, times full marks where items have `out of`.
fn scaled(cx: &mut Context, earned: Expr, factor: Decimal) -> Option<Expr> {
    if factor == Decimal::ONE {
        return (earned.ty != Type::Invalid).then_some(earned);
    }
    let (numbers, dimension) = build::as_number(&earned)?;
    let product = numbers.mul(&Numbers::one(factor));
    let numbers = build::settled(cx, product, earned.span)?;
    let span = earned.span;
    let right = Box::new(build::literal(factor, Dimension::NUMBER, span));
    let kind = ExprKind::Arithmetic { op: Operator::Mul, left: Box::new(earned), right };
    Some(build::number(kind, dimension, numbers, span))
}

/// Every value of the rounded mean. Rounding keeps order, so its ends are those of the exact mean.
fn range(mean: &Mean, step: Decimal, mode: Rounding) -> Option<Numbers> {
    let [lo, hi] = mean.ends.as_ref()?;
    let end = |(dividend, divisor): &(Number, Number)| dividend.quotient(divisor, step, mode);
    Numbers::between((end(lo)?, true), (end(hi)?, true), step)
}

/// Tells such a sum that is not rounded.
fn unrounded(cx: &mut Context, mean: &Mean, span: Span) -> Expr {
    let text = cx.sources.slice(span).to_owned();
    let proposal = format!("round({text}, 0.01)");
    let told = Diagnostic::new(Code::UnroundedQuotient, span).variant("exempt").arg("quotient", text);
    let told = told.arg("proposal", proposal.as_str()).edit(span, proposal);
    let told = labelled(cx, told, mean);
    cx.tell(told);
    build::invalid(span)
}

/// Tells a sum of which every item can be exempt at once.
fn all_exempt(cx: &mut Context, mean: &Mean, span: Span) -> Expr {
    let text = cx.sources.slice(span).to_owned();
    let told = Diagnostic::new(Code::DivisionByZero, span).variant("exempt").arg("quotient", text);
    let told = labelled(cx, told.absence(Absence::Items), mean);
    let full = spell_number(cx.header.full_marks);
    let fallbacks = ["0".to_owned(), full].map(|fallback| format!(" otherwise {fallback}"));
    cx.tell(fallbacks.into_iter().fold(told, |told, fallback| told.edit(span.after(), fallback)));
    build::invalid(span)
}

/// Shows the items that can be exempt.
fn labelled(cx: &Context, told: Diagnostic, mean: &Mean) -> Diagnostic {
    // One shows what is meant; in a policy with posts nearly all can be.
    let items = mean.exempt.iter().take(1).filter_map(|slot| cx.slots.get(slot.0));
    items.fold(told, |told, item| told.label(item.span, "item"))
}
