//! Any text as a policy.
#![no_main]

#[path = "../../tests/suite/fuzz/outcome.rs"]
mod outcome;

libfuzzer_sys::fuzz_target!(|text: &str| outcome::source(text));
