//! From a record to one that is nearer to breaking a promise, one input at a time.

use super::world::{World, with};
use crate::ir::Value;
use crate::quantity::Number;

/// How far a record is from breaking the promise, and whether it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    /// It does.
    pub broken: bool,
    /// How far it is from that.
    pub slack: Option<Number>,
}

/// Rounds in which every input is tried.
const MOST_ROUNDS: usize = 8;

/// A record that breaks the promise, if one is found from this one by changing one input after the other so that
/// less is left each time.
pub(super) fn descend(world: &World, start: Vec<Value>, judge: &impl Fn(&[Value]) -> Verdict) -> Option<Vec<Value>> {
    let mut here = judge(&start);
    if here.broken {
        return Some(start);
    }
    let mut record = start;
    for _ in 0..MOST_ROUNDS {
        let before = here.slack.clone();
        for (at, input) in world.inputs.iter().enumerate() {
            for value in &input.marks.values {
                if world.is_exhausted() {
                    return None;
                }
                let next = with(&record, at, value.clone());
                let verdict = judge(&next);
                if verdict.broken {
                    return Some(next);
                }
                if is_less(&verdict.slack, &here.slack) {
                    (record, here) = (next, verdict);
                }
            }
        }
        if here.slack == before {
            return None;
        }
    }
    None
}

/// The same with each input as a reader would rather see it, as long as the promise stays broken.
pub(super) fn plain(world: &World, mut record: Vec<Value>, breaks: &impl Fn(&[Value]) -> bool) -> Vec<Value> {
    for (at, input) in world.inputs.iter().enumerate().chain(world.inputs.iter().enumerate()) {
        let better = input.marks.values.iter().map(|value| with(&record, at, value.clone()));
        if let Some(better) = better.take_while(|next| *next != record).find(|next| breaks(next)) {
            record = better;
        }
    }
    record
}

fn is_less(one: &Option<Number>, other: &Option<Number>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one < other) || (one.is_some() && other.is_none())
}
