//! The contract as a theorem: whatever is accepted gives every admitted record a value of the inferred
//! domain, and whatever is refused for its tables is refused rightly. Policies and records are
//! generated; a failure prints the smallest policy that still fails.

mod axis;
mod brute;
mod condition;
mod declaration;
mod doubt;
mod example;
mod expression;
mod guard;
mod kind;
mod mended;
mod points;
mod promise;
pub mod random;
mod reach;
mod record;
mod scoring;
mod shrink;
mod table;
mod together;
mod tried;
mod walk;
mod wide;
mod world;

use std::collections::BTreeMap;

use merit::batch::Supposed;
use merit::compile::{Compiled, compile};
use merit::diagnostic::Severity;
use merit::eval;
use merit::ir::{Policy, RelationKind, Role, SlotId, Value};
use merit::source::SourceFile;

use super::columnar;
use random::Random;
use world::World;

/// How many policies every run of the tests holds to the contract.
const ALWAYS: u64 = 60;

/// Around one record of so many boxes are put.
const BOXED: usize = 5;

#[test]
fn holds_for_some_hundred_policies() {
    let tally = hold(0..ALWAYS);
    assert!(tally.accepted * 4 > ALWAYS, "too few are accepted to say anything: {tally:#?}");
}

/// Takes minutes: `cargo test --release --test suite contract -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes"]
fn holds_for_twenty_thousand_policies() {
    let share = |from: u64| std::thread::spawn(move || (from..from + 10_000).step_by(500).map(five_hundred).sum());
    let shares: Vec<std::thread::JoinHandle<u64>> = [1_000_000, 1_010_000].map(share).into();
    let accepted: u64 = shares.into_iter().map(|share| share.join().unwrap()).sum();
    assert!(accepted > 5_000, "too few are accepted to say anything: {accepted}");
}

/// How many of five hundred policies are accepted.
fn five_hundred(from: u64) -> u64 {
    let tally = hold(from..from + 500);
    eprintln!("{from}: {} of 500 accepted, refused with {:?}", tally.accepted, tally.codes());
    tally.accepted
}

/// The policy of a seed.
pub fn generated(seed: u64) -> String {
    let mut world = World::new(seed);
    declaration::policy(&mut world);
    world.text()
}

/// Records of the policy of a seed.
pub fn seeded_records(seed: u64, policy: &merit::ir::Policy, random: &mut Random) -> Vec<Vec<Value>> {
    let mut world = World::new(seed);
    declaration::policy(&mut world);
    record::records(policy, &world, random)
}

/// The ready-made policies, checked.
pub fn ready_made() -> impl Iterator<Item = (String, Policy)> {
    super::policies::ready_made()
        .into_iter()
        .map(|path| (path.display().to_string(), super::policies::compiled(&path).policy))
}

/// Records of a policy that look random: values of each field, and of each lookup that must be there, at all figures
/// that the policy names, and between.
pub fn records_of(policy: &Policy, count: usize) -> Vec<Supposed> {
    let mut random = Random::new(count as u64);
    let lookups = policy.relations.iter().filter(|relation| relation.kind == RelationKind::Lookup);
    let looked_up = lookups.flat_map(|relation| relation.slots.clone());
    let choices: Vec<(SlotId, Vec<Value>)> = (0..policy.fields.len())
        .chain(looked_up.filter(|slot| !policy.slots[*slot].optional))
        .map(|at| {
            let marks = merit::analysis::marks(policy, SlotId(at), policy.steps.iter()).values;
            (SlotId(at), if marks.is_empty() { record::choices(&policy.slots[at], &[]) } else { marks })
        })
        .collect();
    (0..count).map(|_| choices.iter().map(|(slot, values)| (*slot, random.pick(values).clone())).collect()).collect()
}

/// What became of the generated policies.
#[derive(Debug, Default)]
struct Tally {
    accepted: u64,
    /// How many were refused with each code, and the first of them.
    refused: BTreeMap<&'static str, (u64, String)>,
}

/// Holds the policies of these seeds to the contract.
fn hold(seeds: std::ops::Range<u64>) -> Tally {
    let (mut tally, mut broken) = (Tally::default(), vec![]);
    for seed in seeds {
        let mut world = World::new(seed);
        declaration::policy(&mut world);
        let text = world.text();
        match break_of(&text, &world, seed) {
            Ok(compiled) => tally.count(&compiled),
            Err(_) => broken.push(shrink::smallest(&world, seed)),
        }
        assert!(broken.len() < 5, "{}", broken.join("\n"));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    tally
}

impl Tally {
    fn codes(&self) -> Vec<(&str, u64)> {
        self.refused.iter().map(|(code, (count, _))| (*code, *count)).collect()
    }

    fn count(&mut self, compiled: &Compiled) {
        self.accepted += u64::from(compiled.accepted());
        let errors = compiled.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error);
        for error in errors {
            let place = compiled.sources.place(error.span);
            let line = compiled.sources.iter().next().map_or("", |(_, file)| file.line(place.line));
            let first = || (0, format!("column {} of {line}: {:?}", place.column, error.args));
            self.refused.entry(error.code.as_str()).or_insert_with(first).0 += 1;
        }
    }
}

/// How a policy breaks the contract; else what it was compiled to.
fn break_of(text: &str, world: &World, seed: u64) -> Result<Compiled, String> {
    let compiled = compile(SourceFile::new("generated", text), &[]);
    brute::verdicts(&compiled)?;
    if compiled.accepted() {
        let mut random = Random::new(seed);
        let records = record::records(&compiled.policy, world, &mut random);
        for record in &records {
            held(&eval::observe(&compiled.policy, record), &eval::evaluate(&compiled.policy, record), record)?;
        }
        columnar::agree(&compiled.policy, &columnar::supposed(&records))?;
        for record in records.iter().step_by(BOXED) {
            reach::held(&compiled.policy, &eval::evaluate(&compiled.policy, record), record, &mut random)?;
        }
        if world.together {
            together::every_value(&compiled, &records, &mut random)?;
        }
        example::hold(text, &compiled.policy, &records, &mut random)?;
    }
    Ok(compiled)
}

/// Every slot has a value of its domain, whether anybody observes or not.
fn held(observed: &eval::Observed, evaluation: &eval::Evaluation, record: &[Value]) -> Result<(), String> {
    let policy = observed.policy;
    if observed.evaluation != *evaluation {
        return Err(format!("observed it is another, for {record:?}"));
    }
    // A row of details has values by itself alone.
    let of_records = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role != Role::Details);
    for (at, slot) in of_records {
        let told = match evaluation.value(merit::ir::SlotId(at)) {
            Ok(Value::Missing) if slot.optional => continue,
            Ok(value) if points::admits(&slot.domain, value) => continue,
            Ok(value) => format!("{value:?} is outside {:?}", slot.domain),
            Err(stop) => format!("{stop:?}"),
        };
        return Err(format!("{}: {told}, for {record:?}", slot.name));
    }
    walk::expressions(observed).map_err(|told| format!("{told}, for {record:?}"))
}
