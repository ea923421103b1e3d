//! Gaps and overlaps that one habit of writing bounds leaves between all rows (`[80, 89]`, `[90, 100]`; `[80, 90]`,
//! `[90, 100]`): told once, with one edit.

use super::chance::{is_of_habit, is_one_bound};
use super::model::Model;
use super::{gap, overlap};
use crate::analysis::coverage::{Area, Overlap};
use crate::diagnostic::{Arg, Diagnostic, Edit, joined as joined_edits};

/// So few are better told one by one, each with its witness.
const FEW: usize = 2;

/// So many changes and rows show what the habit is; the edit has them all.
pub(super) const SHOWN: usize = 6;

/// What is told of the gaps of a table, with those that the habit leaves as one.
pub(super) fn joined(model: &Model, gaps: Vec<(&Area, gap::Told)>) -> Vec<Diagnostic> {
    let is_habit =
        |(area, told): &(&Area, gap::Told)| told.between && told.finding.edits.len() == 1 && is_of_habit(model, area);
    let alike: Vec<Diagnostic> = gaps.iter().filter(|it| is_habit(it)).map(|(_, told)| told.finding.clone()).collect();
    let one = one(model, &alike);
    let others = gaps.into_iter().filter(|it| one.is_none() || !is_habit(it)).map(|(_, told)| told.finding);
    let others: Vec<Diagnostic> = others.collect();
    one.into_iter().chain(others).collect()
}

/// What is told of the overlaps of a table, with those that the habit makes as one: rows that share one bound.
pub(super) fn shared(model: &Model, all: &[Overlap], overlaps: Vec<(&Overlap, overlap::Told)>) -> Vec<Diagnostic> {
    let is_habit = |(it, told): &(&Overlap, overlap::Told)| {
        let others = all.iter().filter(|other| other.area.meets(&it.area)).count();
        let mends = !told.finding.edits.is_empty() && told.change.is_some();
        !overlap::is_alike(model, it) && mends && others == 1 && is_one_bound(model, &it.area)
    };
    let first = |told: &overlap::Told| {
        let mut finding = told.finding.clone();
        finding.edits.truncate(1);
        finding
    };
    let alike: Vec<Diagnostic> = overlaps.iter().filter(|it| is_habit(it)).map(|(_, told)| first(told)).collect();
    let one = one(model, &alike).map(|told| Diagnostic { span: model.table.span, ..told.variant("shared") });
    let others = overlaps.into_iter().filter(|it| one.is_none() || !is_habit(it)).map(|(_, told)| told.finding);
    let others: Vec<Diagnostic> = others.collect();
    one.into_iter().chain(others).collect()
}

/// Several gaps or overlaps as one; `None` where they are few, or their edits do not go together.
fn one(model: &Model, each: &[Diagnostic]) -> Option<Diagnostic> {
    let first = each.first().filter(|_| each.len() > FEW)?;
    let edits = together(model, each.iter().flat_map(|told| &told.edits));
    let edits: Vec<&Edit> = edits.iter().collect();
    let whole = joined_edits(model.sources.get(model.table.span.file)?, &edits)?;
    let mut told = first.clone().variant("alike").arg("count", each.len()).arg("changes", changes(model, &edits));
    told.labels = each.iter().flat_map(|told| told.labels.clone()).collect();
    told.labels.sort_by_key(|label| label.span);
    told.labels.dedup();
    let rows = told.labels.iter().map(|label| label.span).collect();
    told.labels.truncate(SHOWN);
    if let Some(finding) = &mut told.finding {
        finding.rows = rows;
    }
    told.edits = vec![whole];
    Some(told)
}

/// The edits in order, two of one pattern as one: `[60, 80)` and `(60, 80]` are `(60, 80)`.
fn together<'a>(model: &Model, edits: impl Iterator<Item = &'a Edit>) -> Vec<Edit> {
    let mut edits: Vec<Edit> = edits.cloned().collect();
    edits.sort_by_key(|edit| edit.span);
    edits.dedup_by(|next, kept| {
        let old = model.sources.slice(kept.span);
        let both = (kept.span == next.span).then(|| both(old, &kept.text, &next.text)).flatten();
        both.map(|text| kept.text = text).is_some()
    });
    edits
}

/// What two changes of a text make of it, where they only put other signs in its place.
fn both(old: &str, one: &str, other: &str) -> Option<String> {
    let count = old.chars().count();
    let alike = one == other || [one, other].iter().all(|text| text.chars().count() == count);
    let signs = one.chars().zip(other.chars()).zip(old.chars().chain(std::iter::repeat(' ')));
    alike.then(|| match one == other {
        true => one.to_owned(),
        false => signs.map(|((one, other), old)| if one == old { other } else { one }).collect(),
    })
}

/// `[80, 89] → [80, 90); [60, 79] → [60, 80)`
pub(super) fn changes(model: &Model, edits: &[&Edit]) -> Arg {
    let more = (edits.len() > SHOWN).then(|| Arg::from("; …"));
    let each = edits.iter().take(SHOWN).enumerate().flat_map(|(at, edit)| {
        let change = format!("{} → {}", model.sources.slice(edit.span), edit.text);
        (at > 0).then_some(Arg::Term("then")).into_iter().chain([Arg::from(change)])
    });
    Arg::Phrase(each.chain(more).collect())
}
