//! The ready-made policies: each is accepted, its tests pass, and its sheet gives the figures that were worked out
//! apart from the program (`tests/data/policies`). The shared examples in `tests/data/shared` read as they stand.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use merit::compile::{Compiled, compile};
use merit::diagnostic::{Code, Severity};
use merit::eval::{evaluate, testing};
use merit::io::{Batch, DataSource, ReadOptions, Reading, read, spell_cell};
use merit::ir::{Policy, Value};
use merit::render::{Tongue, texts};
use merit::source::SourceFile;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn files(folder: &Path, fits: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = entries.filter(|path| fits(&name(path))).collect();
    found.sort();
    found
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn compiled(path: &Path) -> Compiled {
    compile(SourceFile::new(name(path), fs::read_to_string(path).unwrap()), &[])
}

fn told(compiled: &Compiled) -> String {
    let mut out = String::new();
    for diagnostic in &compiled.diagnostics {
        let place = compiled.sources.place(diagnostic.span);
        let message = texts(diagnostic, Tongue::En).message;
        writeln!(out, "  {}:{} {} {message}", place.line, place.column, diagnostic.code.as_str()).unwrap();
    }
    out
}

fn ready_made() -> Vec<PathBuf> {
    files(&folder("policies"), |name| name.ends_with(".merit"))
}

#[test]
fn nothing_is_told_of_the_ready_made_policies() {
    let policies = ready_made();
    assert!(policies.len() >= 8);
    let complaints: Vec<String> = policies
        .iter()
        .map(|path| (path, compiled(path).with_remarks()))
        .filter(|(_, compiled)| !compiled.diagnostics.is_empty())
        .map(|(path, compiled)| format!("{}\n{}", name(path), told(&compiled)))
        .collect();
    assert!(complaints.is_empty(), "\n{}", complaints.concat());
}

#[test]
fn the_tests_of_the_ready_made_policies_pass() {
    let mut failures = String::new();
    for path in ready_made() {
        let policy = compiled(&path).policy;
        let outcomes = testing::run(&policy);
        assert!(outcomes.len() >= 4, "{} has {} tests", name(&path), outcomes.len());
        for outcome in outcomes.iter().filter(|outcome| !outcome.passed()) {
            writeln!(failures, "{} {}", name(&path), outcome.name).unwrap();
            for expectation in outcome.expectations.iter().filter(|expectation| !expectation.passed()) {
                let slot = &policy.slot(expectation.slot).unwrap().name;
                writeln!(failures, "  {slot}: {:?}, got {:?}", expectation.expected, expectation.got).unwrap();
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_sheet_gives_the_figures_that_were_worked_out_apart() {
    let mut failures = String::new();
    for path in ready_made() {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let expected = expected(&stem);
        assert!(expected.rows.len() >= 20, "{stem} has {} records", expected.rows.len());
        let policy = compiled(&path).policy;
        match sheet(&policy, &stem) {
            Ok(batch) => compare(&policy, &batch, &expected, &stem, &mut failures),
            Err(problem) => writeln!(failures, "{stem}: {problem}").unwrap(),
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// Results as they must come out: the names of their columns, and one row a record.
struct Expected {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn expected(stem: &str) -> Expected {
    let path = folder("tests/data/policies").join(format!("{stem}.expected.csv"));
    let mut reader = csv::Reader::from_path(path).unwrap();
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let columns = cells(reader.headers().unwrap());
    Expected { columns, rows: reader.records().map(|record| cells(&record.unwrap())).collect() }
}

/// The data that lies beside a policy.
fn sheet(policy: &Policy, stem: &str) -> Result<Batch, String> {
    let beside =
        |name: &str| !name.ends_with(".merit") && name.rsplit_once('.').is_some_and(|(first, _)| first == stem);
    let sheets = files(&folder("policies"), beside);
    assert_eq!(sheets.len(), 1, "one sheet beside {stem}");
    let source = DataSource::new(&name(&sheets[0]), fs::read(&sheets[0]).unwrap());
    let problems = |problems: Vec<merit::io::Problem>| -> String {
        problems.iter().map(|problem| problem.words(Tongue::En)).collect::<Vec<_>>().join("; ")
    };
    read(policy, &[source], &ReadOptions::default()).map_err(problems)
}

fn compare(policy: &Policy, batch: &Batch, expected: &Expected, stem: &str, failures: &mut String) {
    for record in &batch.records {
        if let Reading::Rejected(rejection) = &record.reading {
            let reasons: Vec<String> = rejection.problems.iter().map(|problem| problem.words(Tongue::En)).collect();
            writeln!(failures, "{stem} row {}: {}", record.place.row, reasons.join("; ")).unwrap();
        }
    }
    let records: Vec<&[Value]> = batch.records.iter().filter_map(|record| fields(&record.reading)).collect();
    assert!(records.len() == expected.rows.len() || !failures.is_empty(), "{stem}: {} records", records.len());
    for (record, row) in records.iter().zip(&expected.rows) {
        let evaluation = evaluate(policy, record);
        for (column, figure) in expected.columns.iter().zip(row) {
            let id = policy.slot_named(column).unwrap_or_else(|| panic!("{stem} has no {column}"));
            let slot = policy.slot(id).unwrap();
            let got = evaluation.value(id).map(|value| spell_cell(policy, slot, value));
            if got.as_ref().ok() != Some(figure) {
                writeln!(failures, "{stem} {} {column}: {figure}, got {got:?}", row[0]).unwrap();
            }
        }
    }
}

fn fields(reading: &Reading) -> Option<&[Value]> {
    match reading {
        Reading::Record(values) => Some(values),
        Reading::Rejected(_) | Reading::Skipped(_) => None,
    }
}

/// The shared examples are accepted; nothing but the lack of tests is told of them.
#[test]
fn the_shared_examples_read_as_they_stand() {
    let examples = files(&folder("tests/data/shared"), |name| name.ends_with(".merit"));
    assert_eq!(examples.len(), 4);
    for path in examples {
        let compiled = compiled(&path);
        let errors = compiled.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error);
        let codes: BTreeSet<&str> = errors.map(|diagnostic| diagnostic.code.as_str()).collect();
        assert!(codes.is_empty(), "{}\n{}", name(&path), told(&compiled));
        let warnings = compiled.with_remarks().diagnostics.into_iter().map(|diagnostic| diagnostic.code);
        let warnings: Vec<Code> = warnings.filter(|code| code.severity() == Severity::Warning).collect();
        assert_eq!(warnings, [Code::NoTest], "{}", name(&path));
    }
}

/// The two tongues of a policy give the same figures for the same records.
#[test]
fn twins_in_english_give_the_same_figures() {
    for stem in ["aftersales-kpi", "sales-satisfaction"] {
        let (chinese, english) = (expected(stem), expected(&format!("{stem}-en")));
        assert_eq!(chinese.rows, english.rows, "{stem}");
    }
}
