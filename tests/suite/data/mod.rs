//! Reading and writing data.

mod cells;
mod containers;
mod exports;
mod files;
mod formats;
mod frames;
mod held;
mod history;
mod lone;
mod outcomes;
mod parquet;
pub mod parts;
mod places;
mod quick;
mod refusals;
mod relations;
mod robustness;
mod rows;
mod seen;
mod shared;
mod shares;
mod shown;
mod spellings;
mod titled;
mod titles;
mod workbooks;
mod writing;

use merit::batch::share;
use merit::compile::compile;
use merit::data::{Batch, Identity, Problem, Reading, spell_cell};
use merit::eval::{Given, Subject};
use merit::io::{DataSource, ReadOptions};
use merit::ir::{Policy, Value};
use merit::quantity::Tongue;
use merit::source::SourceFile;

/// A policy that is accepted.
pub fn policy(text: &str) -> Policy {
    let compiled = compile(SourceFile::new("policy.merit", text), &[]);
    assert!(compiled.accepted(), "{:#?}", compiled.diagnostics);
    compiled.policy
}

/// Reads one file.
pub fn read(policy: &Policy, name: &str, bytes: impl Into<Vec<u8>>) -> Result<Batch, Vec<Problem>> {
    read_all(policy, &[DataSource::new(name, bytes)], &ReadOptions::default())
}

/// The records of a policy.
pub fn read_all(policy: &Policy, sources: &[DataSource], options: &ReadOptions) -> Result<Batch, Vec<Problem>> {
    Ok(share(&[policy], merit::io::read(&[policy], sources, options)?).into_first())
}

/// A record of a run and the rows that belong to it.
fn subject<'a>(policy: &Policy, fields: &'a [Value], rows: &[Vec<usize>]) -> Subject<'a> {
    Subject {
        given: Given::Fields(fields.into()),
        rows: rows.to_vec(),
        identity: Identity::of(policy, fields),
        past: false,
    }
}

/// What each row came to: its values between bars, or its codes and variants.
pub fn outcomes(policy: &Policy, batch: &Batch) -> Vec<String> {
    batch.records().map(|record| outcome(policy, &record.reading)).collect()
}

fn outcome(policy: &Policy, reading: &Reading) -> String {
    match reading {
        Reading::Record(values) => {
            let cells = policy.slots.iter().zip(values).map(|(slot, value)| spell_cell(policy, slot, value));
            cells.collect::<Vec<_>>().join("|")
        }
        Reading::Rejected(rejection) => codes(&rejection.problems),
        Reading::Skipped(rejection) => format!("skipped {}", codes(&rejection.problems)),
        Reading::Foreign(_) => "foreign".to_owned(),
    }
}

/// Codes with their variants; every text must be there in both tongues.
pub fn codes(problems: &[Problem]) -> String {
    let code = |problem: &Problem| {
        for tongue in [Tongue::Zh, Tongue::En] {
            let words = merit::render::problem(problem, tongue);
            assert!(!words.contains('⟨') && !words.contains("{$"), "{words}");
        }
        match problem.variant {
            "" => problem.code.as_str().to_owned(),
            variant => format!("{}-{variant}", problem.code.as_str()),
        }
    };
    problems.iter().map(code).collect::<Vec<_>>().join(" ")
}

/// The codes for which a file as a whole is refused.
pub fn refusal(policy: &Policy, name: &str, bytes: impl Into<Vec<u8>>) -> String {
    read(policy, name, bytes)
        .map_or_else(|problems| codes(&problems), |batch| format!("{:?}", outcomes(policy, &batch)))
}
