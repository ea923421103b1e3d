//! What is kept must fit a decimal: a metric, what an item scores, a line of pay, what a later period looks
//! back at. Inside an expression numbers may be as wide as they must, so only here is it told that they
//! cannot be held.

use super::context::Context;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Expr, Role, Slot, SlotId, Type};
use crate::quantity::{Decimal, Domain, Number, Numbers, Rounding};

/// Whether values of that role are kept. A `let`, a weighted score and what tables and scales give are not,
/// until something that is uses them.
pub(super) fn is_kept(role: Role) -> bool {
    matches!(role, Role::Metric | Role::Points | Role::PayLine | Role::Pay)
}

/// The error that a slot cannot hold all that it can be; nothing where it can. `fields` are those that it is
/// found from.
pub(super) fn told(
    cx: &Context,
    slot: &Slot,
    value: Option<&Expr>,
    fields: impl FnOnce() -> Vec<SlotId>,
) -> Option<Diagnostic> {
    let Domain::Numbers(numbers) = &slot.domain else { return None };
    if numbers.can_be_kept() {
        return None;
    }
    let (whole, places) = (whole_digits(numbers), numbers.step().places() as usize);
    let told = Diagnostic::new(Code::Overflow, slot.span)
        .arg("name", slot.name.as_str())
        .arg("digits", whole + places)
        .arg("whole", whole)
        .arg("places", places);
    if let Some(figure) = rounding(cx, slot.ty, numbers) {
        let written = value.filter(|_| slot.role == Role::Metric);
        let text = written.map_or("…", |value| cx.sources.slice(value.span));
        let proposal = format!("round({text}, {figure})");
        let told = told.arg("proposal", proposal.as_str());
        return Some(written.iter().fold(told, |told, value| told.edit(value.span, proposal.as_str())));
    }
    let told = told.variant("large");
    let fields = fields();
    let fields = fields.iter().filter(|id| cx.scope.domains.contains_key(id)).filter_map(|id| cx.slots.get(id.0));
    let widest = fields.filter_map(|field| match (&field.domain, field.ty) {
        (Domain::Numbers(numbers), Type::Number(dimension)) => Some((numbers, dimension, field)),
        _ => None,
    });
    Some(match widest.max_by_key(|(numbers, ..)| whole_digits(numbers)) {
        Some((numbers, dimension, field)) => told
            .variant("large-input")
            .arg("input", field.name.as_str())
            .arg("most", Arg::Quantity(widest_of(numbers), dimension, cx.header.currency.clone()))
            .label(field.span, "declared"),
        None => told,
    })
}

/// A usual step, as it is written, to which the numbers can be rounded so that they can be kept.
fn rounding(cx: &Context, ty: Type, numbers: &Numbers) -> Option<String> {
    let Type::Number(dimension) = ty else { return None };
    let step = if dimension.percent { Decimal::new(1, 4) } else { Decimal::new(1, 2) };
    let figure = format!("0.01{}", cx.unit(dimension)?);
    numbers.round(step, Rounding::HalfUp).can_be_kept().then_some(figure)
}

/// The number of a domain that is farthest from 0.
fn widest_of(numbers: &Numbers) -> Number {
    numbers.lo().abs().max(numbers.hi().abs())
}

/// How many digits stand before the point.
fn whole_digits(numbers: &Numbers) -> usize {
    let text = widest_of(numbers).to_string();
    text.split('.').next().map_or(0, str::len)
}
