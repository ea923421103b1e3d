//! Jumps and reversals against trying every record.

use std::collections::{BTreeMap, BTreeSet};

use merit::cliffs::{Side, cliffs, places};
use merit::eval::evaluate_given;
use merit::ir::{Policy, SlotId, Value};
use merit::quantity::{Decimal, Number};

use super::accepted;

/// Three points that pay more than two: who comes from 3 to 2 loses 50. A small share of the base keeps the lines apart.
const POLICY: &str = "policy \"t\" { currency CNY }
record { a : count in [0, 9]; b : count in [0, 3]; base : money in [0 CNY, 100 CNY] }
score a weight 100% { [0, 2] => 100; [3, 5] => 60; >= 6 => 0 }
grade g by a.points -> f : money { A : >= 80 => 300 CNY; B : [50, 80) => 200 CNY; C : < 50 => 250 CNY }
pay w { base = base; g = g.f when b < 2; fine = -5 CNY * b }
";

fn number(value: i64) -> Number {
    Number::from(Decimal::from(value))
}

fn pay(policy: &Policy, a: i64, b: i64) -> Number {
    let slot = |name| policy.slot_named(name).unwrap();
    let given = [("a", a), ("b", b), ("base", 0)].map(|(name, value)| (slot(name), Value::Number(number(value))));
    evaluate_given(policy, &given).value(slot("w")).unwrap().number().unwrap().clone()
}

/// All changes of pay along `a` from one value to the next, over every `b`, but for none.
fn tried(policy: &Policy) -> BTreeMap<(i64, i64), Vec<Number>> {
    let mut found: BTreeMap<(i64, i64), Vec<Number>> = BTreeMap::new();
    for (from, to) in (0..9).map(|a| (a, a + 1)) {
        let jumps = (0..=3).map(|b| pay(policy, to, b) - pay(policy, from, b)).filter(|jump| !jump.is_zero());
        found.insert((from, to), jumps.collect());
    }
    found.retain(|_, jumps| !jumps.is_empty());
    found
}

fn along<'c>(found: &'c merit::cliffs::Cliffs, policy: &Policy, field: &str) -> Vec<&'c merit::cliffs::Cliff> {
    let field = policy.slot_named(field).unwrap();
    found.cliffs.iter().filter(|cliff| cliff.field == field).collect()
}

#[test]
fn every_jump_along_a_field_is_there_and_none_besides() {
    let compiled = accepted(POLICY);
    let policy = &compiled.policy;
    let found = cliffs(policy);
    let mut told = BTreeMap::new();
    for cliff in along(&found, policy, "a") {
        assert!(cliff.exact);
        told.insert(cliff.between.clone(), (cliff.least.clone(), cliff.most.clone()));
    }
    let by_hand = tried(policy).into_iter().map(|((from, to), jumps)| {
        let size = |jump: &&Number| jump.abs();
        let ends = (jumps.iter().min_by_key(size).unwrap().clone(), jumps.iter().max_by_key(size).unwrap().clone());
        ((number(from), number(to)), ends)
    });
    assert_eq!(told, by_hand.collect());
    assert_eq!(told.len(), 2, "after 2 and after 5");
}

#[test]
fn a_bound_is_told_on_its_side() {
    let compiled = accepted(POLICY);
    let found = cliffs(&compiled.policy);
    let sides: Vec<_> = along(&found, &compiled.policy, "b")
        .iter()
        .filter(|cliff| cliff.between.0 == number(1))
        .map(|cliff| (cliff.side, cliff.least.clone(), cliff.most.clone()))
        .collect();
    // The grade is lost at 2: 200, 250 or 300 with the fine of 5 for one more.
    assert_eq!(sides.len(), 1);
    assert_eq!(sides[0].0, Side::At);
    assert!(sides[0].1.abs() >= number(200) && sides[0].2.abs() <= number(305));
}

#[test]
fn who_does_better_and_is_paid_less_is_shown_by_two_records() {
    let compiled = accepted(POLICY);
    let policy = &compiled.policy;
    let found = cliffs(policy);
    let a = policy.slot_named("a").unwrap();
    let of_a: Vec<_> = found.reversals.iter().filter(|of| of.field == a).collect();
    assert_eq!(of_a.len(), 1);
    assert_eq!(of_a[0].loss, number(50));
    let value = |record: &[(SlotId, Value)]| record.iter().find(|(slot, _)| *slot == a).unwrap().1.clone();
    let (worse, better) = &of_a[0].witnesses;
    assert_eq!((value(worse), value(better)), (Value::Number(number(6)), Value::Number(number(5))));
    let paid = |record: &[(SlotId, Value)]| {
        evaluate_given(policy, record).value(policy.slot_named("w").unwrap()).unwrap().number().unwrap().clone()
    };
    assert_eq!(paid(worse) - paid(better), number(50));
}

#[test]
fn a_straight_line_is_no_cliff() {
    let text = "policy \"t\" { currency CNY }
record { sales : money in [0 CNY, 1000000 CNY]; late : count in [0, 31] }
scale share on sales, marginal { [0 CNY, 1000 CNY) => 1%; >= 1000 CNY => 2% }
pay w { share = share; fine = -20 CNY * late }
";
    assert_eq!(cliffs(&accepted(text).policy).cliffs, vec![]);
    let whole = text.replace("marginal", "whole");
    let compiled = accepted(&whole);
    let found = cliffs(&compiled.policy);
    // 1000 at 2% instead of 1%: 10 more.
    let [cliff] = found.cliffs.as_slice() else { panic!("{found:?}") };
    assert_eq!((cliff.at.clone(), cliff.side), (number(1000), Side::At));
    let far = (cliff.most.clone() - number(10)).abs();
    assert!(far < number(1), "{far:?}");
}

/// Items whose points alone matter, one by a metric of two fields, which no other reads.
const ITEMS: &str = "policy \"t\" { currency CNY }
record { a : count in [0, 9]; b : count in [0, 11]; c : count in [1, 12]; d : count in [0, 12] }
metric share : count = c + d
score a weight 40% { [0, 2] => 100; [3, 6] => 70; >= 7 => 0 }
score b weight 30% { [0, 3] => 100; [4, 8] => 50; >= 9 => 0 }
score share weight 30% { [1, 9] => 100; >= 10 => 20 }
grade g by scores -> f : money { A : >= 90 => 500 CNY; B : [60, 90) => 200 CNY; C : < 60 => 0 CNY }
pay w { g = g.f }
";

#[test]
fn records_that_no_value_tells_apart_are_taken_as_one_and_nothing_is_lost() {
    let compiled = accepted(ITEMS);
    let policy = &compiled.policy;
    let slot = |name| policy.slot_named(name).unwrap();
    let paid = |record: [i64; 4]| {
        let names = ["a", "b", "c", "d"];
        let given: Vec<_> =
            names.into_iter().zip(record).map(|(of, it)| (slot(of), Value::Number(number(it)))).collect();
        evaluate_given(policy, &given).value(slot("w")).unwrap().number().unwrap().clone()
    };
    let mut by_hand: BTreeMap<(Number, Number), Vec<Number>> = BTreeMap::new();
    for (b, c, d) in (0..=11).flat_map(|b| (1..=12).flat_map(move |c| (0..=12).map(move |d| (b, c, d)))) {
        let along: Vec<Number> = (0..=9).map(|a| paid([a, b, c, d])).collect();
        for (at, pair) in (0..).zip(along.windows(2)).filter(|(_, pair)| pair[0] != pair[1]) {
            by_hand.entry((number(at), number(at + 1))).or_default().push(&pair[1] - &pair[0]);
        }
    }
    let ends = by_hand.into_iter().map(|(between, jumps)| {
        let size = |jump: &&Number| jump.abs();
        (between, jumps.iter().min_by_key(size).cloned().zip(jumps.iter().max_by_key(size).cloned()).unwrap())
    });
    let found = cliffs(policy);
    let told: BTreeMap<_, _> = along(&found, policy, "a")
        .into_iter()
        .map(|cliff| {
            assert!(cliff.exact, "{cliff:?}");
            (cliff.between.clone(), (cliff.least.clone(), cliff.most.clone()))
        })
        .collect();
    assert_eq!(told.len(), 2);
    assert_eq!(told, ends.collect());
}

/// A grade that few scores lie near, so that few records jump.
const RARE: &str = "policy \"t\" { currency CNY }
record { rate : percent(%); service : points in [0, 10], decimals 1 }
score rate weight 60% { >= 98% => 100; [95%, 98%) => 80; < 95% => 60 }
score service weight 40% = service * 10
metric total : points = scores
grade g by total -> f : percent { A : >= 88 => 100%; B : [80, 88) => 50%; C : < 80 => 0% }
pay w { bonus = 500 CNY * g.f }
";

/// Between 97.99% and 98% of replies 60 points become 48: with 8 for service, 92 become 80. Nobody at 90 is there.
#[test]
fn a_jump_is_found_that_is_only_there_with_one_value_of_another_item() {
    let compiled = accepted(RARE);
    let found = cliffs(&compiled.policy);
    let told: Vec<_> = along(&found, &compiled.policy, "rate")
        .into_iter()
        .map(|cliff| (cliff.at.clone(), cliff.least.clone(), cliff.most.clone(), cliff.exact))
        .collect();
    // Twelve points at 98% and twelve at 95%, eight from grade to grade: from C to A with 28 less to 32 of service.
    let percent = |of| Number::from(Decimal::new(of, 2));
    assert_eq!(told.iter().filter(|cliff| cliff.3).count(), 2, "{told:?}");
    assert!(told.iter().any(|cliff| cliff.0 == percent(98) && cliff.2 == number(500)), "{told:?}");
    assert!(told.iter().all(|cliff| cliff.1 == number(250)), "{told:?}");
    assert_eq!(found.cliffs.iter().filter(|cliff| !cliff.exact).count(), 0);
}

/// Pay that is never below 0.
const BOUNDED: &str = "policy \"t\" { currency CNY }
record { a : count in [0, 9]; base : money in [1000 CNY, 20000 CNY]; more : money }
score a weight 100% { [0, 2] => 100; [3, 5] => 70; >= 6 => 0 }
grade g by a.points -> f : percent { A : >= 80 => 30%; B : [50, 80) => 10%; C : < 50 => 0% }
pay w at least 0 CNY { base = base; g = base * g.f; more = -more }
";

/// A base that can be anything: what jumps is told exactly, from the least amount that is paid.
#[test]
fn what_any_amount_makes_of_a_jump_is_exact() {
    let compiled = accepted(BOUNDED);
    let found = cliffs(&compiled.policy);
    let told: Vec<_> = along(&found, &compiled.policy, "a")
        .into_iter()
        .map(|cliff| (cliff.between.0.clone(), cliff.least.clone(), cliff.most.clone(), cliff.exact))
        .collect();
    // 20000 at 30% or 10%; what is taken away can leave a single cent of it.
    let cent = -Number::from(Decimal::new(1, 2));
    assert_eq!(
        told,
        [(number(2), cent.clone(), number(-4000), true), (number(5), cent, number(-2000), true)],
        "{told:?}"
    );
    let free = accepted(&BOUNDED.replace(" at least 0 CNY", ""));
    let told: Vec<_> = along(&cliffs(&free.policy), &free.policy, "a")
        .into_iter()
        .map(|cliff| (cliff.least.clone(), cliff.most.clone(), cliff.exact))
        .collect();
    assert_eq!(told, [(number(-200), number(-4000), true), (number(-100), number(-2000), true)]);
}

/// Who asks only where pay jumps is told the same places, without that every record is looked at.
#[test]
fn where_pay_jumps_is_the_same_without_by_how_much() {
    let shop = include_str!("../../../policies/small-shop.merit");
    for text in [POLICY, ITEMS, RARE, BOUNDED, shop] {
        let compiled = accepted(text);
        let (found, there) = (cliffs(&compiled.policy), places(&compiled.policy));
        let near = found.cliffs.iter().map(|cliff| {
            let (from, to) = &cliff.between;
            (cliff.field, (from - &(to - from), to + &(to - from)))
        });
        assert!(!there.near.is_empty());
        let settled: Vec<_> = there.open.iter().map(|open| (open, open.jumps(&compiled.policy))).collect();
        let jump = settled.iter().filter(|(_, jumps)| *jumps == Some(true));
        let jump = jump.map(|(open, _)| (open.field, open.near.clone()));
        assert_eq!(there.near.iter().cloned().chain(jump).collect::<BTreeSet<_>>(), near.collect(), "{text}");
        assert_eq!(settled.iter().any(|(_, jumps)| jumps.is_none()), found.missed);
    }
}

/// Of a field with many values single ones are parted from all others too, and a bound lies between two of them.
#[test]
fn single_values_of_a_wide_field_are_places_as_well() {
    let text = "policy \"t\" { currency CNY }
record { bad : count in [0, 1000]; late : count in [0, 1000]; p : points in [0, 100] }
score bad weight 50% { {0, 7} => 100; otherwise => 0 }
score p weight 50%
metric t : points = scores
pay w { a = 300 CNY when t >= 80; b = -20 CNY when late > 2.5 }
";
    let compiled = accepted(text);
    let found = cliffs(&compiled.policy);
    let places = |field| -> BTreeSet<(Number, Number)> {
        along(&found, &compiled.policy, field).iter().map(|cliff| cliff.between.clone()).collect()
    };
    let pair = |from| (number(from), number(from + 1));
    assert_eq!(places("bad"), BTreeSet::from([pair(0), pair(6), pair(7)]));
    assert_eq!(places("late"), BTreeSet::from([pair(2)]));
    let jumps: Vec<Number> = along(&found, &compiled.policy, "bad").iter().map(|cliff| cliff.most.abs()).collect();
    assert_eq!(jumps, [number(300), number(300), number(300)]);
    assert!(found.cliffs.iter().all(|cliff| cliff.exact) && !found.missed);
}
