//! What a run gave, counted: records, people by grade, pay.

use crate::io::{ResultRow, RowCells, Status};
use crate::ir::{Policy, Role, SlotId, Type, Value};
use crate::promise::Watch;
use crate::quantity::Number;

/// What a run gave so far, counted row by row so that no row need be kept.
#[derive(Debug, Clone)]
pub(super) struct Tally<'p> {
    /// What each policy gave.
    pub parts: Vec<Part<'p>>,
    /// The rows of nobody.
    nobodys: Counts,
}

/// What one policy gave.
#[derive(Debug, Clone)]
pub(super) struct Part<'p> {
    policy: &'p Policy,
    counts: Counts,
    /// For each grade how many have each of its labels.
    grades: Vec<(SlotId, Vec<usize>)>,
    /// What each pay block comes to, as far as it fits.
    pay: Vec<(SlotId, Number)>,
    /// For each promise that is not proved how many records break it.
    broken: Vec<(&'p str, usize)>,
}

/// How many records there are of each kind.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    evaluated: usize,
    rejected: usize,
    skipped: usize,
}

impl<'p> Tally<'p> {
    /// Nothing counted yet.
    pub fn new(policies: &[&'p Policy], watches: &[Watch<'p>]) -> Self {
        let parts = policies.iter().zip(watches).map(|(policy, watch)| Part::new(policy, watch));
        Tally { parts: parts.collect(), nobodys: Counts::default() }
    }

    /// Counts a row.
    pub fn count(&mut self, row: &ResultRow) {
        match row.policy.and_then(|at| self.parts.get_mut(at)) {
            Some(part) => part.count(row),
            None => self.nobodys.count(row),
        }
    }

    /// Whether a record cannot be used.
    pub fn has_rejected(&self) -> bool {
        self.counts().rejected > 0
    }

    /// Whether a record breaks what its policy ensures.
    pub fn has_broken(&self) -> bool {
        self.parts.iter().flat_map(|part| &part.broken).any(|(_, count)| *count > 0)
    }

    /// How many records there are of each kind.
    pub fn counts(&self) -> Counts {
        self.parts.iter().fold(self.nobodys, |sum, part| sum.and(part.counts))
    }

    /// How many records no policy claims.
    pub fn unclaimed(&self) -> usize {
        self.nobodys.rejected
    }
}

impl<'p> Part<'p> {
    fn new(policy: &'p Policy, watch: &Watch<'p>) -> Self {
        let grades = of_role(policy, Role::Grade).map(|slot| (slot, vec![0; labels(policy, slot).count()])).collect();
        let pay = of_role(policy, Role::Pay).map(|slot| (slot, Number::ZERO)).collect();
        let broken = watch.ensures().map(|ensure| (ensure.text.as_str(), 0)).collect();
        Part { policy, counts: Counts::default(), grades, pay, broken }
    }

    fn count(&mut self, row: &ResultRow) {
        self.counts.count(row);
        for at in &row.broken {
            self.broken.get_mut(*at).into_iter().for_each(|(_, count)| *count += 1);
        }
        let RowCells::Values(values) = &row.cells else { return };
        for (slot, people) in &mut self.grades {
            if let Some(Value::Label(place)) = values.get(slot.0)
                && let Some(count) = people.get_mut(*place)
            {
                *count += 1;
            }
        }
        for (slot, sum) in &mut self.pay {
            if let Some(Value::Number(amount)) = values.get(slot.0) {
                *sum = &*sum + amount;
            }
        }
    }

    /// The promises that are not proved, and how many records break each.
    pub fn broken(&self) -> impl Iterator<Item = (&'p str, usize)> {
        self.broken.iter().copied()
    }

    /// How many records there are of each kind.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// How many people each grade has, its labels from best to worst.
    pub fn grades(&self) -> impl Iterator<Item = (&'p str, impl Iterator<Item = (&'p str, usize)>)> {
        let policy = self.policy;
        let named = self.grades.iter().map(move |(slot, people)| (name(policy, *slot), (*slot, people)));
        named.map(move |(name, (slot, people))| (name, labels(policy, slot).zip(people.iter().copied())))
    }

    /// What each pay block comes to.
    pub fn pay(&self) -> impl Iterator<Item = (&'p str, Number)> {
        self.pay.iter().map(|(slot, sum)| (name(self.policy, *slot), sum.clone()))
    }
}

impl Counts {
    fn count(&mut self, row: &ResultRow) {
        match row.status {
            Status::Ok => self.evaluated += 1,
            Status::Rejected => self.rejected += 1,
            Status::Skipped => self.skipped += 1,
        }
    }

    fn and(self, other: Counts) -> Counts {
        Counts {
            evaluated: self.evaluated + other.evaluated,
            rejected: self.rejected + other.rejected,
            skipped: self.skipped + other.skipped,
        }
    }

    /// Each with its name.
    pub fn named(self) -> [(&'static str, usize); 4] {
        let read = self.evaluated + self.rejected + self.skipped;
        [("read", read), ("evaluated", self.evaluated), ("rejected", self.rejected), ("skipped", self.skipped)]
    }
}

fn of_role(policy: &Policy, role: Role) -> impl Iterator<Item = SlotId> {
    let slots = policy.slots.iter().enumerate().filter(move |(_, slot)| slot.role == role);
    slots.map(|(at, _)| SlotId(at))
}

fn name(policy: &Policy, slot: SlotId) -> &str {
    policy.slot(slot).map_or("", |slot| slot.name.as_str())
}

/// The labels of a grade, from best to worst.
fn labels(policy: &Policy, slot: SlotId) -> impl Iterator<Item = &str> {
    let set = policy.slot(slot).and_then(|slot| match slot.ty {
        Type::Label(set) => policy.label_sets.get(set.0),
        _ => None,
    });
    set.into_iter().flat_map(|set| &set.labels).map(|label| label.name.as_str())
}
