//! The ready-made policies: each is accepted, its tests pass, and its sheet gives the figures that were worked out
//! apart from the program (`tests/data/policies`). The shared examples in `tests/data/shared` read as they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use merit::compile::{Compiled, compile_with};
use merit::diagnostic::{Code, Severity};
use merit::eval::testing;
use merit::io::PolicyFolder;
use merit::render::{Tongue, texts};
use merit::source::SourceFile;

pub fn folder(name: &str) -> PathBuf {
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

pub fn compiled(path: &Path) -> Compiled {
    let name = path.to_string_lossy();
    compile_with(SourceFile::new(&*name, fs::read_to_string(path).unwrap()), &PolicyFolder::of(&name), &[])
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

pub fn ready_made() -> Vec<PathBuf> {
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

/// How a policy is tried out, as its heading says: the words behind `merit`.
pub fn tried(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let command = text.lines().find_map(|line| {
        let line = line.strip_prefix("# ")?;
        line.strip_prefix("试算：").or_else(|| line.strip_prefix("Try it: "))?.strip_prefix("merit ")
    });
    let command = command.unwrap_or_else(|| panic!("{} does not say how to try it", name(path)));
    command.split(' ').map(str::to_owned).collect()
}

/// The files that such a command names.
fn named(command: &[String]) -> BTreeSet<String> {
    let words = command.iter().filter(|word| !word.starts_with("--") && *word != "eval");
    words.map(|word| word.rsplit_once('=').map_or(word.as_str(), |(_, file)| file).to_owned()).collect()
}

#[test]
fn every_policy_says_how_to_try_it_and_no_sheet_is_left_over() {
    let mut wanted = BTreeSet::new();
    for path in ready_made() {
        let files = named(&tried(&path));
        assert!(files.contains(&name(&path)), "{}: {files:?}", name(&path));
        wanted.extend(files);
    }
    let found = files(&folder("policies"), |name| name.contains('.') && name != "README.md");
    assert_eq!(found.iter().map(|path| name(path)).collect::<BTreeSet<_>>(), wanted);
}

#[test]
fn every_sheet_gives_the_figures_that_were_worked_out_apart() {
    let results = tempfile::tempdir().unwrap();
    let (mut failures, mut done) = (String::new(), BTreeSet::new());
    for path in ready_made() {
        let command = tried(&path);
        // Policies that are tried together have one sheet of results, by the name of the first.
        if !done.insert(command.clone()) {
            continue;
        }
        let stem = command[1].trim_end_matches(".merit");
        let file = results.path().join("results.csv");
        let mut program = Command::new(env!("CARGO_BIN_EXE_merit"));
        program.current_dir(folder("policies")).args(&command).arg("-o").arg(&file).env("LANG", "en_US.UTF-8");
        let run = program.output().unwrap();
        if !matches!(run.status.code(), Some(0 | 3)) {
            writeln!(failures, "{stem}: {}", String::from_utf8_lossy(&run.stderr)).unwrap();
            continue;
        }
        let expected = sheet(&folder("tests/data/policies").join(format!("{stem}.expected.csv")));
        assert!(expected.rows.len() >= 20, "{stem} has {} records", expected.rows.len());
        compare(&sheet(&file), &expected, stem, &mut failures);
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// Results: the names of their columns, and one row a record.
struct Sheet {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn sheet(path: &Path) -> Sheet {
    let text = fs::read_to_string(path).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let columns = cells(reader.headers().unwrap());
    Sheet { columns, rows: reader.records().map(|record| cells(&record.unwrap())).collect() }
}

fn expected(stem: &str) -> Sheet {
    sheet(&folder("tests/data/policies").join(format!("{stem}.expected.csv")))
}

/// Holds results to what must come out: every record in its order, what was rejected too.
fn compare(got: &Sheet, expected: &Sheet, stem: &str, failures: &mut String) {
    let place = |name: &str| got.columns.iter().position(|column| column == name);
    let status = place("_status").unwrap();
    let rows: Vec<&Vec<String>> = got.rows.iter().filter(|row| row[status] != "skipped").collect();
    assert_eq!(rows.len(), expected.rows.len(), "{stem}");
    for (row, wanted) in rows.iter().zip(&expected.rows) {
        let rejected = wanted.last().is_some_and(|status| status == "rejected");
        for (at, (column, figure)) in expected.columns.iter().zip(wanted).enumerate() {
            // A record that is rejected keeps its cells as they were.
            if rejected && at > 0 && column != "_status" {
                continue;
            }
            let at = place(column).unwrap_or_else(|| panic!("{stem} has no {column}"));
            // A gate says what failed.
            let got = row[at].split_once(": ").map_or(row[at].as_str(), |(verdict, _)| verdict);
            if got != figure {
                writeln!(failures, "{stem} {} {column}: {figure}, got {got}", wanted[..2].join(" ")).unwrap();
            }
        }
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

/// The two tongues of a policy give the same figures for the same records; only their labels have other names.
#[test]
fn twins_in_english_give_the_same_figures() {
    let english = files(&folder("policies"), |name| name.ends_with("-en.merit"));
    assert!(english.len() >= 5);
    for path in english {
        let name = name(&path);
        let (chinese, english) =
            (expected(name.trim_end_matches("-en.merit")), expected(name.trim_end_matches(".merit")));
        assert_eq!((chinese.rows.len(), chinese.columns.len()), (english.rows.len(), english.columns.len()), "{name}");
        let mut labels = BTreeMap::new();
        for (one, other) in chinese.rows.concat().into_iter().zip(english.rows.concat()) {
            let label = one.contains(|c: char| c > '\u{ff}');
            let known = if label { labels.entry(one).or_insert_with(|| other.clone()).clone() } else { one };
            assert_eq!(known, other, "{name}");
        }
    }
}
