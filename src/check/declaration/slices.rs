//! How the slices of a marginal scale follow each other.

use super::build::Build;
use super::rows;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Bound, Pattern, Slice};
use crate::quantity::Decimal;
use crate::source::{Span, reordered};
use crate::syntax::ast;

/// The ends of an interval that have one.
pub(super) fn ends(interval: &Pattern) -> (Option<Decimal>, Option<Decimal>) {
    match interval {
        Pattern::Interval { lo, hi } => {
            (lo.as_ref().and_then(|bound| bound.value.decimal()), hi.as_ref().and_then(|bound| bound.value.decimal()))
        }
        _ => (None, None),
    }
}

/// Each slice begins where the one above it ends: between `[0, 50]` and `[51, 100]` nobody knows
/// at which rate the 51st is paid.
pub(super) fn follow(build: &mut Build, scale: &ast::Scale, slices: &[Slice]) -> bool {
    if touch(&slices.iter().collect::<Vec<_>>()) {
        return true;
    }
    if reversed(build, scale, slices) {
        return false;
    }
    for (low, high) in slices.iter().zip(slices.iter().skip(1)) {
        let variant = match low.to {
            None => "after-open",
            Some(to) if ends(&high.interval).0.is_none() || high.from < to => "order",
            Some(to) if high.from > to => "apart",
            Some(_) => continue,
        };
        let told = broken(build, scale, low, high).variant(variant);
        let told = mended(build, low, high).into_iter().fold(told, |told, (span, text)| {
            let told = if told.edits.is_empty() { told.arg("new", text.as_str()) } else { told };
            told.edit(span, text)
        });
        let mend = if told.edits.is_empty() { "other" } else { "edit" };
        build.tell(told.arg("mend", mend));
    }
    false
}

fn touch(slices: &[&Slice]) -> bool {
    slices.iter().zip(slices.iter().skip(1)).all(|(low, high)| low.to == ends(&high.interval).0 && low.to.is_some())
}

fn broken(build: &Build, scale: &ast::Scale, low: &Slice, high: &Slice) -> Diagnostic {
    Diagnostic::new(Code::BrokenScale, high.interval_span)
        .arg("name", scale.name.text.as_str())
        .arg("low", rows::text(build, low.interval_span))
        .arg("high", rows::text(build, high.interval_span))
        .label(low.interval_span, "low")
}

/// Tells slices that are sound but for their order, with the order they should have. Whether they are.
fn reversed(build: &mut Build, scale: &ast::Scale, slices: &[Slice]) -> bool {
    let mut order: Vec<usize> = (0..slices.len()).collect();
    order.sort_by_key(|at| slices.get(*at).map(|slice| (ends(&slice.interval).0, slice.to.is_none(), slice.to)));
    let sorted: Vec<&Slice> = order.iter().filter_map(|at| slices.get(*at)).collect();
    if !touch(&sorted) {
        return false;
    }
    let mut pairs = slices.iter().zip(slices.iter().skip(1));
    let Some((low, high)) = pairs.find(|(low, high)| low.to != Some(high.from)) else { return false };
    let told = broken(build, scale, low, high).variant("reversed");
    let places: Vec<Span> = slices.iter().map(|slice| slice.span).collect();
    build.tell(match reordered(build.cx.sources, &places, &order) {
        Some((span, text)) => told.edit(span, text),
        None => told,
    });
    true
}

/// The edits that let two slices touch: the upper begins where the lower ends; where they overlap,
/// also the other way round.
fn mended(build: &Build, low: &Slice, high: &Slice) -> Vec<(Span, String)> {
    let (Pattern::Interval { lo: bottom, hi: Some(end) }, Pattern::Interval { lo: Some(begin), hi: top }) =
        (&low.interval, &high.interval)
    else {
        return vec![];
    };
    let turned = |bound: &Bound| Some(Bound { included: !bound.included, ..bound.clone() });
    let text = |bound: &Bound| build.cx.sources.slice(bound.span).to_owned();
    let raised = Pattern::Interval { lo: turned(end), hi: top.clone() };
    let lowered = Pattern::Interval { lo: bottom.clone(), hi: turned(begin) };
    let sound = |pattern: &Pattern| match ends(pattern) {
        (Some(lo), Some(hi)) => lo < hi,
        _ => true,
    };
    let overlap = begin.value < end.value;
    let raised = Some((high.interval_span, raised));
    let lowered = overlap.then_some((low.interval_span, lowered));
    let each = [raised, lowered].into_iter().flatten().filter(|(_, pattern)| sound(pattern));
    each.filter_map(|(span, pattern)| Some((span, pattern.interval(text)?))).collect()
}
