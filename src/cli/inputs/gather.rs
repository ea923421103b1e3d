//! The data of a run: its records, the rows of lookups and details, results of earlier runs.

use std::collections::BTreeMap;

use super::super::policy::with;
use super::super::reads::Reads;
use super::super::run::KEYS;
use super::super::{Console, Exit};
use super::sought::sought;
use super::{Chosen, history, refused};
use crate::batch::{self, Inputs};
use crate::data::{InputFile, Problem, Progress};
use crate::diagnostic::{Arg, Code};
use crate::io::{self, DataSource, ReadOptions};
use crate::ir::{Policy, RelationId};

/// The files of each lookup and of the details, by name.
pub(in crate::cli) type With = BTreeMap<String, Vec<InputFile>>;

/// Reads all data of a run. What someone should look at is shown.
pub(in crate::cli) fn gather(
    console: &Console,
    chosen: &[Chosen],
    reads: &Reads,
    data: &[&str],
) -> Result<(Inputs, With), Exit> {
    let mut notices = vec![];
    let read = read(console, chosen, reads, data, &mut notices);
    console.problems(&notices);
    read
}

/// The same for one record, which is found by its key: of what someone should look at that is shown which touches it.
pub(in crate::cli) fn gather_one(
    console: &Console,
    chosen: &[Chosen],
    reads: &Reads,
    (data, key): (&[&str], &[String]),
) -> Result<(Inputs, usize), Exit> {
    let mut notices = vec![];
    let read = read(console, chosen, reads, data, &mut notices);
    let policies: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    match read {
        Ok((inputs, _)) => {
            let at = sought(console, (&inputs, &notices), &policies, key)?;
            Ok((inputs, at))
        }
        Err(exit) => {
            console.problems(&notices);
            Err(exit)
        }
    }
}

fn read(
    console: &Console,
    chosen: &[Chosen],
    reads: &Reads,
    data: &[&str],
    notices: &mut Vec<Problem>,
) -> Result<(Inputs, With), Exit> {
    let policies: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    let files = assigned(console, &policies, reads)?;
    let (encoding, sheet) = (reads.encoding.clone(), reads.sheet.clone());
    let (hidden_rows, by_cells, progress) = (reads.hidden_rows, reads.by_cells, Progress::default());
    let stage = console.stage("stage-read", &progress);
    let options = ReadOptions { encoding, sheet, hidden_rows, by_cells, progress };
    once(console, data)?;
    let unusable = |problems: Vec<Problem>| refused(console, Exit::Refused, &problems);
    let sources = open(console, data)?;
    let read = io::read(&policies, &sources, &options);
    drop((stage, sources));
    let read = read.map_err(unusable)?;
    let mut inputs = Inputs::new(&policies, read);
    notices.extend(inputs.shared.batches.iter().flat_map(|batch| batch.notices.iter().cloned()));
    let mut sources: BTreeMap<&str, Vec<DataSource>> = BTreeMap::new();
    for (name, file) in &files {
        sources.entry(name).or_default().extend(open(console, &[file])?);
    }
    let pasts = history::pasts(console, chosen, reads)?;
    let beside = ReadOptions { sheet: None, ..options };
    let mut with = With::new();
    for (of, past) in policies.iter().copied().enumerate().zip(pasts) {
        inputs.remember(of.0, past);
        let mut all = vec![];
        for (at, relation) in of.1.relations.iter().enumerate() {
            let sources = sources.get(relation.name.as_str()).map_or(&[] as &[DataSource], Vec::as_slice);
            let read = io::read_relation(of.1, RelationId(at), sources, &beside).map_err(unusable)?;
            let rows = batch::rows(of.1, RelationId(at), read);
            notices.extend(rows.notices.iter().cloned());
            with.entry(relation.name.clone()).or_insert_with(|| rows.inputs.clone());
            all.push(rows);
        }
        notices.extend(inputs.join(of, all));
    }
    Ok((inputs, with))
}

/// What `--with NAME=FILE` was given: the name of the lookup or details, and the file.
fn assigned<'a>(console: &Console, policies: &[&Policy], reads: &'a Reads) -> Result<Vec<(&'a str, &'a str)>, Exit> {
    let mut known: indexmap::IndexSet<&str> = indexmap::IndexSet::new();
    known.extend(policies.iter().flat_map(|policy| &policy.relations).map(|relation| relation.name.as_str()));
    let mut files = vec![];
    for text in &reads.with {
        let (name, file) = with(console, text)?;
        if !known.contains(name) {
            let variant = match () {
                () if reads.run.is_some() && KEYS.contains(&name) => "with-key",
                () if known.is_empty() => "with-none",
                () => "with-unknown",
            };
            let known = Arg::List(known.iter().map(|name| Arg::from(*name)).collect());
            return Err(console.wrong(variant, &[("name", name.into()), ("known", known)]));
        }
        files.push((name, file));
    }
    let lacking = known.iter().filter(|name| !files.iter().any(|(of, _)| of == *name));
    for name in &known {
        once(console, &files.iter().filter(|(of, _)| of == name).map(|(_, file)| *file).collect::<Vec<_>>())?;
    }
    let told: Vec<Problem> =
        lacking.map(|name| Problem::new(Code::NoFile, "", &"--with".into()).arg("name", *name)).collect();
    if told.is_empty() { Ok(files) } else { Err(refused(console, Exit::Usage, &told)) }
}

/// Refuses a file that is named twice: each of its rows would stand twice.
pub(in crate::cli) fn once(console: &Console, names: &[&str]) -> Result<(), Exit> {
    match io::twice(names) {
        Some(file) => Err(console.wrong("file-twice", &[("file", file.into())])),
        None => Ok(()),
    }
}

fn open(console: &Console, names: &[&str]) -> Result<Vec<DataSource>, Exit> {
    let opened: Result<Vec<DataSource>, Problem> = names.iter().map(|name| DataSource::open(name)).collect();
    opened.map_err(|problem| refused(console, Exit::Usage, &[problem]))
}
