//! Every ready-made policy on its sheet.

use merit::batch::{self, Inputs};
use merit::compile::Compiled;
use merit::data::{Identity, Past, Reading};
use merit::eval::{Given, Subject, remember};
use merit::io::{self, ReadOptions};
use merit::ir::{Policy, RelationId};

use super::Bench;
use super::tried::{Seen, hold};
use crate::contract::random::Random;
use crate::explain::ready_made::{SHEETS, Tried};
use crate::explain::{policy, source};

/// So many records of a sheet are looked at.
const RECORDS: usize = 2;

#[test]
fn every_change_does_what_it_says() {
    let seen = all(RECORDS);
    assert!(seen.reached > 100 && seen.unreachable > 50 && seen.open < 10, "{seen:?}");
}

/// Minutes long.
#[test]
#[ignore = "the same for every record"]
fn every_change_of_everybody_does_what_it_says() {
    let seen = all(usize::MAX);
    assert!(seen.reached > 1_000, "{seen:?}");
}

/// Holds what would help so many records of each sheet, evenly spread, to what comes out.
fn all(most: usize) -> Seen {
    let (mut random, mut seen) = (Random::new(7), Seen::default());
    for tried in SHEETS {
        of_sheet(tried, &mut |bench| {
            let count = bench.subjects.iter().filter(|subject| !subject.past).count();
            let held = most.min(count);
            for at in (0..held).map(|nth| nth * count / held) {
                hold(bench, at, &mut random, &mut seen).unwrap_or_else(|told| panic!("{:?}: {told}", tried.0));
            }
        });
    }
    seen
}

fn of_sheet((names, sheet, with, history): &Tried, see: &mut dyn FnMut(&Bench)) {
    let compiled: Vec<Compiled> = names.iter().map(|name| policy(&format!("{name}.merit"))).collect();
    let policies: Vec<&Policy> = compiled.iter().map(|compiled| &compiled.policy).collect();
    let options = ReadOptions::default();
    let mut inputs = Inputs::new(&policies, io::read(&policies, &[source(sheet)], &options).unwrap());
    for (at, policy) in policies.iter().copied().enumerate() {
        let relations = policy.relations.iter().enumerate().map(|(at, relation)| {
            let files: Vec<_> =
                with.iter().filter(|(name, _)| *name == relation.name).map(|(_, file)| source(file)).collect();
            batch::rows(policy, RelationId(at), io::read_relation(policy, RelationId(at), &files, &options).unwrap())
        });
        inputs.join((at, policy), relations.collect());
        let past = match policy.looks_back() && !history.is_empty() {
            true => {
                let files: Vec<_> = history.iter().map(|file| source(file)).collect();
                batch::past(policy, io::read_results(policy, &files, &options).unwrap()).unwrap()
            }
            false => Past::default(),
        };
        inputs.remember(at, past);
        let records = inputs.shared.batches[at].records().enumerate();
        let records: Vec<_> = records
            .filter_map(|(at, record)| match record.into_owned().reading {
                Reading::Record(fields) => Some((at, fields)),
                _ => None,
            })
            .collect();
        let own = &inputs.own[at];
        let subjects = records.into_iter().map(|(at, fields)| Subject {
            identity: Identity::of(policy, &fields),
            given: Given::Fields(fields.into()),
            rows: own.joined.rows.get(at).cloned().unwrap_or_default(),
            past: false,
        });
        let mut subjects: Vec<Subject> = subjects.collect();
        remember(&mut subjects, own.past.records.iter());
        see(&Bench { policy, tables: &own.joined.tables, subjects });
    }
}
