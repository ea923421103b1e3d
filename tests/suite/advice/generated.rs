//! Generated policies, alone and together.

use merit::compile::compile;
use merit::ir::Value;
use merit::source::SourceFile;

use super::Bench;
use super::tried::{Seen, hold};
use crate::contract::random::Random;
use crate::contract::{generated, seeded_records};

#[test]
fn every_change_does_what_it_says() {
    let (mut accepted, mut seen) = (0, Seen::default());
    for seed in 500..560 {
        let text = generated(seed);
        let compiled = compile(SourceFile::new("generated", text.as_str()), &[]);
        if !compiled.accepted() {
            continue;
        }
        accepted += 1;
        let mut random = Random::new(seed);
        let mut records: Vec<Vec<Value>> = seeded_records(seed, &compiled.policy, &mut random);
        random.shuffle(&mut records);
        records.truncate(8);
        let bench = Bench::alone(&compiled.policy, &records);
        for at in 0..2.min(records.len()) {
            hold(&bench, at, &mut random, &mut seen).unwrap_or_else(|told| panic!("seed {seed}: {told}\n{text}"));
        }
    }
    assert!(accepted > 10 && seen.reached > 40 && seen.unreachable > 20, "{accepted} {seen:?}");
    assert!(seen.open * 20 < seen.reached, "too much is left open: {seen:?}");
}
