//! Gaps that one habit of writing bounds leaves between all rows (`[80, 89]`, `[90, 100]`): told once, with one edit.

use super::model::Model;
use crate::diagnostic::{Arg, Code, Diagnostic, Edit};
use crate::source::Span;

/// So few are better told one by one, each with its witness.
const FEW: usize = 2;

/// The gaps of a table, those between two rows that one edit each closes as one.
pub(super) fn joined(model: &Model, gaps: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let is_between = |told: &Diagnostic| told.code == Code::Gap && told.variant == "between" && told.edits.len() == 1;
    let (between, mut others): (Vec<Diagnostic>, Vec<Diagnostic>) = gaps.into_iter().partition(is_between);
    match one(model, &between) {
        Some(told) => others.insert(0, told),
        None => others.splice(0..0, between).for_each(drop),
    }
    others
}

/// Several gaps as one; `None` where they are few, or their edits do not go together.
fn one(model: &Model, gaps: &[Diagnostic]) -> Option<Diagnostic> {
    let first = gaps.first().filter(|_| gaps.len() > FEW)?;
    let mut edits: Vec<&Edit> = gaps.iter().flat_map(|told| &told.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    edits.dedup_by_key(|edit| (edit.span, edit.text.clone()));
    let apart = edits.iter().zip(edits.iter().skip(1)).all(|(one, two)| one.span.range().end <= two.span.range().start);
    if !apart {
        return None;
    }
    let mut told = first.clone().variant("alike").arg("count", gaps.len()).arg("changes", changes(model, &edits));
    told.labels = gaps.iter().flat_map(|told| told.labels.clone()).collect();
    told.labels.sort_by_key(|label| label.span);
    told.labels.dedup();
    let rows = told.labels.iter().map(|label| label.span).collect();
    if let Some(finding) = &mut told.finding {
        finding.rows = rows;
    }
    told.edits.clear();
    let (span, text) = together(model, &edits)?;
    Some(told.edit(span, text))
}

/// `[80, 89] → [80, 90); [60, 79] → [60, 80)`
fn changes(model: &Model, edits: &[&Edit]) -> Arg {
    let each = edits.iter().enumerate().flat_map(|(at, edit)| {
        let change = format!("{} → {}", model.sources.slice(edit.span), edit.text);
        (at > 0).then_some(Arg::Term("then")).into_iter().chain([Arg::from(change)])
    });
    Arg::Phrase(each.collect())
}

/// Edits that stand in order and apart as one.
fn together(model: &Model, edits: &[&Edit]) -> Option<(Span, String)> {
    let whole = edits.first()?.span.to(edits.last()?.span);
    let (mut text, mut from) = (String::new(), whole.range().start);
    for edit in edits {
        text.push_str(model.sources.get(whole.file)?.text.get(from..edit.span.range().start)?);
        text.push_str(&edit.text);
        from = edit.span.range().end;
    }
    Some((whole, text))
}
