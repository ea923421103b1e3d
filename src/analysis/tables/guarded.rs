//! W0505: a row with a condition that rows above it leave nobody, since theirs hold wherever its own does.

use super::consequence::idle;
use super::implied::implies;
use super::model::Model;
use crate::diagnostic::{Arg, Code, Diagnostic};

/// Tells each row with a condition that nobody reaches, though no row without one takes all of it.
pub(super) fn tell(model: &Model, dead: &[(usize, Vec<usize>)]) -> Vec<Diagnostic> {
    let living = (0..model.rows.len()).filter(|row| dead.iter().all(|(dead, _)| dead != row));
    living.filter_map(|row| tell_row(model, row)).collect()
}

fn tell_row(model: &Model, row: usize) -> Option<Diagnostic> {
    let guard = model.row(row)?.guard.as_ref()?;
    let area = &model.rows.get(row)?.as_ref()?.area;
    let holds_too = |earlier: &usize| match model.row(*earlier).map(|earlier| &earlier.guard) {
        Some(Some(wide)) => implies(model.policy, guard, wide),
        Some(None) => true,
        None => false,
    };
    let meets =
        |earlier: &usize| model.rows.get(*earlier).and_then(Option::as_ref).is_some_and(|it| it.area.meets(area));
    let earlier: Vec<usize> = (0..row).filter(meets).filter(holds_too).collect();
    let by: Vec<usize> =
        earlier.iter().copied().filter(|at| model.row(*at).is_some_and(|it| it.guard.is_some())).collect();
    if by.is_empty() || !model.is_taken(row, &earlier) {
        return None;
    }
    let same = by.iter().filter_map(|at| model.row(*at)?.guard.as_ref()).all(|other| other.alike(guard));
    let mut told = Diagnostic::new(Code::GuardedRow, model.row(row)?.span)
        .variant(if same { "same" } else { "" })
        .arg("table", model.table.name.as_str())
        .arg("row", model.row_text(row))
        .arg("by", Arg::List(by.iter().map(|at| model.row_text(*at)).collect()))
        .arg("result", idle(model))
        .finding(model.finding(area, &area.least_point(), [row].into_iter().chain(by.iter().copied())));
    for at in &by {
        let mut label = model.label(*at, "row")?;
        label.args = vec![("name", model.row_text(*at))];
        told.labels.push(label);
    }
    Some(told)
}
