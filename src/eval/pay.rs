//! Pay blocks: each line bounded, then their sum bounded.

use super::evaluation::all;
use super::expression::{Scope, number, unfit};
use super::observer::Observer;
use super::step::Known;
use super::{BoundedAmount, Stop, Trace};
use crate::data::BoundActed;
use crate::ir::{Bounds, Pay, PayLine, Value};
use crate::quantity::Number;
use crate::source::Span;

/// Gives the lines and the sum of a pay block their values.
pub(super) fn block<O: Observer>(known: &mut Known, pay: &Pay, observer: O) -> Trace {
    let lines = pay.lines.iter().map(|line| amount_of(known, line, observer)).collect();
    let sum = (!known.is_given(pay.slot)).then(|| {
        let total = total(known.scope(observer), pay);
        known.define(pay.slot, total.clone().map(|total| Value::Number(total.amount)));
        total
    });
    match sum.transpose() {
        Ok(sum) => Trace::Pay { lines, sum },
        Err(stop) => Trace::Stopped(stop),
    }
}

/// A line: its amount within its bounds.
fn amount_of<O: Observer>(known: &mut Known, line: &PayLine, observer: O) -> Option<BoundedAmount> {
    if known.is_given(line.slot) {
        return None;
    }
    let amount = number(known.scope(observer), &line.value).map(|before| bounded(before, &line.bounds));
    known.define(line.slot, amount.clone().map(|amount| Value::Number(amount.amount)));
    amount.ok()
}

/// The sum of the lines within the bounds of the whole.
fn total<O: Observer>(scope: Scope<O>, pay: &Pay) -> Result<BoundedAmount, Stop> {
    let span = pay_span(scope, pay);
    let lines = all(pay.lines.iter().map(|line| match scope.get(line.slot) {
        Some(Ok(Value::Number(amount))) => Ok(amount),
        Some(Err(stop)) => Err(stop.clone()),
        other => Err(unfit(other.and_then(|value| value.as_ref().ok()).unwrap_or(&Value::Missing), span)),
    }))?;
    Ok(bounded(lines.into_iter().sum(), &pay.bounds))
}

fn pay_span<O>(scope: Scope<O>, pay: &Pay) -> Span {
    scope.policy.slot(pay.slot).map_or_else(Span::default, |slot| slot.span)
}

fn bounded(before: Number, bounds: &Bounds) -> BoundedAmount {
    let limit = |bound: &Option<Value>| match bound {
        Some(Value::Number(limit)) => Some(limit.clone()),
        _ => None,
    };
    match (limit(&bounds.at_least), limit(&bounds.at_most)) {
        (Some(least), _) if before < least => BoundedAmount { before, amount: least, acted: Some(BoundActed::AtLeast) },
        (_, Some(most)) if before > most => BoundedAmount { before, amount: most, acted: Some(BoundActed::AtMost) },
        _ => BoundedAmount { amount: before.clone(), before, acted: None },
    }
}
