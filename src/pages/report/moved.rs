//! What moved since the results of an earlier run, whose, and of what that is made.

use std::collections::{BTreeMap, HashSet};

use super::slots::outer;
use super::whose::whose;
use super::{Month, last};
use crate::diagnostic::Arg;
use crate::ir::{Policy, Role, SlotId, Step, Value};
use crate::pages::words::Words;
use crate::quantity::Number;

/// What somebody has now and had then, of one thing.
pub(super) struct Change {
    pub slot: SlotId,
    pub then: Value,
    pub now: Value,
}

/// What moved of the records of a policy.
#[derive(Default)]
pub(super) struct Moves {
    /// How many stand in both, how many are new.
    pub compared: usize,
    pub new: usize,
    /// How many have more, how many less.
    pub more: usize,
    pub less: usize,
    /// What all in both came to and come to.
    pub totals: (Number, Number),
    /// How many went from one grade to another.
    pub grades: BTreeMap<(String, String), usize>,
    /// Who moved: then, now, who, why.
    pub movers: Vec<(Number, Number, String, String)>,
    /// Who stands in both.
    pub keys: HashSet<Vec<Value>>,
}

/// What people look at first: what is paid, else the points in all.
fn measure(policy: &Policy) -> Vec<SlotId> {
    let paid = outer(policy);
    let scores = || policy.slots.iter().position(|slot| slot.role == Role::Scores).map(SlotId);
    if paid.is_empty() { scores().into_iter().collect() } else { paid }
}

/// What a record was in the last results, in the order in which it is told; nothing, where it does not stand there.
pub(super) fn before(month: &Month, own: usize, values: &[Value]) -> Option<Vec<(SlotId, Value)>> {
    let (last, policy) = (month.last?, month.policies.get(own)?);
    let row = last.row(own, policy, values)?;
    let told = [Role::Pay, Role::PayLine, Role::Grade, Role::Points];
    let slots = told.iter().flat_map(|role| of_role(policy, *role));
    let slots = slots.chain(policy.items.iter().filter_map(|item| figure(policy, item.points)));
    Some(slots.filter_map(|slot| Some((slot, last.value(own, row, slot)?))).collect())
}

/// Everything that is another for a record than it was.
pub(super) fn changes(month: &Month, own: usize, values: &[Value]) -> Option<Vec<Change>> {
    let changed = before(month, own, values)?.into_iter().filter_map(|(slot, then)| {
        let now = values.get(slot.0)?.clone();
        (then != now).then_some(Change { slot, then, now })
    });
    Some(changed.collect())
}

fn of_role(policy: &Policy, role: Role) -> impl Iterator<Item = SlotId> {
    let slots = policy.slots.iter().enumerate().filter(move |(_, slot)| slot.role == role);
    slots.map(|(at, _)| SlotId(at))
}

/// The one figure by which an item is scored, where it has a name.
fn figure(policy: &Policy, points: SlotId) -> Option<SlotId> {
    match policy.step_of(points).and_then(|at| policy.steps.get(at))? {
        Step::Table(table) => match table.inputs.as_slice() {
            [only] => only.value.slot(),
            _ => None,
        },
        _ => None,
    }
}

impl Moves {
    /// Counts a record.
    pub fn count(&mut self, month: &Month, (own, policy): (usize, &Policy), values: &[Value]) {
        let Some(last) = month.last else { return };
        self.keys.extend(last::key(policy, values));
        let Some((changed, row)) = changes(month, own, values).zip(last.row(own, policy, values)) else {
            self.new += 1;
            return;
        };
        self.compared += 1;
        let sum = |of: &dyn Fn(SlotId) -> Option<Value>| -> Option<Number> {
            measure(policy).into_iter().map(|slot| of(slot)?.number().cloned()).sum()
        };
        let then = sum(&|slot| last.value(own, row, slot));
        let now = sum(&|slot| values.get(slot.0).cloned());
        let Some((then, now)) = then.zip(now) else { return };
        self.totals = (&self.totals.0 + &then, &self.totals.1 + &now);
        self.more += usize::from(now > then);
        self.less += usize::from(now < then);
        let Some(words) = month.words(own) else { return };
        for change in changed.iter().filter(|change| role(policy, change.slot) == Some(Role::Grade)) {
            let ends = (words.of_slot(change.slot, &change.then), words.of_slot(change.slot, &change.now));
            *self.grades.entry(ends).or_default() += 1;
        }
        if then != now {
            self.movers.push((then, now, whose(&words, values), why(&words, &changed)));
        }
    }
}

pub(super) fn role(policy: &Policy, slot: SlotId) -> Option<Role> {
    policy.slot(slot).map(|slot| slot.role)
}

/// Of what a difference is made: the lines of pay, the grades, the items with their figures.
fn why(words: &Words, changed: &[Change]) -> String {
    let policy = words.policy;
    let by_figure = |points: &Change| {
        let figure = figure(policy, points.slot)?;
        changed.iter().find(|change| change.slot == figure)
    };
    let each = changed.iter().filter_map(|change| match role(policy, change.slot) {
        Some(Role::Pay) => None,
        Some(Role::Points) => Some(match by_figure(change) {
            Some(figure) => {
                let points = [("before", words.of_slot(change.slot, &change.then).into())];
                let points = points.into_iter().chain([("after", words.of_slot(change.slot, &change.now).into())]);
                words.say("report-change-points", &ends(words, figure).into_iter().chain(points).collect::<Vec<_>>())
            }
            None => words.say("report-change", &ends(words, change)),
        }),
        Some(Role::PayLine | Role::Grade) => Some(words.say("report-change", &ends(words, change))),
        // A figure is told with the points that it gives.
        _ => None,
    });
    each.collect::<Vec<_>>().join(&words.say("words-between", &[]))
}

/// A name with what it was and is.
fn ends(words: &Words, change: &Change) -> [(&'static str, Arg); 3] {
    [
        ("name", named(words, change.slot).into()),
        ("then", words.of_slot(change.slot, &change.then).into()),
        ("now", words.of_slot(change.slot, &change.now).into()),
    ]
}

/// What people call something; where there is one pay block, its lines go without it.
pub(super) fn named(words: &Words, slot: SlotId) -> String {
    let policy = words.policy;
    match policy.slot(slot).filter(|known| known.role == Role::PayLine && of_role(policy, Role::Pay).count() == 1) {
        Some(line) => line.title.clone().unwrap_or_else(|| line.name.rsplit('.').next().unwrap_or_default().to_owned()),
        None => words.called(slot),
    }
}
