//! Points that rise and fall again along an input.

use std::cmp::Ordering;

use super::course::{Stretch, course};
use super::model::Model;
use crate::diagnostic::{Arg, Code, Diagnostic};
use crate::ir::TableKind;
use crate::quantity::{Dimension, Number};

/// Tells points that rise, fall and rise again (or the other way round) as the input grows.
pub(super) fn tell(model: &Model) -> Option<Diagnostic> {
    if model.table.kind != TableKind::Score {
        return None;
    }
    let stretches = course(model)?;
    let turns = turns(&stretches);
    let (odd, dip) = *turns.get(1)?;
    let stretch = stretches.get(odd)?;
    let region = &model.rows.get(stretch.row)?.as_ref()?.area;
    let point = super::witness::witness(model, region);
    let beside = [odd.checked_sub(1).and_then(|at| stretches.get(at)), stretches.get(odd + 1)];
    let rows = [stretch.row].into_iter().chain(beside.iter().flatten().map(|stretch| stretch.row));
    let mut told = Diagnostic::new(Code::OddStep, model.row(stretch.row)?.span)
        .variant(if dip { "" } else { "peak" })
        .arg("table", model.table.name.as_str())
        .arg("row", model.row_name(stretch.row))
        .arg("low", points(&stretch.low))
        .finding(model.finding(region, &point, rows));
    for stretch in beside.into_iter().flatten() {
        let args = vec![("name", model.row_name(stretch.row)), ("points", points(&stretch.low))];
        told = told.label_with(model.row(stretch.row)?.span, "row", args);
    }
    Some(told)
}

/// Where the answers turn: the stretch of the turn, and whether they fall before it.
fn turns(stretches: &[Stretch]) -> Vec<(usize, bool)> {
    let ends = stretches.iter().enumerate().flat_map(|(at, stretch)| [(at, &stretch.low), (at, &stretch.high)]);
    let ends: Vec<(usize, &Number)> = ends.collect();
    let mut turns = vec![];
    let mut last = Ordering::Equal;
    for ((at, one), (_, two)) in ends.iter().zip(ends.iter().skip(1)) {
        let now = two.cmp(one);
        if now != Ordering::Equal {
            if last != Ordering::Equal && now != last {
                turns.push((*at, now == Ordering::Greater));
            }
            last = now;
        }
    }
    turns
}

fn points(value: &Number) -> Arg {
    Arg::Quantity(value.clone(), Dimension::POINTS, String::new())
}
