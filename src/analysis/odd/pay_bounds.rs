//! W0511, W0512, W0520: `at least` and `at most` of pay.

use super::bounds::{Held, judge};
use super::{Odd, has_param};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Bounds, Pay, PayLine, SlotId};
use crate::quantity::{Decimal, Numbers};
use crate::source::Span;
use crate::syntax::Keyword;

/// Tells bounds of lines, and of the sum, that never or always act.
pub(super) fn tell(odd: &Odd, pay: &Pay) -> Vec<Diagnostic> {
    let mut told = vec![];
    for line in pay.lines.iter().filter(|line| !has_param(&line.value, &odd.set)) {
        if let Some(numbers) = line.value.domain.numbers() {
            told.extend(bounded(odd, line.slot, &line.bounds, numbers).into_iter().map(|told| turned(odd, line, told)));
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

/// A bound above 0 of what is taken off, which is below 0: the size of the deduction was meant, and the most that is
/// taken is the least that comes out.
fn turned(odd: &Odd, line: &PayLine, mut told: Diagnostic) -> Diagnostic {
    let Bounds { at_least, at_most } = &line.bounds;
    let numbers = line.value.domain.numbers();
    let taken = numbers.is_some_and(|numbers| numbers.hi() <= Decimal::ZERO && numbers.lo() < Decimal::ZERO);
    let only = match (at_least, at_most) {
        (Some(bound), None) | (None, Some(bound)) => bound.number().filter(|bound| **bound > Decimal::ZERO),
        _ => None,
    };
    let wrong = matches!(told.code, Code::IdleBound | Code::FixedBound) && only.is_some() && taken;
    let Some((place, amount)) = wrong.then(|| written(odd, line)).flatten() else { return told };
    let wanted = format!("{} -{amount}", Keyword::AtLeast.en());
    told.variant = "turned";
    told.arg("wanted", wanted.clone()).edit(place, wanted)
}

/// Where the only bound of a line is written, and its amount as it stands there.
fn written(odd: &Odd, line: &PayLine) -> Option<(Span, String)> {
    let name = odd.policy.slot(line.slot)?.span;
    let head = Span { start: name.end, end: line.written.start, ..name };
    let text = odd.sources.slice(head);
    let bound = text.get(..text.rfind(['=', '＝'])?)?;
    let start = head.range().start + bound.len() - bound.trim_start().len();
    let bound = bound.trim();
    let word = [Keyword::AtLeast, Keyword::AtMost].into_iter().flat_map(|word| [word.zh(), word.en()]);
    let amount = word.into_iter().find_map(|word| bound.strip_prefix(word))?.trim();
    let plain = amount.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '¥' | '￥'));
    plain.then(|| (Span::new(head.file, start, start + bound.len()), amount.to_owned()))
}
