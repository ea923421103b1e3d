//! Gaps beside rows with conditions: what these leave open, and for whom.

use super::conditional::{self, Larger, rows};
use super::insertion;
use super::model::Model;
use crate::analysis::coverage::Area;
use crate::diagnostic::{Arg, Diagnostic};
use crate::ir::{Expr, ExprKind, Pattern, RowValue, TableKind};

/// So few rows are written out.
const MOST_ROWS: usize = 3;

/// Rows with conditions that take a part of a gap, each for some people: who is left.
pub(super) fn partly(model: &Model, gap: &Area, told: &Diagnostic) -> Option<Diagnostic> {
    let larger = Larger::of(model)?;
    let parts = conditional::parts(&larger, model, gap)?;
    let first = parts.first()?;
    let mut told = told.clone().variant("partly").finding(first.finding());
    told.say("point", first.point());
    let plain = || Some(vec![patterns(model, gap)?]);
    let wanted = rows(&parts).filter(|rows| rows.len() <= MOST_ROWS).or_else(plain)?;
    if model.table.kind != TableKind::Score {
        let shown = wanted.iter().map(|row| model.new_row(Arg::from(row.as_str()))).collect();
        return Some(told.arg("mend", "row").arg("rows", listed(shown)));
    }
    let answered = |answer: &str| wanted.iter().map(|row| format!("{row} => {answer}")).collect::<Vec<String>>();
    let shown = |rows: &[String]| listed(rows.iter().map(|row| Arg::from(row.as_str())).collect());
    let (exempt, nothing) = (answered("exempt"), answered("0"));
    let told = told.arg("mend", "score").arg("rows", shown(&exempt)).arg("changes", shown(&nothing));
    Some([exempt, nothing].iter().fold(told, |told, rows| inserted(model, rows, told)))
}

/// A missing value in a score whose rows leave some people out whatever they have, but for those who have nothing.
pub(super) fn exempted(model: &Model, gap: &Area, point: &[i128], told: &Diagnostic) -> Option<Diagnostic> {
    let axis = absent(model, gap)?;
    let exempt = |at: &usize| {
        let (row, cover) = (model.row(*at)?, model.rows.get(*at)?.as_ref()?);
        let taken = cover.area.with(axis, gap.on(axis)?.clone()).meets(gap);
        let any = row.patterns.get(axis) == Some(&Pattern::Any);
        (row.guard.is_some() && any && taken && row.values.first() == Some(&RowValue::Missing)).then_some(())
    };
    let each: Vec<usize> = (0..model.rows.len()).filter(|at| exempt(at).is_some()).collect();
    let first = each.first().copied().filter(|_| model.table.kind == TableKind::Score)?;
    let rows = each.iter().map(|at| Some(format!("{} => exempt", with_missing(model, *at, axis)?)));
    let rows = rows.collect::<Option<Vec<String>>>()?;
    let rest = patterns(model, gap)?;
    let (all, rest) = (format!("{rest} => exempt"), format!("{rest} => 0"));
    let rows: Vec<String> = rows.into_iter().chain([rest]).collect();
    let guards = each.iter().filter_map(|at| model.row(*at)?.guard.as_ref());
    let people: Vec<String> = guards.map(|guard| denied(model, guard)).collect();
    let mut told = told.clone().variant("exempt").finding(model.finding(gap, point, [first]));
    told.labels.extend(model.label(first, "row"));
    let shown = listed(rows.iter().map(|row| Arg::from(row.as_str())).collect());
    let told = told.arg("rows", shown).arg("people", people.join(" and ")).arg("whole", all.as_str());
    Some(inserted(model, &[all], inserted(model, &rows, told)))
}

/// The first input that a gap is the absence of.
pub(super) fn absent(model: &Model, gap: &Area) -> Option<usize> {
    let mut each = gap.0.iter().zip(&model.axes);
    each.position(|(places, known)| places.first() == Some(known.extent.len))
}

/// `missing when not role = service`: the patterns and the condition of a row, with the absence of one input.
pub(super) fn with_missing(model: &Model, row: usize, axis: usize) -> Option<String> {
    let row = model.row(row)?;
    let pattern = |(at, span): (usize, &crate::source::Span)| match at == axis {
        true => "missing",
        false => model.sources.slice(*span),
    };
    let patterns: Vec<&str> = row.pattern_spans.iter().enumerate().map(pattern).collect();
    let guard = row.guard.as_ref()?;
    Some(format!("{} when {}", patterns.join(", "), model.sources.slice(guard.span)))
}

/// For whom a condition does not hold.
fn denied(model: &Model, guard: &Expr) -> String {
    let text = |expr: &Expr| model.sources.slice(expr.span).to_owned();
    match &guard.kind {
        ExprKind::Not(inner) => text(inner),
        _ => format!("not ({})", text(guard)),
    }
}

fn patterns(model: &Model, gap: &Area) -> Option<String> {
    let each = gap.0.iter().enumerate().map(|(axis, places)| model.pattern_text(axis, places));
    Some(each.collect::<Option<Vec<_>>>()?.join(", "))
}

fn listed(rows: Vec<Arg>) -> Arg {
    let between = |at: usize| (at > 0).then_some(Arg::Term("then"));
    Arg::Phrase(rows.into_iter().enumerate().flat_map(|(at, row)| between(at).into_iter().chain([row])).collect())
}

fn inserted(model: &Model, rows: &[String], told: Diagnostic) -> Diagnostic {
    match insertion::last(model, rows) {
        Some((span, text)) => told.edit(span, text),
        None => told,
    }
}
