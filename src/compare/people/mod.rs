//! Whom a change touches: two runs over the same data, record by record.

mod counts;
mod look;
mod on_cliff;
mod otherwise;
mod spread;

pub use counts::Counts;
pub use on_cliff::OnCliff;
pub use otherwise::Otherwise;

use std::collections::BTreeMap;

use super::causes::{self, Asked, Cause, Moved};
use super::{Difference, pairs};
use crate::batch::{Inputs, Started};
use crate::compile::Compiled;
use crate::data::{Content, Reading, Rejection, spell_cell};
use crate::ir::{Policy, SlotId, Value};
use crate::quantity::{Fraction, Number};
use look::Look;

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
    /// The loss that is the greatest part of an old pay, and that pay.
    largest_loss: (Number, Number),
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

impl People {
    /// Evaluates every record by both.
    pub fn of(runs: &Runs, difference: &Difference) -> People {
        let policies = (&runs.old.compiled.policy, &runs.new.compiled.policy);
        let mut people = People::nobody(policies);
        let look = Look::of(policies, runs.by, &difference.results);
        let wanted = look.slots(&people.on_cliff);
        let engines = (runs.old.started.engine_of(&wanted.0), runs.new.started.engine_of(&wanted.1));
        let mut before = runs.old.started.values(engines.0.as_ref());
        let mut after = runs.new.started.values(engines.1.as_ref());
        let mut least = Number::ZERO;
        for (was, is) in pairs::pairs(runs.old.inputs, runs.new.inputs) {
            let (old, new) = (was.and_then(|at| before.of(at)), is.and_then(|at| after.of(at)));
            people.count(&look, was.zip(is), (old.as_ref(), new.as_ref()), &mut least);
        }
        people.on_cliff.0.settle(policies.0);
        people.on_cliff.1.settle(policies.1);
        people.leave_largest();
        people.moved.sort();
        people.now.sort();
        people.told(runs, difference);
        people
    }

    fn nobody((old, new): (&Policy, &Policy)) -> People {
        People {
            all: Counts::default(),
            otherwise: Otherwise::default(),
            by: vec![],
            grades: BTreeMap::new(),
            grade_down: 0,
            pay: look::unpaid(old, new),
            largest: vec![],
            sampled: false,
            largest_loss: (Number::ZERO, Number::ONE),
            largest_amount: Number::ZERO,
            on_cliff: (OnCliff::of(old), OnCliff::of(new)),
            moved: vec![],
            now: vec![],
            only: (0, 0, 0),
            newly_rejected: 0,
            refused: vec![],
        }
    }

    /// Finds of those who are told one by one who they are, and why their pay moves.
    fn told(&mut self, runs: &Runs, difference: &Difference) {
        for person in &mut self.largest {
            if let Some((_, record)) = runs.new.inputs.shared.record(person.rows.1)
                && let Reading::Record(fields) = &record.reading
            {
                person.key = key(&runs.new.compiled.policy, fields);
            }
        }
        let (old, new) = ((runs.old.compiled, runs.old.inputs), (runs.new.compiled, runs.new.inputs));
        let moved = |it: &Person| Moved { old: it.old.clone(), new: it.new.clone(), rows: it.rows };
        let moved: Vec<Moved> = self.largest.iter().map(moved).collect();
        let (causes, sampled) = causes::find(&Asked { old, new, difference }, &moved);
        self.largest.iter_mut().zip(causes).for_each(|(person, cause)| person.cause = cause);
        self.sampled = sampled;
    }

    /// Takes note of a record by what it comes to in both policies, and of whom pay moves by more than the `least`.
    fn count(
        &mut self,
        look: &Look,
        rows: Option<(usize, usize)>,
        (old, new): (Option<&Content>, Option<&Content>),
        least: &mut Number,
    ) {
        match (old, new) {
            (Some(Content::Values(was, _)), Some(Content::Values(is, _))) if look.is_one(was, is) => {
                self.both(look, rows.unwrap_or_default(), (was, is), least);
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

    fn both(&mut self, look: &Look, rows: (usize, usize), (was, is): (&[Value], &[Value]), least: &mut Number) {
        let (old, new) = (look::paid(&look.paid.0, was), look::paid(&look.paid.1, is));
        for ((_, before, after), slots) in self.pay.iter_mut().zip(&look.pay) {
            for (slot, values, sum) in [(slots.0, was, before), (slots.1, is, after)] {
                let amount = slot.and_then(|slot| values.get(slot.0)).and_then(Value::number);
                if let (Some(sum), Some(amount)) = (sum, amount) {
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
        self.moves(rows, (&old, &new), least);
        self.moved.push((old.clone(), &new - &old));
        self.now.push(new);
    }

    /// Takes note of by how much somebody's pay moves; of whom by no more than the `least` nobody need know.
    fn moves(&mut self, rows: (usize, usize), (old, new): (&Number, &Number), least: &mut Number) {
        let loss = old - new;
        if loss.is_zero() {
            return;
        }
        if loss > self.largest_amount {
            self.largest_amount = loss.clone();
        }
        // loss ÷ old is more than what is known, where that may be asked.
        let (most, of) = &self.largest_loss;
        if *old > Number::ZERO && &loss * of > most * old {
            self.largest_loss = (loss.clone(), old.clone());
        }
        if loss.abs() > *least {
            self.largest.push(Person { key: vec![], old: old.clone(), new: new.clone(), cause: vec![], rows });
        }
        if self.largest.len() >= MOST_TOLD * 20 {
            self.leave_largest();
            *least = self.largest.last().map(|person| person.delta().abs()).unwrap_or_default();
        }
    }

    /// Lets all go but those whose pay moves most.
    fn leave_largest(&mut self) {
        self.largest.sort_by_key(|person| std::cmp::Reverse(person.delta().abs()));
        self.largest.truncate(MOST_TOLD);
    }

    fn graded(&mut self, look: &Look, was: &[Value], is: &[Value]) {
        for (before, after) in &look.grades {
            let (Some(Value::Label(one)), Some(Value::Label(other))) = (was.get(before.0), is.get(after.0)) else {
                continue;
            };
            let names = look.label(true, *before, *one).zip(look.label(false, *after, *other));
            let Some((from, to)) = names.filter(|(from, to)| from != to) else { continue };
            *self.grades.entry((from.to_owned(), to.to_owned())).or_insert(0) += 1;
            let order = look.new.slot(*after).and_then(|slot| look.new.labels(slot.ty));
            if order.and_then(|set| set.place(from)).is_some_and(|place| place < *other) {
                self.grade_down += 1;
            }
        }
    }

    /// What all were paid, and are.
    pub fn totals(&self) -> (Number, Number) {
        (self.moved.iter().map(|(old, _)| old).sum(), self.now.iter().sum())
    }

    /// The greatest loss as a part of the old pay.
    pub fn largest_loss(&self) -> Fraction {
        Fraction::new(&self.largest_loss.0, &self.largest_loss.1).unwrap_or(Fraction::ZERO)
    }
}

fn key(policy: &Policy, values: &[Value]) -> Vec<(String, String)> {
    let slots = policy.keys().chain(policy.period());
    let each = slots.filter_map(|id| Some((policy.slot(id)?, values.get(id.0)?)));
    each.map(|(slot, value)| (slot.name.clone(), spell_cell(policy, slot, value))).collect()
}
