//! How one value came about, as far as some lines tell it: for tests and the REPL.

use super::notes::exempt_from;
use crate::eval::{Evaluation, Trace};
use crate::ir::{Expr, Item, Pay, PayLine, Policy, SlotId, Step, Value};
use crate::quantity::Number;
use crate::source::Span;

/// How one value came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Why<'p> {
    /// What gave it.
    pub by: By,
    /// What it takes from several records, rows or periods.
    pub joint: Vec<Joint>,
    /// The items that were left out of the total by which it comes about.
    pub exempt: Vec<&'p Item>,
}

/// What gave a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// An expression.
    Formula,
    /// Rows of a table or slices of a scale.
    Rows(Vec<Span>),
    /// A line of a pay block, as it is written, and the rows by which was found what it reads.
    Line(Span, Vec<Span>),
    /// The lines of a pay block, as they are written.
    Sum(Vec<SlotId>),
    /// Something else, or nothing: it was given or read.
    Other,
}

/// Something over several records, rows or periods by which a value comes about.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    /// What it is.
    pub slot: SlotId,
    /// Its value.
    pub value: Value,
    /// Over how many it was found.
    pub members: usize,
    /// How many of them counted.
    pub counted: usize,
}

/// How the value of a slot came about.
pub fn why<'p>(policy: &'p Policy, evaluation: &Evaluation, slot: SlotId) -> Why<'p> {
    let by = match policy.step_of(slot).and_then(|at| Some((policy.steps.get(at)?, evaluation.trace(at)?))) {
        Some((_, Trace::Value(_))) => By::Formula,
        Some((Step::Pay(pay), Trace::Pay { .. })) => match line(pay, slot) {
            Some(line) => By::Line(whole(policy, line), read_rows(policy, evaluation, &line.value)),
            None => By::Sum(in_order(policy, pay)),
        },
        Some((_, trace)) => rows(trace).map_or(By::Other, By::Rows),
        None => By::Other,
    };
    Why { by, joint: joint(policy, evaluation, slot), exempt: exempt_from(policy, evaluation, policy.totals_of(slot)) }
}

/// The rows of a table, or the slices of a scale, that a trace tells of.
fn rows(trace: &Trace) -> Option<Vec<Span>> {
    match trace {
        Trace::Row(row) => Some(vec![row.span]),
        Trace::Slices(slices) => {
            let filled = slices.iter().filter(|slice| slice.part != Number::ZERO);
            Some(filled.map(|slice| slice.span).collect())
        }
        Trace::Value(_)
        | Trace::Given
        | Trace::Stopped(_)
        | Trace::Gate(_)
        | Trace::Pay { .. }
        | Trace::Joint { .. } => None,
    }
}

/// The rows that gave what an expression reads.
fn read_rows(policy: &Policy, evaluation: &Evaluation, expr: &Expr) -> Vec<Span> {
    let traces = read(vec![expr]).into_iter().filter_map(|slot| evaluation.trace(policy.step_of(slot)?));
    traces.filter_map(rows).flatten().collect()
}

fn line(pay: &Pay, slot: SlotId) -> Option<&PayLine> {
    pay.lines.iter().find(|line| line.slot == slot)
}

/// A line with its name.
fn whole(policy: &Policy, line: &PayLine) -> Span {
    policy.slot(line.slot).map_or(line.written, |slot| slot.span.to(line.written))
}

/// The lines of a pay block as they are written; as they are evaluated, each stands behind what it uses.
fn in_order(policy: &Policy, pay: &Pay) -> Vec<SlotId> {
    let mut lines: Vec<SlotId> = pay.lines.iter().map(|line| line.slot).collect();
    lines.sort_by_key(|slot| policy.slot(*slot).map(|slot| slot.span));
    lines
}

/// What expressions read, each once.
fn read(expressions: Vec<&Expr>) -> Vec<SlotId> {
    let mut read: Vec<SlotId> = expressions.into_iter().flat_map(Expr::slots).collect();
    read.sort_unstable();
    read.dedup();
    read
}

fn joint(policy: &Policy, evaluation: &Evaluation, slot: SlotId) -> Vec<Joint> {
    let Some(step) = policy.step_of(slot).and_then(|at| policy.steps.get(at)) else { return vec![] };
    let expressions = match step {
        // The other lines say nothing about this one.
        Step::Pay(pay) => line(pay, slot).map(|line| &line.value).into_iter().collect(),
        step => step.expressions(),
    };
    let found = read(expressions).into_iter().filter_map(|slot| match evaluation.trace(policy.step_of(slot)?)? {
        Trace::Joint { members, counted, value } => {
            Some(Joint { slot, value: value.clone(), members: *members, counted: *counted })
        }
        _ => None,
    });
    found.collect()
}
