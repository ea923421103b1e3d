//! Gaps that one habit of writing bounds leaves between all rows (`[80, 89]`, `[90, 100]`): told once, with one edit.

use super::axis::Axis;
use super::gap;
use super::model::Model;
use crate::analysis::coverage::{Area, Places};
use crate::diagnostic::{Arg, Diagnostic, Edit, joined as joined_edits};
use crate::quantity::exact;

/// So few are better told one by one, each with its witness.
const FEW: usize = 2;

/// What is told of the gaps of a table, with those that the habit leaves as one.
pub(super) fn joined(model: &Model, gaps: &[Area]) -> Vec<Diagnostic> {
    let each: Vec<(bool, Diagnostic)> = gaps
        .iter()
        .map(|area| {
            let gap::Told { finding, between } = gap::tell(model, area);
            (between && finding.edits.len() == 1 && is_of_habit(model, area), finding)
        })
        .collect();
    let alike: Vec<Diagnostic> = each.iter().filter(|(alike, _)| *alike).map(|(_, told)| told.clone()).collect();
    match one(model, &alike) {
        Some(told) => [told].into_iter().chain(each.into_iter().filter(|(alike, _)| !alike).map(|it| it.1)).collect(),
        None => each.into_iter().map(|(_, told)| told).collect(),
    }
}

/// Whether a gap lies between two bounds with no figure of as many decimals between them: 29 and 30, 9.9 and 10.
fn is_of_habit(model: &Model, gap: &Area) -> bool {
    let next = |(axis, places): (&Axis, &Places)| {
        let (lo, hi) = (places.first()?, places.last()?);
        let bound = |place: i128| axis.edges.get(&place)?.first()?.0.number();
        let (below, above) = (bound(lo)?, bound(hi + 1)?);
        Some(above - below == exact::ulp(below.places().max(above.places()))?)
    };
    model.axes.iter().zip(&gap.0).any(|axis| next(axis).unwrap_or(false))
}

/// Several gaps as one; `None` where they are few, or their edits do not go together.
fn one(model: &Model, gaps: &[Diagnostic]) -> Option<Diagnostic> {
    let first = gaps.first().filter(|_| gaps.len() > FEW)?;
    let mut edits: Vec<&Edit> = gaps.iter().flat_map(|told| &told.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    edits.dedup_by_key(|edit| (edit.span, edit.text.clone()));
    let whole = joined_edits(model.sources.get(model.table.span.file)?, &edits)?;
    let mut told = first.clone().variant("alike").arg("count", gaps.len()).arg("changes", changes(model, &edits));
    told.labels = gaps.iter().flat_map(|told| told.labels.clone()).collect();
    told.labels.sort_by_key(|label| label.span);
    told.labels.dedup();
    let rows = told.labels.iter().map(|label| label.span).collect();
    if let Some(finding) = &mut told.finding {
        finding.rows = rows;
    }
    told.edits = vec![whole];
    Some(told)
}

/// `[80, 89] → [80, 90); [60, 79] → [60, 80)`
fn changes(model: &Model, edits: &[&Edit]) -> Arg {
    let each = edits.iter().enumerate().flat_map(|(at, edit)| {
        let change = format!("{} → {}", model.sources.slice(edit.span), edit.text);
        (at > 0).then_some(Arg::Term("then")).into_iter().chain([Arg::from(change)])
    });
    Arg::Phrase(each.collect())
}
