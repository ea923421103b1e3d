//! W0506: a row with a condition takes any value, and a row below it takes the absence of one, whether the condition
//! holds or not: whoever is exempt by `any when C => exempt` gets `missing => 0` all the same.

use super::implied::implies;
use super::insertion;
use super::model::Model;
use super::open::with_missing;
use crate::analysis::coverage::{Area, Places};
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Pattern, Row, RowValue};
use crate::source::Span;

/// Tells each row with a condition that an absent value passes by.
pub(super) fn tell(model: &Model) -> Vec<Diagnostic> {
    let axes = || (0..model.axes.len()).filter(|axis| model.axes.get(*axis).is_some_and(|known| known.extent.missing));
    let each = (0..model.rows.len()).flat_map(|row| axes().map(move |axis| (row, axis)));
    each.filter_map(|(row, axis)| tell_row(model, row, axis)).collect()
}

fn tell_row(model: &Model, at: usize, axis: usize) -> Option<Diagnostic> {
    let (row, known) = (model.row(at)?, model.axes.get(axis)?);
    if row.patterns.get(axis) != Some(&Pattern::Any) || asks(model, row, axis) {
        return None;
    }
    let absent = Places::range(known.extent.len, known.extent.len);
    let area = model.rows.get(at)?.as_ref()?.area.with(axis, absent);
    let taker = taker(model, at, &area)?;
    let other = model.row(taker)?;
    if row.values.iter().zip(&other.values).all(|(one, other)| alike(one, other)) || is_label_of_its_own(model, taker) {
        return None;
    }
    let (proposal, wanted) = (in_place(model, row, axis)?, instead(model, at, other, axis)?);
    let point = model.at(axis, known.extent.len);
    let input = model.table.inputs.get(axis)?.name.as_str();
    let mut told = Diagnostic::new(Code::PassedAbsence, other.span)
        .arg("table", model.table.name.as_str())
        .arg("guarded", plain(model.sources.slice(row.span)))
        .arg("row", plain(model.sources.slice(other.span)))
        .arg("point", Arg::Phrase(vec![Arg::from(input), Arg::from(" = "), point]))
        .arg("proposal", plain(&proposal))
        .arg("wanted", plain(&wanted))
        .finding(model.finding(&area, &area.least_point(), [at, taker]));
    told.labels.extend(model.label(at, "row"));
    let (span, text) = insertion::before(model, taker, &proposal)?;
    let (_, other) = insertion::before(model, taker, &wanted)?;
    Some(told.edit(span, text).edit(span, other))
}

/// Whether a row gives a grade that no other one does: `unrated : missing` is about the absence alone.
fn is_label_of_its_own(model: &Model, row: usize) -> bool {
    let label = model.grade(row);
    label.is_some() && (0..model.rows.len()).filter(|other| model.grade(*other) == label).count() == 1
}

/// A row without the blanks that align it.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether what a row asks or answers hangs on the input itself.
fn asks(model: &Model, row: &Row, axis: usize) -> bool {
    let slot = model.table.inputs.get(axis).and_then(|input| input.value.slot());
    let own = |read| Some(read) == slot;
    let answers = row.values.iter().any(|value| matches!(value, RowValue::Expr(expr) if expr.reads(own)));
    slot.is_none() || answers || row.guard.as_ref().is_none_or(|guard| guard.reads(own))
}

/// The row without a condition that takes an area, where none with one is meant for it.
fn taker(model: &Model, at: usize, area: &Area) -> Option<usize> {
    let guard = model.row(at)?.guard.as_ref()?;
    let mut meeting = (0..model.rows.len()).filter(|row| {
        let cover = model.rows.get(*row).and_then(Option::as_ref);
        cover.is_some_and(|cover| cover.area.meets(area))
    });
    let meant = |row: &usize| match model.row(*row).map(|row| &row.guard) {
        Some(Some(other)) => implies(model.policy, guard, other),
        _ => true,
    };
    let taker = meeting.find(meant)?;
    (taker > at && model.row(taker)?.guard.is_none()).then_some(taker)
}

fn alike(one: &RowValue, other: &RowValue) -> bool {
    match (one, other) {
        (RowValue::Expr(one), RowValue::Expr(other)) => one.alike(other),
        (RowValue::Missing, RowValue::Missing) => true,
        _ => false,
    }
}

/// The row itself for an absent value: `missing when C => exempt`.
fn in_place(model: &Model, row: &Row, axis: usize) -> Option<String> {
    let (whole, pattern) = (row.span, *row.pattern_spans.get(axis)?);
    let text = |start: u32, end: u32| model.sources.slice(Span { start, end, ..whole });
    Some(format!("{}missing{}", text(whole.start, pattern.start), text(pattern.end, whole.end)))
}

/// The same with what another row answers.
fn instead(model: &Model, at: usize, other: &Row, axis: usize) -> Option<String> {
    let whole = other.span;
    let (first, last) = (other.pattern_spans.first()?, other.pattern_spans.last()?);
    let text = |start: u32, end: u32| model.sources.slice(Span { start, end, ..whole });
    let head = with_missing(model, at, axis)?;
    Some(format!("{}{head}{}", text(whole.start, first.start), text(last.end, whole.end)))
}
