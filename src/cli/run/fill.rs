//! A command with its file: what the command line says goes before what the file says.

use super::super::arguments::{Command, Eval};
use super::super::reads::{Reads, SetIn};
use super::file::{Unusable, read};
use super::kept::RunFile;

impl Command {
    /// Takes in the file of the run, if the command names one, and tells why it cannot be followed.
    pub fn fill(&mut self) -> Option<Unusable> {
        match self {
            Command::Eval(eval) => {
                eval.reads.by_cells = eval.reference;
                let (run, unusable) = read(eval.reads.run.as_deref()?);
                eval.fill(run);
                unusable
            }
            Command::Why(why) => {
                let (mut run, unusable) = read(why.reads.run.as_deref()?);
                why.reads.fill(&mut run);
                unusable
            }
            Command::Report(report) => {
                let (mut run, unusable) = read(report.reads.run.as_deref()?);
                report.reads.fill(&mut run);
                unusable
            }
            Command::Reconcile(reconcile) => {
                let (mut run, unusable) = read(reconcile.reads.run.as_deref()?);
                reconcile.reads.fill(&mut run);
                unusable
            }
            Command::Cliffs(cliffs) => {
                let (mut run, unusable) = read(cliffs.reads.run.as_deref()?);
                cliffs.reads.fill(&mut run);
                unusable
            }
            Command::Next(next) => {
                let (mut run, unusable) = read(next.reads.run.as_deref()?);
                next.reads.fill(&mut run);
                unusable
            }
            Command::Replay(replay) => {
                let (mut run, unusable) = read(replay.reads.run.as_deref()?);
                replay.kept = run.receipt.take().map(|path| path.to_string_lossy().into_owned());
                replay.reads.fill(&mut run);
                unusable
            }
            _ => None,
        }
    }
}

impl Reads {
    /// Adds what the file of the run says where the command line is silent. `with` and `set` go name by name.
    pub fn fill(&mut self, run: &mut RunFile) {
        self.kept = (std::mem::take(&mut run.policies), std::mem::take(&mut run.data));
        if self.history.is_empty() {
            self.history = std::mem::take(&mut run.history);
        }
        let with = run.with.iter().flat_map(|(name, files)| files.iter().map(move |file| (name, file)));
        fill_named(&mut self.with, with);
        let typed: Vec<String> = self.settings.iter().map(|text| name(text)).collect();
        run.set_at.retain(|(name, _)| !typed.contains(name));
        fill_named(&mut self.settings, run.set.iter().map(|(name, value)| (name, value)));
        self.set_in = run.file.take().map(|file| SetIn { file, places: std::mem::take(&mut run.set_at) });
        self.sheet = self.sheet.take().or(run.sheet.take());
        self.encoding = self.encoding.take().or(run.encoding.take());
        self.hidden_rows |= run.hidden_rows;
    }
}

impl Eval {
    /// Adds what the file says where the command line is silent.
    fn fill(&mut self, mut run: RunFile) {
        self.set_aside(&mut run);
        self.reads.fill(&mut run);
        self.output = self.output.take().or(run.output);
        self.rejects = self.rejects.take().or(run.rejects);
        self.receipt = self.receipt.take().or(run.receipt);
        self.columns = self.columns.take().or(run.columns);
        self.headers = self.headers.or(run.headers);
        self.hold_back = self.hold_back.or(run.hold_back);
        self.table |= run.table;
        self.strict |= run.strict;
        self.summary_only |= run.summary_only;
    }

    /// Leaves out of the file what the command line asks for otherwise. Whoever asks for a look wants nothing written
    /// over what a run has given.
    fn set_aside(&self, run: &mut RunFile) {
        if self.table || self.summary_only {
            (run.output, run.rejects, run.receipt) = (None, None, None);
        }
        run.table &= !(self.output.is_some() || self.summary_only);
        run.summary_only &= !(self.output.is_some() || self.table);
    }
}

/// Adds what the file says of the names that the command line does not give.
fn fill_named<'f>(given: &mut Vec<String>, kept: impl Iterator<Item = (&'f String, &'f String)>) {
    let known: Vec<String> = given.iter().map(|text| name(text)).collect();
    given.extend(kept.filter(|(name, _)| !known.contains(name)).map(|(name, value)| format!("{name}={value}")));
}

/// What stands before the equals sign.
fn name(text: &str) -> String {
    text.split(['=', '＝']).next().unwrap_or_default().trim().to_owned()
}
