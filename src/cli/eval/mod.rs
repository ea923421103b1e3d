//! `merit eval`: one policy or several, their data, a result for every record.

mod bars;
mod columns;
mod flags;
mod passing;
mod pictured;
mod plan;
mod rejections;
mod summary;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::arguments::{Eval, HoldBack};
use super::inputs::{self, With, refused};
use super::{Console, Exit};
use crate::batch::{Appraisal, Started, Tally};
use crate::data::{Problem, Progress};
use crate::io::{self, OutputFormat, Receipt, Table, Target};
use crate::quantity::Tongue;
use pictured::Picture;
pub(super) use pictured::columns_said;
use summary::{Asked, Run, Summary};

/// `merit eval POLICY… DATA…`
pub(super) fn run(console: &Console, arguments: &Eval) -> Exit {
    match evaluate(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn evaluate(console: &Console, arguments: &Eval) -> Result<Exit, Exit> {
    if arguments.explain_plan {
        return planned(console, arguments);
    }
    let format = arguments.output.as_deref().map_or(Ok(OutputFormat::Csv), OutputFormat::of);
    let format = format.map_err(|problem| refused(console, Exit::Usage, &[problem]))?;
    on_run(console, arguments, Some(format), |run, started, table, passed| {
        given(console, (arguments, format), run, (started, passed), &table)
    })
}

/// Shows how the records of each policy would be evaluated; without data, since none is read.
fn planned(console: &Console, arguments: &Eval) -> Result<Exit, Exit> {
    let (names, data) = arguments.reads.told_apart(&arguments.files);
    if names.is_empty() {
        inputs::both(console, &arguments.reads, &names, &data)?;
    }
    let chosen = inputs::chosen(console, &names, &arguments.reads, (&data, &[]))?;
    let table = columns::table(console, &chosen, arguments)?;
    Ok(plan::show(console, &chosen, &table))
}

/// Reads all that a command names, and calls `done` with the run that is made of it. Where results are written in a
/// format, records that need not be held are evaluated and written as they are read; `done` is told what they came to.
fn on_run<R>(
    console: &Console,
    arguments: &Eval,
    format: Option<OutputFormat>,
    done: impl FnOnce(Run, &Started, Table, Option<Tally>) -> Result<R, Exit>,
) -> Result<R, Exit> {
    let start = Instant::now();
    let (names, data) = arguments.reads.told_apart(&arguments.files);
    inputs::both(console, &arguments.reads, &names, &data)?;
    let outputs = [&arguments.output, &arguments.rejects, &arguments.receipt].into_iter().flatten();
    let outputs: Vec<&Path> = outputs.map(PathBuf::as_path).collect();
    let chosen = inputs::chosen(console, &names, &arguments.reads, (&data, &outputs))?;
    let mut table = columns::table(console, &chosen, arguments)?;
    let passed = format.map(|format| passing::passed(console, (arguments, format), &chosen, &mut table, &data));
    let (inputs, with, tally) = match passed.transpose()?.flatten() {
        Some((inputs, tally)) => (inputs, With::new(), Some(tally)),
        None => {
            let (inputs, with) = inputs::gather(console, &chosen, &arguments.reads, &data)?;
            (inputs, with, None)
        }
    };
    table.files = inputs.files().iter().map(|input| Arc::clone(&input.name)).collect();
    let stage = console.stage("stage-evaluate", &Progress::default());
    let hold_back = matches!(arguments.hold_back, Some(HoldBack::Groups));
    let policies = table.policies.clone();
    let appraisal = Appraisal::new(&policies, inputs, hold_back);
    let started = appraisal.start(chosen.iter().map(|of| of.compiled.watch()).collect());
    drop(stage);
    let asked = Asked { arguments, tongue: console.look.tongue };
    let run = Run { chosen: &chosen, appraisal: &appraisal, with: &with, doubts: started.doubts(), asked, start };
    done(run, &started, table, tally)
}

/// What a run gives, in the form that is asked for.
fn given(
    console: &Console,
    (arguments, format): (&Eval, OutputFormat),
    run: Run,
    (started, passed): (&Started, Option<Tally>),
    table: &Table,
) -> Result<Exit, Exit> {
    let window = pictured::window(console, arguments);
    let shows = window.is_some() || arguments.output.is_some() || console.window().is_none();
    let mut stage = (shows && passed.is_none()).then(|| console.stage("stage-evaluate", started.progress()));
    let tally = match (passed, window) {
        (Some(tally), _) => tally,
        _ if arguments.summary_only => counted(started, arguments),
        (None, Some(width)) => {
            let (mut outcomes, mut picture) = (started.outcomes(), Picture::new(table));
            outcomes.by_ref().for_each(|outcome| picture.add(&outcome));
            drop(stage.take());
            if let Some(failed) = failed(console, arguments, run, &outcomes.tally) {
                return Ok(failed);
            }
            match picture.show(console, arguments.columns.is_some(), width) {
                Exit::Well => outcomes.tally,
                exit => return Err(exit),
            }
        }
        (None, None) => {
            let written = written(console, (table, started), (format, arguments), run);
            written.map_err(|problem| refused(console, Exit::Usage, &[problem]))?
        }
    };
    if let Some(failed) = failed(console, arguments, run, &tally) {
        drop(stage);
        return Ok(failed);
    }
    drop(stage);
    let summary = run.summary(tally);
    keep(console, arguments, &summary, table)?;
    console.tell(&if window.is_some() { summary.pictured(console) } else { summary.words(console) });
    Ok(if summary.tally.has_rejected() { Exit::Rejections } else { Exit::Well })
}

/// Evaluates once more what a receipt is of, and writes nothing: the receipt as it would be now, and the hash that a file of
/// results in that format would have.
pub(super) fn again(
    console: &Console,
    arguments: &Eval,
    (format, tongue): (Option<OutputFormat>, Tongue),
) -> Result<(Receipt, Option<String>), Exit> {
    on_run(console, arguments, None, |run, started, mut table, _| {
        let mut outcomes = started.outcomes();
        table.tongue = tongue;
        let hash = format.and_then(|format| io::hashed(&table, &mut outcomes, format).ok().flatten());
        outcomes.by_ref().for_each(drop);
        Ok((Receipt::new(run.summary(outcomes.tally).json(None)), hash))
    })
}

/// Tells why a strict run fails, where it does; nothing of it is written.
fn failed(console: &Console, arguments: &Eval, run: Run, tally: &Tally) -> Option<Exit> {
    let why = failing(run, tally).filter(|_| arguments.strict)?;
    console.tell(&run.summary(tally.clone()).words(console));
    console.tell(&format!("{}\n", console.say(why, &[])));
    Some(Exit::Refused)
}

/// Why a strict run fails.
fn failing(run: Run, tally: &Tally) -> Option<&'static str> {
    let provisional = run.doubts.iter().any(|doubts| !doubts.is_empty());
    match () {
        () if tally.has_rejected() => Some("eval-strict"),
        () if tally.has_broken() => Some("eval-strict-broken"),
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
    let by_columns = format == OutputFormat::Csv && !arguments.reference;
    let engine = by_columns.then(|| started.engine(&table.slots(0))).flatten();
    // What is told of a strict run that fails is told in the place of its results.
    let target = Target { path: arguments.output.as_deref(), held: arguments.strict };
    let counts = |tally: &Tally| !arguments.strict || failing(run, tally).is_none();
    let written = engine.and_then(|engine| {
        io::write_figures(table, &engine.slots(), target, |spell, put| {
            let tally = started.by_columns(&engine, spell, put)?;
            let counts = counts(&tally);
            Ok((tally, counts))
        })
    });
    if let Some(written) = written {
        return written;
    }
    let mut outcomes = started.outcomes();
    io::write(
        table,
        &mut outcomes,
        (format, target),
        |given| run.summary(given.tally.clone()).cover(console),
        |given| counts(&given.tally),
    )?;
    Ok(outcomes.tally)
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
