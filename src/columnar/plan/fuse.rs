//! Sums of sums become one: a score times its weight is an addition to the total and no column of its own.

use std::collections::HashMap;

use super::{Kind, Operation, Plan, Register, Shape, Term};

/// Puts the terms of sums that one other sum alone reads into that sum.
pub(super) fn fuse(plan: &mut Plan) {
    let readers = readers(plan);
    let mut sums: HashMap<Register, (i128, Vec<Term>)> = HashMap::new();
    let mut operations = std::mem::take(&mut plan.operations);
    for Operation { out, kind } in &mut operations {
        let Kind::Sum { constant, terms } = kind else { continue };
        let mut fused: Vec<Term> = vec![];
        for term in terms.drain(..) {
            let inner =
                sums.get(&term.of).filter(|inner| readers.get(&term.of) == Some(&1) && fits(plan, *out, &term, inner));
            let inlined = inner.zip(term.shape.factor()).and_then(|(inner, factor)| times(inner, factor));
            match inlined.and_then(|(more, terms)| Some((constant.checked_add(more)?, terms))) {
                Some((sum, terms)) => {
                    *constant = sum;
                    fused.extend(terms);
                }
                None => fused.push(term),
            }
        }
        *terms = fused;
        sums.insert(*out, (*constant, terms.clone()));
    }
    plan.operations = operations;
}

/// Whether it costs no more to add the terms to the outer sum. Both are right: what they hold in the end fits, and
/// until then they count modulo their width.
fn fits(plan: &Plan, out: Register, term: &Term, (_, terms): &(i128, Vec<Term>)) -> bool {
    let width = |register: Register| plan.widths.get(register.0).copied();
    terms.len() <= 1 || width(out) <= width(term.of)
}

impl Shape {
    fn factor(&self) -> Option<i128> {
        if let Shape::Times(factor) = self { Some(*factor) } else { None }
    }

    fn times(&self, factor: i128) -> Option<Shape> {
        let each = |edges: &[(i128, i128)]| -> Option<Vec<(i128, i128)>> {
            edges.iter().map(|(edge, by)| Some((*edge, by.checked_mul(factor)?))).collect()
        };
        Some(match self {
            Shape::Times(by) => Shape::Times(by.checked_mul(factor)?),
            Shape::Steps(edges) => Shape::Steps(each(edges)?),
            Shape::Ramps(edges) => Shape::Ramps(each(edges)?),
            Shape::Table { base, values } => {
                let values = values.iter().map(|value| value.checked_mul(factor)).collect::<Option<_>>()?;
                Shape::Table { base: *base, values }
            }
        })
    }
}

fn times((constant, terms): &(i128, Vec<Term>), factor: i128) -> Option<(i128, Vec<Term>)> {
    let term = |term: &Term| Some(Term { of: term.of, shape: term.shape.times(factor)? });
    Some((constant.checked_mul(factor)?, terms.iter().map(term).collect::<Option<_>>()?))
}

/// How many read each register; whoever asked for it is one.
fn readers(plan: &Plan) -> HashMap<Register, usize> {
    let mut readers: HashMap<Register, usize> = HashMap::new();
    let asked = plan.asked();
    let read = plan.operations.iter().flat_map(|operation| operation.kind.reads());
    read.for_each(|register| *readers.entry(register).or_default() += 1);
    // Never one alone: it must stand there in the end.
    asked.for_each(|register| *readers.entry(register).or_default() += 2);
    readers
}
