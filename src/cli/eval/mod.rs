//! `merit eval`: a policy, its data, a result for every record.

mod columns;
mod gather;
mod hashes;
mod outcome;
mod summary;
mod tally;

use std::cell::RefCell;
use std::time::Instant;

use super::arguments::Eval;
use super::{Console, Exit, policy};
use crate::compile::Compiled;
use crate::io::{self, OutputFormat, Problem, Table};
use crate::promise::Watch;
use hashes::Hashes;
use outcome::Rows;
use summary::Summary;
use tally::Tally;

/// `merit eval POLICY DATA…`
pub(super) fn run(console: &Console, arguments: &Eval) -> Exit {
    match evaluate(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn evaluate(console: &Console, arguments: &Eval) -> Result<Exit, Exit> {
    let start = Instant::now();
    later(console, arguments)?;
    let (name, data) = told_apart(console, &arguments.files)?;
    let format = arguments.output.as_deref().map_or(Ok(OutputFormat::Csv), OutputFormat::of);
    let format = format.map_err(|problem| refused(console, Exit::Usage, &[problem]))?;
    let compiled = policy::compiled(console, name, &policy::settings(console, &arguments.settings)?)?;
    spared(console, arguments, &compiled, &data)?;
    let compiled = accepted(console, compiled)?;
    let hashes = Hashes::of(&compiled);
    let policy = &compiled.policy;
    let columns = columns::chosen(console, policy, arguments.columns.as_deref())?;
    let data = gather::gather(console, (policy, &hashes.whole()), arguments, &data)?;
    let (subjects, places) = data.subjects(policy);
    let run = data.run(policy, &subjects);
    let (watch, tongue) = (Watch::new(policy), console.look.tongue);
    let rows = Rows { policy, batch: &data.batch, run: run.as_ref(), places: &places, watch: &watch, tongue };
    let nothing = Summary { name, hashes, policy, data: &data, tally: Tally::new(policy), start };
    if arguments.strict {
        let summary = counted(rows, nothing.clone());
        if summary.tally.has_rejected() || summary.tally.has_broken() {
            let why = if summary.tally.has_rejected() { "eval-strict" } else { "eval-strict-broken" };
            console.tell(&summary.words(console));
            console.tell(&format!("{}\n", console.say(why, &[])));
            return Ok(Exit::Refused);
        }
    }
    let table = Table { policy, columns: &columns };
    let summary = match arguments.summary_only {
        true => counted(rows, nothing),
        false => written(console, arguments, (rows, nothing), table, format)?,
    };
    keep(console, arguments, &summary)?;
    console.tell(&summary.words(console));
    Ok(if summary.tally.has_rejected() { Exit::Rejections } else { Exit::Well })
}

/// Refuses to write over what is read: the data, the policy and the files that it uses.
fn spared(console: &Console, arguments: &Eval, compiled: &Compiled, data: &[&str]) -> Result<(), Exit> {
    let policy = compiled.read().map(|file| file.name.as_str());
    let inputs: Vec<&str> = data.iter().copied().chain(policy).collect();
    let mut outputs = [&arguments.output, &arguments.rejects, &arguments.receipt].into_iter().flatten();
    outputs.try_for_each(|path| io::spare(path, &inputs)).map_err(|problem| refused(console, Exit::Usage, &[problem]))
}

/// Evaluates every record and counts what comes of it.
fn counted<'a>(rows: Rows, mut summary: Summary<'a>) -> Summary<'a> {
    rows.all().for_each(|row| summary.tally.count(&row));
    summary
}

/// Evaluates every record, writes its results and counts them.
fn written<'a>(
    console: &Console,
    arguments: &Eval,
    (rows, summary): (Rows, Summary<'a>),
    table: Table,
    format: OutputFormat,
) -> Result<Summary<'a>, Exit> {
    let summary = RefCell::new(summary);
    let rows = rows.all().inspect(|row| summary.borrow_mut().tally.count(row));
    let done = io::write(table, rows, format, arguments.output.as_deref(), || summary.borrow().cover(console));
    done.map_err(|problem| refused(console, Exit::Usage, &[problem]))?;
    Ok(summary.into_inner())
}

/// Options that are read, and refused until they work.
fn later(console: &Console, arguments: &Eval) -> Result<(), Exit> {
    match arguments.threads {
        Some(_) => Err(console.wrong("not-yet", &[("what", "--threads".into())])),
        None => Ok(()),
    }
}

/// The policy and the data among the files: a policy ends in `.merit`; where none does, `-` is one.
fn told_apart<'a>(console: &Console, files: &'a [String]) -> Result<(&'a str, Vec<&'a str>), Exit> {
    let is_policy = |name: &&str| name.ends_with(".merit");
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    let (mut policies, mut data): (Vec<&str>, Vec<&str>) = names.into_iter().partition(is_policy);
    if policies.is_empty() && data.first() == Some(&"-") {
        policies.push(data.remove(0));
    }
    match (policies.as_slice(), data.is_empty()) {
        ([], _) => Err(console.wrong("no-policy", &[])),
        ([policy], false) => Ok((policy, data)),
        ([policy], true) => Err(console.wrong("no-data", &[("policy", (*policy).into())])),
        _ => Err(console.wrong("several", &[])),
    }
}

/// Shows what was told of the policy, and stops where it was refused.
fn accepted(console: &Console, compiled: Compiled) -> Result<Compiled, Exit> {
    console.show(&compiled.diagnostics, &compiled.sources);
    if compiled.accepted() { Ok(compiled) } else { Err(Exit::Refused) }
}

/// Writes what was asked for besides the results.
fn keep(console: &Console, arguments: &Eval, summary: &Summary) -> Result<(), Exit> {
    let unwritten = |problem: Problem| refused(console, Exit::Usage, &[problem]);
    let results = match (&arguments.receipt, &arguments.output) {
        (Some(_), Some(path)) => Some(io::file_hash(path).map_err(unwritten)?),
        _ => None,
    };
    let results = arguments.output.as_deref().zip(results);
    let json = || format!("{:#}\n", summary.json(results.as_ref()));
    if arguments.summary_only && console.data(json().as_bytes()) != Exit::Well {
        return Err(Exit::Usage);
    }
    if let Some(path) = &arguments.rejects {
        io::write_rejects(summary.policy, &summary.data.batch, path, console.look.tongue).map_err(unwritten)?;
    }
    if let Some(path) = &arguments.receipt {
        io::save(path, |out| out.write_all(json().as_bytes())).map_err(unwritten)?;
    }
    Ok(())
}

fn refused(console: &Console, exit: Exit, problems: &[Problem]) -> Exit {
    console.problems(problems);
    exit
}
