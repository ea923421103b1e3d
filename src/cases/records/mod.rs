//! Records at every bound of a policy and one step to either side, with what they come to.

mod aims;
mod solve;

use std::collections::BTreeSet;

use crate::eval::Evaluation;
use crate::eval::testing::outcome;
use crate::ir::{Policy, Role, SlotId, Test, Type, Value};
use crate::quantity::Dimension;
use crate::source::Span;
use aims::{Aim, Wanted, aims};
use solve::Solver;

/// Some slots and their values.
pub type Given = Vec<(SlotId, Value)>;

/// A record that stands at a place of the policy, and what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// What it is at: a name, and a value as the policy writes it.
    pub at: (String, String),
    /// What is given.
    pub given: Given,
    /// What follows.
    pub expect: Given,
    /// The place of the policy.
    pub span: Span,
}

/// The records at the bounds of a policy, none twice.
pub fn cases(policy: &Policy, text: &dyn Fn(Span) -> String) -> Vec<Case> {
    let solver = Solver::of(policy);
    let mut seen = BTreeSet::new();
    let mut cases = vec![];
    for aim in aims(policy, text) {
        let Some(given) = reached(&solver, &aim) else { continue };
        if !seen.insert(given.clone()) {
            continue;
        }
        let expect = follows(policy, &given);
        if !expect.is_empty() {
            cases.push(Case { at: aim.name, given, expect, span: aim.span });
        }
    }
    cases
}

/// A record that is as an aim wants it.
fn reached(solver: &Solver, aim: &Aim) -> Option<Given> {
    let mut given = solver.base.clone();
    for wanted in &aim.wanted {
        given = match wanted {
            Wanted::Value(expr, value) => solver.with(&given, expr, value)?,
            Wanted::Slot(slot, value) => solver.at(&given, *slot, value)?,
            Wanted::Default(slot) => given.into_iter().filter(|(known, _)| known != slot).collect(),
        };
    }
    given.sort();
    Some(given)
}

/// What a record comes to that stands alone.
pub fn evaluated(policy: &Policy, given: &Given) -> Evaluation {
    let assigned = |(slot, value): &(SlotId, Value)| crate::ir::Assignment {
        slot: *slot,
        value: value.clone(),
        span: Span::NOWHERE,
    };
    let given = given.iter().map(assigned).collect();
    let (span, expect) = (Span::NOWHERE, vec![]);
    let test = Test { name: String::new(), span, given, expect, rows: vec![], others: vec![], earlier: vec![] };
    outcome(policy, &test).evaluation
}

/// The results of a record that can be written, in the order of the columns.
fn follows(policy: &Policy, given: &Given) -> Given {
    let evaluation = evaluated(policy, given);
    let told = |slot: SlotId| {
        let known = policy.slot(slot)?;
        let worked = !matches!(known.role, Role::Field | Role::Lookup | Role::Weighted | Role::SectionPoints);
        let new = worked && is_written(known.ty) && !given.iter().any(|(of, _)| *of == slot);
        let value = evaluation.value(slot).ok().filter(|_| new)?;
        Some((slot, value.clone()))
    };
    policy.columns.iter().filter(|column| column.default).filter_map(|column| told(column.slot)).collect()
}

/// Whether a policy can write the values of a type: a rate has no literal.
fn is_written(ty: Type) -> bool {
    match ty {
        Type::Number(dimension) => {
            let plain = [Dimension::NUMBER, Dimension::MONEY, Dimension::TIME, Dimension::POINTS];
            dimension.percent || plain.contains(&dimension)
        }
        Type::Invalid => false,
        _ => true,
    }
}
