//! Two policies held against each other: planted changes with what is known of them, refactorings that change nothing.

mod refactored;

use merit::compile::{Compiled, InMemory, compile, compile_beside};
use merit::source::SourceFile;

const SHOP: &str = include_str!("../../policies/small-shop.merit");

/// A text with pieces put in the place of others, each of which stands there once.
fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    })
}

/// A text without its tests, which a change of the policy would break.
fn untested(text: &str) -> String {
    text.split("\ntest ").next().unwrap_or_default().to_owned()
}

fn compiled(old: &str, new: &str) -> (Compiled, Compiled) {
    let old = compile(SourceFile::new("old.merit", old), &[]);
    let new = compile_beside(&old.sources, SourceFile::new("new.merit", new), &InMemory::default(), &[], &[]);
    for compiled in [&old, &new] {
        let told: Vec<_> = compiled.diagnostics.iter().filter(|told| told.severity() == merit::diagnostic::Severity::Error).collect();
        assert!(compiled.accepted(), "{told:#?}");
    }
    (old, new)
}
