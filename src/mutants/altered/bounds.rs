//! Bounds of rows and slices: moved by a step, and with the value itself on the other side. What two rows share goes with both.

use std::collections::BTreeMap;

use super::super::Kind;
use super::super::text::Texts;
use super::super::tried::Change;
use super::{Alteration, Way};
use crate::ir::{Bound, Expr, Pattern, Step, Value};
use crate::quantity::{Domain, Moment};
use crate::source::Span;

/// Texts for some places.
type Edits = Vec<(Span, String)>;

/// A pattern of a column, and what stands beside it in its row.
struct Cell<'p> {
    pattern: &'p Pattern,
    span: Span,
    beside: String,
}

/// The bounds of a table or a scale.
pub(super) fn of(texts: &Texts, step: &Step, found: &mut Vec<Alteration>) {
    match step {
        Step::Table(table) => {
            for (at, input) in table.inputs.iter().enumerate() {
                let cells = table.rows.iter().filter_map(|row| {
                    let others = row.pattern_spans.iter().enumerate().filter(|(other, _)| *other != at);
                    let guard = row.guard.as_ref().map(|guard| texts.line(guard.span));
                    let beside = others.map(|(_, span)| texts.line(*span)).chain(guard).collect::<Vec<_>>().join(" ");
                    Some(Cell { pattern: row.patterns.get(at)?, span: *row.pattern_spans.get(at)?, beside })
                });
                column(texts, &input.value, &cells.collect::<Vec<_>>(), found);
            }
        }
        Step::Scale(scale) => {
            let cells = scale.slices.iter();
            let cells =
                cells.map(|slice| Cell { pattern: &slice.interval, span: slice.interval_span, beside: String::new() });
            column(texts, &scale.input.value, &cells.collect::<Vec<_>>(), found);
        }
        _ => {}
    }
}

fn column(texts: &Texts, input: &Expr, cells: &[Cell], found: &mut Vec<Alteration>) {
    let mut at: BTreeMap<&Value, Vec<&Cell>> = BTreeMap::new();
    for cell in cells {
        ends(cell.pattern).for_each(|bound| at.entry(&bound.value).or_default().push(cell));
    }
    for (value, cells) in at {
        let literal = |cell: &&Cell| {
            ends(cell.pattern).filter(|bound| bound.value == *value).all(|bound| texts.is_literal(bound.span))
        };
        if !cells.iter().all(literal) {
            continue;
        }
        let mut groups: BTreeMap<&str, Vec<&Cell>> = BTreeMap::new();
        cells.iter().for_each(|cell| groups.entry(cell.beside.as_str()).or_default().push(cell));
        for group in groups.values() {
            // Where a part of the column does not go alone, the whole does.
            let wholes: Vec<&[&Cell]> = if group.len() < cells.len() { vec![group, &cells] } else { vec![group] };
            for other in beside(value, &input.domain) {
                let written = texts.spelt(&texts.compiled.policy.notation(input.ty).written(&other));
                let edits = |cells: &[&Cell]| -> Edits {
                    let bounds = cells.iter().flat_map(|cell| ends(cell.pattern)).filter(|bound| bound.value == *value);
                    bounds.map(|bound| (bound.span, written.clone())).collect()
                };
                found.push(altered(texts, Kind::Bound, &wholes, &edits));
            }
            let edits = |cells: &[&Cell]| -> Edits {
                let flipped = |cell: &&Cell| Some((cell.span, flipped(texts, cell.pattern, value)?));
                cells.iter().filter_map(flipped).collect()
            };
            found.push(altered(texts, Kind::Inclusion, &wholes, &edits));
        }
    }
}

fn altered(texts: &Texts, kind: Kind, wholes: &[&[&Cell]], edits: &dyn Fn(&[&Cell]) -> Edits) -> Alteration {
    let first = wholes.first().and_then(|cells| cells.first()).map_or(Span::NOWHERE, |cell| cell.span);
    let way = |cells: &&[&Cell]| {
        let edits = edits(cells);
        let own: Vec<(Span, String)> =
            edits.iter().filter(|(span, _)| first.range().contains(&span.range().start)).cloned().collect();
        Way { new: Some(texts.with(first, &own)), change: Change::Text(edits) }
    };
    Alteration { kind, span: first, old: texts.line(first), ways: wholes.iter().map(way).collect() }
}

/// The bounds of an interval.
pub(super) fn ends(pattern: &Pattern) -> impl Iterator<Item = &Bound> {
    let (lo, hi) = match pattern {
        Pattern::Interval { lo, hi } => (lo.as_ref(), hi.as_ref()),
        _ => (None, None),
    };
    lo.into_iter().chain(hi)
}

/// The neighbours of a value.
pub(super) fn beside(value: &Value, domain: &Domain) -> Vec<Value> {
    match (value, domain) {
        (Value::Number(number), Domain::Numbers(numbers)) if !numbers.step().is_zero() => {
            let step = numbers.step();
            vec![Value::Number(number + &step), Value::Number(number - &step)]
        }
        (Value::Calendar(at), _) => {
            let moment = |ordinal| Value::Calendar(Moment { kind: at.kind, ordinal });
            vec![moment(at.ordinal.saturating_add(1)), moment(at.ordinal.saturating_sub(1))]
        }
        _ => vec![],
    }
}

/// An interval with the value itself on the other side of its bound.
fn flipped(texts: &Texts, pattern: &Pattern, value: &Value) -> Option<String> {
    let mut other = pattern.clone();
    if let Pattern::Interval { lo, hi } = &mut other {
        let bounds = [lo, hi].into_iter().flatten();
        bounds.filter(|bound| bound.value == *value).for_each(|bound| bound.included = !bound.included);
    }
    other.interval(|bound| texts.at(bound.span).to_owned())
}
