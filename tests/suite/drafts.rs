//! Policies as people write them who have read ten minutes of the tutorial, half of each copied out of a document. Whoever
//! makes the first edit of every error, and nothing else, is to have a policy that is accepted at the second check.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use merit::compile::{Compiled, InMemory, compile_with};
use merit::diagnostic::{Diagnostic, Edit, Severity};
use merit::source::SourceFile;

/// Each draft, how many errors the first check tells, and how many checks it takes until it is accepted.
const DRAFTS: [(&str, usize, usize); 8] = [
    ("zh-service", 26, 2),
    ("zh-live", 26, 2),
    ("zh-warehouse", 20, 2),
    ("zh-penalty", 12, 2),
    ("zh-ladder", 20, 2),
    ("en-service", 26, 2),
    ("en-sales", 16, 2),
    ("en-design", 23, 2),
];

/// More checks than this nobody makes.
const MOST_CHECKS: usize = 6;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts").join(name)
}

fn compiled(text: &str) -> Compiled {
    compile_with(SourceFile::new("draft", text), &InMemory::default(), &[])
}

fn errors(of: &Compiled) -> Vec<&Diagnostic> {
    of.diagnostics.iter().filter(|told| told.severity() == Severity::Error).collect()
}

/// The text after the first edit of every error, each line by itself; a name that is another one wherever no other edit
/// writes the place anew.
fn mended(text: &str, told: &[&Diagnostic]) -> String {
    let source = SourceFile::new("draft", text);
    let mut hunks: Vec<Edit> = vec![];
    for renames in [false, true] {
        let edits = told.iter().filter(|told| told.is_renaming() == renames).filter_map(|told| told.edits.first());
        for hunk in edits.flat_map(|edit| edit.hunks(&source)) {
            if !hunks.iter().any(|other| meets(&hunk, other)) {
                hunks.push(hunk);
            }
        }
    }
    hunks.sort_by_key(|hunk| std::cmp::Reverse(hunk.span));
    hunks.into_iter().fold(text.to_owned(), |mut text, hunk| {
        text.replace_range(hunk.span.range(), &hunk.text);
        text
    })
}

fn meets(one: &Edit, other: &Edit) -> bool {
    let (a, b) = (one.span.range(), other.span.range());
    match (a.is_empty(), b.is_empty()) {
        (true, true) => a.start == b.start,
        (true, false) => b.start < a.start && a.start < b.end,
        (false, true) => a.start < b.start && b.start < a.end,
        (false, false) => a.start < b.end && b.start < a.end,
    }
}

#[test]
fn a_draft_is_accepted_at_the_second_check() {
    let mut faults = String::new();
    for (name, first, checks) in DRAFTS {
        let mut text = fs::read_to_string(file(&format!("{name}.merit"))).unwrap();
        let mut counts = vec![];
        while counts.len() < MOST_CHECKS && counts.last() != Some(&0) {
            let compiled = compiled(&text);
            let told = errors(&compiled);
            counts.push(told.len());
            text = mended(&text, &told);
        }
        let wanted = fs::read_to_string(file(&format!("{name}.accepted.merit"))).unwrap_or_default();
        let right = counts.first() == Some(&first) && counts.len() == checks && counts.last() == Some(&0);
        if !right || text != wanted {
            writeln!(faults, "{name}: {counts:?}\n{text}").unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}
