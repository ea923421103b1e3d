//! Who stands where in the groups of ranks, for statements that may name other people.

use std::collections::HashMap;

use super::Month;
use super::whose::whom;
use crate::data::Content;
use crate::ir::{Cohort, CohortFunction, Policy, Step, Value};
use crate::pages::page::Block;
use crate::quantity::Number;

/// So many places are named of a group.
const MOST: usize = 100;

/// A rank of a policy, by its place among the steps, and a group: its period, and what its members agree in.
type Group = (usize, usize, Option<Value>, Vec<Value>);

/// Who stands where in each group.
pub struct Names {
    of: HashMap<Group, Vec<(Number, String)>>,
}

impl Names {
    /// The places of everybody.
    pub fn of(month: &Month) -> Self {
        let mut of: HashMap<Group, Vec<(Number, String)>> = HashMap::new();
        for at in 0..month.count {
            let Some((own, values)) = values(month, at) else { continue };
            let Some((words, policy)) = month.words(own).zip(month.policies.get(own)) else { continue };
            for (group, place) in places(month, (own, policy), at, &values) {
                of.entry(group).or_default().push((place, whom(&words, &values)));
            }
        }
        of.values_mut().for_each(|all| all.sort());
        Names { of }
    }

    /// The places in the groups of a person.
    pub(super) fn blocks(&self, month: &Month, at: usize) -> Vec<Block> {
        let Some((own, values)) = values(month, at) else { return vec![] };
        let Some((words, policy)) = month.words(own).zip(month.policies.get(own)) else { return vec![] };
        let mut blocks = vec![];
        for (group, _) in places(month, (own, policy), at, &values) {
            let (Some(all), Some(Step::Cohort(cohort))) = (self.of.get(&group), policy.steps.get(group.1)) else {
                continue;
            };
            let line = |(place, who): &(Number, String)| {
                words.say("report-place", &[("place", place.to_string().into()), ("who", who.as_str().into())])
            };
            blocks.push(Block::Heading(words.cohort(cohort)));
            blocks.push(Block::List(all.iter().take(MOST).map(line).collect()));
        }
        blocks
    }
}

/// The values of a record that was evaluated, and the policy to which it belongs.
pub(super) fn values(month: &Month, at: usize) -> Option<(usize, Vec<Value>)> {
    let outcome = month.started.outcome(at)?;
    match outcome.content {
        Content::Values(values, _) => Some((outcome.owner?, values)),
        _ => None,
    }
}

/// The ranks of a policy in which a record has a place, and the place.
fn places(month: &Month, (own, policy): (usize, &Policy), at: usize, values: &[Value]) -> Vec<(Group, Number)> {
    let ranks = policy.steps.iter().enumerate().filter_map(|(step, of)| match of {
        Step::Cohort(cohort) if matches!(cohort.function, CohortFunction::Rank(_)) => Some((step, cohort)),
        _ => None,
    });
    let Some(evaluation) = month.started.evaluation(at) else { return vec![] };
    let placed = ranks.filter_map(|(step, cohort): (usize, &Cohort)| {
        let within = cohort.within.iter().map(|expr| evaluation.would_be(policy, expr).ok()).collect::<Option<_>>()?;
        let period = policy.period().and_then(|slot| values.get(slot.0).cloned());
        Some(((own, step, period, within), values.get(cohort.slot.0)?.number()?.clone()))
    });
    placed.collect()
}
