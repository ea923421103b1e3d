//! The search for a record that breaks a condition.

use super::Counter;
use super::descent::{Verdict, descend, plain};
use super::proof::{Case, Everything, Outcome};
use super::slack::slack;
use super::world::World;
use crate::ir::{Expr, SlotId, Value};

/// Looks for a record that breaks a condition of which nobody is certain.
pub(super) fn search(world: &World, slot: SlotId, condition: &Expr) -> Outcome<Counter> {
    let told = |record: Vec<Value>| {
        let breaks = |record: &[Value]| world.evaluate(record).value(slot) == Ok(&Value::Bool(false));
        counter(world, slot, condition, plain(world, record, &breaks))
    };
    let found = match Everything::of(world) {
        Some(everything) => everything.each(|record| match world.evaluate(record).value(slot) {
            Ok(Value::Bool(true)) => Case::Holds,
            Ok(Value::Bool(false)) => Case::Broken(record.to_vec()),
            _ => Case::Unknown,
        }),
        None => among_some(world, slot, condition).map_or(Outcome::Stopped, Outcome::Broken),
    };
    match found {
        Outcome::Broken(record) => Outcome::Broken(told(record)),
        Outcome::All(proof) => Outcome::All(proof),
        Outcome::Stopped => Outcome::Stopped,
    }
}

/// A record that breaks the condition, among all that the values to try make or, where these are too many, among
/// some and what lies downhill of them.
fn among_some(world: &World, slot: SlotId, condition: &Expr) -> Option<Vec<Value>> {
    let judge = |record: &[Value]| {
        let evaluation = world.evaluate(record);
        let broken = evaluation.value(slot) == Ok(&Value::Bool(false));
        Verdict { broken, slack: slack(world.policy, &evaluation, condition) }
    };
    if let Some(count) = world.few() {
        return (0..count).map(|number| world.record(number)).find(|record| judge(record).broken);
    }
    world.scattered_all().find_map(|start| descend(world, start, &judge))
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
