//! Rows that are put back as they were: what they answer, what they take, one end of it.

use crate::compare::change::{End, Revert};
use crate::syntax::ast::{CompareOp, Expr, Interval, Pattern, PatternKind, Row};

/// The new rows with some changes taken back.
pub(super) fn rows(olds: &[Row], news: &[Row], reverts: &[&Revert]) -> Vec<Row> {
    let mut kept: Vec<Option<Row>> = news.iter().cloned().map(Some).collect();
    let mut back: Vec<(usize, Row)> = vec![];
    for revert in reverts {
        match revert {
            Revert::Values { old, new, .. } => {
                if let (Some(was), Some(Some(row))) = (olds.get(*old), kept.get_mut(*new)) {
                    row.label.clone_from(&was.label);
                    row.values.clone_from(&was.values);
                }
            }
            Revert::Bound { old, new, input, side, .. } => {
                if let (Some(was), Some(Some(row))) = (olds.get(*old), kept.get_mut(*new)) {
                    taken(was, row, (*input, *side));
                }
            }
            Revert::New { new, .. } => kept.get_mut(*new).into_iter().for_each(|row| *row = None),
            Revert::Gone { old, before, .. } => {
                back.extend(olds.get(*old).map(|row| (before.unwrap_or(news.len()), row.clone())));
            }
            _ => {}
        }
    }
    let mut rows = vec![];
    for (at, row) in kept.into_iter().chain([None]).enumerate() {
        rows.extend(back.iter().filter(|(before, _)| *before == at).map(|(_, row)| row.clone()));
        rows.extend(row);
    }
    rows
}

/// A row takes what it took: all of it, or up to one end of one input.
fn taken(was: &Row, row: &mut Row, (input, side): (usize, Option<End>)) {
    let alike = was.patterns.len() == row.patterns.len();
    match (side, was.patterns.get(input), row.patterns.get_mut(input)) {
        (Some(side), Some(old), Some(new)) if alike => new.kind = ended(old, new, side),
        _ => {
            row.patterns.clone_from(&was.patterns);
            row.guard.clone_from(&was.guard);
        }
    }
}

/// A bound and whether it belongs to what lies within.
type Bound = Option<(Expr, bool)>;

/// A pattern with one end of another.
fn ended(old: &Pattern, new: &Pattern, side: End) -> PatternKind {
    let (Some((was_low, was_high)), Some((low, high))) = (ends(&old.kind), ends(&new.kind)) else {
        return old.kind.clone();
    };
    let (low, high) = if side == End::Low { (was_low, high) } else { (low, was_high) };
    let rest = [old, new].iter().any(|pattern| pattern.kind == PatternKind::Otherwise);
    match (low, high) {
        (Some((lo, lo_included)), Some((hi, hi_included))) => {
            let (lo, hi) = (Box::new(lo), Box::new(hi));
            PatternKind::Interval(Interval { lo, lo_included, hi, hi_included, span: new.span })
        }
        (Some((lo, included)), None) => {
            PatternKind::Compare(if included { CompareOp::GreaterEqual } else { CompareOp::Greater }, lo)
        }
        (None, Some((hi, included))) => {
            PatternKind::Compare(if included { CompareOp::LessEqual } else { CompareOp::Less }, hi)
        }
        (None, None) if rest => PatternKind::Otherwise,
        (None, None) => PatternKind::Any,
    }
}

/// The ends of what a pattern takes; nothing, where it is no interval.
fn ends(kind: &PatternKind) -> Option<(Bound, Bound)> {
    let bound = |expr: &Expr, included| Some((expr.clone(), included));
    Some(match kind {
        PatternKind::Any | PatternKind::Otherwise => (None, None),
        PatternKind::Compare(CompareOp::GreaterEqual, lo) => (bound(lo, true), None),
        PatternKind::Compare(CompareOp::Greater, lo) => (bound(lo, false), None),
        PatternKind::Compare(CompareOp::LessEqual, hi) => (None, bound(hi, true)),
        PatternKind::Compare(CompareOp::Less, hi) => (None, bound(hi, false)),
        PatternKind::Compare(CompareOp::Equal, only) => (bound(only, true), bound(only, true)),
        PatternKind::Interval(it) => (bound(&it.lo, it.lo_included), bound(&it.hi, it.hi_included)),
        PatternKind::Values(values) => match values.as_slice() {
            [only] => (bound(only, true), bound(only, true)),
            _ => return None,
        },
        PatternKind::Compare(CompareOp::NotEqual, _)
        | PatternKind::Missing
        | PatternKind::Not(_)
        | PatternKind::Invalid => return None,
    })
}
