//! Whom a change touches: two runs over the same data, record by record.

use std::collections::BTreeMap;

use crate::batch::Started;
use crate::data::{Content, Outcome, spell_cell};
use crate::ir::{Policy, Role, SlotId, Value};
use crate::quantity::{Fraction, Number};

/// So many people are told one by one.
const MOST_TOLD: usize = 10;
/// Into so many parts people are put by their old pay.
const PARTS: usize = 5;

/// What becomes of people by a change.
#[derive(Debug, Clone, PartialEq)]
pub struct People {
    /// Of all.
    pub all: Counts,
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
    /// The greatest loss as a part of the old pay.
    pub largest_loss: Fraction,
    /// The greatest loss.
    pub largest_amount: Number,
    /// Old pays with what they move by, from the least.
    moved: Vec<(Number, Number)>,
    /// New pays.
    now: Vec<Number>,
    /// Records that only the old, only the new policy evaluates, and those that neither does.
    pub only: (usize, usize, usize),
}

/// Counts and totals of some people.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    /// How many have a result of both.
    pub compared: usize,
    /// How many are paid the same, more, less.
    pub same: usize,
    /// More.
    pub gain: usize,
    /// Less.
    pub lose: usize,
    /// By how much in all.
    pub gain_total: Number,
    /// By how much in all; not above 0.
    pub lose_total: Number,
    /// Lose over 5%, lose, within 0.1%, gain, gain over 5%, from nothing.
    pub classes: [usize; 6],
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
}

impl Person {
    /// By how much the pay moves.
    pub fn delta(&self) -> Number {
        &self.new - &self.old
    }
}

/// People of one part by their old pay.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Up to which part of all, from the least paid.
    pub q: Fraction,
    /// The greatest old pay among them.
    pub upto: Number,
    /// How many they are.
    pub count: usize,
    /// By how much their pay moves in the mean.
    pub mean: Fraction,
}

/// Two policies and what becomes of the same records under them.
pub struct Runs<'a> {
    /// The old policy and its run.
    pub old: (&'a Policy, &'a Started<'a>),
    /// The new policy and its run.
    pub new: (&'a Policy, &'a Started<'a>),
    /// The field of the new policy by which people are put together.
    pub by: Option<SlotId>,
}

impl People {
    /// Evaluates every record by both.
    pub fn of(runs: &Runs) -> People {
        let mut people = People {
            all: Counts::default(),
            by: vec![],
            grades: BTreeMap::new(),
            grade_down: 0,
            pay: blocks(runs.old.0, runs.new.0),
            largest: vec![],
            largest_loss: Fraction::ZERO,
            largest_amount: Number::ZERO,
            moved: vec![],
            now: vec![],
            only: (0, 0, 0),
        };
        for (old, new) in runs.old.1.outcomes().zip(runs.new.1.outcomes()) {
            people.count(runs, &old, &new);
        }
        people.largest.sort_by_key(|person| std::cmp::Reverse(person.delta().abs()));
        people.largest.truncate(MOST_TOLD);
        people.moved.sort();
        people.now.sort();
        people
    }

    fn count(&mut self, runs: &Runs, old: &Outcome, new: &Outcome) {
        match (&old.content, &new.content) {
            (Content::Values(was, _), Content::Values(is, _)) => self.both(runs, was, is),
            (Content::Values(..), _) => self.only.0 += 1,
            (_, Content::Values(..)) => self.only.1 += 1,
            (Content::Rejected(_), _) | (_, Content::Rejected(_)) => self.only.2 += 1,
            (Content::Skipped(_), Content::Skipped(_)) => {}
        }
    }

    fn both(&mut self, runs: &Runs, was: &[Value], is: &[Value]) {
        let (old, new) = (paid(runs.old.0, was), paid(runs.new.0, is));
        for (name, before, after) in &mut self.pay {
            for (policy, values, sum) in [(runs.old.0, was, before), (runs.new.0, is, after)] {
                let slot = policy.slot_named(name).and_then(|slot| values.get(slot.0)).and_then(Value::number);
                if let (Some(sum), Some(amount)) = (sum, slot) {
                    *sum = &*sum + amount;
                }
            }
        }
        self.graded(runs, was, is);
        self.all.count(&old, &new);
        if let Some(by) = runs.by
            && let (Some(slot), Some(value)) = (runs.new.0.slot(by), is.get(by.0))
        {
            let value = spell_cell(runs.new.0, slot, value);
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
            self.largest.push(Person { key: key(runs.new.0, is), old, new });
        }
    }

    /// What must be exceeded to be among the largest; the others are let go.
    fn least(&mut self) -> Option<Number> {
        self.largest.sort_by_key(|person| std::cmp::Reverse(person.delta().abs()));
        self.largest.truncate(MOST_TOLD);
        self.largest.last().map(|person| person.delta().abs())
    }

    fn graded(&mut self, runs: &Runs, was: &[Value], is: &[Value]) {
        for (at, slot) in runs.new.0.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Grade) {
            let Some(before) = runs.old.0.slot_named(&slot.name) else { continue };
            let Some(known) = runs.old.0.slot(before) else { continue };
            let (Some(Value::Label(one)), Some(Value::Label(other))) = (was.get(before.0), is.get(at)) else {
                continue;
            };
            let names = runs.old.0.label(known.ty, *one).zip(runs.new.0.label(slot.ty, *other));
            let Some((from, to)) = names.filter(|(from, to)| from != to) else { continue };
            *self.grades.entry((from.to_owned(), to.to_owned())).or_insert(0) += 1;
            let order = runs.new.0.labels(slot.ty);
            if order.and_then(|set| set.place(from)).is_some_and(|place| place < *other) {
                self.grade_down += 1;
            }
        }
    }

    /// What all were paid, and are.
    pub fn totals(&self) -> (Number, Number) {
        (self.moved.iter().map(|(old, _)| old).sum(), self.now.iter().sum())
    }

    /// People in parts by their old pay, from the least paid.
    pub fn parts(&self) -> Vec<Part> {
        let count = self.moved.len();
        let edge = |part: usize| count * part / PARTS;
        let each = (0..PARTS).filter_map(|part| {
            let people = self.moved.get(edge(part)..edge(part + 1))?;
            let (upto, _) = people.last()?;
            let sum: Number = people.iter().map(|(_, delta)| delta).sum();
            Some(Part {
                q: Fraction::new(&Number::from(part + 1), &Number::from(PARTS))?,
                upto: upto.clone(),
                count: people.len(),
                mean: Fraction::new(&sum, &Number::from(people.len()))?,
            })
        });
        each.collect()
    }

    /// How unequally all are paid, before and now: 0 where all have the same, near 1 where one has all.
    pub fn gini(&self) -> (Fraction, Fraction) {
        let olds: Vec<&Number> = self.moved.iter().map(|(old, _)| old).collect();
        (gini(&olds), gini(&self.now.iter().collect::<Vec<_>>()))
    }
}

/// Σ (2i − n − 1) xᵢ ÷ (n Σ xᵢ), the pays from the least.
fn gini(pays: &[&Number]) -> Fraction {
    let count = Number::from(pays.len());
    let total: Number = pays.iter().copied().sum();
    let weighted = pays.iter().enumerate().map(|(at, pay)| {
        let place = Number::from(2 * at + 1) - &count;
        &place * *pay
    });
    Fraction::new(&weighted.sum(), &(&count * &total)).unwrap_or(Fraction::ZERO)
}

impl Counts {
    fn count(&mut self, old: &Number, new: &Number) {
        let delta = new - old;
        self.compared += 1;
        match delta.cmp(&Number::ZERO) {
            std::cmp::Ordering::Equal => self.same += 1,
            std::cmp::Ordering::Greater => {
                self.gain += 1;
                self.gain_total = &self.gain_total + &delta;
            }
            std::cmp::Ordering::Less => {
                self.lose += 1;
                self.lose_total = &self.lose_total + &delta;
            }
        }
        let thousand = &delta.abs() * &Number::from(1000);
        let class = match () {
            () if old.is_zero() && !delta.is_zero() => 5,
            () if thousand <= old.abs() => 2,
            () if delta.is_negative() => usize::from(thousand <= &old.abs() * &Number::from(50)),
            () if thousand > &old.abs() * &Number::from(50) => 4,
            () => 3,
        };
        self.classes.get_mut(class).into_iter().for_each(|count| *count += 1);
    }
}

/// The sum of all pay blocks.
fn paid(policy: &Policy, values: &[Value]) -> Number {
    let blocks = policy.slots.iter().zip(values).filter(|(slot, _)| slot.role == Role::Pay);
    blocks.filter_map(|(_, value)| value.number()).sum()
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
