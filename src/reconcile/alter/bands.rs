//! The bounds of bands turned: what stands right on one belongs to the other side, `>` for `>=`.

use super::{Alteration, Ground};
use crate::ir::{Bound, Comparison, Expr, ExprKind, Pattern, Row, Step, Value};
use crate::reconcile::model::{About, Kind};
use crate::source::Span;

/// Each bound turned by itself, then all of them.
pub(super) fn all(ground: &Ground) -> Vec<Alteration> {
    let mut found = vec![];
    let mut whole = Alteration::new(Kind::BandEnd, Span::default());
    for (at, step) in ground.steps() {
        for (value, span) in bounds(step) {
            let mut altered = step.clone();
            turn(&mut altered, Some(&value), span);
            let slot = step.outputs().first().copied();
            let about = About { slot, bound: value.of_row().cloned(), ..About::default() };
            found.push(Alteration { steps: vec![(at, altered)], about, ..Alteration::new(Kind::BandEnd, span) });
        }
        let mut altered = step.clone();
        turn(&mut altered, None, Span::default());
        if altered != *step {
            if whole.is_idle() {
                whole.span = bounds(step).first().map_or_else(Span::default, |(_, span)| *span);
            }
            whole.steps.push((at, altered));
        }
    }
    if found.len() > 1 {
        found.push(whole);
    }
    found
}

/// What can be turned: a bound of the rows of a table, whichever rows have it; or one comparison.
#[derive(Debug, Clone, PartialEq)]
enum Turned {
    Rows(usize, Value),
    One,
}

impl Turned {
    fn of_row(&self) -> Option<&Value> {
        match self {
            Turned::Rows(_, value) => Some(value),
            Turned::One => None,
        }
    }
}

/// All that can be turned in a step, and where it is written.
fn bounds(step: &Step) -> Vec<(Turned, Span)> {
    let mut found: Vec<(Turned, Span)> = vec![];
    if let Step::Table(table) = step {
        for row in &table.rows {
            for (input, pattern) in row.patterns.iter().enumerate() {
                for bound in ends(pattern) {
                    let turned = Turned::Rows(input, bound.value.clone());
                    if found.iter().all(|(known, _)| *known != turned) {
                        found.push((turned, bound.span));
                    }
                }
            }
        }
    }
    for expr in step.expressions() {
        expr.walk(&mut |expr| {
            let turns = match &expr.kind {
                ExprKind::Compare { op, .. } => orders(*op),
                ExprKind::Matches { pattern, .. } => ends(pattern).next().is_some(),
                _ => false,
            };
            if turns {
                found.push((Turned::One, expr.span));
            }
        });
    }
    found
}

/// Turns one of them, or all.
fn turn(step: &mut Step, only: Option<&Turned>, at: Span) {
    if let Step::Table(table) = step
        && !matches!(only, Some(Turned::One))
    {
        table.rows.iter_mut().for_each(|row| turn_row(row, only.and_then(rows)));
    }
    if matches!(only, None | Some(Turned::One)) {
        for expr in step.expressions_mut() {
            expr.change(&mut |expr| {
                if only.is_none() || expr.span == at {
                    turn_expression(expr);
                }
            });
        }
    }
}

fn rows(turned: &Turned) -> Option<(usize, &Value)> {
    match turned {
        Turned::Rows(input, value) => Some((*input, value)),
        Turned::One => None,
    }
}

fn turn_row(row: &mut Row, only: Option<(usize, &Value)>) {
    for (at, pattern) in row.patterns.iter_mut().enumerate() {
        for bound in ends_mut(pattern) {
            if only.is_none_or(|(input, value)| input == at && *value == bound.value) {
                bound.included = !bound.included;
            }
        }
    }
}

fn turn_expression(expr: &mut Expr) {
    match &mut expr.kind {
        ExprKind::Compare { op, .. } => *op = turned(*op),
        ExprKind::Matches { pattern, .. } => ends_mut(pattern).for_each(|bound| bound.included = !bound.included),
        _ => {}
    }
}

fn orders(op: Comparison) -> bool {
    turned(op) != op
}

fn turned(op: Comparison) -> Comparison {
    match op {
        Comparison::Less => Comparison::LessEqual,
        Comparison::LessEqual => Comparison::Less,
        Comparison::Greater => Comparison::GreaterEqual,
        Comparison::GreaterEqual => Comparison::Greater,
        Comparison::Equal | Comparison::NotEqual => op,
    }
}

fn ends(pattern: &Pattern) -> impl Iterator<Item = &Bound> {
    let (lo, hi) = match pattern {
        Pattern::Interval { lo, hi } => (lo.as_ref(), hi.as_ref()),
        _ => (None, None),
    };
    lo.into_iter().chain(hi)
}

fn ends_mut(pattern: &mut Pattern) -> impl Iterator<Item = &mut Bound> {
    let (lo, hi) = match pattern {
        Pattern::Interval { lo, hi } => (lo.as_mut(), hi.as_mut()),
        _ => (None, None),
    };
    lo.into_iter().chain(hi)
}
