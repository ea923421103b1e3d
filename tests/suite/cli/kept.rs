//! Files that version 0.1.0 wrote are read for good: results as data and as history, receipts, rejected records.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Run, program};

/// What was kept of a run.
struct Kept {
    folder: PathBuf,
    policies: &'static [&'static str],
    beside: &'static [&'static str],
    /// What stands beside the records of the next period; without it, nothing looks back.
    next: Option<&'static [&'static str]>,
}

fn kept() -> [Kept; 3] {
    let folder = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/results-0.1.0").join(name);
    [
        Kept {
            folder: folder("year-end"),
            policies: &["policy.merit"],
            beside: &["--with", "quarters=quarters.csv", "--history", "history.csv"],
            next: Some(&["--with", "quarters=next.quarters.csv"]),
        },
        Kept {
            folder: folder("sales-satisfaction"),
            policies: &["policy.merit"],
            beside: &["--history", "history.csv"],
            next: Some(&[]),
        },
        Kept {
            folder: folder("posts"),
            policies: &["presales.merit", "aftersales.merit", "lead.merit"],
            beside: &["--with", "店铺月报=shops.csv"],
            next: None,
        },
    ]
}

const FORMATS: [&str; 4] = ["csv", "jsonl", "json", "xlsx"];

impl Kept {
    fn eval(&self, arguments: &[&str]) -> Run {
        let all = [&["eval"], self.policies, arguments].concat();
        Run::from(program(&self.folder).args(all).output().unwrap())
    }

    /// The results that were kept.
    fn table(&self, name: &str) -> Vec<Vec<String>> {
        table(&fs::read_to_string(self.folder.join(name)).unwrap())
    }
}

fn table(text: &str) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let cells = |row: Result<csv::StringRecord, csv::Error>| row.unwrap().iter().map(str::to_owned).collect();
    reader.records().map(cells).collect()
}

/// The same values in every column of what was kept, but for the words of reasons.
#[track_caller]
fn assert_same(got: &[Vec<String>], kept: &[Vec<String>], of: &str) {
    assert_eq!(got.len(), kept.len(), "{of}");
    for (column, name) in kept[0].iter().enumerate().filter(|(_, name)| *name != "_reasons") {
        let at = got[0].iter().position(|title| title == name).unwrap_or_else(|| panic!("{of}: no {name}"));
        for (row, was) in got.iter().zip(kept) {
            assert_eq!(plain(&row[at]), plain(&was[column]), "{of}: {name} of {}", was[0]);
        }
    }
}

/// A figure without the zeros at its end.
fn plain(cell: &str) -> &str {
    match cell.contains('.') && cell.parse::<f64>().is_ok() {
        true => cell.trim_end_matches('0').trim_end_matches('.'),
        false => cell,
    }
}

#[test]
fn results_of_0_1_0_are_history() {
    let mut looked = 0;
    for kept in kept() {
        let Some(beside) = kept.next else { continue };
        let expected = kept.table("next.expected.csv");
        for format in FORMATS {
            let name = format!("results.{format}");
            // By itself, and in a folder with the receipt that vouches for it.
            let folder = tempfile::tempdir().unwrap();
            for file in [&name, &format!("{name}.receipt.json")] {
                fs::copy(kept.folder.join(file), folder.path().join(file)).unwrap();
            }
            for history in [name.as_str(), folder.path().to_str().unwrap()] {
                let more = ["next.csv", "--columns", "all", "--history", history];
                let run = kept.eval(&[&more, beside].concat()).ends(0);
                assert!(!run.err.contains("W0705"), "{}", run.err);
                assert_same(&table(&run.out), &expected, &format!("{name} of {}", kept.folder.display()));
                looked += 1;
            }
        }
    }
    assert_eq!(looked, 16);
}

#[test]
fn a_result_of_0_1_0_that_was_changed_is_refused_by_its_receipt() {
    let [kept, ..] = kept();
    let folder = tempfile::tempdir().unwrap();
    fs::copy(kept.folder.join("results.csv.receipt.json"), folder.path().join("receipt.json")).unwrap();
    let text = fs::read_to_string(kept.folder.join("results.csv")).unwrap();
    fs::write(folder.path().join("results.csv"), text.replacen(",yes,", ",no,", 1)).unwrap();
    let history = ["next.csv", "--with", "quarters=next.quarters.csv", "--history", folder.path().to_str().unwrap()];
    kept.eval(&history).ends(1).tells("E0720");
}

#[test]
fn results_of_0_1_0_are_data() {
    for kept in kept() {
        let expected = kept.table("results.csv");
        for format in ["csv", "jsonl", "xlsx"] {
            let name = format!("all.{format}");
            let run = kept.eval(&[&[name.as_str()], kept.beside].concat()).ends(3);
            assert_same(&table(&run.out), &expected, &format!("{name} of {}", kept.folder.display()));
        }
    }
}

#[test]
fn rejected_records_of_0_1_0_are_data() {
    for kept in kept() {
        let run = kept.eval(&[&["rejects.csv"], kept.beside].concat());
        let table = table(&run.out);
        assert!(table.len() == 2 && table[1].contains(&"rejected".to_owned()), "{}{}", run.out, run.err);
        assert!(!run.err.contains("W0702"), "{}", run.err);
    }
}
