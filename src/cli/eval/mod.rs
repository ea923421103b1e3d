//! `merit eval`: one policy or several, their data, a result for every record.

mod columns;
mod gather;
mod handover;
mod hashes;
mod history;
mod outcome;
mod provisional;
mod rejections;
mod set;
mod summary;
mod tally;

use std::cell::RefCell;
use std::time::Instant;

use super::arguments::{Eval, HoldBack};
use super::{Console, Exit};
use crate::data::{Earlier, Problem, Shared};
use crate::io::{self, OutputFormat, Table};
use crate::ir::Policy;
use crate::promise::Watch;
use gather::Cast;
use outcome::Rows;
use provisional::Doubts;
use summary::Summary;
use tally::Tally;

/// `merit eval POLICY… DATA…`
pub(super) fn run(console: &Console, arguments: &Eval) -> Exit {
    match evaluate(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn evaluate(console: &Console, arguments: &Eval) -> Result<Exit, Exit> {
    let start = Instant::now();
    later(console, arguments)?;
    let (names, data) = told_apart(console, &arguments.files)?;
    let format = arguments.output.as_deref().map_or(Ok(OutputFormat::Csv), OutputFormat::of);
    let format = format.map_err(|problem| refused(console, Exit::Usage, &[problem]))?;
    let chosen = set::chosen(console, &names, arguments, &data)?;
    let table = columns::table(console, &chosen, arguments.columns.as_deref())?;
    let mut data = gather::gather(console, &chosen, arguments, &data)?;
    let held = match arguments.hold_back {
        Some(HoldBack::Groups) => provisional::hold_back(&mut data, &chosen),
        None => chosen.iter().map(|_| Doubts::new()).collect(),
    };
    let policies = || table.policies.iter().copied().enumerate();
    let handed: Vec<Vec<Earlier>> = handover::all(&data, &chosen);
    let doubts = provisional::doubts(&data, &chosen, &handed);
    // Where each record is evaluated by itself, nobody need know whose the others are.
    let casts = policies().zip(&handed).map(|((at, policy), handed)| match policy.is_joint() {
        true => data.cast(at, policy, handed),
        false => Cast::default(),
    });
    let casts: Vec<Cast> = casts.collect();
    let runs = policies().zip(&casts).map(|((at, policy), cast)| data.run(at, policy, cast));
    let (runs, fields): (Vec<_>, _) = (runs.collect(), Shared::fields(&table.policies));
    let watches: Vec<Watch> = chosen.iter().map(|of| of.compiled.watch()).collect();
    let rows = Rows {
        policies: &table.policies,
        shared: &data.shared,
        fields: &fields,
        casts: &casts,
        runs: &runs,
        watches: &watches,
        doubts: &doubts,
        tongue: console.look.tongue,
    };
    let nothing = Summary {
        chosen: &chosen,
        data: &data,
        doubts: &doubts,
        held: &held,
        tally: Tally::new(&table.policies, &watches),
        start,
    };
    if arguments.strict {
        let summary = counted(rows, nothing.clone());
        if let Some(why) = failing(&summary) {
            console.tell(&summary.words(console));
            console.tell(&format!("{}\n", console.say(why, &[])));
            return Ok(Exit::Refused);
        }
    }
    let summary = match arguments.summary_only {
        true => counted(rows, nothing),
        false => written(console, arguments, (rows, nothing), &table, format)?,
    };
    keep(console, arguments, &summary, &table.policies)?;
    console.tell(&summary.words(console));
    Ok(if summary.tally.has_rejected() { Exit::Rejections } else { Exit::Well })
}

/// Why a strict run fails.
fn failing(summary: &Summary) -> Option<&'static str> {
    let provisional = summary.doubts.iter().any(|doubts| !doubts.is_empty());
    match () {
        () if summary.tally.has_rejected() => Some("eval-strict"),
        () if summary.tally.has_broken() => Some("eval-strict-broken"),
        () if provisional => Some("eval-strict-provisional"),
        () => None,
    }
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
    table: &Table,
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

/// The policies and the data among the files: a policy ends in `.merit`; where none does, `-` is one.
fn told_apart<'a>(console: &Console, files: &'a [String]) -> Result<(Vec<&'a str>, Vec<&'a str>), Exit> {
    let is_policy = |name: &&str| name.ends_with(".merit");
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    let (mut policies, mut data): (Vec<&str>, Vec<&str>) = names.into_iter().partition(is_policy);
    if policies.is_empty() && data.first() == Some(&"-") {
        policies.push(data.remove(0));
    }
    match (policies.first(), data.is_empty()) {
        (None, _) => Err(console.wrong("no-policy", &[])),
        (Some(policy), true) => Err(console.wrong("no-data", &[("policy", (*policy).into())])),
        (Some(_), false) => Ok((policies, data)),
    }
}

/// Writes what was asked for besides the results.
fn keep(console: &Console, arguments: &Eval, summary: &Summary, policies: &[&Policy]) -> Result<(), Exit> {
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
        io::write_rejects(policies, &summary.data.shared, path, console.look.tongue).map_err(unwritten)?;
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
