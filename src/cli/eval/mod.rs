//! `merit eval`: one policy or several, their data, a result for every record.

mod bars;
mod columns;
mod flags;
mod pictured;
mod plan;
mod rejections;
mod summary;

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::arguments::{Eval, HoldBack};
use super::inputs::{self, refused};
use super::{Console, Exit};
use crate::batch::{Appraisal, Started, Tally};
use crate::data::Problem;
use crate::io::{self, OutputFormat, Table};
use pictured::Picture;
pub(super) use pictured::columns_said;
use summary::{Run, Summary};

/// `merit eval POLICY… DATA…`
pub(super) fn run(console: &Console, arguments: &Eval) -> Exit {
    match evaluate(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn evaluate(console: &Console, arguments: &Eval) -> Result<Exit, Exit> {
    let start = Instant::now();
    later(console, arguments)?;
    let (names, data) = arguments.reads.told_apart(&arguments.files);
    if !arguments.explain_plan || names.is_empty() {
        inputs::both(console, &arguments.reads, &names, &data)?;
    }
    let format = arguments.output.as_deref().map_or(Ok(OutputFormat::Csv), OutputFormat::of);
    let format = format.map_err(|problem| refused(console, Exit::Usage, &[problem]))?;
    let outputs = [&arguments.output, &arguments.rejects, &arguments.receipt].into_iter().flatten();
    let outputs: Vec<&Path> = outputs.map(PathBuf::as_path).collect();
    let chosen = inputs::chosen(console, &names, &arguments.reads, (&data, &outputs))?;
    let table = columns::table(console, &chosen, arguments)?;
    if arguments.explain_plan {
        return Ok(plan::show(console, &chosen, &table));
    }
    let (inputs, with) = inputs::gather(console, &chosen, &arguments.reads, &data)?;
    let hold_back = matches!(arguments.hold_back, Some(HoldBack::Groups));
    let appraisal = Appraisal::new(&table.policies, inputs, hold_back);
    let started = appraisal.start(chosen.iter().map(|of| of.compiled.watch()).collect());
    let run = Run { chosen: &chosen, appraisal: &appraisal, with: &with, doubts: started.doubts(), start };
    if arguments.strict {
        let summary = run.summary(counted(&started, arguments));
        if let Some(why) = failing(&summary) {
            console.tell(&summary.words(console));
            console.tell(&format!("{}\n", console.say(why, &[])));
            return Ok(Exit::Refused);
        }
    }
    let window = pictured::window(console, arguments);
    let tally = match window {
        _ if arguments.summary_only => counted(&started, arguments),
        Some(width) => {
            let (mut outcomes, mut picture) = (started.outcomes(), Picture::new(&table));
            outcomes.by_ref().for_each(|outcome| picture.add(&outcome));
            match picture.show(console, arguments.columns.is_some(), width) {
                Exit::Well => outcomes.tally,
                exit => return Err(exit),
            }
        }
        None => {
            let written = written(console, (&table, &started), (format, arguments), run);
            written.map_err(|problem| refused(console, Exit::Usage, &[problem]))?
        }
    };
    let summary = run.summary(tally);
    keep(console, arguments, &summary, &table)?;
    console.tell(&if window.is_some() { summary.pictured(console) } else { summary.words(console) });
    Ok(if summary.tally.has_rejected() { Exit::Rejections } else { Exit::Well })
}

/// Why a strict run fails.
fn failing(summary: &Summary) -> Option<&'static str> {
    let provisional = summary.run.doubts.iter().any(|doubts| !doubts.is_empty());
    match () {
        () if summary.tally.has_rejected() => Some("eval-strict"),
        () if summary.tally.has_broken() => Some("eval-strict-broken"),
        () if provisional => Some("eval-strict-provisional"),
        () => None,
    }
}

/// Evaluates every record, and counts what comes of it.
fn counted<'a>(started: &Started<'a>, arguments: &Eval) -> Tally<'a> {
    if arguments.reference { started.counted() } else { started.totals() }
}

/// Writes the results, and counts what comes of the records.
fn written<'a>(
    console: &Console,
    (table, started): (&Table<'a>, &Started<'a>),
    (format, arguments): (OutputFormat, &Eval),
    run: Run,
) -> Result<Tally<'a>, Problem> {
    let path = arguments.output.as_deref();
    let by_columns = format == OutputFormat::Csv && !arguments.reference;
    let engine = by_columns.then(|| started.engine(&table.slots(0))).flatten();
    let written = engine
        .and_then(|engine| io::write_figures(table, &engine.slots(), path, |tell| started.by_columns(&engine, tell)));
    if let Some(written) = written {
        return written;
    }
    let mut outcomes = started.outcomes();
    io::write(table, &mut outcomes, format, path, |given| run.summary(given.tally.clone()).cover(console))?;
    Ok(outcomes.tally)
}

/// Options that are read, and refused until they work.
fn later(console: &Console, arguments: &Eval) -> Result<(), Exit> {
    match arguments.threads {
        Some(_) => Err(console.wrong("not-yet", &[("what", "--threads".into())])),
        None => Ok(()),
    }
}

/// Writes what was asked for besides the results.
fn keep(console: &Console, arguments: &Eval, summary: &Summary, table: &Table) -> Result<(), Exit> {
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
        io::write_rejects(table, &summary.run.appraisal.inputs().shared, path).map_err(unwritten)?;
    }
    if let Some(path) = &arguments.receipt {
        io::save(path, |out| out.write_all(json().as_bytes())).map_err(unwritten)?;
    }
    Ok(())
}
