//! What no row of a table takes.

use super::chance::is_chance;
use super::consequence::lacking;
use super::marginal;
use super::model::Model;
use super::open;
use super::remedy::{Between, Change, Remedy, between, close};
use super::witness::witness;
use crate::analysis::coverage::{Area, Cover};
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Pattern, TableKind, Value};
use crate::quantity::Number;
use crate::syntax::Keyword;

/// What is told of a gap.
#[derive(Clone)]
pub(super) struct Told {
    /// The finding, with the edit that closes the gap where there is one.
    pub finding: Diagnostic,
    /// Whether the gap lies between two rows.
    pub between: bool,
    /// What the edit changes.
    pub change: Option<Change>,
}

/// Tells what no row takes.
pub(super) fn tell(model: &Model, gap: &Area) -> Told {
    let Told { finding, between, change } = told(model, gap);
    let before = finding.edits.clone();
    let finding = above_zero(model, gap, finding);
    let change = change.filter(|_| finding.edits == before);
    Told { finding, between, change }
}

/// A scale that begins at 0 under an input that can be less: what is less than nothing is paid as nothing.
fn above_zero(model: &Model, gap: &Area, mut told: Diagnostic) -> Diagnostic {
    let scale = model.slices || model.table.kind == TableKind::Scale;
    // Only the first row: one that begins below 0 says itself what less than nothing gives.
    let begin = match model.pattern(0, 0) {
        Some(Pattern::Interval { lo: Some(lo), .. }) if lo.included && lo.value == Value::Number(Number::ZERO) => {
            Some(lo)
        }
        _ => None,
    };
    let below = || {
        let (axis, begin) = (model.axes.first()?, begin?);
        Some(gap.0.len() == 1 && gap.on(0)?.last()? < axis.start(begin)?)
    };
    let below = below().unwrap_or(false);
    let (true, Some(begin), Some(input)) = (scale && below, begin, model.table.inputs.first()) else { return told };
    let text = model.sources.slice(input.value.span);
    if text.is_empty() {
        return told;
    }
    let zero = match model.sources.slice(begin.span) {
        "" => model.written(0, &begin.value),
        written => written.to_owned(),
    };
    let held = format!("{}({text}, {zero})", Keyword::Max.en());
    told.edits.clear();
    told.say("mend", "held");
    told.say("input", text);
    told.say("proposal", held.as_str());
    told.edit(input.value.span, held)
}

fn told(model: &Model, gap: &Area) -> Told {
    let point = witness(model, gap);
    if let Some(end) = marginal::end(model, gap) {
        let finding = marginal::tell(model, (gap, &point), &end);
        return Told { finding, between: false, change: None };
    }
    let base = Diagnostic::new(Code::Gap, model.table.span)
        .arg("table", model.table.name.as_str())
        .arg("point", model.point(&point))
        .arg("region", model.patterns(gap));
    let rest = model.new_row(Arg::from("otherwise"));
    let row = if model.is_one_row(gap) { model.new_row(model.patterns(gap)) } else { rest.clone() };
    let base = base.arg("row", row).arg("rest", rest);
    let absent = open::absent(model, gap).is_some();
    let by_person = (absent || conditions(model, gap) > 1).then(|| open::partly(model, gap, &base)).flatten();
    if let Some(finding) = by_person.or_else(|| open::exempted(model, gap, &point, &base)) {
        return Told { finding: finding.arg("result", lacking(model)), between: false, change: None };
    }
    let place = between(model, gap, &point);
    let is_between = place.as_ref().is_some_and(|place| place.below.is_some() && place.above.is_some());
    let mut change = None;
    let told =
        match place {
            _ if absent => base.variant("missing").finding(model.finding(gap, &point, [])),
            place => match (conditional(model, gap), place) {
                (Some(row), _) => {
                    let mut told = base.variant("guarded").finding(model.finding(gap, &point, [row]));
                    told.labels.extend(model.label(row, "row"));
                    told.arg("guarded", model.row_name(row))
                }
                (None, Some(place)) if place.below != place.above => {
                    let remedy = close(model, gap, &place);
                    change = remedy.as_ref().and_then(|remedy| remedy.change.clone());
                    beside(model, (gap, &point), &place, remedy, base)
                }
                (None, _) => base
                    .arg("mend", if model.is_one_row(gap) { "row" } else { "rest" })
                    .finding(model.finding(gap, &point, [])),
            },
        };
    Told { finding: told.arg("result", lacking(model)), between: is_between, change }
}

/// Tells a gap with the rows next to it and the edit that closes it.
fn beside(
    model: &Model,
    (gap, point): (&Area, &[i128]),
    place: &Between,
    remedy: Option<Remedy>,
    told: Diagnostic,
) -> Diagnostic {
    let rows = [(place.below, "below"), (place.above, "above")];
    let mut told = told.finding(model.finding(gap, point, rows.iter().filter_map(|(row, _)| *row)));
    told = told.variant(match (place.below, place.above) {
        (Some(_), Some(_)) => "between",
        (Some(_), None) => "above",
        _ => "below",
    });
    for (row, key) in rows {
        if let Some(row) = row {
            told = told.arg(key, model.row_name(row));
            told.labels.extend(model.label(row, "row"));
        }
    }
    match remedy {
        Some(remedy) => told
            .arg("mend", if is_chance(model, gap, place) { "close" } else { "edit" })
            .arg("old", model.sources.slice(remedy.span))
            .arg("new", remedy.text.as_str())
            .edit(remedy.span, remedy.text),
        None => told.arg("mend", "row"),
    }
}

/// How many rows with conditions take a part of a gap.
fn conditions(model: &Model, gap: &Area) -> usize {
    model.rows.iter().flatten().filter(|row| row.guarded && row.area.meets(gap)).count()
}

/// A row with a condition that lies in the gap: without its condition it would take a part of it, or all.
fn conditional(model: &Model, gap: &Area) -> Option<usize> {
    let guarded = |cover: &&Cover| cover.guarded && !cover.area.is_empty() && gap.covers(&cover.area);
    model.rows.iter().position(|row| row.as_ref().filter(guarded).is_some())
}
