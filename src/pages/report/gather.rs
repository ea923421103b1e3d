//! What a report counts, in one pass over the records.

use std::collections::{BTreeMap, BTreeSet};

use super::Month;
use super::moved::Moves;
use super::near::Near;
use super::slots::{grouping, outer};
use super::stretches::Counts;
use crate::batch::Tally;
use crate::data::{Content, Outcome, spell_cell};
use crate::eval::{Evaluation, Trace};
use crate::ir::{Item, Policy, Role, SlotId, Step, Value};
use crate::quantity::{Moment, Number};
use crate::render::rejected;

/// So many people are named on the page; it stays under 10 MB.
pub(super) const MOST_PEOPLE: usize = 100_000;
/// Of so many records it is looked how near each is to a better grade.
const MOST_NEAR: usize = 2000;

/// What was counted.
pub(super) struct Gathered<'a> {
    /// The counts of a run, as every run has them.
    pub tally: Tally<'a>,
    /// The periods, in order.
    pub periods: Vec<Moment>,
    /// What each policy gave.
    pub parts: Vec<Part>,
    /// Who was rejected, and why.
    pub rejected: Vec<(String, String)>,
    /// How many more.
    pub more_rejected: usize,
    /// How many results may yet change.
    pub provisional: usize,
}

/// What one policy gave.
#[derive(Default)]
pub(super) struct Part {
    /// The columns of people.
    pub columns: Vec<SlotId>,
    /// People, a cell a column.
    pub people: Vec<Vec<String>>,
    /// How many more.
    pub more: usize,
    /// For each item how many fell in each of its rows, and how many had none.
    pub items: Vec<Vec<usize>>,
    /// The least and the greatest points of each item, and how many are exempt.
    pub points: Vec<(Option<(Number, Number)>, usize)>,
    /// How many people have which figure by which an item is scored; of an item without rows, which points.
    pub values: Vec<Counts>,
    /// What each group came to: people, and the sum of each outer pay block.
    pub groups: BTreeMap<Vec<Value>, (usize, Vec<Number>)>,
    /// What moved since the last results.
    pub moves: Moves,
    /// Who is how far from a better grade.
    pub near: Vec<Near>,
}

/// The columns of people: whose it is, what is graded, the grades, what is paid.
fn columns(policy: &Policy) -> Vec<SlotId> {
    let of_role = |role: Role| {
        let slots = policy.slots.iter().enumerate().filter(move |(_, slot)| slot.role == role);
        slots.map(|(at, _)| SlotId(at)).collect::<Vec<_>>()
    };
    let graded = policy.steps.iter().filter_map(|step| match step {
        Step::Table(table) if table.kind == crate::ir::TableKind::Grade => table.inputs.first()?.value.slot(),
        _ => None,
    });
    let whose = policy.keys().chain(policy.name_field()).chain(policy.period());
    let mut seen = BTreeSet::new();
    let all = whose.chain(graded).chain(of_role(Role::Grade)).chain(of_role(Role::Gate)).chain(of_role(Role::Pay));
    all.filter(|slot| seen.insert(*slot)).collect()
}

/// Counts everything.
pub(super) fn gather<'a>(month: &Month<'a>) -> Gathered<'a> {
    let part = |policy: &&Policy| Part {
        columns: columns(policy),
        items: policy.items.iter().map(|item| vec![0; rows(policy, item.points) + 1]).collect(),
        points: vec![(None, 0); policy.items.len()],
        values: vec![Counts::new(); policy.items.len()],
        ..Part::default()
    };
    let mut parts: Vec<Part> = month.policies.iter().map(part).collect();
    let mut periods = BTreeSet::new();
    let (mut refused, mut more_rejected, mut provisional) = (vec![], 0, 0);
    let mut outcomes = month.started.outcomes();
    for (at, outcome) in outcomes.by_ref().enumerate() {
        provisional += usize::from(outcome.is_provisional());
        match (&outcome.content, outcome.owner) {
            (Content::Rejected(why), owner) if refused.len() < MOST_PEOPLE => {
                let reasons = rejected(why, month.tongue).join("\n");
                refused.push((who(month, owner, &outcome), reasons));
            }
            (Content::Rejected(_), _) => more_rejected += 1,
            (Content::Values(values, _), Some(own)) => {
                if let (Some(part), Some(policy)) = (parts.get_mut(own), month.policies.get(own)) {
                    part.count(month, (own, policy), (at, values), &mut periods);
                }
            }
            _ => {}
        }
    }
    let tally = outcomes.tally;
    Gathered { tally, periods: periods.into_iter().collect(), parts, rejected: refused, more_rejected, provisional }
}

/// How many rows a table has that gives a slot its value.
fn rows(policy: &Policy, slot: SlotId) -> usize {
    match policy.step_of(slot).and_then(|at| policy.steps.get(at)) {
        Some(Step::Table(table)) => table.rows.len(),
        _ => 0,
    }
}

/// Whose a record is that was not used, as far as its cells tell.
fn who(month: &Month, owner: Option<usize>, outcome: &Outcome) -> String {
    let (Content::Rejected(why) | Content::Skipped(why)) = &outcome.content else { return String::new() };
    let Some(policy) = owner.and_then(|own| month.policies.get(own)) else { return String::new() };
    let slots = policy.keys().chain(policy.name_field()).chain(policy.period());
    let cells = slots.filter_map(|slot| why.cells.get(slot.0)?.as_deref()).filter(|cell| !cell.is_empty());
    cells.collect::<Vec<_>>().join(" ")
}

/// The one figure by which an item is scored; of an item without rows, its points.
fn scored_by(policy: &Policy, item: &Item, evaluation: &Evaluation) -> Option<Number> {
    match policy.step_of(item.points).and_then(|at| policy.steps.get(at))? {
        Step::Table(table) => match table.inputs.as_slice() {
            [only] => evaluation.would_be(policy, &only.value).ok()?.number().cloned(),
            _ => None,
        },
        _ => evaluation.value(item.points).ok()?.number().cloned(),
    }
}

impl Part {
    fn count(
        &mut self,
        month: &Month,
        (own, policy): (usize, &Policy),
        (at, values): (usize, &[Value]),
        periods: &mut BTreeSet<Moment>,
    ) {
        let value = |slot: SlotId| values.get(slot.0);
        if let Some(Value::Calendar(moment)) = policy.period().and_then(value) {
            periods.insert(*moment);
        }
        match self.people.len() < MOST_PEOPLE {
            true => {
                let cell = |slot: &SlotId| Some(spell_cell(policy, policy.slot(*slot)?, value(*slot)?));
                let cells = self.columns.iter().map(|slot| cell(slot).unwrap_or_default()).collect();
                self.people.push(cells);
            }
            false => self.more += 1,
        }
        let key: Vec<Value> = grouping(month, policy).into_iter().filter_map(value).cloned().collect();
        let pays = outer(policy);
        let (people, sums) = self.groups.entry(key).or_insert_with(|| (0, vec![Number::ZERO; pays.len()]));
        *people += 1;
        for (sum, paid) in sums.iter_mut().zip(pays) {
            if let Some(Value::Number(paid)) = value(paid) {
                *sum = &*sum + paid;
            }
        }
        self.moves.count(month, (own, policy), values);
        self.scored(policy, (month, at), values);
        if month.count <= MOST_NEAR {
            self.near.extend(super::near::distance(month, own, at));
        }
    }

    /// Which row of each item took the record, and its points.
    fn scored(&mut self, policy: &Policy, (month, at): (&Month, usize), values: &[Value]) {
        let evaluation = if policy.items.is_empty() { None } else { month.started.evaluation(at) };
        for (((item, rows), points), counts) in
            policy.items.iter().zip(&mut self.items).zip(&mut self.points).zip(&mut self.values)
        {
            // Who is exempt has no figure that counts.
            let counts_for = matches!(values.get(item.points.0), Some(Value::Number(_)));
            let known = evaluation.as_ref().filter(|_| counts_for);
            let figure = known.and_then(|evaluation| scored_by(policy, item, evaluation));
            figure.into_iter().for_each(|figure| *counts.entry(figure).or_default() += 1);
            let step = policy.step_of(item.points);
            let row = match (step, evaluation.as_ref()) {
                (Some(step), Some(evaluation)) => match evaluation.trace(step) {
                    Some(Trace::Row(row)) => row.row,
                    _ => rows.len() - 1,
                },
                _ => rows.len() - 1,
            };
            rows.get_mut(row).into_iter().for_each(|count| *count += 1);
            match values.get(item.points.0) {
                Some(Value::Number(scored)) => {
                    points.0 = Some(match points.0.take() {
                        Some((least, most)) => (least.min(scored.clone()), most.max(scored.clone())),
                        None => (scored.clone(), scored.clone()),
                    });
                }
                _ => points.1 += 1,
            }
        }
    }
}
