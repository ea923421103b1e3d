//! What is told of two rows that take the same values.

use super::consequence::unclear;
use super::model::Model;
use super::remedy::{Change, Remedy, part, unlisted};
use super::witness::witness;
use crate::analysis::coverage::{Area, Overlap, Places};
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Bound, ExprKind, Pattern, Row, RowValue};
use crate::source::Span;

/// A row that would become more rows than this is better thought over.
const MOST_PARTS: usize = 3;

/// What is told of an overlap.
#[derive(Clone)]
pub(super) struct Told {
    /// The finding, with the edits that end the overlap where there are any.
    pub finding: Diagnostic,
    /// What the first of them changes.
    pub change: Option<Change>,
}

/// Tells two rows that take the same values.
pub(super) fn tell(model: &Model, overlap: &Overlap) -> Option<Told> {
    let later = model.row(overlap.later)?;
    let point = witness(model, &overlap.area);
    let mut told = Diagnostic::new(Code::Overlap, later.span)
        .variant(if is_alike(model, overlap) { "alike" } else { "" })
        .arg("table", model.table.name.as_str())
        .arg("point", model.point(&point))
        .arg("region", model.patterns(&overlap.area))
        .arg("earlier", model.row_name(overlap.earlier))
        .arg("later", model.row_name(overlap.later))
        .finding(model.finding(&overlap.area, &point, [overlap.earlier, overlap.later]));
    told.labels.extend(model.label(overlap.earlier, "row"));
    let told = told.arg("result", unclear(model));
    let mut remedies = part(model, overlap.earlier, overlap.later);
    if remedies.is_empty() {
        remedies.extend(unlisted(model, overlap));
    }
    let change = remedies.first().and_then(|remedy| remedy.change.clone());
    Some(Told { finding: mended(model, overlap, told, remedies), change })
}

fn mended(model: &Model, overlap: &Overlap, told: Diagnostic, remedies: Vec<Remedy>) -> Diagnostic {
    if let Some((span, old, text)) = widened(model, overlap) {
        return told.arg("old", old).arg("new", text.as_str()).arg("mend", "edit").edit(span, text);
    }
    let mut remedies = remedies.into_iter();
    let Some(first) = remedies.next() else {
        return match rest(model, overlap) {
            // A single value above an interval is meant apart from it.
            Some((rows, Some((span, text)))) => told.arg("mend", "rows").arg("rows", rows).edit(span, text),
            Some((rows, None)) => told.arg("mend", "rows").arg("rows", rows),
            None => told.arg("mend", "other"),
        };
    };
    let old = |remedy: &Remedy| model.sources.slice(remedy.span).to_owned();
    let told = told.arg("old", old(&first)).arg("new", first.text.as_str()).edit(first.span, first.text);
    match remedies.next() {
        Some(other) => told
            .arg("mend", "either")
            .arg("older", old(&other))
            .arg("newer", other.text.as_str())
            .edit(other.span, other.text),
        None => told.arg("mend", "edit"),
    }
}

/// Whether both rows of an overlap answer alike.
pub(super) fn is_alike(model: &Model, overlap: &Overlap) -> bool {
    let rows = model.row(overlap.earlier).zip(model.row(overlap.later));
    rows.is_some_and(|(one, other)| one.values.len() == other.values.len() && answers(one).eq(answers(other)))
}

/// The rows to write in place of the later one, so that it leaves what both take to the earlier.
fn rest(model: &Model, overlap: &Overlap) -> Option<(Arg, Option<(Span, String)>)> {
    if model.has_repeated_inputs() {
        return None;
    }
    let mut inner = model.rows.get(overlap.later)?.as_ref()?.area.clone();
    let mut parts: Vec<Area> = vec![];
    for (axis, taken) in overlap.area.0.iter().enumerate() {
        let extent = model.axes.get(axis)?.extent;
        let all = inner.on(axis)?.clone();
        let free = taken.complement(0, extent.len).intersection(&all);
        let ranges = free.ranges().iter().copied();
        let each = ranges.map(|(lo, hi)| inner.with(axis, Places::range(lo, hi)));
        match extent.ordered {
            true => parts.extend(each),
            false => parts.extend((!free.is_empty()).then(|| inner.with(axis, free.clone()))),
        }
        inner = inner.with(axis, taken.clone());
    }
    let told = !parts.is_empty() && parts.len() <= MOST_PARTS && parts.iter().all(|part| model.is_one_row(part));
    let between = |at: usize| (at > 0).then_some(Arg::Term("then"));
    let rows = parts.iter().enumerate();
    told.then(|| {
        let text =
            Arg::Phrase(rows.flat_map(|(at, part)| between(at).into_iter().chain([model.patterns(part)])).collect());
        (text, apart(model, overlap))
    })
}

/// `100% => 40; >= 95% => 30`: a single value on top of a row that is open above is its lower end, as the rows below show.
fn widened(model: &Model, overlap: &Overlap) -> Option<(Span, String, String)> {
    let (Pattern::Values(values), Pattern::Interval { lo: Some(lo), hi: None }) =
        (model.pattern(overlap.earlier, 0)?, model.pattern(overlap.later, 0)?)
    else {
        return None;
    };
    let ([value], 1, 0) = (values.as_slice(), model.axes.len(), overlap.earlier) else { return None };
    let axis = model.axes.first()?;
    let apart = axis.place_of(value)? > axis.place_of(&lo.value)? && axis.extent.ordered;
    let span = *model.row(overlap.earlier)?.pattern_spans.first().filter(|_| apart)?;
    let at = Bound { value: value.clone(), included: true, span };
    let text = model.interval(0, &Pattern::Interval { lo: Some(at), hi: None })?;
    Some((span, model.sources.slice(span).to_owned(), text))
}

/// The interval of the later row without the single value of the earlier, where that is an end of it.
fn apart(model: &Model, overlap: &Overlap) -> Option<(Span, String)> {
    let (Pattern::Values(values), Pattern::Interval { lo, hi }) =
        (model.pattern(overlap.earlier, 0)?, model.pattern(overlap.later, 0)?)
    else {
        return None;
    };
    let ([value], 1) = (values.as_slice(), model.axes.len()) else { return None };
    let (row, other) = (model.row(overlap.later)?, model.row(overlap.earlier)?);
    let open = Bound { value: value.clone(), included: false, span: *other.pattern_spans.first()? };
    let at = |bound: &Option<Bound>| bound.as_ref().is_some_and(|bound| bound.value == *value);
    let least = model.axes.first()?.place_of(value) == Some(0);
    let pattern = match (at(lo) || lo.is_none() && least, at(hi)) {
        (true, _) => Pattern::Interval { lo: Some(open), hi: hi.clone() },
        (_, true) => Pattern::Interval { lo: lo.clone(), hi: Some(open) },
        _ => return None,
    };
    Some((*row.pattern_spans.first()?, model.interval(0, &pattern)?))
}

/// What a row answers, as far as it can be compared: two constants are alike, whatever their spelling.
fn answers(row: &Row) -> impl Iterator<Item = Option<String>> {
    row.values.iter().enumerate().map(|(at, value)| match value {
        RowValue::Missing => Some("missing".to_owned()),
        RowValue::Expr(expr) => match &expr.kind {
            ExprKind::Constant(value) => Some(format!("{value:?}")),
            _ => Some(format!("{:?} {at}", expr.span)),
        },
        RowValue::Line(_) => Some(format!("{:?} {at}", row.span)),
    })
}
