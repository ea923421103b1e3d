//! Policies as shops write them, over every edge of every band, in many spellings of cells: each column holds the figure
//! that was worked out apart from the program in exact fractions, and what no record may hold is rejected.

use merit::batch::share;
use merit::data::{Reading, spell_cell};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use merit::compile::compile;
use merit::eval::{evaluate, testing};
use merit::io::{DataSource, ReadOptions, read};
use merit::ir::{Policy, Value};
use merit::source::SourceFile;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/real").join(name)
}

fn policy(stem: &str) -> Policy {
    let name = format!("{stem}.merit");
    let compiled = compile(SourceFile::new(name.clone(), fs::read_to_string(file(&name)).unwrap()), &[]);
    assert!(compiled.diagnostics.is_empty(), "{stem}: {:?}", compiled.diagnostics);
    compiled.policy
}

#[test]
fn supervisors() {
    agrees("supervisors");
}

#[test]
fn aftersales_workshop() {
    agrees("aftersales-workshop");
}

fn agrees(stem: &str) {
    let policy = policy(stem);
    assert!(testing::run(&policy).iter().all(|outcome| outcome.passed()), "the tests of {stem}");
    let sheet = format!("{stem}.csv");
    let source = DataSource::new(&sheet, fs::read(file(&sheet)).unwrap());
    let batch = share(&[&policy], read(&[&policy], &[source], &ReadOptions::default()).unwrap()).into_first();
    let mut expected = csv::Reader::from_path(file(&format!("{stem}.expected.csv"))).unwrap();
    let columns = expected.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = expected.records().map(Result::unwrap).collect();
    assert_eq!(batch.len(), rows.len());
    let mut differences = String::new();
    for (record, row) in batch.records().zip(&rows) {
        match &record.reading {
            Reading::Record(values) => compare(&policy, values, (&columns, row), &mut differences),
            _ if &row[1] == "rejected" => {}
            other => writeln!(differences, "{}: {other:?}", &row[0]).unwrap(),
        }
    }
    assert!(differences.is_empty(), "\n{differences}");
}

fn compare(
    policy: &Policy,
    record: &[Value],
    (columns, row): (&csv::StringRecord, &csv::StringRecord),
    out: &mut String,
) {
    let evaluation = evaluate(policy, record);
    for (column, figure) in columns.iter().zip(row) {
        let id = policy.slot_named(column).unwrap_or_else(|| panic!("no column {column}"));
        let got = evaluation.value(id).map(|value| spell_cell(policy, policy.slot(id).unwrap(), value));
        if got.as_ref().ok().map(String::as_str) != Some(figure) {
            writeln!(out, "{} {column}: {figure}, got {got:?}", &row[0]).unwrap();
        }
    }
}
