//! What records at the bounds of a policy show: what its tests reach, where pay jumps.

mod cliffs;
mod coverage;
mod mutants;
mod tried;

use merit::compile::{Compiled, compile};
use merit::source::SourceFile;

/// A policy that is accepted.
fn accepted(text: &str) -> Compiled {
    let compiled = compile(SourceFile::new("p.merit", text), &[]);
    let told: Vec<_> = compiled.diagnostics.iter().map(|told| (told.code, told.span)).collect();
    assert!(compiled.accepted(), "{told:?}");
    compiled
}
