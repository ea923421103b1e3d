//! W0521: neighbouring rows that answer alike and could be one.

use super::{Odd, rows};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Bound, Input, Pattern, Row, Table, TableKind};
use crate::quantity::Numbers;

/// Tells each row that answers what the row before it answers, where one row can take what both take.
pub(super) fn tell(odd: &Odd, table: &Table) -> Vec<Diagnostic> {
    if !matches!(table.kind, TableKind::Score | TableKind::Table) {
        return vec![];
    }
    let alike = rows::neighbours(table).filter(|(one, two)| rows::answer_alike(one, two, 0));
    alike.filter_map(|(one, two)| pair(odd, table, one, two)).collect()
}

fn pair(odd: &Odd, table: &Table, one: &Row, two: &Row) -> Option<Diagnostic> {
    let columns = || one.patterns.iter().zip(&two.patterns).enumerate();
    let mut apart = columns().filter(|(_, (one, two))| !rows::same_pattern(one, two));
    let (column, (first, second)) = apart.next()?;
    if apart.next().is_some() {
        return None;
    }
    let whole = joined(odd, table.inputs.get(column)?, first, second)?;
    let told = Diagnostic::new(Code::MergeableRows, two.span)
        .arg("table", table.name.as_str())
        .arg("one", rows::name(odd, one))
        .arg("two", rows::name(odd, two))
        .arg("values", rows::answers(odd, table, two, 0))
        .arg("pattern", whole)
        .label(one.span, "one");
    Some(told)
}

/// The pattern that takes what two intervals take, where they touch or are rungs of one ladder.
fn joined(odd: &Odd, input: &Input, one: &Pattern, two: &Pattern) -> Option<String> {
    let (Pattern::Interval { lo: a, hi: b }, Pattern::Interval { lo: c, hi: d }) = (one, two) else { return None };
    match (a, b, c, d) {
        (_, None, Some(rung), None) | (None, _, None, Some(rung)) => {
            let sign = if d.is_none() { '>' } else { '<' };
            one_sided(odd, sign, rung)
        }
        (_, Some(end), Some(start), _) if touch(input, end, start) => spelt(odd, a.as_ref(), d.as_ref()),
        (Some(start), _, _, Some(end)) if touch(input, end, start) => spelt(odd, c.as_ref(), b.as_ref()),
        _ => None,
    }
}

/// Whether nothing lies between an upper end and a lower one, and nothing in both.
fn touch(input: &Input, end: &Bound, start: &Bound) -> bool {
    if end.value == start.value {
        return end.included != start.included;
    }
    match (&input.value.domain.numbers(), end.value.number(), start.value.number()) {
        (Some(Numbers::Range { step, .. }), Some(below), Some(above)) => {
            end.included && start.included && below + step == *above
        }
        _ => false,
    }
}

fn spelt(odd: &Odd, lo: Option<&Bound>, hi: Option<&Bound>) -> Option<String> {
    match (lo, hi) {
        (Some(lo), Some(hi)) => {
            let (open, close) = (if lo.included { '[' } else { '(' }, if hi.included { ']' } else { ')' });
            Some(format!("{open}{}, {}{close}", odd.sources.slice(lo.span), odd.sources.slice(hi.span)))
        }
        (Some(lo), None) => one_sided(odd, '>', lo),
        (None, Some(hi)) => one_sided(odd, '<', hi),
        (None, None) => None,
    }
}

fn one_sided(odd: &Odd, sign: char, bound: &Bound) -> Option<String> {
    let equal = if bound.included { "=" } else { "" };
    Some(format!("{sign}{equal} {}", odd.sources.slice(bound.span)))
}
