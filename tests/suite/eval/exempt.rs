//! Items that are left out: every figure against whole numbers, and the domain against all that can be.

use merit::data::Note;
use merit::ir::{SlotId, Value};
use merit::quantity::{Decimal, Domain, Number};
use merit::{eval, explain};

use super::accepted;
use crate::contract::random::Random;

/// An item: what it weighs, what it scores at worst and at best, and whether it can be exempt.
struct Item {
    share: i64,
    points: [i64; 2],
    exempt: bool,
}

/// Items whose shares add to 100, one of them at least for everybody.
fn items(random: &mut Random) -> Vec<Item> {
    let cuts = random.cuts(0, 100, 3);
    let starts = [0].into_iter().chain(cuts.iter().copied());
    let shares = starts.zip(cuts.iter().copied().chain([100])).map(|(from, to)| to - from);
    let item = |(at, share): (usize, i64)| {
        let (one, two) = (random.between(0, share), random.between(0, share));
        Item { share, points: [one.min(two), one.max(two)], exempt: at > 0 && random.chance(70) }
    };
    shares.enumerate().map(item).collect()
}

fn policy(items: &[Item], weighted: bool) -> String {
    let fields = items.iter().enumerate().map(|(at, item)| {
        let optional = if item.exempt { ", optional" } else { "" };
        format!("f{at} : count in [0, 1]{optional}\n")
    });
    let scores = items.iter().enumerate().map(|(at, item)| {
        let share = if weighted { format!("weight {}%", item.share) } else { format!("out of {}", item.share) };
        let [low, high] = item.points;
        let exempt = if item.exempt { "; missing => exempt" } else { "" };
        format!("score i{at} by f{at} {share} {{ 0 => {low}; 1 => {high}{exempt} }}\n")
    });
    let (fields, scores): (String, String) = (fields.collect(), scores.collect());
    format!("record {{\n{fields}}}\n{scores}metric total : points, decimals 2 = scores\n")
}

/// Every record: for each item its worst, its best, or nothing where it can be exempt.
fn records(items: &[Item]) -> Vec<Vec<Option<usize>>> {
    items.iter().fold(vec![vec![]], |records, item| {
        let choices = [Some(0), Some(1), None].into_iter().filter(|choice| item.exempt || choice.is_some());
        let choices: Vec<_> = choices.collect();
        let longer = |record: &Vec<Option<usize>>| {
            choices.iter().map(|choice| record.iter().copied().chain([*choice]).collect()).collect::<Vec<_>>()
        };
        records.iter().flat_map(longer).collect()
    })
}

/// The total of a record in hundredths, half up, by whole numbers.
fn total(items: &[Item], record: &[Option<usize>], weighted: bool) -> i64 {
    let counted = items.iter().zip(record).filter_map(|(item, choice)| Some((item, item.points[(*choice)?])));
    let (earned, possible) = counted.fold((0, 0), |(earned, possible), (item, points)| {
        (earned + points * if weighted { item.share } else { 100 }, possible + item.share)
    });
    (earned * 200 + possible) / (2 * possible)
}

fn items_of(note: &Note) -> usize {
    if let Note::Exempt(items) = note { items.len() } else { 0 }
}

#[test]
fn totals_are_exact_and_their_domain_ends_where_they_do() {
    let mut random = Random::new(7);
    let (mut left_out, mut scaled) = (0, 0);
    for round in 0..60 {
        let (items, weighted) = (items(&mut random), round % 2 == 0);
        let text = policy(&items, weighted);
        let compiled = accepted("exempt", &text);
        let slot = compiled.policy.slot_named("total").unwrap();
        let mut totals = vec![];
        for record in records(&items) {
            let expected = total(&items, &record, weighted);
            let value = |choice: &Option<usize>| choice.map_or(Value::Missing, |at| Value::from(Decimal::from(at)));
            let evaluation = eval::evaluate(&compiled.policy, &record.iter().map(value).collect::<Vec<_>>());
            assert_eq!(evaluation.value(slot), Ok(&Value::from(Decimal::new(expected, 2).normalize())), "{text}");
            let exempt = record.iter().filter(|choice| choice.is_none()).count();
            assert_eq!(explain::notes(&compiled.policy, &evaluation).iter().map(items_of).sum::<usize>(), exempt);
            (left_out, scaled) = (left_out + exempt, scaled + usize::from(exempt > 0));
            totals.push(Decimal::new(expected, 2));
        }
        let Domain::Numbers(domain) = &compiled.policy.slot(slot).unwrap().domain else { panic!("{text}") };
        let ends = (totals.iter().min().map(Number::from), totals.iter().max().map(Number::from));
        assert_eq!((Some(domain.lo()), Some(domain.hi())), ends, "{text}");
    }
    assert!(left_out > scaled && scaled > 500, "{left_out} {scaled}");
}

#[test]
fn what_was_left_out_is_told() {
    let compiled = accepted("told", "
record { 甲 : count; 乙 : count, optional; 丙 : count, optional }
section 类 weight 50% { score 甲 weight 40% { 0 => 100; >= 1 => 0 }; score 乙 weight 60% { any => 50; missing => exempt } }
score 丙 weight 50% { any => 70; missing => exempt }
metric 类分 : points, decimals 1 = 类.points
metric 总分 : points, decimals 1 = scores
metric 另 : points = round(总分, 1)
");
    let named = |name: &str| compiled.policy.slot_named(name).unwrap();
    let told = |given: &[(SlotId, Value)], slot: SlotId| {
        let evaluation = eval::evaluate_given(&compiled.policy, given);
        let items = explain::why(&compiled.policy, &evaluation, slot).exempt.into_iter();
        items.map(|item| item.name.clone()).collect::<Vec<_>>()
    };
    let nothing = [(named("甲"), Value::from(Decimal::ONE))];
    assert_eq!(told(&nothing, named("类分")), ["乙"]);
    assert_eq!(told(&nothing, named("总分")), ["乙", "丙"]);
    assert!(told(&nothing, named("另")).is_empty());
    let all = ["甲", "乙", "丙"].map(|name| (named(name), Value::from(Decimal::ONE)));
    assert!(told(&all, named("总分")).is_empty());
}
