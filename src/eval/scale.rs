//! Marginal scales: the sum over the slices of the input, each at its rate.

use super::evaluation::all;
use super::expression::{Scope, number};
use super::observer::Observer;
use super::step::Answer;
use super::{FaultKind, SliceTrace, Stop, Trace};
use crate::ir::{Scale, Slice, Value};
use crate::quantity::Number;

/// What a marginal scale gives.
pub(super) fn marginal<O: Observer>(scope: Scope<O>, scale: &Scale) -> Answer {
    let input = number(scope, &scale.input.value)?;
    let below = scale.slices.first().is_none_or(|first| input < first.from);
    let above = scale.slices.last().and_then(|last| last.to).is_some_and(|end| input > end);
    if below || above {
        return Err(Stop::fault(FaultKind::NoRow, scale.span));
    }
    let filled = scale.slices.iter().enumerate().filter(|(_, slice)| input > slice.from);
    let filled = all(filled.map(|(at, slice)| fill(scope, at, slice, &input)))?;
    let total = filled.iter().map(|slice| &slice.amount).sum();
    Ok((Trace::Slices(filled), vec![Ok(Value::Number(total))]))
}

fn fill<O: Observer>(scope: Scope<O>, at: usize, slice: &Slice, input: &Number) -> Result<SliceTrace, Stop> {
    let end = slice.to.map(Number::from).filter(|to| to < input);
    let part = end.as_ref().unwrap_or(input) - &slice.from.into();
    let rate = number(scope, &slice.rate)?;
    let amount = &part * &rate;
    Ok(SliceTrace { slice: at, span: slice.span, part, rate, amount })
}
