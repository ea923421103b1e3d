//! The policies of a run: one, or several that share out the records.

use std::path::Path;

use super::super::reads::Reads;
use super::super::{Console, Exit, policy};
use super::hashes::Hashes;
use super::{refused, set};
use crate::compile::{Compiled, together};
use crate::explain::Written;
use crate::io;
use crate::ir::Policy;

/// A policy of the run.
#[derive(Debug)]
pub(in crate::cli) struct Chosen<'a> {
    /// Its file.
    pub name: &'a str,
    /// What it came to.
    pub compiled: Compiled,
    /// The SHA-256 of that file and of those that it uses.
    pub hashes: Hashes,
}

impl<'a> Chosen<'a> {
    /// A policy that was compiled apart.
    pub fn of(name: &'a str, compiled: Compiled) -> Self {
        Chosen { name, hashes: Hashes::of(&compiled), compiled }
    }

    /// The policy.
    pub fn policy(&self) -> &Policy {
        &self.compiled.policy
    }

    /// It as it is written, with its hash.
    pub fn written<'c>(&'c self, sha256: &'c str) -> Written<'c> {
        Written::new(&self.compiled.policy, &self.compiled.sources, Some(sha256), &self.compiled.promises)
    }
}

/// Reads and checks the policies, each by itself and then all together. What is told of them is shown; one that is
/// refused ends the run. Nothing of what is read is to be among the `outputs`.
pub(in crate::cli) fn chosen<'a>(
    console: &Console,
    names: &[&'a str],
    reads: &Reads,
    (data, outputs): (&[&str], &[&Path]),
) -> Result<Vec<Chosen<'a>>, Exit> {
    set::known(console, names, reads)?;
    let settings = policy::settings(console, &reads.settings)?;
    let compiled = policy::compiled_all(console, names, &settings)?;
    spared(console, reads, &compiled, (data, outputs))?;
    compiled.iter().for_each(|of| console.show(&of.diagnostics, &of.sources));
    if !compiled.iter().all(Compiled::accepted) {
        return Err(Exit::Refused);
    }
    let shared = together(&compiled.iter().collect::<Vec<_>>());
    console.show(&shared.diagnostics, &shared.sources);
    if !shared.diagnostics.is_empty() {
        return Err(Exit::Refused);
    }
    let chosen =
        names.iter().zip(compiled).map(|(name, compiled)| Chosen { name, hashes: Hashes::of(&compiled), compiled });
    Ok(chosen.collect())
}

/// Refuses to write over what is read, the data, what stands beside them, the policies and the files that they use, the file of the run,
/// and to write two things into one file.
fn spared(
    console: &Console,
    reads: &Reads,
    compiled: &[Compiled],
    (data, outputs): (&[&str], &[&Path]),
) -> Result<(), Exit> {
    let policies = compiled.iter().flat_map(Compiled::read).map(|file| file.name.as_str());
    let beside = reads.with.iter().filter_map(|text| policy::assigned(text)).map(|(_, file)| file);
    let history = reads.history.iter().map(String::as_str);
    let inputs: Vec<&str> =
        data.iter().copied().chain(policies).chain(beside).chain(history).chain(reads.run.as_deref()).collect();
    io::spare(outputs, &inputs).map_err(|problem| refused(console, Exit::Usage, &[problem]))
}
