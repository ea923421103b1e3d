//! Whom a change touches: two runs over the same data, record by record.

mod counts;
mod on_cliff;
mod otherwise;
mod spread;

pub use counts::Counts;
pub use on_cliff::OnCliff;
pub use otherwise::Otherwise;

use std::collections::BTreeMap;

use super::causes::{self, Asked, Cause, Moved, pays};
use super::{Difference, pairs};
use crate::batch::{Inputs, Started};
use crate::compile::Compiled;
use crate::data::{Content, Outcome, Rejection, spell_cell};
use crate::ir::{Policy, Role, SlotId, Value};
use crate::quantity::{Fraction, Number};

/// So many people are told one by one.
const MOST_TOLD: usize = 10;

/// What becomes of people by a change.
#[derive(Debug, Clone, PartialEq)]
pub struct People {
    /// Of all.
    pub all: Counts,
    /// Those who have another result, whatever they are paid.
    pub otherwise: Otherwise,
    /// Of those who have one value of a field, in the order in which they come.
    pub by: Vec<(String, Counts)>,
    /// How many went from one grade to another.
    pub grades: BTreeMap<(String, String), usize>,
    /// How many have a worse grade than before.
    pub grade_down: usize,
    /// What each pay block and line came to and comes to; nothing where one of both has none.
    pub pay: Vec<(String, Option<Number>, Option<Number>)>,
    /// Those whose pay moves most.
    pub largest: Vec<Person>,
    /// Whether what moves their pay was found by some orders of the changes, not by all.
    pub sampled: bool,
    /// The greatest loss as a part of the old pay.
    pub largest_loss: Fraction,
    /// The greatest loss.
    pub largest_amount: Number,
    /// Those who stand near a cliff of the old and of the new policy.
    pub on_cliff: (OnCliff, OnCliff),
    /// Old pays with what they move by, from the least.
    moved: Vec<(Number, Number)>,
    /// New pays.
    now: Vec<Number>,
    /// Records that only the old, only the new policy evaluates, and those that neither does.
    pub only: (usize, usize, usize),
    /// Records with a result of the old policy that the new one rejects.
    pub newly_rejected: usize,
    /// Some of those.
    pub refused: Vec<Refused>,
}

/// A record that the new policy rejects, and the old one did not.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The key fields with their values.
    pub key: Vec<(String, String)>,
    /// Why it is rejected.
    pub why: Rejection,
}

/// Somebody whose pay moves.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The key fields with their values.
    pub key: Vec<(String, String)>,
    /// What was paid.
    pub old: Number,
    /// What is paid.
    pub new: Number,
    /// Why it moves: what each change has of it, the largest first.
    pub cause: Vec<Cause>,
    /// Where the record stands in what both read.
    pub(super) rows: (usize, usize),
}

impl Person {
    /// By how much the pay moves.
    pub fn delta(&self) -> Number {
        &self.new - &self.old
    }
}

/// One of two policies and what becomes of the records under it.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The policy.
    pub compiled: &'a Compiled,
    /// What it read.
    pub inputs: &'a Inputs,
    /// Its run.
    pub started: &'a Started<'a>,
}

/// Two policies and what becomes of the same records under them.
pub struct Runs<'a> {
    /// The old policy.
    pub old: Side<'a>,
    /// The new policy.
    pub new: Side<'a>,
    /// The field of the new policy by which people are put together.
    pub by: Option<SlotId>,
}

/// What is looked at of each record.
struct Look<'a> {
    old: &'a Policy,
    new: &'a Policy,
    /// The blocks that are paid by themselves.
    paid: (Vec<SlotId>, Vec<SlotId>),
    by: Option<SlotId>,
    /// What tells whose a record is and of which period, in both.
    keys: Vec<(SlotId, SlotId)>,
    /// The results of both.
    results: &'a [(SlotId, SlotId)],
}

impl People {
    /// Evaluates every record by both.
    pub fn of(runs: &Runs, difference: &Difference) -> People {
        let (old, new) = (&runs.old.compiled.policy, &runs.new.compiled.policy);
        let mut people = People {
            all: Counts::default(),
            otherwise: Otherwise::default(),
            by: vec![],
            grades: BTreeMap::new(),
            grade_down: 0,
            pay: blocks(old, new),
            largest: vec![],
            sampled: false,
            largest_loss: Fraction::ZERO,
            largest_amount: Number::ZERO,
            on_cliff: (OnCliff::of(old), OnCliff::of(new)),
            moved: vec![],
            now: vec![],
            only: (0, 0, 0),
            newly_rejected: 0,
            refused: vec![],
        };
        let keys = |policy: &Policy| policy.keys().chain(policy.period()).collect::<Vec<SlotId>>();
        let keys = keys(old).into_iter().zip(keys(new)).collect();
        let look = Look { old, new, paid: (pays(old), pays(new)), by: runs.by, keys, results: &difference.results };
        for (was, is) in pairs::pairs(runs.old.inputs, runs.new.inputs) {
            let before = was.and_then(|at| runs.old.started.outcome(at));
            let after = is.and_then(|at| runs.new.started.outcome(at));
            people.count(&look, was.zip(is), (before.as_ref(), after.as_ref()));
        }
        people.on_cliff.0.settle(old);
        people.on_cliff.1.settle(new);
        people.largest.sort_by_key(|person| std::cmp::Reverse(person.delta().abs()));
        people.largest.truncate(MOST_TOLD);
        people.moved.sort();
        people.now.sort();
        let (old, new) = ((runs.old.compiled, runs.old.inputs), (runs.new.compiled, runs.new.inputs));
        let moved = |it: &Person| Moved { old: it.old.clone(), new: it.new.clone(), rows: it.rows };
        let moved: Vec<Moved> = people.largest.iter().map(moved).collect();
        let (causes, sampled) = causes::find(&Asked { old, new, difference }, &moved);
        people.largest.iter_mut().zip(causes).for_each(|(person, cause)| person.cause = cause);
        people.sampled = sampled;
        people
    }

    fn count(&mut self, look: &Look, rows: Option<(usize, usize)>, (old, new): (Option<&Outcome>, Option<&Outcome>)) {
        match (old.map(|it| &it.content), new.map(|it| &it.content)) {
            (Some(Content::Values(was, _)), Some(Content::Values(is, _))) if look.is_one(was, is) => {
                self.both(look, rows.unwrap_or_default(), (was, is));
            }
            (Some(Content::Values(..)), Some(Content::Values(..))) => {
                self.only = (self.only.0 + 1, self.only.1 + 1, self.only.2)
            }
            (Some(Content::Values(was, _)), Some(Content::Rejected(why))) => {
                self.only.0 += 1;
                self.newly_rejected += 1;
                if self.refused.len() < MOST_TOLD {
                    self.refused.push(Refused { key: key(look.old, was), why: why.clone().into_owned() });
                }
            }
            (Some(Content::Values(..)), _) => self.only.0 += 1,
            (_, Some(Content::Values(..))) => self.only.1 += 1,
            (Some(Content::Rejected(_)), _) | (_, Some(Content::Rejected(_))) => self.only.2 += 1,
            _ => {}
        }
    }

    fn both(&mut self, look: &Look, rows: (usize, usize), (was, is): (&[Value], &[Value])) {
        let (old, new) = (paid(&look.paid.0, was), paid(&look.paid.1, is));
        for (name, before, after) in &mut self.pay {
            for (policy, values, sum) in [(look.old, was, before), (look.new, is, after)] {
                let slot = policy.slot_named(name).and_then(|slot| values.get(slot.0)).and_then(Value::number);
                if let (Some(sum), Some(amount)) = (sum, slot) {
                    *sum = &*sum + amount;
                }
            }
        }
        self.graded(look, was, is);
        self.on_cliff.0.count(was);
        self.on_cliff.1.count(is);
        self.all.count(&old, &new);
        let whose = (old == new, || key(look.new, is));
        self.otherwise.count((look.old, look.new), look.results, (was, is), whose);
        if let Some(by) = look.by
            && let (Some(slot), Some(value)) = (look.new.slot(by), is.get(by.0))
        {
            let value = spell_cell(look.new, slot, value);
            match self.by.iter_mut().find(|(known, _)| *known == value) {
                Some((_, counts)) => counts.count(&old, &new),
                None => {
                    let mut counts = Counts::default();
                    counts.count(&old, &new);
                    self.by.push((value, counts));
                }
            }
        }
        self.moved.push((old.clone(), &new - &old));
        self.now.push(new.clone());
        if old == new {
            return;
        }
        self.largest_amount = self.largest_amount.clone().max(&old - &new);
        if new < old
            && let Some(part) = Fraction::new(&(&old - &new), &old)
        {
            self.largest_loss = self.largest_loss.clone().max(part);
        }
        let delta = (&new - &old).abs();
        let least = if self.largest.len() < MOST_TOLD * 20 { None } else { self.least() };
        if least.is_none_or(|least| delta > least) {
            self.largest.push(Person { key: key(look.new, is), old, new, cause: vec![], rows });
        }
    }

    /// What must be exceeded to be among the largest; the others are let go.
    fn least(&mut self) -> Option<Number> {
        self.largest.sort_by_key(|person| std::cmp::Reverse(person.delta().abs()));
        self.largest.truncate(MOST_TOLD);
        self.largest.last().map(|person| person.delta().abs())
    }

    fn graded(&mut self, look: &Look, was: &[Value], is: &[Value]) {
        for (at, slot) in look.new.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Grade) {
            let Some(before) = look.old.slot_named(&slot.name) else { continue };
            let Some(known) = look.old.slot(before) else { continue };
            let (Some(Value::Label(one)), Some(Value::Label(other))) = (was.get(before.0), is.get(at)) else {
                continue;
            };
            let names = look.old.label(known.ty, *one).zip(look.new.label(slot.ty, *other));
            let Some((from, to)) = names.filter(|(from, to)| from != to) else { continue };
            *self.grades.entry((from.to_owned(), to.to_owned())).or_insert(0) += 1;
            let order = look.new.labels(slot.ty);
            if order.and_then(|set| set.place(from)).is_some_and(|place| place < *other) {
                self.grade_down += 1;
            }
        }
    }

    /// What all were paid, and are.
    pub fn totals(&self) -> (Number, Number) {
        (self.moved.iter().map(|(old, _)| old).sum(), self.now.iter().sum())
    }
}

/// The sum of some blocks.
fn paid(blocks: &[SlotId], values: &[Value]) -> Number {
    blocks.iter().filter_map(|slot| values.get(slot.0)).filter_map(Value::number).sum()
}

impl Look<'_> {
    /// Whether two records are of the same person and period.
    fn is_one(&self, was: &[Value], is: &[Value]) -> bool {
        let same = |(old, new): &(SlotId, SlotId)| {
            let label = |policy: &Policy, slot: SlotId, value: &Value| match value {
                Value::Label(at) => policy.label(policy.slot(slot)?.ty, *at).map(str::to_owned),
                _ => None,
            };
            let (Some(one), Some(other)) = (was.get(old.0), is.get(new.0)) else { return false };
            match (one, other) {
                (Value::Label(_), Value::Label(_)) => label(self.old, *old, one) == label(self.new, *new, other),
                (one, other) => one == other,
            }
        };
        self.keys.iter().all(same)
    }
}

/// The names of all blocks and lines, each block before its lines as the policies have them.
fn blocks(old: &Policy, new: &Policy) -> Vec<(String, Option<Number>, Option<Number>)> {
    let mut names: Vec<String> = vec![];
    let paid = |policy: &Policy| {
        let each = policy.slots.iter().filter(|slot| matches!(slot.role, Role::Pay | Role::PayLine));
        each.map(|slot| slot.name.clone()).collect::<Vec<_>>()
    };
    let (olds, news) = (paid(old), paid(new));
    for name in olds.iter().chain(&news) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let zero = |known: bool| known.then_some(Number::ZERO);
    names.into_iter().map(|name| (name.clone(), zero(olds.contains(&name)), zero(news.contains(&name)))).collect()
}

fn key(policy: &Policy, values: &[Value]) -> Vec<(String, String)> {
    let slots = policy.keys().chain(policy.period());
    let each = slots.filter_map(|id| Some((policy.slot(id)?, values.get(id.0)?)));
    each.map(|(slot, value)| (slot.name.clone(), spell_cell(policy, slot, value))).collect()
}
