//! What the fuzzers found once, and how they began: no panic, and an answer soon.

pub mod mutant;
mod outcome;

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::contract::random::Random;

/// No file of the corpus takes longer, even unoptimised and on a busy machine.
const LONGEST: Duration = Duration::from_secs(10);

#[test]
fn every_text_is_a_policy_or_is_told_what_is_wrong() {
    for (name, bytes) in corpus("source") {
        in_time(&name, || outcome::source(&String::from_utf8_lossy(&bytes)));
    }
}

#[test]
fn every_file_is_data_or_is_told_what_is_wrong() {
    for (name, bytes) in corpus("data") {
        in_time(&name, || outcome::data(&bytes));
    }
}

#[test]
fn mutants_of_the_corpus_are_answered() {
    mutants(0..60);
}

/// Takes minutes: `cargo test --release --test suite mutants -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn twenty_thousand_mutants_are_answered() {
    mutants(1_000..21_000);
}

/// Texts and data that differ a little from the corpus. What is found is printed before it ends the test.
fn mutants(seeds: std::ops::Range<u64>) {
    let (texts, files) = (corpus("source"), corpus("data"));
    for seed in seeds {
        let mut random = Random::new(seed);
        let source = String::from_utf8_lossy(&random.pick(&texts).1).into_owned();
        let text = mutant::of(&source, &mut random);
        in_time(&text, || outcome::source(&text));
        let source = String::from_utf8_lossy(&random.pick(&files).1).into_owned();
        let text = mutant::of(&source, &mut random);
        in_time(&text, || outcome::data(text.as_bytes()));
    }
}

fn in_time(name: &str, run: impl FnOnce()) {
    let start = Instant::now();
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run));
    assert!(outcome.is_ok(), "no answer to {name}");
    assert!(start.elapsed() < LONGEST, "{name} took {:?}", start.elapsed());
}

fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/fuzz").join(target);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = paths.map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect();
    files.sort();
    assert!(!files.is_empty(), "nothing of {target}");
    files
}
