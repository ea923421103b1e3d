//! The keys of the file of a run: those of `merit eval`, without their dashes.

use std::path::{Path, PathBuf};

use toml::de::DeTable;

use super::kept::RunFile;
use super::reader::{Entry, Reader, entries};
use super::slip::wrong;
use crate::diagnostic::{Arg, Diagnostic, nearest};

/// All keys, those that name files first.
pub(in crate::cli) const KEYS: [&str; 17] = [
    "policies",
    "data",
    "with",
    "history",
    "set",
    "output",
    "columns",
    "headers",
    "table",
    "rejects",
    "receipt",
    "strict",
    "hold-back",
    "sheet",
    "encoding",
    "hidden-rows",
    "summary-only",
];

/// Reads what the file of that name says.
pub(super) fn read(name: &str, text: &str, table: &DeTable, told: &mut Vec<Diagnostic>) -> RunFile {
    let folder = Path::new(name).parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut run = RunFile::default();
    let mut reader = Reader { text, told };
    let entries = entries(table);
    for entry in &entries {
        value(&mut run, &mut reader, entry, folder);
    }
    if let Some((one, other)) = conflict(&run) {
        let at = entries.iter().find(|entry| entry.key == one).map(|entry| entry.at);
        told.extend(at.map(|at| wrong("conflict", at).arg("one", one).arg("other", other)));
    }
    run
}

/// Two keys of which a run can follow one alone.
fn conflict(run: &RunFile) -> Option<(&'static str, &'static str)> {
    let output = run.output.is_some();
    match () {
        () if run.table && output => Some(("table", "output")),
        () if run.table && run.summary_only => Some(("table", "summary-only")),
        () if run.summary_only && output => Some(("summary-only", "output")),
        () => None,
    }
}

fn value(run: &mut RunFile, reader: &mut Reader, entry: &Entry, folder: Option<&Path>) {
    let path = |name: String| PathBuf::from(found(folder, name));
    match entry.key {
        "policies" => run.policies = files(reader, entry, folder),
        "data" => run.data = files(reader, entry, folder),
        "history" => run.history = files(reader, entry, folder),
        "with" => {
            let named = reader.named(entry, "run-with");
            run.with = named.iter().map(|of| (of.key.to_owned(), files(reader, of, folder))).collect();
        }
        "set" => {
            let named = reader.named(entry, "run-set");
            run.set_at = named.iter().map(|of| (of.key.to_owned(), of.at)).collect();
            run.set = named.iter().filter_map(|of| Some((of.key.to_owned(), reader.setting(of)?))).collect();
        }
        "output" => run.output = reader.text(entry).map(path),
        "rejects" => run.rejects = reader.text(entry).map(path),
        "receipt" => run.receipt = reader.text(entry).map(path),
        "columns" => run.columns = Some(reader.texts(entry).join(",")).filter(|columns| !columns.is_empty()),
        "headers" => run.headers = reader.choice(entry),
        "hold-back" => run.hold_back = reader.choice(entry),
        "sheet" => run.sheet = reader.label(entry),
        "encoding" => run.encoding = reader.text(entry),
        "table" => run.table = reader.flag(entry),
        "strict" => run.strict = reader.flag(entry),
        "hidden-rows" => run.hidden_rows = reader.flag(entry),
        "summary-only" => run.summary_only = reader.flag(entry),
        _ => reader.told.push(unknown(entry)),
    }
}

/// The files under a key. A policy is told from data by its name, here as on the command line.
fn files(reader: &mut Reader, entry: &Entry, folder: Option<&Path>) -> Vec<String> {
    let names = reader.texts(entry);
    let is_policy = |name: &&String| name.ends_with(".merit");
    let strange = match entry.key {
        "policies" => names.iter().find(|name| !is_policy(name)).map(|name| ("run-no-merit", name)),
        "data" => names.iter().find(is_policy).map(|name| ("run-merit", name)),
        _ => None,
    };
    if let Some((variant, name)) = strange {
        reader.told.push(wrong(variant, entry.value_at).arg("file", name.as_str()));
        return vec![];
    }
    names.into_iter().map(|name| found(folder, name)).collect()
}

/// Where a file is that was named in the folder of the run; `-` is standard input wherever it is.
fn found(folder: Option<&Path>, name: String) -> String {
    match folder {
        Some(folder) if name != "-" => folder.join(name).to_string_lossy().into_owned(),
        _ => name,
    }
}

fn unknown(entry: &Entry) -> Diagnostic {
    let spelt = entry.key.to_lowercase().replace('_', "-");
    // What the options themselves are called in other places, and in the plural.
    let known = match spelt.as_str() {
        "policy" | "方案" => Some("policies"),
        "file" | "files" | "数据" => Some("data"),
        "out" | "results" | "结果" => Some("output"),
        "params" | "settings" | "参数" => Some("set"),
        "往期" => Some("history"),
        known if KEYS.contains(&known) => KEYS.into_iter().find(|key| *key == known),
        _ => nearest(&spelt, KEYS),
    };
    let told = wrong(if known.is_some() { "run-key-near" } else { "run-key" }, entry.at).arg("text", entry.key);
    match known {
        Some(near) => told.arg("near", near).edit(entry.at, near),
        None => told.arg("known", Arg::List(KEYS.iter().map(|key| Arg::from(*key)).collect())),
    }
}
