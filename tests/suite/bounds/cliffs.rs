//! Jumps and reversals against trying every record.

use std::collections::BTreeMap;

use merit::cliffs::{Side, cliffs};
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
