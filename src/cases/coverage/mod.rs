//! Which rows, guards, branches, conditions and bounds of a policy its tests reach.
//!
//! Only the record that a test is about counts: what others come to is nowhere asked for. A test that puts a value in
//! the place of a definition reaches nothing in that definition.

mod places;

use std::collections::BTreeMap;

use crate::compile::Compiled;
use crate::eval::Observed;
use crate::eval::testing::observed;
use crate::ir::{Policy, Test};
use crate::source::Span;
use places::{Place, places};

/// What the tests of a policy reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// How many tests there are.
    pub tests: usize,
    /// The places, in the order of the text.
    pub places: Vec<Reached>,
}

/// A place of a policy, and how many tests reach it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// What stands there.
    pub kind: Kind,
    /// The text, on one line.
    pub text: String,
    /// Of what holds or fails, which of the two is meant.
    pub side: Option<Side>,
    /// Where it stands.
    pub span: Span,
    /// How many tests reach it.
    pub hits: usize,
}

/// What stands at a place that a test can reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A row of a table, or a slice of a scale that holds something.
    Row,
    /// The condition at the end of a row.
    Guard,
    /// One of several ways that a formula goes.
    Branch,
    /// A condition of a gate.
    Condition,
    /// A value at which the policy does something else, or a bound that changes an amount.
    Bound,
}

/// Whether a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// It does.
    Holds,
    /// It does not.
    Fails,
}

impl Kind {
    /// All of them, in the order in which they are told.
    pub const ALL: [Kind; 5] = [Kind::Row, Kind::Guard, Kind::Branch, Kind::Condition, Kind::Bound];

    /// The word for it, which programs read.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Row => "row",
            Kind::Guard => "guard",
            Kind::Branch => "branch",
            Kind::Condition => "condition",
            Kind::Bound => "bound",
        }
    }
}

impl Coverage {
    /// The places of a kind: how many are reached, and how many there are.
    pub fn count(&self, kind: Kind) -> (usize, usize) {
        let of_kind = || self.places.iter().filter(|place| place.kind == kind);
        (of_kind().filter(|place| place.hits > 0).count(), of_kind().count())
    }

    /// The places that no test reaches.
    pub fn missed(&self) -> impl Iterator<Item = &Reached> {
        self.places.iter().filter(|place| place.hits == 0)
    }

    /// The least hits among the places that begin on each line of each file.
    pub fn lines(&self, line: impl Fn(Span) -> usize) -> BTreeMap<(crate::source::FileId, usize), usize> {
        let mut lines = BTreeMap::new();
        for place in &self.places {
            let least = lines.entry((place.span.file, line(place.span))).or_insert(place.hits);
            *least = place.hits.min(*least);
        }
        lines
    }
}

/// What the tests of a policy reach.
pub fn coverage(compiled: &Compiled) -> Coverage {
    let policy = &compiled.policy;
    let text = |span| compiled.sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found: Vec<(Place, usize)> = places(policy, &text).into_iter().map(|place| (place, 0)).collect();
    for test in &policy.tests {
        reach(policy, test, &mut found);
    }
    let reached = found.into_iter().map(|(place, hits)| Reached {
        kind: place.kind,
        side: place.side(),
        text: place.text,
        span: place.span,
        hits,
    });
    let mut reached: Vec<Reached> = reached.collect();
    reached.sort_by_key(|place| (place.span, place.kind, place.side));
    Coverage { tests: policy.tests.len(), places: reached }
}

fn reach(policy: &Policy, test: &Test, found: &mut [(Place, usize)]) {
    let observed: Observed = observed(policy, test);
    for (place, hits) in found {
        *hits += usize::from(place.is_reached(&observed));
    }
}
