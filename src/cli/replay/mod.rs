//! `merit replay`: a run made again, and its receipt held against that of then.

mod taken;
mod words;

use std::path::Path;

use serde_json::{Value as Json, json};

use super::arguments::{Eval, Replay, Shape};
use super::eval::again;
use super::inputs::refused;
use super::{Console, Exit, example};
use crate::diagnostic::Arg;
use crate::io::{self, DataSource, OutputFormat, Point, PointKind, Receipt};
use crate::quantity::Tongue;
use crate::render::exact_number;
use taken::{Taken, taken};

/// `merit replay RECEIPT [POLICY… DATA…]`
pub(super) fn run(console: &Console, arguments: &Replay) -> Exit {
    match told(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

impl Replay {
    /// The receipt, and the policies and data that are named beside it.
    pub(super) fn asked(&self) -> (Option<&str>, Vec<&str>, Vec<&str>) {
        let named = self.replayed.first().filter(|name| !name.ends_with(".merit"));
        let rest = if named.is_some() { self.replayed.get(1..) } else { self.replayed.get(..) };
        let (policies, data) = self.reads.told_apart(rest.unwrap_or_default());
        (named.or(self.kept.as_ref()).map(String::as_str), policies, data)
    }
}

/// What was found.
struct Found<'f> {
    file: &'f str,
    receipt: &'f Receipt,
    again: &'f Eval,
    taken: &'f [Taken],
    points: &'f [Point],
}

fn told(console: &Console, arguments: &Replay) -> Result<Exit, Exit> {
    let (file, policies, data) = arguments.asked();
    let Some(file) = file else { return Err(console.wrong("replay-unnamed", &[])) };
    let receipt = read(console, file)?;
    let (again_as, taken) = taken(console, arguments, &receipt, (&policies, &data))?;
    let before = receipt.results();
    // Without the options of then, another file is no sign of anything.
    let format = before.filter(|_| receipt.options().is_some()).and_then(|kept| format(kept.file));
    let tongue = match receipt.option("lang") {
        Some("zh") => Tongue::Zh,
        Some(_) => Tongue::En,
        None => console.look.tongue,
    };
    let (now, hash) = again(console, &again_as, (format, tongue))?;
    let mut points = io::compared(&receipt, &now);
    if let Some(kept) = before {
        let (then, name) = (Some(Json::from(kept.sha256)), kept.file);
        let written = hash.map(Json::from);
        let unknown = written.is_none();
        let point = Point::new(PointKind::Results, name, then.clone(), written);
        points.push(Point { same: point.same.filter(|_| !unknown), ..point });
        let there = io::file_hash(Path::new(name)).ok().map(Json::from);
        let gone = there.is_none();
        let point = Point::new(PointKind::Kept, name, then, there);
        points.push(Point { same: point.same.filter(|_| !gone), ..point });
    }
    let found = Found { file, receipt: &receipt, again: &again_as, taken: &taken, points: &points };
    let exit = match arguments.shape {
        Shape::Json => console.data(format!("{:#}\n", found.json()).as_bytes()),
        Shape::Human => console.data(words::text(console, &found).as_bytes()),
    };
    Ok(if exit == Exit::Well && !found.same() { Exit::Rejections } else { exit })
}

/// Opens a receipt.
fn read(console: &Console, file: &str) -> Result<Receipt, Exit> {
    let source = DataSource::open(file).map_err(|problem| refused(console, Exit::Usage, &[problem]))?;
    let args = [("file", Arg::from(file))];
    Receipt::of(&source.bytes).ok_or_else(|| console.refuse("replay-no-receipt", &args))
}

fn format(name: &str) -> Option<OutputFormat> {
    OutputFormat::of(Path::new(name)).ok()
}

impl Found<'_> {
    /// Whether all is the same; another version of the program is nothing by itself.
    fn same(&self) -> bool {
        !self.points.iter().any(|point| point.differs() && point.kind != PointKind::Program)
    }

    /// Why results are others, as far as what went in tells.
    fn cause(&self) -> Option<&'static str> {
        let input = |point: &&Point| point.kind.is_input() && point.differs();
        let came = |point: &Point| !point.kind.is_input() && point.kind != PointKind::Kept && point.differs();
        if !self.points.iter().any(came) {
            return None;
        }
        let inputs = self.points.iter().filter(input);
        Some(match inputs.map(|point| point.kind).min_by_key(|kind| *kind == PointKind::Program) {
            Some(PointKind::Program) => "program",
            Some(_) => "inputs",
            None if self.receipt.options().is_none() => "unknown",
            None => "none",
        })
    }

    /// The command that tells whose results are others.
    fn reconcile(&self, console: &Console) -> String {
        let reads = &self.again.reads;
        let options = [("--set", &reads.settings), ("--with", &reads.with), ("--history", &reads.history)];
        let options = options.iter().flat_map(|(name, all)| all.iter().flat_map(|it| [(*name).to_owned(), it.clone()]));
        let kept = self.receipt.results().map(|kept| ["--against".to_owned(), kept.file.to_owned()]);
        let words = ["reconcile".to_owned()].into_iter().chain(self.again.files.iter().cloned()).chain(options);
        let words: Vec<String> = words.chain(kept.into_iter().flatten()).collect();
        console.in_tongue(example::whole(&words), None)
    }

    /// For programs. Its form is `docs/replay.schema.json`.
    fn json(&self) -> Json {
        let of = |inputs: bool| -> Vec<Json> {
            let points = self.points.iter().filter(|point| point.kind.is_input() == inputs);
            points.map(|point| self.point(point)).collect()
        };
        let taken = self.taken.iter().map(|taken| json!({ "option": taken.option, "value": taken.value }));
        json!({
            "same": self.same(),
            "receipt": { "file": self.file, "version": self.receipt.version() },
            "taken": taken.collect::<Vec<_>>(),
            "inputs": of(true),
            "results": of(false),
            "cause": self.cause(),
        })
    }

    fn point(&self, point: &Point) -> Json {
        let delta = point.delta().filter(|_| !point.kind.is_input()).map(exact_number);
        let mut json = json!({
            "kind": point.kind.word(),
            "policy": point.policy,
            "name": point.name,
            "then": point.then,
            "now": point.now,
            "same": point.same,
        });
        if let (false, Json::Object(members)) = (point.kind.is_input(), &mut json) {
            members.insert("delta".to_owned(), delta.map_or(Json::Null, Json::Number));
        }
        json
    }
}
