//! Rungs in the wrong order, and the edit that puts them right.

use std::cmp::Reverse;

use super::model::Model;
use super::remedy::Remedy;
use crate::analysis::coverage::{Cover, Shape};
use crate::ir::{Pattern, Value};
use crate::source::{Span, reordered};

/// The edit that writes the rungs around a dead one from the strictest to the widest; only for the
/// first dead rung of its ladder, since it mends the whole.
pub(super) fn upright(model: &Model, dead: usize) -> Option<Remedy> {
    let axis = rung_axis(model, dead)?;
    let first = (0..dead).rev().take_while(|row| beside(model, axis, *row, dead)).last()?;
    let last = (dead..model.rows.len()).take_while(|row| beside(model, axis, *row, dead)).last()?;
    let rungs: Vec<usize> = (first..=last).collect();
    let strictness: Vec<_> = rungs.iter().map(|row| strictness(model, axis, *row)).collect::<Option<_>>()?;
    let widened = strictness.windows(2).position(|pair| matches!(pair, [above, below] if above > below))?;
    if rungs.get(widened + 1) != Some(&dead) {
        return None;
    }
    let mut order: Vec<usize> = (0..rungs.len()).collect();
    order.sort_by_key(|at| strictness.get(*at));
    let places: Vec<Span> = rungs.iter().filter_map(|row| Some(model.row(*row)?.span)).collect();
    let (span, text) = reordered(model.sources, &places, &order)?;
    Some(Remedy { span, text, change: None })
}

/// The only column in which a plain row is one-sided.
fn rung_axis(model: &Model, row: usize) -> Option<usize> {
    let mut axes = plain(model, row)?.shapes.iter().enumerate().filter(|(_, shape)| is_one_sided(**shape));
    let (axis, _) = axes.next()?;
    axes.next().is_none().then_some(axis)
}

fn is_one_sided(shape: Shape) -> bool {
    matches!(shape, Shape::AtLeast | Shape::AtMost)
}

fn plain<'m>(model: &'m Model, row: usize) -> Option<&'m Cover> {
    model.rows.get(row)?.as_ref().filter(|cover| !cover.guarded && !cover.rest)
}

/// Whether two rows are rungs of one ladder: they differ in how far they reach along `axis` alone.
fn beside(model: &Model, axis: usize, row: usize, other: usize) -> bool {
    let (Some(one), Some(two)) = (plain(model, row), plain(model, other)) else { return false };
    let mut columns = one.area.0.iter().zip(&two.area.0).enumerate();
    one.shapes == two.shapes && columns.all(|(at, (a, b))| at == axis || a == b)
}

/// A lower bound, an upper bound, and whether the bound is included.
type Strictness<'m> = (Option<Reverse<&'m Value>>, Option<&'m Value>, bool);

/// Less for a rung that takes less: it stands above.
fn strictness<'m>(model: &Model<'m>, axis: usize, row: usize) -> Option<Strictness<'m>> {
    match model.pattern(row, axis)? {
        Pattern::Interval { lo: Some(lo), hi: None } => Some((Some(Reverse(&lo.value)), None, lo.included)),
        Pattern::Interval { lo: None, hi: Some(hi) } => Some((None, Some(&hi.value), hi.included)),
        _ => None,
    }
}
