//! `merit eval`: one policy or several, their data, a result for every record.

mod bars;
mod columns;
mod flags;
mod gather;
mod hashes;
mod history;
mod pictured;
mod rejections;
mod set;
mod summary;

use std::path::Path;
use std::time::Instant;

use super::arguments::{Eval, HoldBack};
use super::{Console, Exit, example};
use crate::batch::{Appraisal, Counted, Tally};
use crate::data::{Outcome, Problem};
use crate::diagnostic::Arg;
use crate::io::{self, OutputFormat, Table};
use pictured::Picture;
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
    let (names, data) = told_apart(console, arguments)?;
    let format = arguments.output.as_deref().map_or(Ok(OutputFormat::Csv), OutputFormat::of);
    let format = format.map_err(|problem| refused(console, Exit::Usage, &[problem]))?;
    let chosen = set::chosen(console, &names, arguments, &data)?;
    let table = columns::table(console, &chosen, arguments)?;
    let (inputs, with) = gather::gather(console, &chosen, arguments, &data)?;
    let hold_back = matches!(arguments.hold_back, Some(HoldBack::Groups));
    let appraisal = Appraisal::new(&table.policies, inputs, hold_back);
    let started = appraisal.start(chosen.iter().map(|of| of.compiled.watch()).collect());
    let run = Run { chosen: &chosen, appraisal: &appraisal, with: &with, doubts: started.doubts(), start };
    if arguments.strict {
        let summary = run.summary(counted(started.outcomes()));
        if let Some(why) = failing(&summary) {
            console.tell(&summary.words(console));
            console.tell(&format!("{}\n", console.say(why, &[])));
            return Ok(Exit::Refused);
        }
    }
    let window = pictured::window(console, arguments);
    let tally = match window {
        _ if arguments.summary_only => counted(started.outcomes()),
        Some(width) => {
            let (mut outcomes, mut picture) = (started.outcomes(), Picture::new(&table));
            outcomes.by_ref().for_each(|outcome| picture.add(&outcome));
            match picture.show(console, arguments.columns.is_some(), width) {
                Exit::Well => outcomes.tally,
                exit => return Err(exit),
            }
        }
        None => {
            let (mut outcomes, path) = (started.outcomes(), arguments.output.as_deref());
            let done =
                io::write(&table, &mut outcomes, format, path, |given| run.summary(given.tally.clone()).cover(console));
            done.map_err(|problem| refused(console, Exit::Usage, &[problem]))?;
            outcomes.tally
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
fn counted<'p, 'o>(mut outcomes: Counted<'p, impl Iterator<Item = Outcome<'o>>>) -> Tally<'p> {
    outcomes.by_ref().for_each(drop);
    outcomes.tally
}

/// Options that are read, and refused until they work.
fn later(console: &Console, arguments: &Eval) -> Result<(), Exit> {
    match arguments.threads {
        Some(_) => Err(console.wrong("not-yet", &[("what", "--threads".into())])),
        None => Ok(()),
    }
}

/// The policies and the data among the files; there must be both.
fn told_apart<'a>(console: &Console, arguments: &'a Eval) -> Result<(Vec<&'a str>, Vec<&'a str>), Exit> {
    let (policies, data) = arguments.told_apart();
    let run = || [("file", arguments.run.as_deref().unwrap_or_default().into())];
    match (policies.first(), data.is_empty()) {
        (None, _) if arguments.run.is_some() => Err(console.wrong("run-no-policy", &run())),
        (Some(_), true) if arguments.run.is_some() => Err(console.wrong("run-no-data", &run())),
        (None, _) => Err(no_policy(console, &data)),
        (Some(policy), true) => {
            let command = example::completed(&console.typed, policy, &console.say("example-data", &[]));
            Err(console.wrong("no-data", &[("command", command.into())]))
        }
        (Some(_), false) => Ok((policies, data)),
    }
}

/// Tells that no policy is among the files, with the command as it would be with one.
fn no_policy(console: &Console, data: &[&str]) -> Exit {
    // A name that only lacks its ending is one.
    let meant = data.iter().find(|name| Path::new(&format!("{name}.merit")).is_file());
    let Some(meant) = meant else {
        let command = example::completed(&console.typed, "eval", &example::policy(console));
        let files = Arg::List(data.iter().map(|name| Arg::from(*name)).collect());
        return console.wrong("no-policy-among", &[("files", files), ("command", command.into())]);
    };
    let named = |text: &String| if text == meant { format!("{text}.merit") } else { text.clone() };
    let typed: Vec<String> = console.typed.iter().map(named).collect();
    console.wrong("no-ending", &[("text", (*meant).into()), ("command", example::whole(&typed).into())])
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

fn refused(console: &Console, exit: Exit, problems: &[Problem]) -> Exit {
    console.problems(problems);
    exit
}
