//! Any bytes as data.
#![no_main]

#[path = "../../tests/suite/fuzz/outcome.rs"]
mod outcome;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| outcome::data(bytes));
