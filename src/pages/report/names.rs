//! Who stands where in the groups of ranks, for statements that may name other people.

use std::collections::{BTreeMap, HashMap};

use super::Month;
use super::whose::whom;
use crate::data::Content;
use crate::ir::{CohortFunction, Policy, SlotId, Step, Value};
use crate::pages::page::{Block, Table};
use crate::pages::words::Words;
use crate::quantity::Number;

/// So many people are named of a group.
const MOST: usize = 100;

/// The people that are ranked together: of a policy and a period, by what, and in what they agree.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Group {
    own: usize,
    period: Option<Value>,
    by: String,
    within: Vec<Value>,
}

/// The places of somebody, each with the step of its rank.
type Places = BTreeMap<usize, Number>;

/// Who stands where in each group.
pub struct Names {
    of: HashMap<Group, Vec<(Places, String)>>,
}

impl Names {
    /// The places of everybody.
    pub fn of(month: &Month) -> Self {
        let mut of: HashMap<Group, Vec<(Places, String)>> = HashMap::new();
        for at in 0..month.count {
            let Some((own, values)) = values(month, at) else { continue };
            let Some((words, policy)) = month.words(own).zip(month.policies.get(own)) else { continue };
            for (group, places) in places(month, (own, policy), at, &values) {
                of.entry(group).or_default().push((places, whom(&words, &values)));
            }
        }
        // By the first rank; who has no place in it stands behind those who have.
        let order = |places: &Places| places.iter().map(|(step, place)| (*step, place.clone())).collect::<Vec<_>>();
        of.values_mut()
            .for_each(|all| all.sort_by(|one, other| (order(&one.0), &one.1).cmp(&(order(&other.0), &other.1))));
        Names { of }
    }

    /// The places in the groups of a person: a table a group, a column a rank.
    pub(super) fn blocks(&self, month: &Month, at: usize) -> Vec<Block> {
        let Some((own, values)) = values(month, at) else { return vec![] };
        let Some((words, policy)) = month.words(own).zip(month.policies.get(own)) else { return vec![] };
        let groups = places(month, (own, policy), at, &values);
        let known = groups.into_iter().filter_map(|(group, _)| Some((self.of.get(&group)?, group)));
        known.flat_map(|(all, group)| listed(&words, &group, all)).collect()
    }
}

/// The people of a group with their places.
fn listed(words: &Words, group: &Group, all: &[(Places, String)]) -> [Block; 2] {
    let mut steps: Vec<usize> = all.iter().flat_map(|(places, _)| places.keys().copied()).collect();
    steps.sort_unstable();
    steps.dedup();
    // As the policy has them.
    steps.sort_by_key(|step| named(words, *step).and_then(|slot| words.policy.slot(slot)).map(|slot| slot.span));
    let ranks = steps.iter().map(|step| (rank(words, *step), true));
    let mut table = Table::of([(words.say("report-who", &[]), false)].into_iter().chain(ranks).collect());
    for (places, who) in all.iter().take(MOST) {
        let place = |step: &usize| places.get(step).map(Number::to_string).unwrap_or_default();
        table.row([who.clone()].into_iter().chain(steps.iter().map(place)).collect());
    }
    [Block::Heading(words.say("report-places", &[("within", group.by.as_str().into())])), Block::Table(table)]
}

/// What people call a rank: the metric that it gives its value, else the rank in words.
fn rank(words: &Words, step: usize) -> String {
    let Some(Step::Cohort(cohort)) = words.policy.steps.get(step) else { return String::new() };
    named(words, step).map_or_else(|| words.cohort(cohort), |slot| words.called(slot))
}

/// What has the value of a rank.
fn named(words: &Words, step: usize) -> Option<SlotId> {
    let Some(Step::Cohort(cohort)) = words.policy.steps.get(step) else { return None };
    words.policy.steps.iter().find_map(|step| match step {
        Step::Value(step) if step.value.slot() == Some(cohort.slot) => Some(step.slot),
        _ => None,
    })
}

/// The values of a record that was evaluated, and the policy to which it belongs.
pub(super) fn values(month: &Month, at: usize) -> Option<(usize, Vec<Value>)> {
    let outcome = month.started.outcome(at)?;
    match outcome.content {
        Content::Values(values, _) => Some((outcome.owner?, values)),
        _ => None,
    }
}

/// The groups in which a record is ranked, each with its places there.
fn places(month: &Month, (own, policy): (usize, &Policy), at: usize, values: &[Value]) -> Vec<(Group, Places)> {
    let ranks = policy.steps.iter().enumerate().filter_map(|(step, of)| match of {
        Step::Cohort(cohort) if matches!(cohort.function, CohortFunction::Rank(_)) => Some((step, cohort)),
        _ => None,
    });
    let Some((evaluation, words)) = month.started.evaluation(at).zip(month.words(own)) else { return vec![] };
    let period = policy.period().and_then(|slot| values.get(slot.0).cloned());
    let mut found: Vec<(Group, Places)> = vec![];
    for (step, cohort) in ranks {
        let within = cohort.within.iter().map(|expr| evaluation.would_be(policy, expr).ok()).collect::<Option<_>>();
        let place = values.get(cohort.slot.0).and_then(Value::number);
        let Some((within, place)) = within.zip(place) else { continue };
        let group = Group { own, period: period.clone(), by: words.of_group(cohort), within };
        match found.iter_mut().find(|(known, _)| *known == group) {
            Some((_, places)) => drop(places.insert(step, place.clone())),
            None => found.push((group, Places::from([(step, place.clone())]))),
        }
    }
    found
}
