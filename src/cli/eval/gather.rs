//! The data of a run: its records, the rows of lookups and details, results of earlier runs.

use std::collections::{BTreeMap, HashSet};

use super::super::policy::with;
use super::super::{Console, Exit};
use super::set::Chosen;
use super::{Eval, history, refused};
use crate::batch::{self, Joined};
use crate::data::{Earlier, Identity, InputFile, Past, Problem, Reading, Shared};
use crate::diagnostic::{Arg, Code};
use crate::eval::{Given, Run, Subject, remember};
use crate::io::{self, DataSource, ReadOptions};
use crate::ir::{Policy, RelationId};

/// Everything that policies are evaluated on.
pub(super) struct Data {
    /// The records, and whose each is.
    pub shared: Shared,
    /// What each policy needs besides.
    pub own: Vec<Own>,
    /// The files of each lookup and of the details, by name.
    pub with: BTreeMap<String, Vec<InputFile>>,
}

/// What one policy needs besides the records.
pub(super) struct Own {
    /// The rows of lookups and details that belong to each record.
    pub joined: Joined,
    /// What earlier runs gave.
    pub past: Past,
}

/// The records that a policy evaluates, then what is known of earlier periods.
#[derive(Default)]
pub(super) struct Cast<'a> {
    /// All of them.
    pub subjects: Vec<Subject<'a>>,
    /// For each record of the run its place among them.
    pub places: Vec<Option<usize>>,
}

/// Reads all data of a run. What someone should look at is shown.
pub(super) fn gather(console: &Console, chosen: &[Chosen], arguments: &Eval, data: &[&str]) -> Result<Data, Exit> {
    let policies: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    let files = assigned(console, &policies, arguments)?;
    let (encoding, sheet) = (arguments.encoding.clone(), arguments.sheet.clone());
    let options = ReadOptions { encoding, sheet, hidden_rows: arguments.hidden_rows };
    once(console, data)?;
    let read = io::read(&policies, &open(console, data)?, &options);
    let batches = read.map_err(|problems| refused(console, Exit::Refused, &problems))?;
    let mut shared = batch::share(&policies, batches);
    shared.batches.iter().for_each(|batch| console.problems(&batch.notices));
    let mut sources: BTreeMap<&str, Vec<DataSource>> = BTreeMap::new();
    for (name, file) in &files {
        sources.entry(name).or_default().extend(open(console, &[file])?);
    }
    let pasts = history::pasts(console, chosen, arguments)?;
    let beside = ReadOptions { sheet: None, ..options };
    let (mut own, mut with) = (vec![], BTreeMap::new());
    for ((policy, records), past) in policies.iter().zip(&mut shared.batches).zip(pasts) {
        let mut all = vec![];
        for (at, relation) in policy.relations.iter().enumerate() {
            let sources = sources.get(relation.name.as_str()).map_or(&[] as &[DataSource], Vec::as_slice);
            let id = RelationId(at);
            let rows = io::read_relation(policy, id, sources, &beside).map(|read| batch::rows(policy, id, read));
            let rows = rows.map_err(|problems| refused(console, Exit::Refused, &problems))?;
            console.problems(&rows.notices);
            with.entry(relation.name.clone()).or_insert_with(|| rows.inputs.clone());
            all.push(rows);
        }
        let joined = batch::join(policy, records, all);
        console.problems(&joined.notices);
        own.push(Own { joined, past });
    }
    Ok(Data { shared, own, with })
}

/// What `--with NAME=FILE` was given: the name of the lookup or details, and the file.
fn assigned<'a>(console: &Console, policies: &[&Policy], arguments: &'a Eval) -> Result<Vec<(&'a str, &'a str)>, Exit> {
    let mut known: indexmap::IndexSet<&str> = indexmap::IndexSet::new();
    known.extend(policies.iter().flat_map(|policy| &policy.relations).map(|relation| relation.name.as_str()));
    let mut files = vec![];
    for text in &arguments.with {
        let (name, file) = with(console, text)?;
        if !known.contains(name) {
            let variant = if known.is_empty() { "with-none" } else { "with-unknown" };
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
pub(super) fn once(console: &Console, names: &[&str]) -> Result<(), Exit> {
    match io::twice(names) {
        Some(file) => Err(console.wrong("file-twice", &[("file", file.into())])),
        None => Ok(()),
    }
}

fn open(console: &Console, names: &[&str]) -> Result<Vec<DataSource>, Exit> {
    let opened: Result<Vec<DataSource>, Problem> = names.iter().map(|name| DataSource::open(name)).collect();
    opened.map_err(|problem| refused(console, Exit::Usage, &[problem]))
}

impl Data {
    /// What a policy evaluates: its own records, then what is known of earlier periods, of which an earlier version
    /// `handed` some over. A result of an earlier run for what this run evaluates itself, or rejects, does not count.
    pub fn cast<'a>(&'a self, at: usize, policy: &Policy, handed: &'a [Earlier]) -> Cast<'a> {
        let mut cast = Cast::default();
        let (Some(batch), Some(own)) = (self.shared.batches.get(at), self.own.get(at)) else { return cast };
        for (record, input) in batch.records().enumerate() {
            cast.places.push(match input.into_owned().reading {
                Reading::Record(fields) => {
                    let rows = own.joined.rows.get(record).cloned().unwrap_or_default();
                    let identity = Identity::of(policy, &fields);
                    cast.subjects.push(Subject { given: Given::Fields(fields.into()), rows, identity, past: false });
                    Some(cast.subjects.len() - 1)
                }
                _ => None,
            });
        }
        let rejected =
            batch.all_apart().map(|(_, record)| record).filter(|record| matches!(record.reading, Reading::Rejected(_)));
        let rejected = rejected.filter_map(|record| Identity::known(policy, |slot| record.reading.known(slot.0)));
        let rejected: HashSet<Identity> = rejected.collect();
        let earlier = handed.iter().chain(&own.past.records).filter(|(_, identity)| !rejected.contains(identity));
        remember(&mut cast.subjects, earlier);
        cast
    }

    /// What is found over several of a policy's records; none where each is evaluated by itself.
    pub fn run<'a>(&'a self, at: usize, policy: &'a Policy, cast: &'a Cast<'a>) -> Option<Run<'a>> {
        let own = self.own.get(at).filter(|_| policy.is_joint())?;
        Some(Run::new(policy, &own.joined.tables, &cast.subjects))
    }
}
