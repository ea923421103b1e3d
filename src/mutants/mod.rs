//! Policies that are altered a little: which of them the tests would notice, and a record for each that they would not.
//!
//! An alteration that does not check is none: `check` would tell it. One that is proved to change no result is told as such
//! and counts for nothing; that proof, and the record, come from the room that holds two policies against each other.

mod altered;
mod records;
mod text;
mod tried;

use crate::cases::{Block, Case, blocks};
use crate::compare::{Given, Region, Verdict, decided};
use crate::compile::{Assigned, Compiled, Files};
use crate::ir::{Policy, Role, SlotId, Value};
use crate::source::Span;
use altered::{Alteration, alterations};
use records::Records;
use tried::Trial;

/// What is altered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A bound, by a step.
    Bound,
    /// Whether a bound belongs to what it bounds.
    Inclusion,
    /// What a row, a formula or a param says.
    Value,
    /// A weight, at the cost of another.
    Weight,
    /// A row, which is dropped.
    Row,
    /// How an amount is rounded.
    Rounding,
    /// What is taken where nothing is there.
    Otherwise,
    /// How those that are equal are placed.
    Ties,
}

/// An alteration that no test notices.
#[derive(Debug, Clone, PartialEq)]
pub struct Survivor {
    /// What is altered.
    pub kind: Kind,
    /// Where.
    pub span: Span,
    /// What stands there.
    pub old: String,
    /// What would stand there; nothing of a row that is dropped.
    pub new: Option<String>,
    /// A record that comes out otherwise; nothing, where none was found and no proof.
    pub apart: Option<Apart>,
}

/// A record that tells two policies apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Apart {
    /// What it holds.
    pub given: Vec<Given>,
    /// What it comes to, as far as it would come to something else.
    pub expect: Vec<(SlotId, Value)>,
    /// What it is about: a field, by its name.
    pub about: Option<String>,
}

/// What became of the alterations of a policy.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mutants {
    /// How many the tests notice.
    pub noticed: usize,
    /// How many are proved to change no result.
    pub equivalent: usize,
    /// Those that the tests do not notice.
    pub survivors: Vec<Survivor>,
}

impl Kind {
    /// The word for it, which programs read.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Bound => "bound",
            Kind::Inclusion => "inclusion",
            Kind::Value => "value",
            Kind::Weight => "weight",
            Kind::Row => "row",
            Kind::Rounding => "rounding",
            Kind::Otherwise => "otherwise",
            Kind::Ties => "ties",
        }
    }
}

impl Mutants {
    /// How many alterations count.
    pub fn count(&self) -> usize {
        self.noticed + self.survivors.len()
    }
}

/// Alters a policy in every way, one at a time.
pub fn mutants(compiled: &Compiled, files: &dyn Files, settings: &[Assigned]) -> Mutants {
    let trial = Trial { compiled, files, settings };
    let (known, mut found) = (Records::of(compiled), Mutants::default());
    for Alteration { kind, span, old, ways } in alterations(compiled) {
        let Some((new, altered)) = ways.into_iter().find_map(|way| Some((way.new, trial.checked(way.change)?))) else {
            continue;
        };
        if tried::notices(&altered.policy) {
            found.noticed += 1;
            continue;
        }
        let apart = match known.telling(&altered.policy) {
            Some(apart) => Some(apart),
            None => match decided(compiled, &altered) {
                (Verdict::Proved, _) => {
                    found.equivalent += 1;
                    continue;
                }
                (_, regions) => telling(&compiled.policy, regions).map(apart),
            },
        };
        found.survivors.push(Survivor { kind, span, old, new, apart });
    }
    found.survivors.sort_by_key(|survivor| (survivor.span, survivor.kind));
    found
}

/// The region in which most comes out otherwise: in some only what stands between.
fn telling(policy: &Policy, regions: Vec<Region>) -> Option<Region> {
    let is_result = |slot: SlotId| policy.columns.iter().any(|column| column.default && column.slot == slot);
    let results = |region: &Region| region.old.iter().filter(|(slot, _)| is_result(*slot)).count();
    regions.into_iter().filter(|region| results(region) > 0).max_by_key(results)
}

fn apart(region: Region) -> Apart {
    let about = region.axes.first().map(|axis| axis.name.clone());
    Apart { given: region.witness, expect: region.old, about }
}

/// For each survivor a test that notices it, as far as one can be written.
pub fn proposed(compiled: &Compiled, files: &dyn Files, survivors: &[Survivor]) -> Vec<Option<Block>> {
    let policy = &compiled.policy;
    let case = |survivor: &Survivor| {
        let apart = survivor.apart.as_ref()?;
        let there = apart.given.iter().filter(|given| given.matters && !given.absent);
        let given: Vec<(SlotId, Value)> = there.filter_map(|given| given.old.clone()).collect();
        let worked = |slot: SlotId| {
            policy.slot(slot).is_some_and(|slot| !matches!(slot.role, Role::Weighted | Role::SectionPoints))
        };
        let expect = apart.expect.iter().filter(|(slot, _)| worked(*slot)).cloned().collect();
        let (slot, value) =
            given.iter().find(|(slot, _)| named(policy, *slot, apart.about.as_deref())).or(given.first())?;
        let known = policy.slot(*slot)?;
        let written = policy.notation_of(known).in_unit(known.time_unit).written(value);
        Some(Case { at: (known.name.clone(), written), given: given.clone(), expect, span: survivor.span })
    };
    let cases: Vec<Option<Case>> = survivors.iter().map(case).collect();
    let written = blocks(compiled, files, cases.iter().flatten().cloned().collect());
    let own = |case: &Option<Case>| written.iter().find(|block| Some(&block.case) == case.as_ref()).cloned();
    cases.iter().map(own).collect()
}

fn named(policy: &Policy, slot: SlotId, name: Option<&str>) -> bool {
    name.is_some() && policy.slot(slot).map(|slot| slot.name.as_str()) == name
}
