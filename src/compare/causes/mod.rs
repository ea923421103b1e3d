//! Why somebody's pay moves: what each change has of the difference, found by making them one after the other.
//!
//! A policy between the two is the new one with some changes taken back, checked and evaluated as any other.

mod groups;
mod rows;
mod shapley;

pub(super) use groups::pays;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Difference;
use super::back::Back;
use super::change::{Change, Revert};
use crate::batch::{Appraisal, Carrier, Inputs};
use crate::compile::{Between, Compiled};
use crate::data::Content;
use crate::ir::{Policy, Value};
use crate::quantity::{Fraction, Number};
use shapley::Set;

/// So many records are evaluated in all; where that is not enough for every set of changes, orders are sampled.
const EVALUATIONS: usize = 1_000_000;
/// So many policies between the two are tried where not all are.
const SAMPLED: usize = 240;

/// What one change, or several that cannot be without each other, have of a difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Cause {
    /// The changes, by their places.
    pub changes: Vec<usize>,
    /// By how much pay moves for them.
    pub share: Fraction,
}

/// Two policies, what changed between them and what both read.
pub struct Asked<'a> {
    /// The old policy and what it read.
    pub old: (&'a Compiled, &'a Inputs),
    /// The new policy and what it read.
    pub new: (&'a Compiled, &'a Inputs),
    /// What there is between them.
    pub difference: &'a Difference,
}

/// What somebody was paid and is, and where the record stands in what both read.
pub(super) struct Moved {
    pub old: Number,
    pub new: Number,
    pub rows: (usize, usize),
}

/// Finds why the pay of some people moves, for each the largest first; tells whether orders were sampled.
pub(super) fn find(asked: &Asked, people: &[Moved]) -> (Vec<Vec<Cause>>, bool) {
    if people.is_empty() {
        return (vec![], false);
    }
    let changes = &asked.difference.changes;
    let blocks = groups::blocks(changes, [&asked.old.0.policy, &asked.new.0.policy]);
    let mut game = Game::new(asked, &blocks, people);
    let groups = groups::groups(blocks.len(), &mut |set| game.policy(set).is_some());
    let of = |group: &Set| {
        let inside = blocks.iter().enumerate().filter(|(at, _)| group >> at & 1 == 1);
        let mut changes: Vec<usize> = inside.flat_map(|(_, block)| block.iter().copied()).collect();
        changes.sort_unstable();
        changes
    };
    let told: Vec<Vec<usize>> = groups.iter().map(of).collect();
    let whole = game.rows.len().saturating_mul(1 << groups.len().min(40));
    let sampled = groups.len() > groups::MOST || (whole > EVALUATIONS && groups.len() > 2);
    let shares = game.shares(&groups, people, sampled);
    let causes = shares.into_iter().map(|shares| {
        let each = told.iter().zip(shares).filter(|(_, share)| *share != Fraction::ZERO);
        let mut causes: Vec<Cause> = each.map(|(changes, share)| Cause { changes: changes.clone(), share }).collect();
        causes.sort_by_key(|cause| std::cmp::Reverse(cause.share.abs()));
        causes
    });
    (causes.collect(), sampled)
}

/// The policies between two, and what they pay.
struct Game<'a> {
    asked: &'a Asked<'a>,
    back: Back,
    between: Between<'a>,
    /// What each player takes back.
    reverts: Vec<Vec<&'a Revert>>,
    /// The rows that are evaluated, and which of them are of those of whom it is asked.
    rows: Vec<(usize, usize)>,
    people: Vec<usize>,
    policies: HashMap<Set, Option<Policy>>,
}

impl<'a> Game<'a> {
    fn new(asked: &'a Asked<'a>, blocks: &[Vec<usize>], people: &[Moved]) -> Self {
        let changes: &'a [Change] = &asked.difference.changes;
        let reverts = blocks.iter().map(|block| {
            let mut all: Vec<&Revert> = vec![];
            for revert in block.iter().filter_map(|at| changes.get(*at)).flat_map(|change| &change.revert) {
                if !all.contains(&revert) {
                    all.push(revert);
                }
            }
            all
        });
        let renames = asked.difference.renames.iter().cloned().collect();
        let rows = rows::rows(asked, people);
        let places: BTreeMap<(usize, usize), usize> = rows.iter().copied().zip(0..).collect();
        Game {
            asked,
            back: Back::new(&asked.old.0.file, &asked.new.0.file, renames),
            between: Between::new(asked.old.0, asked.new.0),
            reverts: reverts.collect(),
            people: people.iter().filter_map(|person| places.get(&person.rows).copied()).collect(),
            rows,
            policies: HashMap::new(),
        }
    }

    fn all(&self) -> Set {
        (0..self.reverts.len()).fold(0, |all, player| all | 1 << player)
    }

    /// What is taken back where only some changes are made.
    fn back(&self, made: Set) -> Vec<&'a Revert> {
        let left = self.reverts.iter().enumerate().filter(|(at, _)| made >> at & 1 == 0);
        left.flat_map(|(_, reverts)| reverts.iter().copied()).collect()
    }

    /// The policy with some changes made; nothing, where it does not check. The two that there are need none.
    fn policy(&mut self, made: Set) -> Option<&Policy> {
        if !self.policies.contains_key(&made) {
            let policy = match () {
                () if made == 0 => Some(self.asked.old.0.policy.clone()),
                () if made == self.all() => Some(self.asked.new.0.policy.clone()),
                () => {
                    let reverts = self.back(made);
                    let old: BTreeSet<&str> = reverts.iter().filter_map(|it| param(it)).collect();
                    self.between.policy(&self.back.file(&reverts), |name| old.contains(name))
                }
            };
            self.policies.insert(made, policy);
        }
        self.policies.get(&made).and_then(Option::as_ref)
    }

    /// What those who are asked about are paid where some changes are made.
    fn paid(&mut self, made: Set) -> Vec<Option<Number>> {
        let nobody = vec![None; self.people.len()];
        if self.policy(made).is_none() {
            return nobody;
        }
        let Some(Some(policy)) = self.policies.get(&made) else { return nobody };
        let reverts = self.back(made);
        let old: BTreeSet<&str> = reverts.iter().filter_map(|it| read(it)).collect();
        let renames = &self.asked.difference.renames;
        let was = |name: &str| renames.iter().find(|(_, new)| new == name).map_or(name, |(old, _)| old).to_owned();
        let (was_read, is_read) = (self.asked.old, self.asked.new);
        let both = [(&was_read.0.policy, was_read.1), (&is_read.0.policy, is_read.1)];
        let carrier = Carrier { both, was: &was, is_old: &|name| old.contains(name) };
        let policies = [policy];
        let appraisal = Appraisal::new(&policies, carrier.inputs(policy, &self.rows), false);
        let started = appraisal.start(vec![]);
        let pays = pays(policy);
        let paid = |at: &usize| match started.outcome(*at)?.content {
            Content::Values(values, _) => {
                Some(pays.iter().filter_map(|slot| values.get(slot.0)).filter_map(Value::number).sum())
            }
            Content::Rejected(_) | Content::Skipped(_) => None,
        };
        self.people.iter().map(paid).collect()
    }

    /// The shares of all groups in what moves each person's pay.
    fn shares(&mut self, groups: &[Set], people: &[Moved], sampled: bool) -> Vec<Vec<Fraction>> {
        if groups.is_empty() {
            return people.iter().map(|_| vec![]).collect();
        }
        let union = |of: Set| {
            groups.iter().enumerate().filter(|(at, _)| of >> at & 1 == 1).fold(0, |all, (_, group)| all | group)
        };
        let orders = if sampled { self.orders(groups.len()) } else { vec![] };
        let sets: BTreeSet<Set> = match sampled {
            true => orders.iter().flat_map(|order| prefixes(order)).collect(),
            false => (0..1 << groups.len()).collect(),
        };
        let whole: Set = (1 << groups.len()) - 1;
        let inner = sets.into_iter().filter(|set| *set != 0 && *set != whole);
        let found: HashMap<Set, Vec<Option<Number>>> = inner.map(|set| (set, self.paid(union(set)))).collect();
        let of = |(at, person): (usize, &Moved)| {
            let mut values: HashMap<Set, Option<Number>> =
                found.iter().map(|(set, paid)| (*set, paid.get(at).cloned().flatten())).collect();
            values.insert(0, Some(person.old.clone()));
            values.insert(whole, Some(person.new.clone()));
            match sampled {
                true => shapley::sampled(&orders, &values),
                false => shapley::exact(groups.len(), &|set| values.get(&set).cloned().flatten()),
            }
        };
        people.iter().enumerate().map(of).collect()
    }

    fn orders(&self, players: usize) -> Vec<Vec<usize>> {
        let evaluated = (EVALUATIONS / self.rows.len().max(1)).clamp(players * 2, SAMPLED.max(players * 2));
        shapley::orders(players, evaluated / (players * 2))
    }
}

/// The sets through which an order goes.
fn prefixes(order: &[usize]) -> Vec<Set> {
    let mut set = 0;
    let each = order.iter().map(|player| {
        set |= 1 << player;
        set
    });
    each.collect()
}

/// The param that is taken back.
fn param(revert: &Revert) -> Option<&str> {
    match revert {
        Revert::Param(name) => Some(name),
        Revert::Whole(key) if key.space == "param" => key.new.as_deref().or(key.old.as_deref()),
        _ => None,
    }
}

/// The field or relation that is read as before.
fn read(revert: &Revert) -> Option<&str> {
    match revert {
        Revert::Whole(key) if matches!(key.space, "field" | "relation") => key.new.as_deref().or(key.old.as_deref()),
        _ => None,
    }
}
