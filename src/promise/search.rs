//! The search for a record that breaks a condition.

use super::descent::{Verdict, descend, plain};
use super::slack::slack;
use super::world::{BUDGET, World};
use super::{Answer, Counter};
use crate::ir::{Expr, SlotId, Value};

/// What becomes of a condition that is not certain.
pub(super) fn answer(world: &World, slot: SlotId, condition: &Expr) -> Answer {
    let judge = |record: &[Value]| {
        let evaluation = world.evaluate(record);
        let broken = evaluation.value(slot) == Ok(&Value::Bool(false));
        Verdict { broken, slack: slack(&world.policy, &evaluation, condition) }
    };
    let breaks = |record: &[Value]| judge(record).broken;
    let few = world.count().filter(|count| *count <= BUDGET);
    let found = match few {
        Some(count) => (0..count).map(|number| world.record(number)).find(|record| breaks(record)),
        None => {
            let mut starts = (0..).map(|number| world.scattered(number)).take_while(|_| !world.is_exhausted());
            starts.find_map(|start| descend(world, start, &judge))
        }
    };
    match found {
        Some(record) => Answer::Refuted(counter(world, slot, condition, plain(world, record, &breaks))),
        None if few.is_some() && world.is_complete() => Answer::Proved,
        None => Answer::open(true),
    }
}

fn counter(world: &World, slot: SlotId, condition: &Expr, record: Vec<Value>) -> Counter {
    let evaluation = world.evaluate(&record);
    let inputs = world.named(&record);
    let mut shown: Vec<SlotId> = vec![];
    for read in condition.slots() {
        if read != slot && !shown.contains(&read) && inputs.iter().all(|(input, _)| *input != read) {
            shown.push(read);
        }
    }
    let outcome = shown.into_iter().filter_map(|slot| Some((slot, evaluation.value(slot).ok()?.clone())));
    Counter { outcome: outcome.collect(), record: inputs, pair: None }
}
