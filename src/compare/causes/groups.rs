//! Changes that can stand without the others: one that cannot goes with those that it needs.

use std::collections::BTreeSet;

use super::shapley::Set;
use crate::analysis::Lineage;
use crate::batch::outer_pay;
use crate::compare::change::{Change, Key, Revert};
use crate::ir::{Policy, Role, SlotId};

/// So many groups are tried in all ways.
pub(super) const MOST: usize = 8;
/// So many changes are told apart; what is beyond is one with the last.
const MOST_APART: usize = 100;

/// The changes that can move pay, by their places; those that take back the same are together.
pub(super) fn blocks(changes: &[Change], policies: [&Policy; 2]) -> Vec<Vec<usize>> {
    let reached: BTreeSet<String> = policies.into_iter().flat_map(reached).collect();
    let mut blocks: Vec<Vec<usize>> = vec![];
    for (at, change) in changes.iter().enumerate() {
        if !matters(change, &reached) {
            continue;
        }
        let goes_with = |block: &Vec<usize>| {
            block.iter().any(|other| changes.get(*other).is_some_and(|other| overlap(change, other)))
        };
        let (mut one, rest): (Vec<_>, Vec<_>) = blocks.into_iter().partition(goes_with);
        blocks = rest;
        let mut joined: Vec<usize> = one.drain(..).flatten().collect();
        joined.push(at);
        blocks.push(joined);
    }
    while blocks.len() > MOST_APART {
        let last = blocks.pop().unwrap_or_default();
        blocks.last_mut().into_iter().for_each(|block| block.extend(&last));
    }
    blocks
}

/// Whether taking back the one touches what the other takes back.
fn overlap(one: &Change, other: &Change) -> bool {
    let whole = |change: &Change, key: Option<&Key>| {
        change.revert.iter().any(|it| matches!(it, Revert::Whole(known) if Some(known) == key))
    };
    one.revert.iter().any(|it| other.revert.contains(it) || (it.key().is_some() && whole(other, it.key())))
        || other.revert.iter().any(|it| it.key().is_some() && whole(one, it.key()))
}

/// Whether what a change is about goes into what somebody is paid. What is only declared and what is only gone is
/// paid for where it is read.
fn matters(change: &Change, reached: &BTreeSet<String>) -> bool {
    let read = |name: &str| {
        reached.contains(name)
            || reached.range(format!("{name}.")..).next().is_some_and(|it| it.starts_with(&format!("{name}.")))
    };
    change.revert.iter().any(|revert| match revert.key() {
        None => true,
        Some(key) => {
            let apart = !matches!(key.space, "pay" | "score" | "section");
            if matches!(revert, Revert::Whole(_)) && apart && (key.old.is_none() || key.new.is_none()) {
                return false;
            }
            let names = key.old.iter().chain(&key.new);
            match key.space {
                "metric" | "let" | "grade" | "table" | "scale" | "gate" | "flag" | "score" => {
                    names.into_iter().any(|name| read(name))
                }
                _ => true,
            }
        }
    })
}

/// The names of all that pay is found from.
fn reached(policy: &Policy) -> BTreeSet<String> {
    let lineage = Lineage::of(policy);
    let mut names = BTreeSet::new();
    for slot in pays(policy) {
        let origins = lineage.origins(slot);
        let steps = origins.steps.iter().filter_map(|at| policy.steps.get(*at)).flat_map(|step| step.outputs());
        let slots = steps.chain(origins.inputs.iter().copied()).filter_map(|slot| policy.slot(slot));
        names.extend(slots.map(|slot| slot.name.clone()));
    }
    names
}

/// The pay blocks that are paid by themselves.
pub(in crate::compare) fn pays(policy: &Policy) -> Vec<SlotId> {
    let slots = policy.slots.iter().enumerate().filter(|(_, slot)| slot.role == Role::Pay);
    slots.map(|(at, _)| SlotId(at)).filter(|slot| outer_pay(policy, *slot).is_none()).collect()
}

/// Groups of players of which any can be there without the others, as far as they are few enough to try it.
pub(super) fn groups(players: usize, holds: &mut dyn FnMut(Set) -> bool) -> Vec<Set> {
    let mut groups: Vec<Set> = (0..players).map(|player| 1 << player).collect();
    let all = groups.iter().fold(0, |all, one| all | one);
    while groups.len() > 1 {
        let failing: Vec<usize> = (0..groups.len())
            .filter(|at| groups.get(*at).is_some_and(|group| !holds(*group) || !holds(all ^ group)))
            .collect();
        let merged = match failing.as_slice() {
            [] if groups.len() > MOST => return groups,
            [] => match torn(&groups, holds) {
                Some(pair) => pair,
                None => return groups,
            },
            [first, ..] => {
                let fits = |other: &usize| {
                    let both = groups.get(*first).zip(groups.get(*other)).map_or(0, |(one, other)| one | other);
                    *other != *first && holds(both) && holds(all ^ both)
                };
                let mut others: Vec<usize> = failing.iter().copied().chain(0..groups.len()).collect();
                others.dedup();
                match others.into_iter().find(fits) {
                    Some(other) => vec![*first, other],
                    None if failing.len() > 1 => failing.clone(),
                    None => (0..groups.len()).collect(),
                }
            }
        };
        let one = merged.iter().filter_map(|at| groups.get(*at)).fold(0, |all, group| all | group);
        groups.retain(|group| group & one == 0);
        groups.push(one);
    }
    groups
}

/// Two groups one of which is there and one not in a set that does not hold.
fn torn(groups: &[Set], holds: &mut dyn FnMut(Set) -> bool) -> Option<Vec<usize>> {
    let union = |of: usize| {
        let each = groups.iter().enumerate().filter(|(at, _)| of >> at & 1 == 1);
        each.fold(0, |all, (_, group)| all | group)
    };
    let broken: Vec<usize> = (1..(1usize << groups.len()) - 1).filter(|of| !holds(union(*of))).collect();
    let pairs = (0..groups.len()).flat_map(|one| (one + 1..groups.len()).map(move |other| (one, other)));
    // The pair that sets apart most of what does not hold goes together.
    let parted =
        |(one, other): &(usize, usize)| broken.iter().filter(|of| (*of >> one ^ *of >> other) & 1 == 1).count();
    (!broken.is_empty()).then(|| pairs.max_by_key(parted).map(|(one, other)| vec![one, other])).flatten()
}
