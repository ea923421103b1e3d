//! All ways in which a policy is altered.

mod bounds;
mod conditions;
mod declared;
mod rows;
mod values;

use std::collections::BTreeSet;

use super::Kind;
use super::text::Texts;
use super::tried::{Change, each_rounding};
use crate::compile::Compiled;
use crate::ir::{CohortFunction, Role, Step};
use crate::quantity::Rounding;
use crate::source::Span;

/// An alteration.
pub(super) struct Alteration {
    /// What is altered.
    pub kind: Kind,
    /// Where it is told.
    pub span: Span,
    /// What stands there.
    pub old: String,
    /// How; the first that checks is the one.
    pub ways: Vec<Way>,
}

/// A way to alter something.
pub(super) struct Way {
    /// What would stand there; nothing of a row that is dropped.
    pub new: Option<String>,
    /// What makes it so.
    pub change: Change,
}

/// How amounts are rounded instead.
const ROUNDINGS: [Rounding; 3] = [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down];

/// The alterations of a policy, none twice.
pub(super) fn alterations(compiled: &Compiled) -> Vec<Alteration> {
    let texts = Texts::of(compiled);
    let mut found = vec![];
    for step in &compiled.policy.steps {
        // What must hold is what a test is, no part of what is paid.
        let ensured = matches!(step, Step::Value(of) if compiled.policy.slot(of.slot).is_some_and(|slot| slot.role == Role::Ensure));
        if ensured {
            continue;
        }
        bounds::of(&texts, step, &mut found);
        conditions::of(&texts, step, &mut found);
        values::of(&texts, step, &mut found);
        rows::of(&texts, step, &mut found);
    }
    declared::of(&texts, &mut found);
    roundings(compiled, &texts, &mut found);
    ties(compiled, &texts, &mut found);
    let mut seen = BTreeSet::new();
    found.retain(|it| {
        let edits = it.ways.first().map(|way| format!("{:?}", way.change));
        seen.insert(edits)
    });
    found
}

fn roundings(compiled: &Compiled, texts: &Texts, found: &mut Vec<Alteration>) {
    let mut number = 0;
    each_rounding(&mut compiled.policy.clone(), &mut |mode, span| {
        let at = number;
        number += 1;
        if !texts.is_own(span) {
            return;
        }
        for other in ROUNDINGS.into_iter().filter(|other| other != mode) {
            let way = Way { new: Some(other.name().to_owned()), change: Change::Rounding(at, other) };
            found.push(Alteration { kind: Kind::Rounding, span, old: mode.name().to_owned(), ways: vec![way] });
        }
    });
}

fn ties(compiled: &Compiled, texts: &Texts, found: &mut Vec<Alteration>) {
    for (at, step) in compiled.policy.steps.iter().enumerate() {
        let Step::Cohort(cohort) = step else { continue };
        let CohortFunction::Rank(rank) = &cohort.function else { continue };
        // Where something breaks ties there are none to be placed.
        if rank.then.is_some() || !texts.is_own(rank.value.span) {
            continue;
        }
        let (old, new) = if rank.dense { ("dense", "shared") } else { ("shared", "dense") };
        let way = Way { new: Some(format!("ties: {new}")), change: Change::Dense(at) };
        found.push(Alteration {
            kind: Kind::Ties,
            span: rank.value.span,
            old: format!("ties: {old}"),
            ways: vec![way],
        });
    }
}

impl Alteration {
    /// Another text in some places of a whole that is told.
    pub fn text(texts: &Texts, kind: Kind, whole: Span, all: Vec<Vec<(Span, String)>>) -> Alteration {
        let way =
            |edits: Vec<(Span, String)>| Way { new: Some(texts.with(whole, &edits)), change: Change::Text(edits) };
        Alteration { kind, span: whole, old: texts.line(whole), ways: all.into_iter().map(way).collect() }
    }
}
