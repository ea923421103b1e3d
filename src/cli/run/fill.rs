//! A command with its file: what the command line says goes before what the file says.

use super::super::arguments::{Command, Eval};
use super::file::{Unusable, read};
use super::kept::RunFile;

impl Command {
    /// Takes in the file of the run, if the command names one, and tells why it cannot be followed.
    pub fn fill(&mut self) -> Option<Unusable> {
        match self {
            Command::Eval(eval) => {
                let (run, unusable) = read(eval.reads.run.as_deref()?);
                eval.fill(run);
                unusable
            }
            Command::Why(why) => {
                let (mut run, unusable) = read(why.reads.run.as_deref()?);
                why.reads.fill(&mut run);
                unusable
            }
            _ => None,
        }
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
