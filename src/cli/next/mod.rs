//! `merit next`: what would help somebody, one field at a time.

use super::arguments::{Next, Shape};
use super::inputs::{self, Chosen};
use super::{Console, Exit};
use crate::advice::Advice;
use crate::batch::{Advisers, Appraisal};
use crate::explain::{Explanation, Status, Written};
use crate::ir::{Policy, SlotId};
use crate::render::{advice, reasons, say, why};

/// What of an explanation tells whose the advice is, and the advice.
const WHOSE: [&str; 6] = ["policy", "key", "period", "status", "reasons", "next"];

/// `merit next POLICY… DATA… KEY…`
pub(super) fn run(console: &Console, arguments: &Next) -> Exit {
    match told(console, arguments) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn told(console: &Console, arguments: &Next) -> Result<Exit, Exit> {
    let asked = arguments.reads.asked(&arguments.asked);
    inputs::both(console, &arguments.reads, &asked.policies, &asked.data)?;
    let chosen = inputs::chosen(console, &asked.policies, &arguments.reads, (&asked.data, &[]))?;
    let policies: Vec<&Policy> = chosen.iter().map(Chosen::policy).collect();
    let changeable = inputs::changeable(console, &policies, &arguments.fields)?;
    let (inputs, at) = inputs::gather_one(console, &chosen, &arguments.reads, (&asked.data, &asked.key))?;
    let hashes: Vec<String> = chosen.iter().map(|of| of.hashes.whole()).collect();
    let appraisal = Appraisal::new(&policies, inputs, false);
    let started = appraisal.start(chosen.iter().map(|of| of.compiled.watch()).collect());
    let written: Vec<Written> = chosen.iter().zip(&hashes).map(|(of, hash)| of.written(hash)).collect();
    let own = policies.get(started.owner(at).unwrap_or_default());
    let (Some(policy), Some(explanation)) = (own, started.explanation(at, &written)) else { return Ok(Exit::Refused) };
    let exit = if matches!(explanation.status, Status::Rejected(..)) { Exit::Rejections } else { Exit::Well };
    let mut advisers = Advisers::new(&policies, &changeable);
    let found = started.advice(at, &mut advisers);
    let left = advisers.left_out(started.owner(at).unwrap_or_default());
    let text = match arguments.shape {
        Shape::Json => {
            let next = advice::json(policy, &found.unwrap_or_default(), arguments.most);
            let mut json = why::json(policy, &explanation, &next, console.look.tongue);
            if let Some(whole) = json.as_object_mut() {
                whole.retain(|member, _| WHOSE.contains(&member.as_str()));
                whole.insert("left_out".into(), advice::names(policy, left).into());
            }
            format!("{json:#}\n")
        }
        Shape::Human => match found {
            Some(found) => lines(console, (policy, &explanation), (&found, left), arguments.most),
            None => match started.outcome(at) {
                Some(outcome) => listed(reasons(&policies, &outcome, console.look.tongue)),
                None => String::new(),
            },
        },
    };
    match console.data(text.as_bytes()) {
        Exit::Well => Ok(exit),
        failed => Err(failed),
    }
}

/// Whose advice it is, then a line each.
fn lines(
    console: &Console,
    told: (&Policy, &Explanation),
    (found, left): (&[Advice], &[SlotId]),
    most: Option<usize>,
) -> String {
    let (policy, explanation) = told;
    let tongue = console.look.tongue;
    let who = explanation.key.iter().chain(&explanation.period).filter_map(|named| {
        let (slot, value) = (policy.slot(named.slot)?, named.value.as_ref().ok()?);
        Some(why::cell(policy, slot, value, tongue))
    });
    let who = who.collect::<Vec<_>>().join(" ");
    let left = advice::left_out(policy, left, true, tongue);
    let lines = advice::lines(policy, found, most, tongue).into_iter().chain(left).map(|line| format!("  {line}"));
    let head = if who.is_empty() { "next-head-alone" } else { "next-head" };
    listed([say(head, &[("who", who.into())], tongue)].into_iter().chain(lines))
}

fn listed(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}
