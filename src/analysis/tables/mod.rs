//! Tables: what [`coverage`](super::coverage) finds, in the policy's own notation, with witness and remedy.

mod absence;
pub(super) mod axis;
mod chance;
mod concert;
pub(super) mod condition;
mod conditional;
mod consequence;
mod course;
mod dead;
mod drop;
mod gap;
mod guarded;
mod habit;
mod implied;
mod insertion;
mod ladder;
mod marginal;
pub(super) mod model;
mod odd_step;
mod open;
mod overlap;
mod remedy;
mod removal;
mod repeated_inputs;
mod spelt;
pub(super) mod witness;
mod wording;

use crate::diagnostic::{Code, Diagnostic, Label};
use crate::ir::{Policy, Table};
use crate::quantity::Domain;
use crate::source::Sources;
pub(super) use axis::{Axis, Points};
use model::Model;

/// So many gaps or overlaps in one table are one mistake that was made all over.
const MANY: usize = 1_000;

/// How many of them are told.
const SHOWN: usize = 5;

/// Everything that is wrong with the coverage of a table.
pub(super) fn analyse(policy: &Policy, sources: &Sources, table: &Table, told: &mut Vec<Diagnostic>) {
    match Model::of(policy, sources, table) {
        Some(model) => tell(&model, told),
        None => told.extend(unknown(table)),
    }
}

/// The same of the slices of a marginal scale.
pub(super) fn analyse_slices(policy: &Policy, sources: &Sources, table: &Table, told: &mut Vec<Diagnostic>) {
    match Model::of(policy, sources, table) {
        Some(model) => tell(&Model { slices: true, ..model }, told),
        None => told.extend(unknown(table)),
    }
}

/// A table with an input of which the values are known and yet no axis can be made is not proved.
fn unknown(table: &Table) -> Option<Diagnostic> {
    let told_already = table.inputs.iter().any(|input| input.value.domain == Domain::Invalid);
    (!told_already).then(|| unproved(table, false))
}

fn unproved(table: &Table, many: bool) -> Diagnostic {
    let unproved = Diagnostic::new(Code::Unproved, table.span).variant(if many { "many" } else { "" });
    unproved.arg("table", table.name.as_str()).arg("shown", SHOWN)
}

fn tell(model: &Model, told: &mut Vec<Diagnostic>) {
    let mut survey = model.survey();
    let many = survey.exhausted && survey.gaps.len().max(survey.overlaps.len()) >= MANY;
    if many {
        survey.gaps.truncate(SHOWN);
        survey.overlaps.truncate(SHOWN);
    }
    let mut gaps: Vec<_> = survey.gaps.iter().map(|gap| (gap, gap::tell(model, gap))).collect();
    let overlaps = survey.overlaps.iter();
    let mut overlaps: Vec<_> = overlaps.filter_map(|it| Some((it, overlap::tell(model, it)?))).collect();
    let mut found = vec![];
    let all = (!survey.exhausted).then(|| concert::All::of(&gaps, &overlaps));
    if let Some(all) = &all {
        found.extend(all.clashing(model, &mut gaps, &mut overlaps));
    }
    found.extend(habit::joined(model, gaps));
    match many {
        true => found.extend(overlaps.into_iter().map(|(_, told)| told.finding)),
        false => found.extend(habit::shared(model, &survey.overlaps, overlaps)),
    }
    let whole = all.filter(|_| concert::collide(&found)).and_then(|all| all.as_one(model));
    told.extend(whole.map_or(found, |whole| vec![whole]));
    let clear = survey.gaps.is_empty() && survey.overlaps.is_empty() && !survey.exhausted;
    let whole = clear && model.rows.iter().all(Option::is_some);
    told.extend(survey.dead.iter().filter_map(|(row, met)| dead::tell(model, *row, met, whole)));
    told.extend(guarded::tell(model, &survey.dead));
    if clear {
        told.extend(absence::tell(model));
    }
    told.extend(odd_step::tell(model));
    told.extend(drop::tell(model));
    if survey.exhausted || model.is_blurred() {
        told.push(unproved(model.table, many));
    }
}

impl Model<'_> {
    /// A label at a row.
    fn label(&self, row: usize, key: &'static str) -> Option<Label> {
        Some(Label { span: self.row(row)?.span, key, args: vec![("name", self.row_name(row))] })
    }
}
