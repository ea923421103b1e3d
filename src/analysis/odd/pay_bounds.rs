//! W0511, W0512, W0520: `at least` and `at most` of pay.

use super::bounds::{Held, judge};
use super::{Odd, has_param};
use crate::diagnostic::Diagnostic;
use crate::ir::{Bounds, Pay, SlotId};
use crate::quantity::Numbers;

/// Tells bounds of lines, and of the sum, that never or always act.
pub(super) fn tell(odd: &Odd, pay: &Pay) -> Vec<Diagnostic> {
    let mut told = vec![];
    for line in pay.lines.iter().filter(|line| !has_param(&line.value, &odd.set)) {
        if let Some(numbers) = line.value.domain.numbers() {
            told.extend(bounded(odd, line.slot, &line.bounds, numbers));
        }
    }
    let set = pay.lines.iter().any(|line| has_param(&line.value, &odd.set));
    if let Some(sum) = sum(odd, pay).filter(|_| !set) {
        told.extend(bounded(odd, pay.slot, &pay.bounds, &sum));
    }
    told
}

/// What the lines can add to.
fn sum(odd: &Odd, pay: &Pay) -> Option<Numbers> {
    let mut lines = pay.lines.iter().map(|line| odd.policy.slot(line.slot)?.domain.numbers());
    let first = lines.next()??.clone();
    lines.try_fold(first, |sum, line| Some(sum.add(line?)))
}

fn bounded(odd: &Odd, slot: SlotId, bounds: &Bounds, numbers: &Numbers) -> Vec<Diagnostic> {
    let Some(slot) = odd.policy.slot(slot) else { return vec![] };
    let floor = bounds.at_least.as_ref().and_then(|value| value.number()).map(|bound| Held {
        bound: bound.clone(),
        floor: true,
        range: false,
    });
    let cap = bounds.at_most.as_ref().and_then(|value| value.number()).map(|bound| Held {
        bound: bound.clone(),
        floor: false,
        range: false,
    });
    let tell = |held: Held| {
        let (told, end) = judge(numbers, &held, slot.span)?;
        let told = told.variant("pay").arg("input", slot.name.as_str());
        Some(told.arg("bound", odd.quantity(held.bound, slot.ty)).arg("end", odd.quantity(end, slot.ty)))
    };
    floor.into_iter().chain(cap).filter_map(tell).collect()
}
