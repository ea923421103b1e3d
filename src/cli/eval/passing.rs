//! Large files whose records are evaluated as they are read, so that none of them is held.

use std::io::Error;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;

use super::super::arguments::Eval;
use super::super::inputs::{self, Chosen, refused};
use super::super::{Console, Exit};
use super::pictured;
use crate::batch::{Engine, Inputs, Passing, Tally};
use crate::data::{Crew, Problem, PutOut, Spell};
use crate::io::{self, OutputFormat, ReadOptions, RecordFields, Table, Target, Unpassed};
use crate::promise::Watch;

/// What was read and let go, and what it came to.
pub(super) type Passed<'c> = (Inputs, Tally<'c>);

/// Evaluates the records of large files as they are read, and writes what they come to; nothing, where all must be held.
pub(super) fn passed<'c>(
    console: &Console,
    (arguments, format): (&Eval, OutputFormat),
    chosen: &'c [Chosen],
    table: &mut Table<'c>,
    data: &[&str],
) -> Result<Option<Passed<'c>>, Exit> {
    let (reads, [of]) = (&arguments.reads, chosen) else { return Ok(None) };
    let alone = reads.with.is_empty() && reads.history.is_empty() && of.policy().relations.is_empty();
    let by_columns = format == OutputFormat::Csv && pictured::window(console, arguments).is_none();
    let options = ReadOptions {
        encoding: reads.encoding.clone(),
        sheet: reads.sheet.clone(),
        by_cells: reads.by_cells,
        ..ReadOptions::default()
    };
    let may = alone && (arguments.summary_only || by_columns) && !arguments.reference && arguments.hold_back.is_none();
    if !may || !io::may_pass(data, &options) {
        return Ok(None);
    }
    let watch = of.compiled.watch();
    let engine = match arguments.summary_only {
        true => Engine::of_totals(of.policy(), &watch),
        false => Engine::of_results(of.policy(), &watch, &table.slots(0)),
    };
    let Some(engine) = engine else { return Ok(None) };
    inputs::once(console, data)?;
    table.files = data.iter().map(|name| Arc::from(*name)).collect();
    let stage = console.stage("stage-read", &options.progress);
    let came = Course { of, watch: &watch, engine: &engine, arguments, options: &options }.follow(table, data);
    drop(stage);
    match came {
        Came::Passed(inputs, tally) => {
            let notices = inputs.shared.batches.iter().flat_map(|batch| batch.notices.iter().cloned());
            console.problems(&notices.collect::<Vec<_>>());
            Ok(Some((*inputs, *tally)))
        }
        Came::Held => Ok(None),
        Came::Unwritten(problem) => Err(refused(console, Exit::Usage, &[problem])),
    }
}

/// How records pass.
struct Course<'e, 'c> {
    of: &'c Chosen<'c>,
    watch: &'e Watch<'c>,
    engine: &'e Engine,
    arguments: &'e Eval,
    options: &'e ReadOptions,
}

/// What became of them.
enum Came<'c> {
    /// All were evaluated, and what they came to is written where it is wanted.
    Passed(Box<Inputs>, Box<Tally<'c>>),
    /// They must be held after all.
    Held,
    /// What they came to could not be written.
    Unwritten(Problem),
}

impl<'c> Course<'_, 'c> {
    fn follow(&self, table: &Table, data: &[&str]) -> Came<'c> {
        // Whatever is told of a strict run that fails, nothing of it is written.
        let run = |spell: &Spell, put: &mut PutOut<Error>| {
            let passed = self.evaluated(data, spell, put)?;
            let counts = passed
                .as_ref()
                .is_some_and(|(_, tally)| !self.arguments.strict || !(tally.has_rejected() || tally.has_broken()));
            Ok((passed, counts))
        };
        let target = Target { path: self.arguments.output.as_deref(), held: true };
        let written = match self.arguments.summary_only {
            true => run(&|_, _| {}, &mut |_| Ok(())).ok().map(|(passed, _)| Ok(passed)),
            false => io::write_figures(table, &self.engine.slots(), target, run),
        };
        match written {
            Some(Ok(Some((inputs, tally)))) => Came::Passed(Box::new(inputs), Box::new(tally)),
            Some(Err(problem)) => Came::Unwritten(problem),
            Some(Ok(None)) | None => Came::Held,
        }
    }

    /// What the records come to; nothing, where they must be held.
    fn evaluated(&self, data: &[&str], spell: &Spell, put: &mut PutOut<Error>) -> Result<Option<Passed<'c>>, Error> {
        let (policy, fields) = (self.of.policy(), RecordFields::of(self.of.policy()));
        let threads = self.arguments.threads.or_else(|| thread::available_parallelism().ok());
        Crew::with(threads.map_or(1, NonZeroUsize::get), |crew| {
            let mut passing = Passing::new(policy, (self.watch, self.engine), spell, crew);
            let work = passing
                .way()
                .map(|way| -> Arc<io::Work<_>> { Arc::new(move |batch, member| way.evaluated(&batch, member)) });
            let mut take = |read: io::Read<_>| match read {
                io::Read::Held(batch) => passing.take(batch, put),
                io::Read::Worked(came) => passing.add(came, put),
            };
            match io::read_passing(&fields, data, (self.options, crew, work), &mut take) {
                Ok(batch) => Ok(passing.end(batch, put)?.ok()),
                Err(Unpassed::Unfit) => Ok(None),
                Err(Unpassed::Stopped(error)) => Err(error),
            }
        })
    }
}
