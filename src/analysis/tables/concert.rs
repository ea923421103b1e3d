//! Gaps and overlaps whose edits undo each other, or leave the table with others, when all of them are made: told as
//! one, with an edit after which nothing is left.

use super::habit::{SHOWN, changes};
use super::model::Model;
use super::remedy::{Change, in_words};
use super::{gap, overlap};
use crate::analysis::coverage::{Area, Overlap};
use crate::diagnostic::{Diagnostic, Edit, joined};
use crate::ir::{Bound, Pattern, Table};

/// Tables with more than so much amiss are mended one by one.
const MOST: usize = 24;

/// All findings of a table, with what each would change.
pub(super) struct All(Vec<(Diagnostic, Option<Change>)>);

impl All {
    pub(super) fn of(gaps: &[(&Area, gap::Told)], overlaps: &[(&Overlap, overlap::Told)]) -> All {
        let of_gaps = gaps.iter().map(|(_, told)| (told.finding.clone(), told.change.clone()));
        let of_overlaps = overlaps.iter().map(|(_, told)| (told.finding.clone(), told.change.clone()));
        All(of_gaps.chain(of_overlaps).collect())
    }

    /// Changes of patterns after which nothing is left; the findings' own ones, where those go together.
    fn whole(&self, model: &Model) -> Option<Vec<Change>> {
        if !(2..=MOST).contains(&self.0.len()) {
            return None;
        }
        let each: Vec<Change> = self.0.iter().filter_map(|(_, change)| change.clone()).collect();
        let whole = merged(model, &each).filter(|all| remaining(model, all) == Some(0));
        whole.or_else(|| step_by_step(model).filter(|_| !each.is_empty()))
    }

    /// Takes the findings that can only be mended together out of `gaps` and `overlaps`, and tells them as one.
    pub(super) fn clashing(
        &self,
        model: &Model,
        gaps: &mut Vec<(&Area, gap::Told)>,
        overlaps: &mut Vec<(&Overlap, overlap::Told)>,
    ) -> Option<Diagnostic> {
        let whole = self.whole(model)?;
        let stays = |change: &Option<Change>| change.as_ref().is_some_and(|change| whole.contains(change));
        let taken = self.0.iter().filter(|(_, change)| !stays(change));
        let taken: Vec<Diagnostic> = taken.map(|(finding, _)| finding.clone()).collect();
        let kept = |change: &&Change| self.0.iter().any(|(_, known)| known.as_ref() == Some(*change));
        let rest: Vec<Change> = whole.iter().filter(|change| !kept(change)).cloned().collect();
        match (taken.is_empty(), rest.is_empty()) {
            (true, true) => None,
            (false, false) => {
                let told = told(model, taken, &rest)?;
                gaps.retain(|(_, told)| stays(&told.change));
                overlaps.retain(|(_, told)| stays(&told.change));
                Some(told)
            }
            // What is left over has no edit of its own, or no finding: all belong together.
            _ => {
                let told = self.as_one(model)?;
                gaps.clear();
                overlaps.clear();
                Some(told)
            }
        }
    }

    /// All findings as one.
    pub(super) fn as_one(&self, model: &Model) -> Option<Diagnostic> {
        told(model, self.0.iter().map(|(finding, _)| finding.clone()).collect(), &self.whole(model)?)
    }
}

/// Whether the first edits of two findings are in each other's way.
pub(super) fn collide(found: &[Diagnostic]) -> bool {
    let mut edits: Vec<_> = found.iter().filter_map(|told| Some(told.edits.first()?.span)).collect();
    edits.sort_unstable();
    edits.windows(2).any(|pair| matches!(pair, [one, next] if one.end > next.start))
}

/// Several changes of one pattern as one: each end as the change has it that moves it. `None` where two move one end
/// to different places.
fn merged(model: &Model, each: &[Change]) -> Option<Vec<Change>> {
    let mut all: Vec<Change> = vec![];
    for change in each {
        let place = |known: &&mut Change| (known.row, known.axis) == (change.row, change.axis);
        match all.iter_mut().find(place) {
            Some(known) => {
                let old = model.pattern(change.row, change.axis)?;
                known.pattern = both(old, &known.pattern, &change.pattern)?;
            }
            None => all.push(change.clone()),
        }
    }
    Some(all)
}

fn both(old: &Pattern, one: &Pattern, other: &Pattern) -> Option<Pattern> {
    let ends = |pattern: &Pattern| match pattern {
        Pattern::Interval { lo, hi } => Some((lo.clone(), hi.clone())),
        _ => None,
    };
    let (old, one, other) = (ends(old)?, ends(one)?, ends(other)?);
    let end = |old: Option<Bound>, one: Option<Bound>, other: Option<Bound>| match (one == old, other == old) {
        (true, _) => Some(other),
        (_, true) => Some(one),
        _ => (one == other).then_some(one),
    };
    Some(Pattern::Interval { lo: end(old.0, one.0, other.0)?, hi: end(old.1, one.1, other.1)? })
}

/// The table with other patterns.
fn with(model: &Model, changes: &[Change]) -> Option<Table> {
    let mut table = model.table.clone();
    for change in changes {
        *table.rows.get_mut(change.row)?.patterns.get_mut(change.axis)? = change.pattern.clone();
    }
    Some(table)
}

/// How many gaps and overlaps are left after changes, and rows that nothing reaches.
fn remaining(model: &Model, changes: &[Change]) -> Option<usize> {
    let table = with(model, changes)?;
    let after = Model { slices: model.slices, ..Model::of(model.policy, model.sources, &table)? };
    let survey = after.survey();
    (!survey.exhausted).then_some(survey.gaps.len() + survey.overlaps.len() + survey.dead.len())
}

/// One change after the other, each by what is then told first, until nothing is left.
fn step_by_step(model: &Model) -> Option<Vec<Change>> {
    let mut made: Vec<Change> = vec![];
    for _ in 0..MOST * 2 {
        let table = with(model, &made)?;
        let now = Model { slices: model.slices, ..Model::of(model.policy, model.sources, &table)? };
        let survey = now.survey();
        if survey.exhausted {
            return None;
        }
        if survey.gaps.is_empty() && survey.overlaps.is_empty() {
            return survey.dead.is_empty().then_some(made);
        }
        let next = survey.overlaps.iter().find_map(|it| overlap::tell(&now, it)?.change);
        let change = next.or_else(|| survey.gaps.iter().find_map(|gap| gap::tell(&now, gap).change))?;
        made.retain(|known| (known.row, known.axis) != (change.row, change.axis));
        made.push(change);
    }
    None
}

fn told(model: &Model, taken: Vec<Diagnostic>, rest: &[Change]) -> Option<Diagnostic> {
    let edit = |change: &Change| {
        let span = *model.row(change.row)?.pattern_spans.get(change.axis)?;
        Some(Edit::choice(span, in_words(model, change.axis, span, &change.pattern)?))
    };
    let mut edits: Vec<Edit> = rest.iter().map(edit).collect::<Option<_>>()?;
    edits.sort_by_key(|edit| edit.span);
    let edits: Vec<&Edit> = edits.iter().collect();
    let whole = joined(model.sources.get(model.table.span.file)?, &edits)?;
    let first = taken.first()?.clone();
    let single = taken.len() == 1;
    let mut told = first.variant(if single { "lone" } else { "together" });
    told = told.arg("count", taken.len()).arg("changes", changes(model, &edits));
    told.labels = taken.iter().flat_map(|told| told.labels.clone()).collect();
    told.labels.sort_by_key(|label| label.span);
    told.labels.dedup();
    told.labels.retain(|label| label.span != told.span);
    let rows = told.labels.iter().map(|label| label.span).collect();
    told.labels.truncate(SHOWN);
    if let Some(finding) = &mut told.finding {
        finding.rows = rows;
    }
    told.edits = vec![whole];
    Some(told)
}
