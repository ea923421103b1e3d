//! What a run gave, counted as it goes.

use std::ops::Range;

use super::flagged::Flagged;
use super::nested;
use crate::data::{Content, Note, Outcome, Piece, Status};
use crate::ir::{Policy, Role, SlotId, Value};
use crate::promise::Watch;
use crate::quantity::{Number, Numbers};

/// What a run gave so far, counted row by row so that no row need be kept.
#[derive(Debug, Clone)]
pub struct Tally<'p> {
    /// What each policy gave.
    pub parts: Vec<Part<'p>>,
    /// The rows of nobody.
    nobodys: Counts,
}

/// What one policy gave.
#[derive(Debug, Clone)]
pub struct Part<'p> {
    policy: &'p Policy,
    counts: Counts,
    /// For each grade how many have each of its labels.
    grades: Vec<(SlotId, Vec<usize>)>,
    /// What each pay block comes to, and the block into which it goes.
    pay: Vec<PaySum>,
    /// For each flag, for whom it is raised.
    flags: Vec<Flagged>,
    /// For each block that is paid by itself and can be above and below zero, whose is below.
    below: Vec<Flagged>,
    /// For each promise that is watched, by its place in the policy, how many records break it.
    broken: Vec<(usize, usize)>,
}

#[derive(Debug, Clone)]
struct PaySum {
    slot: SlotId,
    sum: Number,
    within: Option<SlotId>,
}

/// What a pay block comes to.
#[derive(Debug, Clone)]
pub struct Paid<'p> {
    /// The block.
    pub name: &'p str,
    /// What it comes to.
    pub sum: Number,
    /// The block into which it goes, if it is not paid by itself.
    pub within: Option<&'p str>,
}

/// How many records there are of each kind.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    evaluated: usize,
    rejected: usize,
    skipped: usize,
}

impl<'p> Tally<'p> {
    /// Nothing counted yet.
    pub fn new(policies: &[&'p Policy], watches: &[Watch]) -> Self {
        let parts = policies.iter().enumerate().map(|(at, policy)| Part::new(policy, watches.get(at)));
        Tally { parts: parts.collect(), nobodys: Counts::default() }
    }

    /// Counts what became of a record.
    pub fn count(&mut self, outcome: &Outcome) {
        match outcome.owner.and_then(|at| self.parts.get_mut(at)) {
            Some(part) => part.count(outcome),
            None => self.nobodys.count(outcome),
        }
    }

    /// Counts all records of a piece of the only policy that were evaluated by their columns, but for the flags.
    pub(super) fn count_piece(&mut self, piece: &Piece) {
        self.parts.iter_mut().take(1).for_each(|part| part.count_piece(piece));
    }

    /// Counts for which flags some of them are; in the order of the records, since the first of each are told.
    pub(super) fn count_flags(&mut self, piece: &Piece, records: &Range<usize>) {
        for part in self.parts.iter_mut().take(1) {
            let all = part.flags.iter_mut().chain(&mut part.below);
            all.for_each(|flagged| records.clone().for_each(|at| flagged.count_of(part.policy, piece, at)));
        }
    }

    /// Counts what the same policies gave of records that come behind these.
    pub(super) fn add(&mut self, more: Tally) {
        self.nobodys = self.nobodys.and(more.nobodys);
        self.parts.iter_mut().zip(more.parts).for_each(|(part, more)| part.add(more));
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

/// Outcomes that are counted as they are asked for.
#[derive(Debug, Clone)]
pub struct Counted<'p, I> {
    outcomes: I,
    /// What those came to that were asked for.
    pub tally: Tally<'p>,
}

impl<'p, I> Counted<'p, I> {
    /// Outcomes of which none is counted yet.
    pub(super) fn new(outcomes: I, tally: Tally<'p>) -> Self {
        Counted { outcomes, tally }
    }
}

impl<'o, I: Iterator<Item = Outcome<'o>>> Iterator for Counted<'_, I> {
    type Item = Outcome<'o>;

    fn next(&mut self) -> Option<Outcome<'o>> {
        let outcome = self.outcomes.next()?;
        self.tally.count(&outcome);
        Some(outcome)
    }
}

impl<'p> Part<'p> {
    fn new(policy: &'p Policy, watch: Option<&Watch>) -> Self {
        let grades = of_role(policy, Role::Grade).map(|slot| (slot, vec![0; labels(policy, slot).count()])).collect();
        let pay = of_role(policy, Role::Pay)
            .map(|slot| PaySum { slot, sum: Number::ZERO, within: nested::outer_pay(policy, slot) })
            .collect();
        let broken = watch.into_iter().flat_map(Watch::places).map(|at| (at, 0)).collect();
        let flags = policy.flags().map(Flagged::new).collect();
        let below = owing(policy).map(Flagged::new).collect();
        Part { policy, counts: Counts::default(), grades, pay, flags, below, broken }
    }

    fn count(&mut self, outcome: &Outcome) {
        self.counts.count(outcome);
        let Content::Values(values, notes) = &outcome.content else { return };
        for note in notes {
            if let Note::Broken(promise, _) = note
                && let Some((_, count)) = self.broken.iter_mut().find(|(at, _)| at == promise)
            {
                *count += 1;
            }
        }
        for (slot, people) in &mut self.grades {
            if let Some(Value::Label(place)) = values.get(slot.0)
                && let Some(count) = people.get_mut(*place)
            {
                *count += 1;
            }
        }
        self.flags.iter_mut().chain(&mut self.below).for_each(|flagged| flagged.count(self.policy, values));
        for PaySum { slot, sum, .. } in &mut self.pay {
            if let Some(Value::Number(amount)) = values.get(slot.0) {
                *sum = &*sum + amount;
            }
        }
    }

    fn add(&mut self, more: Part) {
        self.counts = self.counts.and(more.counts);
        for ((_, people), (_, others)) in self.grades.iter_mut().zip(more.grades) {
            people.iter_mut().zip(others).for_each(|(count, more)| *count += more);
        }
        self.pay.iter_mut().zip(&more.pay).for_each(|(own, more)| own.sum = &own.sum + &more.sum);
        self.flags.iter_mut().zip(more.flags).for_each(|(own, more)| own.add(more));
        self.below.iter_mut().zip(more.below).for_each(|(own, more)| own.add(more));
        self.broken.iter_mut().zip(more.broken).for_each(|((_, count), (_, more))| *count += more);
    }

    fn count_piece(&mut self, piece: &Piece) {
        self.counts.evaluated += piece.count();
        for (at, count) in &mut self.broken {
            let slot = self.policy.ensures.get(*at).map(|ensure| ensure.slot);
            if let Some(figures) = slot.and_then(|slot| piece.figures(slot)) {
                *count += piece.codes(figures).filter(|code| *code == 0).count();
            }
        }
        for (slot, people) in &mut self.grades {
            piece.figures(*slot).into_iter().for_each(|figures| piece.count_each(figures, people));
        }
        for PaySum { slot, sum, .. } in &mut self.pay {
            if let Some(figures) = piece.figures(*slot) {
                *sum = &*sum + &piece.sum(figures);
            }
        }
    }

    /// The promises that are not proved, and how many records break each.
    pub fn broken(&self) -> impl Iterator<Item = (&'p str, usize)> {
        self.broken.iter().filter_map(|(at, count)| Some((self.policy.ensures.get(*at)?.text.as_str(), *count)))
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

    /// For whom each flag is raised.
    pub fn flags(&self) -> &[Flagged] {
        &self.flags
    }

    /// Whose pay is below zero, a block each.
    pub fn below(&self) -> &[Flagged] {
        &self.below
    }

    /// What each pay block comes to.
    pub fn pay(&self) -> impl Iterator<Item = Paid<'p>> {
        let named = |slot: SlotId| name(self.policy, slot);
        self.pay.iter().map(move |of| Paid { name: named(of.slot), sum: of.sum.clone(), within: of.within.map(named) })
    }
}

impl Counts {
    fn count(&mut self, outcome: &Outcome) {
        match outcome.status() {
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

/// The blocks that are paid by themselves and can be below zero; one that is never above takes something off on purpose.
fn owing(policy: &Policy) -> impl Iterator<Item = SlotId> {
    let both = |numbers: &Numbers| numbers.lo() < Number::ZERO && numbers.hi() > Number::ZERO;
    let can_be = move |slot: &SlotId| {
        policy.slot(*slot).and_then(|slot| slot.domain.numbers()).is_some_and(both)
            && nested::outer_pay(policy, *slot).is_none()
    };
    of_role(policy, Role::Pay).filter(can_be)
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
    let set = policy.slot(slot).and_then(|slot| policy.labels(slot.ty));
    set.into_iter().flat_map(|set| &set.labels).map(|label| label.name.as_str())
}
