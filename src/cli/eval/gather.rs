//! The data of a run: its records, the rows of lookups and details, results of earlier runs.

use super::super::{Console, Exit};
use super::{Eval, refused};
use crate::diagnostic::{Arg, Code};
use crate::eval::{Given, Identity, Run, Subject};
use crate::io::{self, Batch, DataSource, InputFile, Joined, Past, Problem, ReadOptions, Reading, Rows};
use crate::ir::{Policy, Relation, RelationId};

/// Everything that a policy is evaluated on.
pub(super) struct Data {
    /// The records.
    pub batch: Batch,
    /// The rows of lookups and details that belong to each.
    pub joined: Joined,
    /// What earlier runs gave.
    pub past: Past,
    /// The files of each lookup and of the details.
    pub with: Vec<(String, Vec<InputFile>)>,
}

/// Reads all data of a run. What someone should look at is shown.
pub(super) fn gather(
    console: &Console,
    (policy, hash): (&Policy, &str),
    arguments: &Eval,
    data: &[&str],
) -> Result<Data, Exit> {
    let files = assigned(console, policy, arguments)?;
    let options = ReadOptions { encoding: arguments.encoding.clone(), sheet: arguments.sheet.clone() };
    let mut batch = read(console, &open(console, data)?, |sources| io::read(policy, sources, &options))?;
    let mut with = vec![];
    let mut sources = vec![];
    for (at, relation) in policy.relations.iter().enumerate() {
        let names: Vec<&str> = files.iter().filter(|(of, _)| *of == at).map(|(_, file)| *file).collect();
        let rows = rows(console, (policy, RelationId(at)), relation, &names, arguments)?;
        with.push((relation.name.clone(), rows.inputs.clone()));
        sources.push(rows);
    }
    let past = past(console, (policy, hash), arguments)?;
    let joined = io::join(policy, &mut batch, sources);
    console.problems(&joined.notices);
    Ok(Data { batch, joined, past, with })
}

/// What `--with NAME=FILE` was given: the place of the lookup or details, and the file.
fn assigned<'a>(console: &Console, policy: &Policy, arguments: &'a Eval) -> Result<Vec<(usize, &'a str)>, Exit> {
    let names = || Arg::List(policy.relations.iter().map(|relation| Arg::from(relation.name.as_str())).collect());
    let mut files = vec![];
    for text in &arguments.with {
        let Some((name, file)) = text.split_once(['=', '＝']).filter(|(_, file)| !file.is_empty()) else {
            return Err(console.wrong("with", &[("text", text.as_str().into())]));
        };
        let Some(at) = policy.relations.iter().position(|relation| relation.name == name.trim()) else {
            let variant = if policy.relations.is_empty() { "with-none" } else { "with-unknown" };
            return Err(console.wrong(variant, &[("name", name.into()), ("known", names())]));
        };
        files.push((at, file.trim()));
    }
    let lacking = policy.relations.iter().enumerate().filter(|(at, _)| !files.iter().any(|(of, _)| of == at));
    let told = lacking.map(|(_, relation)| {
        let name: std::sync::Arc<str> = "--with".into();
        Problem::new(Code::NoFile, "", &name).arg("name", relation.name.as_str())
    });
    let told: Vec<Problem> = told.collect();
    if told.is_empty() { Ok(files) } else { Err(refused(console, Exit::Usage, &told)) }
}

/// The rows of a lookup or details: of files of its own, or the results of a policy.
fn rows(
    console: &Console,
    (policy, id): (&Policy, RelationId),
    relation: &Relation,
    names: &[&str],
    arguments: &Eval,
) -> Result<Rows, Exit> {
    let options = ReadOptions { encoding: arguments.encoding.clone(), sheet: None };
    let sources = open(console, names)?;
    match &relation.policy {
        Some(origin) => {
            let batch = read(console, &sources, |sources| io::read(&origin.policy, sources, &options))?;
            Ok(Rows::of_results(id, relation, origin, batch))
        }
        None => {
            let batch = read(console, &sources, |sources| io::read_relation(policy, relation, sources, &options))?;
            Ok(Rows::of_batch(policy, id, batch))
        }
    }
}

/// What `--history` names.
fn past(console: &Console, (policy, hash): (&Policy, &str), arguments: &Eval) -> Result<Past, Exit> {
    if arguments.history.is_empty() {
        return Ok(Past::default());
    }
    if !policy.looks_back() {
        return Err(console.wrong("history", &[]));
    }
    let (mut sources, mut problems) = (vec![], vec![]);
    for name in &arguments.history {
        match io::earlier(policy, hash, name) {
            Ok((found, notices)) => {
                sources.extend(found);
                console.problems(&notices);
            }
            Err(found) => problems.extend(found),
        }
    }
    if !problems.is_empty() {
        return Err(refused(console, Exit::Refused, &problems));
    }
    let options = ReadOptions { encoding: arguments.encoding.clone(), sheet: None };
    let past = io::read_history(policy, &sources, &options);
    let past = past.map_err(|problems| refused(console, Exit::Refused, &problems))?;
    console.problems(&past.notices);
    Ok(past)
}

fn open(console: &Console, names: &[&str]) -> Result<Vec<DataSource>, Exit> {
    let opened: Result<Vec<DataSource>, Problem> = names.iter().map(|name| DataSource::open(name)).collect();
    opened.map_err(|problem| refused(console, Exit::Usage, &[problem]))
}

fn read(
    console: &Console,
    sources: &[DataSource],
    read: impl FnOnce(&[DataSource]) -> Result<Batch, Vec<Problem>>,
) -> Result<Batch, Exit> {
    let batch = read(sources).map_err(|problems| refused(console, Exit::Refused, &problems))?;
    console.problems(&batch.notices);
    Ok(batch)
}

impl Data {
    /// The records that are evaluated, then what is known of earlier periods. For each record of the batch its
    /// place among them. A result of an earlier run for what this run evaluates itself does not count.
    pub fn subjects<'a>(&'a self, policy: &Policy) -> (Vec<Subject<'a>>, Vec<Option<usize>>) {
        let (mut subjects, mut places) = (vec![], vec![]);
        for (at, record) in self.batch.records.iter().enumerate() {
            places.push(match &record.reading {
                Reading::Record(fields) => {
                    let rows = self.joined.rows.get(at).cloned().unwrap_or_default();
                    let identity = Identity::of(policy, fields);
                    subjects.push(Subject { given: Given::Fields(fields), rows, identity, past: false });
                    Some(subjects.len() - 1)
                }
                _ => None,
            });
        }
        let own: std::collections::HashSet<Identity> = subjects.iter().map(|it| it.identity.clone()).collect();
        let past = self.past.records.iter().filter(|(_, identity)| !own.contains(identity));
        subjects.extend(past.map(|(values, identity)| Subject {
            given: Given::Values(values),
            rows: vec![],
            identity: identity.clone(),
            past: true,
        }));
        (subjects, places)
    }

    /// What is found over several of the records; none where each is evaluated by itself.
    pub fn run<'a>(&'a self, policy: &'a Policy, subjects: &'a [Subject<'a>]) -> Option<Run<'a>> {
        policy.is_joint().then(|| Run::new(policy, &self.joined.tables, subjects))
    }
}
