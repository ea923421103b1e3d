//! `scores`, and the points of a section, where an item can be exempt: what was earned over what could be.

use super::super::context::{Context, Entity, Mean};
use super::super::resolve;
use super::build;
use super::quotient::{self, RoundTo};
use crate::diagnostic::{Absence, Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Operator, SlotId, Type};
use crate::quantity::{Decimal, Dimension, Number, Numbers, Rounding, spell_number};
use crate::syntax::ast;

/// The sum that an expression names, where an item of it can be exempt.
pub(super) fn named(cx: &Context, expr: &ast::Expr) -> Option<SlotId> {
    let slot = match &expr.kind {
        ast::ExprKind::Name(word) if !word.quoted => match resolve::meaning(cx, &word.text)? {
            Entity::Slot(slot) => slot,
            _ => return None,
        },
        ast::ExprKind::Member { value, member } => match &value.kind {
            ast::ExprKind::Name(owner) => resolve::meaning_of_member(cx, &owner.text, &member.text)?,
            _ => return None,
        },
        _ => return None,
    };
    cx.scope.means.contains_key(&slot).then_some(slot)
}

/// Checks the name of such a sum that is rounded.
pub(super) fn rounded(cx: &mut Context, expr: &ast::Expr, to: RoundTo) -> Expr {
    let known = named(cx, expr).and_then(|earned| Some((earned, cx.scope.means.get(&earned)?.clone())));
    let Some((earned, mean)) = known else { return build::invalid(expr.span) };
    let (earned, divisor) = (build::slot(cx, earned, expr.span), build::slot(cx, mean.possible, expr.span));
    let Some(dividend) = scaled(cx, earned, mean.factor) else { return build::invalid(expr.span) };
    let Some((possible, _)) = build::as_number(&divisor) else { return build::invalid(expr.span) };
    let zero = possible.contains(Decimal::ZERO);
    if zero && to.fallback.is_none() {
        return all_exempt(cx, expr, &mean);
    }
    let Some(numbers) = range(&mean, to.step, to.mode) else { return build::invalid(expr.span) };
    let fallback = if zero { quotient::fallback(cx, Dimension::POINTS, to) } else { None };
    quotient::whole(cx, (dividend, divisor, fallback), (numbers, Dimension::POINTS), to, expr.span)
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

/// The exact value of a slot, unless it is such a sum: that is a quotient, and is told.
pub(super) fn exact(cx: &mut Context, slot: SlotId, value: Expr) -> Expr {
    let Some(mean) = cx.scope.means.get(&slot).cloned() else { return value };
    let text = cx.sources.slice(value.span).to_owned();
    let proposal = format!("round({text}, 0.01)");
    let told = Diagnostic::new(Code::UnroundedQuotient, value.span).variant("exempt").arg("quotient", text);
    let told = told.arg("proposal", proposal.as_str()).edit(value.span, proposal);
    let told = labelled(cx, told, &mean);
    cx.tell(told);
    build::invalid(value.span)
}

/// Tells a sum of which every item can be exempt at once.
fn all_exempt(cx: &mut Context, expr: &ast::Expr, mean: &Mean) -> Expr {
    let text = cx.sources.slice(expr.span).to_owned();
    let told = Diagnostic::new(Code::DivisionByZero, expr.span).variant("exempt").arg("quotient", text);
    let told = labelled(cx, told.absence(Absence::Items), mean);
    let full = spell_number(cx.header.full_marks);
    let fallbacks = ["0".to_owned(), full].map(|fallback| format!(" otherwise {fallback}"));
    cx.tell(fallbacks.into_iter().fold(told, |told, fallback| told.edit(expr.span.after(), fallback)));
    build::invalid(expr.span)
}

/// Shows the items that can be exempt.
fn labelled(cx: &Context, told: Diagnostic, mean: &Mean) -> Diagnostic {
    let items = mean.exempt.iter().filter_map(|slot| cx.slots.get(slot.0));
    items.fold(told, |told, item| told.label(item.span, "item"))
}
