//! Whose a record is, told from what is known of its fields.

use super::Stop;
use super::evaluation::Evaluation;
use crate::ir::{Policy, SlotId, Value};

/// What a policy says of a record before it is evaluated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// It is its own.
    Own,
    /// `applies when` does not hold.
    Others,
    /// It begins later, or its end is over: whether it is too early.
    OutOfEffect(bool),
    /// It cannot tell, since these fields are not known.
    Unknown(Vec<SlotId>),
}

/// A policy that is asked of one record after the other.
#[derive(Debug, Clone)]
pub struct Claimant<'p> {
    policy: &'p Policy,
    /// The fields that `applies when` reads.
    slots: Vec<SlotId>,
}

impl<'p> Claimant<'p> {
    /// A policy that is asked.
    pub fn new(policy: &'p Policy) -> Self {
        let mut slots: Vec<SlotId> = policy.header.applies.iter().flat_map(|applies| applies.value.slots()).collect();
        slots.sort_unstable();
        slots.dedup();
        Claimant { policy, slots }
    }

    /// The fields by which it tells which records are its own, whenever they are.
    pub fn slots(&self) -> &[SlotId] {
        &self.slots
    }

    /// Whether a record is its own, whenever it is; of one that is not known as far, it may be.
    pub fn is_for<'v>(&self, value: impl Fn(SlotId) -> Option<&'v Value>) -> bool {
        self.applies(&value).unwrap_or(true)
    }

    /// Whether every record is its own.
    pub fn takes_all(&self) -> bool {
        self.policy.header.applies.is_none() && !self.policy.header.is_bounded()
    }

    /// What it says of a record, of which a field may not be known.
    pub fn claim<'v>(&self, value: impl Fn(SlotId) -> Option<&'v Value>) -> Claim {
        let mut unknown = vec![];
        match self.too_early(&value) {
            Ok(Some(early)) => return Claim::OutOfEffect(early),
            Ok(None) => {}
            Err(period) => unknown.push(period),
        }
        match self.applies(&value) {
            Ok(false) => return Claim::Others,
            Ok(true) => {}
            Err(slots) => unknown.extend(slots),
        }
        if unknown.is_empty() { Claim::Own } else { Claim::Unknown(unknown) }
    }

    /// Whether the record's period lies before the policy's time; nothing, where it lies in it.
    fn too_early<'v>(&self, value: &impl Fn(SlotId) -> Option<&'v Value>) -> Result<Option<bool>, SlotId> {
        let (from, until) = self.policy.header.effective;
        let Some(slot) = self.policy.period().filter(|_| self.policy.header.is_bounded()) else { return Ok(None) };
        let Value::Calendar(period) = value(slot).ok_or(slot)? else { return Ok(None) };
        if from.is_some_and(|from| period.first_day() < from.first_day()) {
            return Ok(Some(true));
        }
        Ok(until.is_some_and(|until| period.last_day() > until.last_day()).then_some(false))
    }

    fn applies<'v>(&self, value: &impl Fn(SlotId) -> Option<&'v Value>) -> Result<bool, Vec<SlotId>> {
        let Some(condition) = &self.policy.header.applies else { return Ok(true) };
        let width = self.slots.last().map_or(0, |slot| slot.0 + 1);
        let mut values = vec![Err(Stop::NotGiven(vec![])); width];
        for slot in &self.slots {
            if let Some(place) = values.get_mut(slot.0) {
                *place = value(*slot).cloned().ok_or_else(|| Stop::NotGiven(vec![*slot]));
            }
        }
        let known = Evaluation { values, traces: vec![] };
        match known.would_be(self.policy, &condition.value) {
            Ok(holds) => Ok(holds == Value::Bool(true)),
            Err(Stop::NotGiven(slots)) => Err(slots),
            Err(Stop::Fault(_)) => Err(self.slots.clone()),
        }
    }
}
