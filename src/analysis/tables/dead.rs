//! Rows that nothing reaches.

use super::consequence::idle;
use super::ladder;
use super::model::Model;
use super::removal;
use crate::analysis::coverage::Shape;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::{Expr, ExprKind, Row, RowValue, Slot, SlotId, TableKind, Value};
use crate::quantity::Domain;
use crate::source::Span;

/// Tells a row that nothing reaches: it lies outside the domain, or the earlier rows `met` take all it could.
/// It may be left out of a `whole` table; where other rows are wrong, its bounds may be what is to be mended.
pub(super) fn tell(model: &Model, row: usize, met: &[usize], whole: bool) -> Option<Diagnostic> {
    let cover = model.rows.get(row)?.as_ref()?;
    let span = model.row(row)?.span;
    let outside = cover.area.0.iter().position(|places| places.is_empty());
    if outside.is_some() && is_reached_otherwise(model, row) {
        return None;
    }
    let (told, misplaced) = match outside {
        _ if cover.rest => (Diagnostic::new(Code::IdleOtherwise, span), false),
        Some(axis) => (self::outside(model, row, axis)?, false),
        None if met.is_empty() => (apart(span), false),
        None => covered(model, row, met)?,
    };
    let point = cover.area.least_point();
    let finding = model.finding(
        &cover.area,
        if outside.is_some() { &[] } else { &point },
        [row].into_iter().chain(met.iter().copied()),
    );
    let told = told.arg("table", model.table.name.as_str()).arg("row", model.row_name(row)).finding(finding);
    let told = told.arg("result", idle(model));
    // The row of a grade is its label.
    let needless = whole && !misplaced && model.table.kind != TableKind::Grade;
    // Without a slice, those above it would stand apart from those below; they are as dead.
    let last = if model.slices { model.rows.len().saturating_sub(1) } else { row };
    Some(match removal::of(model, row, last).filter(|_| needless) {
        Some(span) => told.safe_edit(span, ""),
        None => told,
    })
}

/// Whether a row of a grade declares a label that some other value can have: one that is promoted, or kept.
fn is_reached_otherwise(model: &Model, row: usize) -> bool {
    let label = |row: &Row| match row.values.first() {
        Some(RowValue::Expr(Expr { kind: ExprKind::Constant(Value::Label(at)), ty, .. })) => Some((*at, *ty)),
        _ => None,
    };
    let Some((at, ty)) = model.row(row).and_then(label).filter(|_| model.table.kind == TableKind::Grade) else {
        return false;
    };
    let once = model.table.rows.iter().filter_map(label).filter(|(other, _)| *other == at).count() == 1;
    let has = |slot: &Slot| slot.ty == ty && matches!(&slot.domain, Domain::Labels(labels) if labels.contains(&at));
    let slots = model.policy.slots.iter().enumerate();
    once && slots.filter(|(id, _)| !model.table.outputs.contains(&SlotId(*id))).any(|(_, slot)| has(slot))
}

fn outside(model: &Model, row: usize, axis: usize) -> Option<Diagnostic> {
    let rung = matches!(model.rows.get(row)?.as_ref()?.shapes.get(axis)?, Shape::AtLeast | Shape::AtMost);
    let known = model.axes.get(axis)?;
    let code = if rung { Code::IdleRung } else { Code::DeadRow };
    let told = Diagnostic::new(code, model.row(row)?.span)
        .variant(if rung { "" } else { "outside" })
        .arg("input", model.table.inputs.get(axis)?.name.as_str());
    let only = known.extent.ordered && known.extent.len == 1;
    Some(match known.extent.ordered {
        _ if only => told.variant(if rung { "single" } else { "absent" }).arg("values", model.at(axis, 0)),
        true => told.arg("first", model.at(axis, 0)).arg("last", model.at(axis, known.extent.len - 1)),
        false => {
            let all = (0..known.extent.len).map(|place| model.at(axis, place));
            told.variant("absent").arg("values", Arg::List(all.collect()))
        }
    })
}

/// A row whose patterns for one input, in several columns, have no value in common.
fn apart(span: Span) -> Diagnostic {
    Diagnostic::new(Code::DeadRow, span).variant("apart")
}

/// A row that earlier ones take all of, and whether it is only to be moved: it stands below a lower rung, or the rest.
fn covered(model: &Model, row: usize, met: &[usize]) -> Option<(Diagnostic, bool)> {
    let cover = model.rows.get(row)?.as_ref()?;
    let area = |other: usize| Some(&model.rows.get(other)?.as_ref()?.area);
    let whole = met.iter().copied().find(|other| area(*other).is_some_and(|other| other.covers(&cover.area)));
    let above = whole.filter(|other| is_lower_rung(model, *other, row));
    let by: Vec<usize> = above.or(whole).map_or_else(|| met.to_vec(), |one| vec![one]);
    let (variant, misplaced) = match (above, whole) {
        (Some(_), _) => ("upside-down", true),
        (None, Some(other)) if is_rest(model, other) => ("rest", true),
        (None, Some(other)) if has_any(model, other, row) => ("wider", false),
        _ => ("", false),
    };
    let mut told = Diagnostic::new(Code::DeadRow, model.row(row)?.span).variant(variant).arg("by", names(model, &by));
    told.labels.extend(by.iter().filter_map(|other| model.label(*other, "row")));
    let remedy = above.and_then(|_| ladder::upright(model, row));
    Some((remedy.into_iter().fold(told, |told, remedy| told.edit(remedy.span, remedy.text)), misplaced))
}

fn is_rest(model: &Model, row: usize) -> bool {
    model.rows.get(row).and_then(Option::as_ref).is_some_and(|cover| cover.rest)
}

/// The names of rows; those of several columns have commas of their own.
fn names(model: &Model, rows: &[usize]) -> Arg {
    let names = rows.iter().map(|row| model.row_name(*row));
    if model.axes.len() < 2 {
        return Arg::List(names.collect());
    }
    let between = |at: usize| (at > 0).then_some(Arg::Term("then"));
    Arg::Phrase(names.enumerate().flat_map(|(at, name)| between(at).into_iter().chain([name])).collect())
}

/// Whether `other` is a rung of the same ladder that should stand below `row`.
fn is_lower_rung(model: &Model, other: usize, row: usize) -> bool {
    let shapes = |row: usize| model.rows.get(row).and_then(Option::as_ref).map(|cover| (&cover.shapes, &cover.area));
    let (Some((one, one_area)), Some((two, two_area))) = (shapes(other), shapes(row)) else { return false };
    let columns = one.iter().zip(two).zip(one_area.0.iter().zip(&two_area.0));
    let mut stricter = false;
    columns.into_iter().all(|((a, b), (wide, narrow))| {
        let rungs = a == b && matches!(a, Shape::AtLeast | Shape::AtMost);
        stricter |= rungs && wide != narrow;
        rungs || wide == narrow || *a == Shape::Any
    }) && stricter
}

/// Whether `other` is `row` with `any` in some columns, so that it may stand below it.
fn has_any(model: &Model, other: usize, row: usize) -> bool {
    let cover = |row: usize| model.rows.get(row).and_then(Option::as_ref).filter(|cover| !cover.rest);
    let (Some(one), Some(two)) = (cover(other), cover(row)) else { return false };
    let mut columns = one.shapes.iter().zip(one.area.0.iter().zip(&two.area.0));
    one.area != two.area && columns.all(|(shape, (wide, narrow))| *shape == Shape::Any || wide == narrow)
}
