//! What each of several changes has of a difference: the mean of what it adds over all orders in which they can be made.

use std::collections::HashMap;

use crate::quantity::{Fraction, Number};

/// Some of the players, a bit each.
pub(super) type Set = u128;

/// The shares of all players where the value of every set of them is known; one that is not known is the mean of those
/// with one player less. They sum to what all of them come to.
pub(super) fn exact(players: usize, value: &dyn Fn(Set) -> Option<Number>) -> Vec<Fraction> {
    let sets = 1usize << players;
    let mut values: Vec<Fraction> = Vec::with_capacity(sets);
    for set in 0..sets {
        let known = value(set as Set).map(Fraction::from);
        let mean = || {
            let less =
                (0..players).filter(|player| set >> player & 1 == 1).filter_map(|it| values.get(set ^ (1 << it)));
            let count = Number::from(set.count_ones() as usize);
            let sum = less.fold(Fraction::ZERO, |sum, value| &sum + value);
            sum.over(&Fraction::from(count)).unwrap_or(Fraction::ZERO)
        };
        values.push(known.unwrap_or_else(mean));
    }
    let share = |player: usize| {
        // Of all orders those in which a set of that size comes first are one in players × (players − 1 over its size).
        let mut by_size = vec![Fraction::ZERO; players];
        for set in (0..sets).filter(|set| set >> player & 1 == 0) {
            let moved = values.get(set | 1 << player).zip(values.get(set)).map(|(with, without)| with - without);
            let place = by_size.get_mut(set.count_ones() as usize);
            if let (Some(moved), Some(sum)) = (moved, place) {
                *sum = &*sum + &moved;
            }
        }
        let weighted = by_size.iter().enumerate().filter_map(|(size, sum)| {
            let orders = Number::from(players) * Number::from(choose(players - 1, size));
            sum.over(&Fraction::from(orders))
        });
        weighted.fold(Fraction::ZERO, |sum, part| &sum + &part)
    };
    (0..players).map(share).collect()
}

/// The mean over some orders. What is not known is taken for what it was before.
pub(super) fn sampled(orders: &[Vec<usize>], values: &HashMap<Set, Option<Number>>) -> Vec<Fraction> {
    let players = orders.first().map_or(0, Vec::len);
    let mut sums = vec![Number::ZERO; players];
    for order in orders {
        let (mut set, mut before) = (0, values.get(&0).cloned().flatten().unwrap_or_default());
        for player in order {
            set |= 1 << player;
            let now = values.get(&set).cloned().flatten().unwrap_or_else(|| before.clone());
            let sum = sums.get_mut(*player);
            sum.into_iter().for_each(|sum| *sum = &*sum + &(&now - &before));
            before = now;
        }
    }
    let count = Number::from(orders.len());
    sums.iter().map(|sum| Fraction::new(sum, &count).unwrap_or(Fraction::ZERO)).collect()
}

/// Orders without system, each with its reverse; always the same.
pub(super) fn orders(players: usize, pairs: usize) -> Vec<Vec<usize>> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut found = vec![];
    for _ in 0..pairs.max(1) {
        let mut order: Vec<usize> = (0..players).collect();
        for at in (1..players).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, usize::try_from((state >> 33) % (at as u64 + 1)).unwrap_or(0));
        }
        found.push(order.iter().rev().copied().collect());
        found.push(order);
    }
    found
}

fn choose(of: usize, some: usize) -> usize {
    (0..some).fold(1, |count, at| count * (of - at) / (at + 1))
}
