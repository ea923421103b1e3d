//! The edits that close a gap or end an overlap.

use super::model::Model;
use crate::analysis::coverage::{Area, Overlap, Places};
use crate::ir::{Bound, Pattern, Row, Type};
use crate::source::Span;

/// Another text for a pattern.
pub(super) struct Remedy {
    /// Where the pattern stands.
    pub span: Span,
    /// What it is to be.
    pub text: String,
    /// The same as a pattern, where it is known as one.
    pub change: Option<Change>,
}

/// Another pattern for an input of a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    /// The row.
    pub row: usize,
    /// The input.
    pub axis: usize,
    /// What it is to be.
    pub pattern: Pattern,
}

/// Where along an axis an area lies between rows.
pub(super) struct Between {
    /// The axis.
    pub axis: usize,
    /// The row that ends right below.
    pub below: Option<usize>,
    /// The row that begins right above.
    pub above: Option<usize>,
}

/// The axis along which rows stand next to the witness, both sides if there is such an axis.
pub(super) fn between(model: &Model, area: &Area, witness: &[i128]) -> Option<Between> {
    let mut best: Option<Between> = None;
    for (axis, known) in model.axes.iter().enumerate().filter(|(_, known)| known.extent.ordered) {
        let Some(here) = witness.get(axis).copied().filter(|here| *here < known.extent.len) else { continue };
        let range = area.on(axis).and_then(|places| places.ranges().iter().find(|(lo, hi)| *lo <= here && here <= *hi));
        let Some((lo, hi)) = range.copied() else { continue };
        let beside = |place: i128| {
            let inside = (0..known.extent.len).contains(&place);
            let mut point = witness.to_vec();
            *point.get_mut(axis)? = place;
            model.taker(&point).filter(|_| inside)
        };
        let found = Between { axis, below: beside(lo - 1), above: beside(hi + 1) };
        match (found.below, found.above) {
            (Some(_), Some(_)) => return Some(found),
            (None, None) => {}
            _ => best = best.or(Some(found)),
        }
    }
    best
}

/// The edit that closes a gap: the row below reaches up to the one above, or else that one down.
pub(super) fn close(model: &Model, gap: &Area, between: &Between) -> Option<Remedy> {
    // A slice that reaches over another one would no longer touch it.
    let apart = between.below.zip(between.above).is_some_and(|(below, above)| below + 1 != above);
    if model.has_repeated_inputs() || (model.slices && apart) {
        return None;
    }
    let ends = |row: Option<usize>| match row.and_then(|row| model.pattern(row, between.axis)) {
        Some(Pattern::Interval { lo, hi }) => (lo.clone(), hi.clone()),
        _ => (None, None),
    };
    let (lower, upper) = (ends(between.below), ends(between.above));
    let raised = Pattern::Interval { lo: lower.0, hi: turned(upper.0) };
    let lowered = Pattern::Interval { lo: turned(lower.1), hi: upper.1 };
    let try_row = |row: Option<usize>, pattern| changed(model, row?, between.axis, &pattern, Some(gap));
    try_row(between.below, raised).or_else(|| try_row(between.above, lowered))
}

/// The edits that part two rows, the best first: one of them ends where the other begins.
pub(super) fn part(model: &Model, earlier: usize, later: usize) -> Vec<Remedy> {
    if model.has_repeated_inputs() {
        return vec![];
    }
    let mut axes = (0..model.axes.len()).filter_map(|axis| part_along(model, axis, earlier, later));
    match (axes.next(), axes.next()) {
        (None, _) => {
            (0..model.axes.len()).find_map(|axis| leave_out(model, axis, earlier, later)).into_iter().collect()
        }
        (Some(only), None) => only,
        _ => vec![],
    }
}

/// `any` where an earlier row takes some labels becomes `not` those, if that row takes all that is given up.
fn leave_out(model: &Model, axis: usize, earlier: usize, later: usize) -> Option<Remedy> {
    let (Pattern::Values(_), Pattern::Any) = (model.pattern(earlier, axis)?, model.pattern(later, axis)?) else {
        return None;
    };
    let labels = matches!(model.table.inputs.get(axis)?.value.ty, Type::Label(_));
    let area = |row: usize| Some(&model.rows.get(row)?.as_ref()?.area);
    let given_up = area(later)?.with(axis, area(earlier)?.on(axis)?.clone());
    let taken = model.sources.slice(*model.row(earlier)?.pattern_spans.get(axis)?);
    let span = *model.row(later)?.pattern_spans.get(axis)?;
    (labels && area(earlier)?.covers(&given_up)).then(|| Remedy { span, text: format!("not {taken}"), change: None })
}

fn part_along(model: &Model, axis: usize, earlier: usize, later: usize) -> Option<Vec<Remedy>> {
    let places = |row: usize| model.rows.get(row)?.as_ref()?.area.on(axis);
    let (one, other) = (places(earlier)?, places(later)?);
    let (below, above) = match (one.first()?.cmp(&other.first()?), one.last()?.cmp(&other.last()?)) {
        (std::cmp::Ordering::Less, std::cmp::Ordering::Less) => (earlier, later),
        (std::cmp::Ordering::Greater, std::cmp::Ordering::Greater) => (later, earlier),
        _ => return None,
    };
    let (Pattern::Interval { lo: low, hi: top }, Pattern::Interval { lo: bottom, hi: high }) =
        (model.pattern(below, axis)?, model.pattern(above, axis)?)
    else {
        return None;
    };
    let upward = match low {
        Some(low) => !low.included,
        None => !begins_included(model, axis),
    };
    let shortened = Pattern::Interval { lo: low.clone(), hi: turned(bottom.clone()) };
    let raised = Pattern::Interval { lo: turned(top.clone()), hi: high.clone() };
    // Of rows that differ in more than this, the one that stands first is meant to come first.
    let alike = differs_only(model, axis, earlier, later);
    let shorten = || {
        let clean = !is_point(&shortened) && gives_up(model, (below, above), axis, &shortened);
        changed(model, below, axis, &shortened, None).filter(|_| clean && (alike || below == later))
    };
    let raise = || {
        let clean = !is_point(&raised) && gives_up(model, (above, below), axis, &raised);
        changed(model, above, axis, &raised, None).filter(|_| clean && (alike || above == later))
    };
    // `(30s, 60min]` before `> 60s`: the row that mixes units is the one that slipped.
    let slipped =
        other_unit(model, top.as_ref(), bottom.as_ref()) && other_unit_within(model, low.as_ref(), top.as_ref());
    let both = if upward && !slipped { [raise(), shorten()] } else { [shorten(), raise()] };
    let mut both: Vec<Remedy> = both.into_iter().flatten().collect();
    // Of a bound said in words, nobody knows which of the two rows is meant: both are offered.
    let said = bottom.as_ref().zip(top.as_ref()).is_some_and(|(one, other)| one.value == other.value);
    let one_sided = low.is_none() || high.is_none();
    both.truncate(if said && one_sided && !slipped { 2 } else { 1 });
    (!both.is_empty()).then_some(both)
}

/// Whether rows with two ends take their lower one and leave the upper to the next: `[80, 90)`, or `[80, 89]` with a
/// gap above it, or `[80, 90]` with a `[90, 100]` beside it.
fn begins_included(model: &Model, axis: usize) -> bool {
    let ends = |row: &Row| match row.patterns.get(axis) {
        Some(Pattern::Interval { lo: Some(lo), hi: Some(hi) }) => Some((lo.clone(), hi.clone())),
        _ => None,
    };
    let each: Vec<(usize, (Bound, Bound))> =
        model.table.rows.iter().enumerate().filter_map(|(at, row)| Some((at, ends(row)?))).collect();
    let open_above = |row: usize| {
        let next = model.rows.get(row)?.as_ref()?.area.on(axis)?.last()? + 1;
        let free = next < model.axes.get(axis)?.extent.len && model.axes.len() == 1;
        Some(free && model.taker(&[next]).is_none())
    };
    let shared = |hi: &Bound| each.iter().any(|(_, (lo, _))| lo.included && lo.value == hi.value);
    let leaves = |(row, (lo, hi)): &(usize, (Bound, Bound))| {
        lo.included && (!hi.included || shared(hi) || open_above(*row).unwrap_or(false))
    };
    each.iter().any(leaves) && each.iter().all(|(_, (lo, hi))| lo.included || !hi.included)
}

/// Whether two rows take the same on every axis but one.
fn differs_only(model: &Model, axis: usize, one: usize, other: usize) -> bool {
    let areas = (model.rows.get(one).and_then(Option::as_ref), model.rows.get(other).and_then(Option::as_ref));
    let (Some(one), Some(other)) = areas else { return false };
    one.area.0.iter().zip(&other.area.0).enumerate().all(|(at, (a, b))| at == axis || a == b)
}

/// Whether a row with another pattern on one axis gives up only what the other row takes, so that no gap opens.
fn gives_up(model: &Model, (row, other): (usize, usize), axis: usize, pattern: &Pattern) -> bool {
    let area = |row: usize| model.rows.get(row)?.as_ref().map(|cover| &cover.area);
    let lost = || {
        let (known, old) = (model.axes.get(axis)?, area(row)?);
        let free = known.places(pattern)?.complement(0, known.extent.len);
        Some(area(other)?.covers(&old.with(axis, old.on(axis)?.intersection(&free))))
    };
    lost().unwrap_or(false)
}

/// The edit that takes the doubled values out of a row that lists its values one by one: the later
/// row, or the earlier.
pub(super) fn unlisted(model: &Model, overlap: &Overlap) -> Option<Remedy> {
    let mut rows = [overlap.later, overlap.earlier].into_iter();
    rows.find_map(|row| (0..model.axes.len()).find_map(|axis| without(model, row, axis, &overlap.area)))
}

/// A row without the values that a part of it has on an axis, where it has that part on all others.
fn without(model: &Model, row: usize, axis: usize, doubled: &Area) -> Option<Remedy> {
    let Pattern::Values(values) = model.pattern(row, axis)? else { return None };
    let area = &model.rows.get(row)?.as_ref()?.area;
    let mut others = area.0.iter().zip(&doubled.0).enumerate();
    if !others.all(|(at, (all, part))| at == axis || all == part) {
        return None;
    }
    let (known, part) = (model.axes.get(axis)?, doubled.on(axis)?);
    let kept = values.iter().filter(|value| known.place_of(value).is_none_or(|place| !part.contains(place)));
    let kept: Vec<String> = kept.map(|value| model.written(axis, value)).collect();
    let text = match kept.as_slice() {
        [] => return None,
        [only] => only.clone(),
        several => format!("{{{}}}", several.join(", ")),
    };
    Some(Remedy { span: *model.row(row)?.pattern_spans.get(axis)?, text, change: None })
}

/// The row with another pattern on one axis, if it then takes `wanted` or a part of it and meets no row anew.
fn changed(model: &Model, row: usize, axis: usize, pattern: &Pattern, wanted: Option<&Area>) -> Option<Remedy> {
    let spans = &model.row(row)?.pattern_spans;
    let span = *spans.get(axis)?;
    let text = in_words(model, axis, span, pattern)?;
    let places = model.axes.get(axis)?.places(pattern)?;
    let old = &model.rows.get(row)?.as_ref()?.area;
    let new = old.with(axis, places);
    let closes = wanted.is_none_or(|gap| new.covers(&gap.intersection(&old.with(axis, everywhere(model, axis)))));
    let others = || model.takers().filter(|(at, cover)| *at != row && !cover.rest);
    let meets_anew = others().any(|(_, other)| other.area.meets(&new) && !other.area.meets(old));
    let change = Some(Change { row, axis, pattern: pattern.clone() });
    (closes && !new.is_empty() && !meets_anew).then_some(Remedy { span, text, change })
}

/// An interval as it is written in the place of one: for 70以下 without the 70, 不满 70.
pub(super) fn in_words(model: &Model, axis: usize, old: Span, pattern: &Pattern) -> Option<String> {
    let text = model.interval(axis, pattern)?;
    let old = model.sources.slice(old);
    let worded = |word: &str, sign: &str| Some(format!("{word} {}", text.strip_prefix(sign)?));
    let of = match pattern {
        Pattern::Interval { lo: None, hi: Some(hi) } if !hi.included && old.contains('以') => worded("不满", "< "),
        Pattern::Interval { lo: Some(lo), hi: None } if !lo.included && old.contains('以') => worded("超过", "> "),
        _ => None,
    };
    Some(of.unwrap_or(text))
}

fn everywhere(model: &Model, axis: usize) -> Places {
    model.axes.get(axis).map(|known| known.extent.present()).unwrap_or_default()
}

/// Whether an interval is left with one value only, which is no rung any more.
fn is_point(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::Interval { lo: Some(lo), hi: Some(hi) } if lo.value == hi.value)
}

/// Whether two bounds are one figure with two units: `60s`, `60min`.
fn other_unit(model: &Model, one: Option<&Bound>, other: Option<&Bound>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            let (one, other) = (spelt(model, one), spelt(model, other));
            !one.0.is_empty() && one.0 == other.0 && one.1 != other.1
        }
        _ => false,
    }
}

/// Whether the bounds of one row have different units.
fn other_unit_within(model: &Model, lo: Option<&Bound>, hi: Option<&Bound>) -> bool {
    matches!((lo, hi), (Some(lo), Some(hi)) if spelt(model, lo).1 != spelt(model, hi).1)
}

/// The figure and the unit of a bound as it was written.
fn spelt<'a>(model: &Model<'a>, bound: &Bound) -> (&'a str, &'a str) {
    let text = model.sources.slice(bound.span);
    let (figure, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len()));
    (figure, unit.trim_start())
}

/// The end that touches a bound from the other side.
pub(super) fn turned(bound: Option<Bound>) -> Option<Bound> {
    bound.map(|bound| Bound { included: !bound.included, ..bound })
}
