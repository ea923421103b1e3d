//! The named cases of `tests/cases/*.txt`: a heading tells the exact set of codes that the policy under it
//! provokes, so accepting a snapshot can never turn a failure into a pass. A line `=== other.merit` begins another
//! file, which the policy may use. With `together` in the heading, a further file that begins with a `policy` block is
//! another policy, and the codes are those of all of them as a set.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use merit::compile::{Compiled, InMemory, compile_with, together};
use merit::render::{Tongue, texts};
use merit::source::{SourceFile, Span};

/// A policy and what it must provoke.
pub struct Case {
    pub name: String,
    pub verdict: BTreeSet<String>,
    /// Whether every warning is asked for: `all` in the heading.
    pub all: bool,
    /// Whether it is about several policies: `together` in the heading.
    pub together: bool,
    pub line: usize,
    pub text: String,
    /// Further files: names and texts.
    pub files: Vec<(String, String)>,
}

impl Case {
    /// What comes of it.
    pub fn compiled(&self) -> Compiled {
        let files: InMemory = self.files.iter().map(|(name, text)| SourceFile::new(name, text)).collect();
        let compiled = compile_with(SourceFile::new("case", self.text.clone()), &files, &[]);
        let compiled = if self.all { compiled.with_remarks() } else { compiled };
        if self.together { self.with_others(compiled, &files) } else { compiled }
    }

    /// The first policy with what is told of all of them, whose files are then as if it used them.
    fn with_others(&self, first: Compiled, files: &InMemory) -> Compiled {
        let policies = self.files.iter().filter(|(_, text)| text.trim_start().starts_with("policy"));
        let others: Vec<Compiled> =
            policies.map(|(name, text)| compile_with(SourceFile::new(name, text), files, &[])).collect();
        for other in &others {
            assert!(other.diagnostics.is_empty(), "{}: {}", self.name, told(other, Tongue::En));
        }
        let set = together(&std::iter::once(&first).chain(&others).collect::<Vec<_>>());
        let files = set.sources.iter().map(|(id, _)| id).collect();
        let diagnostics = first.diagnostics.into_iter().chain(set.diagnostics).collect();
        Compiled { sources: set.sources, files, diagnostics, ..first }
    }
}

/// The files of named cases.
pub fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let Ok(entries) = fs::read_dir(folder) else { return vec![] };
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    paths.sort();
    paths
}

/// The cases of one file. What stands before the first heading is for the reader.
pub fn read(path: &Path) -> Vec<Case> {
    let text = fs::read_to_string(path).unwrap();
    let mut cases: Vec<Case> = vec![];
    for (number, line) in text.lines().enumerate() {
        if let Some(heading) = line.strip_prefix("--- ") {
            let (name, verdict) = heading.rsplit_once(" : ").unwrap_or_else(|| panic!("no verdict: {heading}"));
            let codes =
                verdict.split_whitespace().filter(|code| !["ok", "all", "together"].contains(code)).map(str::to_owned);
            let says = |wanted: &str| verdict.split_whitespace().any(|word| word == wanted);
            let (name, all, together) = (name.trim().to_owned(), says("all"), says("together"));
            let (verdict, line) = (codes.collect(), number + 1);
            cases.push(Case { name, verdict, all, together, line, text: String::new(), files: vec![] });
        } else if let Some(case) = cases.last_mut() {
            if let Some(name) = line.strip_prefix("=== ") {
                case.files.push((name.trim().to_owned(), String::new()));
                continue;
            }
            let text = case.files.last_mut().map_or(&mut case.text, |(_, text)| text);
            text.push_str(line);
            text.push('\n');
        }
    }
    cases
}

fn codes(compiled: &Compiled) -> BTreeSet<String> {
    compiled.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str().to_owned()).collect()
}

#[test]
fn every_case_provokes_exactly_its_codes() {
    let mut failures = String::new();
    for path in files() {
        let topic = path.file_stem().unwrap().to_string_lossy().into_owned();
        for case in read(&path) {
            let compiled = case.compiled();
            let got = codes(&compiled);
            if got != case.verdict {
                let place = format!("{topic}.txt:{} {}", case.line, case.name);
                writeln!(failures, "{place}\n  expected {:?}\n  got      {got:?}", case.verdict).unwrap();
                failures.push_str(&told(&compiled, Tongue::En));
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn messages_are_as_approved() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../snapshots");
    for path in files() {
        let topic = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut shown = String::new();
        for case in read(&path) {
            let compiled = case.compiled();
            if !compiled.diagnostics.is_empty() {
                writeln!(shown, "--- {}", case.name).unwrap();
                shown.push_str(&told(&compiled, Tongue::Zh));
                shown.push_str(&told(&compiled, Tongue::En));
            }
        }
        settings.bind(|| insta::assert_snapshot!(topic, shown));
    }
}

#[test]
fn no_message_lacks_a_text_or_a_value() {
    let mut holes = String::new();
    for path in files() {
        for case in read(&path) {
            let compiled = case.compiled();
            for tongue in [Tongue::Zh, Tongue::En] {
                let shown = told(&compiled, tongue);
                for line in shown.lines().filter(|line| line.contains('⟨') || line.contains("{$")) {
                    writeln!(holes, "{} : {} {line}", path.display(), case.name).unwrap();
                }
            }
        }
    }
    assert!(holes.is_empty(), "\n{holes}");
}

/// Message, remedy, places and edits without drawing: what the approved texts are held against.
fn told(compiled: &Compiled, tongue: Tongue) -> String {
    let mut out = String::new();
    let label = |label: Option<String>| label.map_or(String::new(), |label| format!(": {label}"));
    for diagnostic in &compiled.diagnostics {
        let words = texts(diagnostic, tongue);
        let place = compiled.sources.place(diagnostic.span);
        let file = compiled.used_file(diagnostic.span).map_or(String::new(), |file| format!("{file}:"));
        writeln!(out, "{} {file}{}:{} {}", diagnostic.code.as_str(), place.line, place.column, words.message).unwrap();
        writeln!(out, "  at {}{}", quoted(compiled, diagnostic.span), label(words.label)).unwrap();
        for (span, text) in words.labels {
            writeln!(out, "  at {}{}", quoted(compiled, span), label(text)).unwrap();
        }
        if let Some(help) = words.help {
            writeln!(out, "  help: {help}").unwrap();
        }
        for edit in &diagnostic.edits {
            writeln!(out, "  edit: {} -> `{}`", quoted(compiled, edit.span), edit.text.escape_debug()).unwrap();
        }
    }
    out
}

/// What stands at a place, and the file where that is not the policy's own.
fn quoted(compiled: &Compiled, span: Span) -> String {
    let file = compiled.used_file(span).map_or(String::new(), |file| format!("{file} "));
    format!("{file}`{}`", compiled.sources.slice(span).escape_debug())
}
