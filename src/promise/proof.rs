//! What proves a promise: that the analysis is certain of it, or that every record there is was tried. Nothing
//! outside of this file can make a [`Proof`], so no search that was given up ends in one.

use super::world::{World, with};
use crate::analysis::{Certain, certain};
use crate::ir::{Ensure, Policy, Value};

/// That a promise holds for every record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof(Ground);

/// Why it does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Ground {
    /// It follows from the policy.
    Policy(Certain),
    /// So many records there are, and none breaks it.
    Records(usize),
}

/// What a search for something that breaks a promise came to.
#[derive(Debug)]
pub(super) enum Outcome<T> {
    /// This breaks it.
    Broken(T),
    /// Nothing does, and everything there is was looked at.
    All(Proof),
    /// Nothing was found before the search was given up.
    Stopped,
}

/// What a promise comes to where it was looked at.
#[derive(Debug)]
pub(super) enum Case<T> {
    /// It holds.
    Holds,
    /// This breaks it.
    Broken(T),
    /// There is no telling.
    Unknown,
}

/// All records of a world, where these are few enough to go through.
pub(super) struct Everything<'a> {
    world: &'a World<'a>,
    count: usize,
}

impl Proof {
    /// The proof that needs no record.
    pub(super) fn of_policy(policy: &Policy, ensure: &Ensure) -> Option<Proof> {
        certain(policy, ensure).map(|certain| Proof(Ground::Policy(certain)))
    }
}

impl<'a> Everything<'a> {
    /// All records of a world; `None` where the values to try are not all there are, or the records are too many.
    pub fn of(world: &'a World<'a>) -> Option<Self> {
        let count = world.few()?;
        world.is_complete().then_some(Everything { world, count })
    }

    /// Looks at each record.
    pub fn each<T>(&self, mut look: impl FnMut(&[Value]) -> Case<T>) -> Outcome<T> {
        let records = (0..self.count).map(|number| self.world.record(number));
        self.conclude(records.map(|record| look(&record)))
    }

    /// Looks at each line: one record for each value of an input, all else being equal. Every two records that
    /// differ in that input alone stand in one of them.
    pub fn each_line<T>(&self, input: usize, mut look: impl FnMut(&[Vec<Value>]) -> Case<T>) -> Outcome<T> {
        let values = self.world.inputs.get(input).map_or(&[] as &[Value], |input| &input.marks.values);
        let records = (0..self.count).map(|number| self.world.record(number));
        let first = records.filter(|record| record.get(input) == values.first());
        let line = |record: Vec<Value>| -> Vec<Vec<Value>> {
            values.iter().map(|value| with(&record, input, value.clone())).collect()
        };
        self.conclude(first.map(|record| look(&line(record))))
    }

    /// A promise that breaks nowhere is proved only if at every place it was seen to hold.
    fn conclude<T>(&self, cases: impl Iterator<Item = Case<T>>) -> Outcome<T> {
        let mut known = true;
        for case in cases {
            match case {
                Case::Holds => {}
                Case::Broken(found) => return Outcome::Broken(found),
                Case::Unknown => known = false,
            }
        }
        if known { Outcome::All(Proof(Ground::Records(self.count))) } else { Outcome::Stopped }
    }
}
