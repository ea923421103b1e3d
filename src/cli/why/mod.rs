//! `merit why`: how somebody came to what they came to.

use std::cell::RefCell;

use super::arguments::{Depth, Shape, Why};
use super::inputs::{self, Chosen};
use super::next::fixed;
use super::{Console, Exit};
use crate::batch::{Advisers, Appraisal, Started};
use crate::explain::{Explanation, Status, Written};
use crate::ir::Policy;
use crate::render::why::{self, Sheet};
use crate::render::{WIDTH, advice};

/// How many changes that would help a statement tells, where that is not said.
const HELPS: usize = 3;

/// `merit why POLICY… DATA… KEY…`
pub(super) fn run(console: &Console, arguments: &Why) -> Exit {
    match told(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn told(console: &Console, arguments: &Why) -> Result<Exit, Exit> {
    let asked = arguments.reads.asked(&arguments.asked);
    inputs::both(console, &arguments.reads, &asked.policies, &asked.data)?;
    let chosen = inputs::chosen(console, &asked.policies, &arguments.reads, (&asked.data, &[]))?;
    let policies: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    let fixed = fixed(console, &policies, &arguments.fixed)?;
    let (inputs, _) = inputs::gather(console, &chosen, &arguments.reads, &asked.data)?;
    let at = match arguments.everybody {
        true => None,
        false => Some(inputs::sought(console, &inputs, &policies, &asked.key)?),
    };
    let hashes: Vec<String> = chosen.iter().map(|of| of.hashes.whole()).collect();
    let appraisal = Appraisal::new(&policies, inputs, false);
    let started = appraisal.start(chosen.iter().map(|of| of.compiled.watch()).collect());
    let written = chosen.iter().zip(&hashes).map(|(of, hash)| Written {
        sources: &of.compiled.sources,
        sha256: Some(hash),
        promises: &of.compiled.promises,
    });
    let advisers = RefCell::new(Advisers::new(&policies, &fixed));
    let written = written.collect();
    let told = Told { console, arguments, policies: &policies, started: &started, written, advisers };
    match at {
        Some(at) => told.one(at),
        None => told.everybody(appraisal.inputs().shared.owners.len()),
    }
}

/// What is told, and of what it is made.
struct Told<'a> {
    console: &'a Console,
    arguments: &'a Why,
    policies: &'a [&'a Policy],
    started: &'a Started<'a>,
    written: Vec<Written<'a>>,
    advisers: RefCell<Advisers<'a>>,
}

impl Told<'_> {
    /// Tells of one record.
    fn one(&self, at: usize) -> Result<Exit, Exit> {
        let Some((text, exit)) = self.record(at, false) else { return Ok(Exit::Refused) };
        match self.console.data(text.as_bytes()) {
            Exit::Well => Ok(exit),
            failed => Err(failed),
        }
    }

    /// Tells of every record, one after the other.
    fn everybody(&self, count: usize) -> Result<Exit, Exit> {
        let mut exit = Exit::Well;
        for (text, ended) in (0..count).filter_map(|at| self.record(at, true)) {
            exit = exit.worse(ended);
            if self.console.data(text.as_bytes()) != Exit::Well {
                return Err(Exit::Usage);
            }
        }
        Ok(exit)
    }

    /// What is told of a record, and how that ends.
    fn record(&self, at: usize, among: bool) -> Option<(String, Exit)> {
        let explanation = self.started.explanation(at, &self.written)?;
        let policy = *self.policies.get(self.started.owner(at).unwrap_or_default())?;
        let exit = if matches!(explanation.status, Status::Rejected(..)) { Exit::Rejections } else { Exit::Well };
        Some((self.text((at, policy), &explanation, among), exit))
    }

    fn text(&self, (at, policy): (usize, &Policy), explanation: &Explanation, among: bool) -> String {
        let look = self.console.look;
        // Among many, what would help each is worked out only where it is asked for.
        let wanted = !among || self.arguments.most.is_some();
        let found = wanted.then(|| self.started.advice(at, &mut self.advisers.borrow_mut())).flatten();
        let found = found.unwrap_or_default();
        if self.arguments.shape == Shape::Json {
            let mut json = why::json(policy, explanation, look.tongue);
            if let Some(next) = json.get_mut("next") {
                *next = advice::json(policy, &found, self.arguments.most);
            }
            return if among { format!("{json}\n") } else { format!("{json:#}\n") };
        }
        let width = self.console.window().unwrap_or(WIDTH);
        let depth = match self.arguments.depth {
            Depth::Line => why::Depth::Line,
            Depth::Statement => why::Depth::Statement,
            Depth::All => why::Depth::All,
        };
        let sheet = Sheet { tongue: look.tongue, width, ascii: look.ascii, depth };
        let told = why::told(policy, explanation, (&found, self.arguments.most.unwrap_or(HELPS)), sheet);
        told + if among && depth != why::Depth::Line { "\n" } else { "" }
    }
}
