//! “What is read, what is refused”: one table of spellings, the same in every format and in both pages.
//!
//! `tests/data/spellings/cells.csv` has a row for each: the type of the field, whether the cell is a text or a number (in
//! CSV all are text), the number format of a workbook's cell, what is written, and what comes of it in each format: the
//! value as it is spelt, `missing`, or the code of the refusal. An empty verdict: not in this format. To add a spelling,
//! add its row with the verdicts that are right, and run with `INSTA_UPDATE=always` to bring the pages in line.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{Format, Workbook};

use super::parts::{ods, ods_row};
use super::{outcomes, policy, read};
use merit::ir::Policy;

const FORMATS: [&str; 4] = ["csv", "json", "xlsx", "ods"];

struct Spelling {
    declaration: String,
    number: bool,
    format: String,
    written: String,
    /// What comes of it, in the order of [`FORMATS`].
    verdicts: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn spellings() -> Vec<Spelling> {
    let table = csv::Reader::from_path(root().join("tests/data/spellings/cells.csv")).unwrap();
    let spelling = |row: csv::StringRecord| Spelling {
        declaration: row[0].to_owned(),
        number: &row[1] == "number",
        format: row[2].to_owned(),
        written: row[3].to_owned(),
        verdicts: row.iter().skip(4).map(str::to_owned).collect(),
    };
    table.into_records().map(|row| spelling(row.unwrap())).collect()
}

fn verdict(it: &Spelling, format: &str) -> String {
    let policy = policy(&format!("record {{\n    k : text, key\n    x : {}\n}}\n", it.declaration));
    let (name, bytes) = match format {
        "csv" => ("a.csv", format!("k,x\nK,\"{}\"\n", it.written.replace('"', "\"\"")).into_bytes()),
        "json" => ("a.json", json(it).into_bytes()),
        "xlsx" => ("a.xlsx", xlsx(it)),
        _ => ("a.ods", sheet(it)),
    };
    one(&policy, name, bytes)
}

fn one(policy: &Policy, name: &str, bytes: Vec<u8>) -> String {
    let batch = read(policy, name, bytes).unwrap();
    let outcome = outcomes(policy, &batch).remove(0);
    match outcome.strip_prefix("K|") {
        Some("") => "missing".to_owned(),
        Some(value) => value.to_owned(),
        None => outcome,
    }
}

fn json(it: &Spelling) -> String {
    let text = || serde_json::to_string(&it.written).unwrap();
    format!("[{{\"k\": \"K\", \"x\": {}}}]", if it.number { it.written.clone() } else { text() })
}

fn xlsx(it: &Spelling) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, title) in (0..).zip(["k", "x"]) {
        sheet.write(0, column, title).unwrap();
    }
    sheet.write(1, 0, "K").unwrap();
    let format = Format::new().set_num_format(if it.format.is_empty() { "General" } else { &it.format });
    if it.number {
        sheet.write_number_with_format(1, 1, it.written.parse::<f64>().unwrap(), &format).unwrap();
    } else {
        sheet.write_string(1, 1, &it.written).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

fn sheet(it: &Spelling) -> Vec<u8> {
    let kind = if it.format.contains('%') { "percentage" } else { "float" };
    let escaped = it.written.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let cell = match it.number {
        true => format!("<table:table-cell office:value-type=\"{kind}\" office:value=\"{escaped}\"/>"),
        false => {
            format!("<table:table-cell office:value-type=\"string\"><text:p>{escaped}</text:p></table:table-cell>")
        }
    };
    let rows = ods_row("", &["k", "x"]) + &ods_row("", &["K", &cell]);
    ods(&format!("<table:table>{rows}</table:table>"))
}

#[test]
fn every_spelling_comes_to_what_the_table_says_in_every_format() {
    let mut wrong = String::new();
    let mut run = 0;
    for it in spellings() {
        for (format, expected) in FORMATS.iter().zip(&it.verdicts).filter(|(_, expected)| !expected.is_empty()) {
            let found = verdict(&it, format);
            run += 1;
            if found != *expected {
                writeln!(wrong, "{} {:?} ({}): {found}, not {expected}", it.declaration, it.written, format).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(run > 400, "{run}");
}

/// The table as the pages show it: a line each, what is the same in all formats once.
fn shown(head: &[&str], number: &str, every: &str) -> String {
    let code = |text: &str| match text.replace('|', "\\|") {
        text if text.is_empty() => String::new(),
        text if text.contains('`') => format!("`` {text} ``"),
        text => format!("`{text}`"),
    };
    let mut table = format!("| {} |\n|{}\n", head.join(" | "), " --- |".repeat(head.len()));
    for it in spellings() {
        let written = match (it.number, it.format.as_str()) {
            (false, _) => code(&it.written),
            (true, "") => format!("{} {number}", code(&it.written)),
            (true, format) => format!("{} {number}, {}", code(&it.written), code(format)),
        };
        let mut verdicts: Vec<(String, Vec<&str>)> = vec![];
        for (format, verdict) in FORMATS.iter().zip(&it.verdicts).filter(|(_, verdict)| !verdict.is_empty()) {
            match verdicts.iter_mut().find(|(known, _)| known == verdict) {
                Some((_, formats)) => formats.push(format),
                None => verdicts.push((verdict.clone(), vec![format])),
            }
        }
        let told = verdicts.iter().map(|(verdict, formats)| match formats.len() {
            4 => format!("{} {every}", code(verdict)),
            _ => format!("{} {}", code(verdict), formats.join(" ")),
        });
        let told: Vec<String> = told.collect();
        writeln!(table, "| {} | {written} | {} |", code(&it.declaration), told.join("; ")).unwrap();
    }
    table
}

#[test]
fn both_pages_show_the_table() {
    let pages = [
        ("docs/data.md", ["field", "cell", "read as"], "(a number)", "everywhere"),
        ("docs/data.zh.md", ["字段", "格", "读成"], "（数字）", "都是"),
    ];
    for (page, head, number, every) in pages {
        let path: PathBuf = root().join(page);
        let text = fs::read_to_string(&path).unwrap();
        let above = text.split("\n| ").next().unwrap().trim_end();
        let wanted = format!("{above}\n\n{}", shown(&head, number, every));
        if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
            fs::write(&path, &wanted).unwrap();
        } else {
            assert!(text == wanted, "{page} is not the table of tests/data/spellings/cells.csv");
        }
    }
}
