//! How a record came to what it came to: everything in an explanation adds up by hand, and each construct is worked
//! out beside the test that asserts it.

mod added;
mod constructs;
mod next_label;
pub mod ready_made;
mod unwritten;

use std::borrow::Cow;
use std::path::Path;

use merit::batch::{self, Joined};
use merit::compile::{Compiled, compile_with};
use merit::data::{Identity, Past, Reading};
use merit::eval::{Given, Run, Subject, remember};
use merit::explain::{Asked, Explanation, InFiles, Piece, Written, explain};
use merit::io::{self, DataSource, PolicyFolder, ReadOptions};
use merit::ir::{Policy, RelationId, Type, Value};
use merit::quantity::{Tongue, spell};
use merit::source::SourceFile;

/// The pieces of a text as a reader of the policy would write them.
fn spelt(policy: &Policy, pieces: &[Piece]) -> String {
    let value = |value: &Value, ty: &Type| match (value, ty) {
        (Value::Missing, _) => "missing".to_owned(),
        (Value::Number(number), Type::Number(dimension)) => {
            spell(number, *dimension, &policy.header.currency, Tongue::Zh)
        }
        (Value::Bool(holds), _) => holds.to_string(),
        (Value::Label(at), Type::Label(set)) => policy.label_sets[set.0].labels[*at].name.clone(),
        (Value::Text(text), _) => text.to_string(),
        (Value::Calendar(moment), _) => moment.to_string(),
        other => panic!("{other:?}"),
    };
    let each = pieces.iter().map(|piece| match piece {
        Piece::Truth(name, is) => format!("{name}={is}"),
        Piece::Text(text) => text.to_string(),
        Piece::Value(found, ty, _) => value(found, ty),
        Piece::Exact(fraction, _) => fraction.to_string(),
    });
    each.collect()
}

/// A policy of the folder of ready-made ones.
pub fn policy(name: &str) -> Compiled {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies").join(name);
    let name = path.to_string_lossy();
    let compiled =
        compile_with(SourceFile::new(&*name, std::fs::read_to_string(&path).unwrap()), &PolicyFolder::of(&name), &[]);
    assert!(compiled.accepted(), "{name}");
    compiled
}

pub fn source(name: &str) -> DataSource {
    DataSource::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policies").join(name).to_string_lossy()).unwrap()
}

/// The files beside the records: of lookups and details by name, and earlier results.
#[derive(Default)]
struct Beside<'a> {
    with: Vec<(&'a str, DataSource)>,
    history: Vec<DataSource>,
}

/// Explains every record of a policy's own in a sheet that several policies may read, with the fields that were read.
fn explained(
    compiled: &[Compiled],
    sheet: DataSource,
    beside: &Beside,
    see: &mut dyn FnMut(&Compiled, &[Value], &Explanation),
) {
    let options = ReadOptions::default();
    let policies: Vec<&Policy> = compiled.iter().map(|compiled| &compiled.policy).collect();
    let batches = io::read(&policies, &[sheet], &options).unwrap();
    let mut shared = batch::share(&policies, batches);
    for (at, compiled) in compiled.iter().enumerate() {
        let policy = &compiled.policy;
        let relations = policy.relations.iter().enumerate().map(|(at, relation)| {
            let files = beside.with.iter().filter(|(name, _)| *name == relation.name).map(|(_, file)| file.clone());
            let read = io::read_relation(policy, RelationId(at), &files.collect::<Vec<_>>(), &options).unwrap();
            batch::rows(policy, RelationId(at), read)
        });
        let joined: Joined = batch::join(policy, &mut shared.batches[at], relations.collect());
        let past = match policy.looks_back() && !beside.history.is_empty() {
            true => batch::past(policy, io::read_results(policy, &beside.history, &options).unwrap()).unwrap(),
            false => Past::default(),
        };
        let batch = &shared.batches[at];
        let records = batch.records().enumerate().filter_map(|(at, record)| match &record.reading {
            Reading::Record(fields) => Some((at, fields.clone())),
            _ => None,
        });
        let records: Vec<(usize, Vec<Value>)> = records.collect();
        let subject = |(at, fields): &(usize, Vec<Value>)| Subject {
            given: Given::Fields(Cow::Owned(fields.clone())),
            rows: joined.rows.get(*at).cloned().unwrap_or_default(),
            identity: Identity::of(policy, fields),
            past: false,
        };
        let mut subjects: Vec<Subject> = records.iter().map(subject).collect();
        remember(&mut subjects, past.records.iter());
        let run = Run::new(policy, &joined.tables, subjects);
        let watch = compiled.watch();
        for (at, (place, fields)) in records.iter().enumerate() {
            let observed = run.observed(at);
            let whereabouts = InFiles { policy, batch, at: *place, rows: &joined.places };
            assert_eq!(observed.evaluation, run.evaluation(at));
            let broken = watch.broken(&observed.evaluation);
            let written = Written::new(policy, &compiled.sources, None, &compiled.promises);
            let (observed, broken) = (&observed, broken.as_slice());
            let told = explain(&Asked { written: &written, observed, whereabouts: &whereabouts, broken, doubts: &[] });
            see(compiled, fields, &told);
        }
    }
}
