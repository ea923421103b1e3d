//! A command with its file: what the command line says goes before what the file says.

use super::super::arguments::{Command, Eval};
use super::file::{Unusable, read};
use super::kept::RunFile;

impl Command {
    /// Takes in the file of the run, if the command names one, and tells why it cannot be followed.
    pub fn fill(&mut self) -> Option<Unusable> {
        let Command::Eval(eval) = self else { return None };
        let (run, unusable) = read(eval.run.as_deref()?);
        eval.fill(run);
        unusable
    }
}

impl Eval {
    /// Adds what the file says where the command line is silent. `with` and `set` go name by name.
    fn fill(&mut self, mut run: RunFile) {
        self.set_aside(&mut run);
        self.files = self.all_files(&mut run);
        if self.history.is_empty() {
            self.history = run.history;
        }
        let with = run.with.iter().flat_map(|(name, files)| files.iter().map(move |file| (name, file)));
        fill_named(&mut self.with, with);
        fill_named(&mut self.settings, run.set.iter().map(|(name, value)| (name, value)));
        self.output = self.output.take().or(run.output);
        self.rejects = self.rejects.take().or(run.rejects);
        self.receipt = self.receipt.take().or(run.receipt);
        self.columns = self.columns.take().or(run.columns);
        self.sheet = self.sheet.take().or(run.sheet);
        self.encoding = self.encoding.take().or(run.encoding);
        self.headers = self.headers.or(run.headers);
        self.hold_back = self.hold_back.or(run.hold_back);
        self.table |= run.table;
        self.strict |= run.strict;
        self.hidden_rows |= run.hidden_rows;
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

    /// Policies and data: those of the file where the command line names none.
    fn all_files(&self, run: &mut RunFile) -> Vec<String> {
        let (policies, data) = match self.told_apart() {
            // Beside the policies of the file, standard input is data.
            (policies, _) if policies == ["-"] && !run.policies.is_empty() => {
                (vec![], self.files.iter().map(String::as_str).collect())
            }
            apart => apart,
        };
        let or = |given: Vec<&str>, kept: &mut Vec<String>| match given.is_empty() {
            true => std::mem::take(kept),
            false => given.into_iter().map(str::to_owned).collect(),
        };
        let mut files = or(policies, &mut run.policies);
        files.extend(or(data, &mut run.data));
        files
    }
}

/// Adds what the file says of the names that the command line does not give.
fn fill_named<'f>(given: &mut Vec<String>, kept: impl Iterator<Item = (&'f String, &'f String)>) {
    let name = |text: &str| text.split(['=', '＝']).next().unwrap_or_default().trim().to_owned();
    let known: Vec<String> = given.iter().map(|text| name(text)).collect();
    given.extend(kept.filter(|(name, _)| !known.contains(name)).map(|(name, value)| format!("{name}={value}")));
}
