//! An evaluation of what was handed over: as the rows are read, where each record stands alone, else of all that was read.

use std::cell::Cell;
use std::ops::ControlFlow;

use merit::batch::{Appraisal, Doubts, Engine, Flowing, Reasons, Started, Tally};
use merit::compile::Compiled;
use merit::data::{Came, Problem, Shared};
use merit::io::{Headers, HeldResults, HeldWriter, Table};
use merit::render::{self, Tongue};
use serde_json::{Value as Json, json};

use super::frame::Failure;
use super::inputs::{Given, Read};
use super::supervise::{Pulse, Stopped};
use super::{borders, described, refused, results};

/// So many rows are evaluated one by one before it is looked whether to go on.
const SELDOM: usize = 1 << 10;

/// What a run gives.
pub struct Run {
    pub table: borders::Table,
    pub summary: Json,
}

/// How results are asked for.
#[derive(Clone, Copy)]
struct Wanted<'w, 'a> {
    table: &'w Table<'a>,
    hold_back: bool,
    tongue: Tongue,
}

/// Evaluates what was handed over.
pub fn run(
    compiled: &Compiled,
    mut given: Given,
    (names, hold_back, tongue): (&[&str], bool, Tongue),
    pulse: &Pulse,
) -> Result<Run, Failure> {
    let table = Table::new(vec![&compiled.policy], names, Headers::Names, tongue);
    let wanted = Wanted { table: &table, hold_back, tongue };
    let passed = if given.stands_alone() && !hold_back { passed(compiled, &mut given, wanted, pulse)? } else { None };
    let (held, summary) = match passed {
        Some(passed) => passed,
        None => of_all(compiled, given, wanted, pulse)?,
    };
    let table = results::table(held).map_err(|error| Failure::Stream(error.to_string()))?;
    Ok(Run { table, summary })
}

/// Evaluates records as they are read, and holds none. Nothing, where the policy asks for more, or what is to be told of one
/// record hangs on another; what was given can be read again then.
fn passed(
    compiled: &Compiled,
    given: &mut Given,
    Wanted { table, tongue, .. }: Wanted,
    pulse: &Pulse,
) -> Result<Option<(HeldResults, Json)>, Failure> {
    let policy = &compiled.policy;
    let watch = compiled.watch();
    let engine = Engine::of_results(policy, &watch, &table.slots(0));
    let Some(engine) = engine.filter(|engine| HeldWriter::takes_figures(table, &engine.slots())) else {
        return Ok(None);
    };
    let mut out = HeldWriter::new(table, &engine.slots());
    let mut flowing = Flowing::new(policy, &watch, &engine);
    let read = given.pass(policy, pulse, &mut |batch| {
        flowing.take(batch, &mut |came| out.take(came));
        Ok(())
    })?;
    let Some(Ok((inputs, tally))) = read.map(|batch| flowing.end(batch)) else { return Ok(None) };
    let all = inputs.shared.len();
    go_on(pulse, all, Some(all))?;
    let notices: Vec<Problem> = inputs.shared.batches.iter().flat_map(|batch| batch.notices.clone()).collect();
    let none = [Doubts::new()];
    let summary = summary(compiled, (&tally, &inputs.shared), (&none, &none), (&notices, tongue));
    Ok(Some((out.end(), summary)))
}

/// Reads all, then evaluates it.
fn of_all(
    compiled: &Compiled,
    given: Given,
    Wanted { table, hold_back, tongue }: Wanted,
    pulse: &Pulse,
) -> Result<(HeldResults, Json), Failure> {
    let policies = [&compiled.policy];
    let Read { inputs, notices } = given.read(&compiled.policy, pulse)?;
    let all = inputs.shared.len();
    let appraisal = Appraisal::new(&policies, inputs, hold_back);
    go_on(pulse, 0, Some(all))?;
    let started = appraisal.start(vec![compiled.watch()]);
    let (held, tally) = evaluated(table, &started, |done| go_on(pulse, done, Some(all)))?;
    let of = (&tally, &appraisal.inputs().shared);
    let summary = summary(compiled, of, (started.doubts(), appraisal.held()), (&notices, tongue));
    Ok((held, summary))
}

/// Tells how far it is; not to go on is a failure.
fn go_on(pulse: &Pulse, done: usize, all: Option<usize>) -> Result<(), Failure> {
    match pulse.reach(done, all) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(Stopped) => Err(Failure::Stopped),
    }
}

/// What every record comes to, by columns as far as that goes. It is asked now and then whether to go on.
fn evaluated<'a>(
    table: &Table<'a>,
    started: &Started<'a>,
    go_on: impl Fn(usize) -> Result<(), Failure>,
) -> Result<(HeldResults, Tally<'a>), Failure> {
    let engine = started.engine(&table.slots(0)).filter(|engine| HeldWriter::takes_figures(table, &engine.slots()));
    let mut out = HeldWriter::new(table, &engine.as_ref().map(Engine::slots).unwrap_or_default());
    let tally = match engine {
        Some(engine) => {
            let done = Cell::new(0);
            let mut tell = |came: Came| {
                out.take(came);
                done.set(out.rows());
            };
            started.told(&engine, &mut tell, &mut || go_on(done.get()))?
        }
        None => {
            let mut outcomes = started.outcomes();
            for outcome in outcomes.by_ref() {
                out.take(Came::Outcome(&outcome));
                if out.rows().is_multiple_of(SELDOM) {
                    go_on(out.rows())?;
                }
            }
            outcomes.tally
        }
    };
    go_on(out.rows())?;
    Ok((out.end(), tally))
}

/// What is told of a run as a whole.
fn summary(
    compiled: &Compiled,
    (tally, shared): (&Tally, &Shared),
    (doubts, held): (&[Doubts], &[Doubts]),
    (notices, tongue): (&[Problem], Tongue),
) -> Json {
    let policy = &compiled.policy;
    let mut summary = json!({
        "policy": { "file": compiled.read().next().map(|file| file.name.clone()), "title": policy.header.title },
        "records": render::counts_json(tally.counts()),
    });
    if let Json::Object(members) = &mut summary {
        for (part, doubts) in tally.parts.iter().zip(doubts.iter().zip(held)) {
            let of = render::part_json(policy, part, doubts).into_iter();
            members.extend(of.map(|(name, value)| (name.to_owned(), value)));
        }
        let reasons = Reasons::of(shared, &[policy]);
        members.insert("reasons".to_owned(), described::reasons(&reasons, tongue));
        members.insert("notices".to_owned(), refused::told(notices, tongue));
    }
    summary
}
