//! `merit why`: how somebody came to what they came to.

use std::cell::RefCell;

use super::arguments::{Depth, Shape, Why};
use super::inputs::{self, Chosen};
use super::{Console, Exit};
use crate::advice::Advice;
use crate::batch::{Advisers, Appraisal, Started};
use crate::explain::{Explanation, Status, Written};
use crate::ir::Policy;
use crate::render::why::{self, Sheet, Teller};
use crate::render::{WIDTH, advice};

/// How many changes that would help a statement tells, where that is not said.
const HELPS: usize = 3;

/// How much is gathered before it is given away.
const MANY: usize = 1 << 18;

/// How a record came to what it came to, and what would help.
type Of<'a> = (&'a Explanation<'a>, &'a [Advice]);

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
    let changeable = inputs::changeable(console, &policies, &arguments.fields)?;
    let (inputs, at) = match arguments.everybody {
        true => (inputs::gather(console, &chosen, &arguments.reads, &asked.data)?.0, None),
        false => {
            let of = (asked.data.as_slice(), asked.key.as_slice());
            let (inputs, at) = inputs::gather_one(console, &chosen, &arguments.reads, of)?;
            (inputs, Some(at))
        }
    };
    let hashes: Vec<String> = chosen.iter().map(|of| of.hashes.whole()).collect();
    let appraisal = Appraisal::new(&policies, inputs, false);
    let started = appraisal.start(chosen.iter().map(|of| of.compiled.watch()).collect());
    let told = Told {
        console,
        arguments,
        tellers: policies.iter().map(|policy| Teller::new(policy, console.look.tongue)).collect(),
        policies: &policies,
        started: &started,
        written: chosen.iter().zip(&hashes).map(|(of, hash)| of.written(hash)).collect(),
        advisers: RefCell::new(Advisers::new(&policies, &changeable)),
    };
    match at {
        Some(at) => told.one(at),
        None => told.everybody(appraisal.inputs().shared.len()),
    }
}

/// What is told, and of what it is made.
struct Told<'a> {
    console: &'a Console,
    arguments: &'a Why,
    policies: &'a [&'a Policy],
    tellers: Vec<Teller<'a>>,
    started: &'a Started<'a>,
    written: Vec<Written<'a>>,
    advisers: RefCell<Advisers<'a>>,
}

impl Told<'_> {
    /// Tells of one record.
    fn one(&self, at: usize) -> Result<Exit, Exit> {
        let mut told = String::new();
        let Some(exit) = self.record(at, false, &mut told) else { return Ok(Exit::Refused) };
        self.give(&told).map(|()| exit)
    }

    /// Tells of every record, one after the other.
    fn everybody(&self, count: usize) -> Result<Exit, Exit> {
        let mut exit = Exit::Well;
        let mut told = String::new();
        for at in 0..count {
            exit = exit.worse(self.record(at, true, &mut told).unwrap_or(Exit::Well));
            if told.len() >= MANY {
                self.give(&told)?;
                told.clear();
            }
        }
        self.give(&told).map(|()| exit)
    }

    fn give(&self, told: &str) -> Result<(), Exit> {
        match self.console.data(told.as_bytes()) {
            Exit::Well => Ok(()),
            failed => Err(failed),
        }
    }

    /// Tells of a record behind what was told before, and how that ends.
    fn record(&self, at: usize, among: bool, told: &mut String) -> Option<Exit> {
        let explanation = self.started.explanation(at, &self.written)?;
        let own = self.started.owner(at).unwrap_or_default();
        // Among many, what would help each is worked out only where it is asked for.
        let wanted = !among || self.arguments.most.is_some();
        let found = wanted.then(|| self.started.advice(at, &mut self.advisers.borrow_mut())).flatten();
        let found = found.unwrap_or_default();
        match self.arguments.shape {
            Shape::Json => self.json(own, (&explanation, &found), among, told)?,
            Shape::Human => told.push_str(&self.words(self.policies.get(own)?, (&explanation, &found), among)),
        }
        Some(if matches!(explanation.status, Status::Rejected(..)) { Exit::Rejections } else { Exit::Well })
    }

    fn json(&self, own: usize, (explanation, found): Of, among: bool, told: &mut String) -> Option<()> {
        let policy = self.policies.get(own)?;
        let next = advice::json(policy, found, self.arguments.most);
        match among {
            true => self.tellers.get(own)?.write(explanation, &next, told),
            false => told.push_str(&format!("{:#}", why::json(policy, explanation, &next, self.console.look.tongue))),
        }
        told.push('\n');
        Some(())
    }

    fn words(&self, policy: &Policy, (explanation, found): Of, among: bool) -> String {
        let look = self.console.look;
        let width = self.console.window().unwrap_or(WIDTH);
        let depth = match self.arguments.depth {
            Depth::Line => why::Depth::Line,
            Depth::Statement => why::Depth::Statement,
            Depth::All => why::Depth::All,
        };
        let sheet = Sheet { tongue: look.tongue, width, ascii: look.ascii, depth };
        let told = why::told(policy, explanation, (found, self.arguments.most.unwrap_or(HELPS)), sheet);
        told + if among && depth != why::Depth::Line { "\n" } else { "" }
    }
}
