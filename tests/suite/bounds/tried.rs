//! Jumps of generated policies, of which every record is evaluated.

use std::collections::BTreeMap;

use merit::cliffs::cliffs;
use merit::eval::evaluate_given;
use merit::ir::{Policy, SlotId, Value};
use merit::quantity::{Decimal, Number};

use super::accepted;

/// Numbers without system, always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// A policy of three items, one by a formula, one that can be exempt, with a gate and bounds.
fn policy(dice: &mut Dice) -> String {
    let (one, two) = (10 * (2 + dice.below(3)), 10 * (1 + dice.below(3)));
    let (first, second, third) = (1 + dice.below(3), 5 + dice.below(3), 2 + dice.below(3));
    let exempt = if dice.below(2) == 0 { "=> exempt" } else { "=> 30" };
    let (upper, lower) = (70 + dice.below(25), 35 + dice.below(30));
    let least = if dice.below(2) == 0 { " at least 20 CNY" } else { "" };
    let direct = if dice.below(2) == 0 { "100 CNY when a <= 3 and s >= 1" } else { "-15 CNY * b when kind = x" };
    format!(
        "policy \"t\" {{ currency CNY }}
record {{ a : count in [0, 8]; b : count in [0, 5]; s : points in [0, 2], decimals 1; kind : x | y }}
score a weight {one}% {{ < {first} => 100; [{first}, {second}) => {mid}; >= {second} => 0 }}
score s weight {two}% = s * 50
score b weight {rest}% {{ any when kind = y and b = 0 {exempt}; < {third} => 90; >= {third} => 20 }}
metric t : points, decimals 2 = scores
grade g by t -> f : percent {{ A : >= {upper} => 100%; B : [{lower}, {upper}) => 60%; C : < {lower} => 0% }}
pay w{least} {{ g = 300 CNY * g.f; extra = {direct} }}
",
        mid = 10 * (3 + dice.below(6)),
        rest = 100 - one - two,
    )
}

fn number(value: i64, places: u32) -> Number {
    Number::from(Decimal::new(value, places))
}

/// The values of the fields, in order.
fn values() -> [Vec<Value>; 4] {
    let numbers = |most: i64, places| (0..=most).map(|at| Value::Number(number(at, places))).collect();
    [numbers(8, 0), numbers(5, 0), numbers(20, 1), vec![Value::Label(0), Value::Label(1)]]
}

fn paid(policy: &Policy, record: &[Value]) -> Number {
    let given: Vec<(SlotId, Value)> = record.iter().cloned().enumerate().map(|(at, it)| (SlotId(at), it)).collect();
    evaluate_given(policy, &given).value(policy.slot_named("w").unwrap()).unwrap().number().unwrap().clone()
}

/// What is paid more at the next value, where it goes so neither before nor after, less what goes on.
fn jump(pays: &[Number], at: usize) -> Option<Number> {
    let rise = |from: usize| Some(pays.get(from + 1)? - pays.get(from)?);
    let own = rise(at)?;
    let (before, after) = (at.checked_sub(1).and_then(rise), rise(at + 1));
    let cents = number(2, 2);
    let alike = |one: &Number, other: &Number| (one - other).abs() <= cents;
    if own.is_zero() || before.iter().chain(&after).any(|along| alike(along, &own)) {
        return None;
    }
    let left = before.filter(|along| at.checked_sub(2).and_then(rise).is_some_and(|far| alike(&far, along)));
    let right = after.filter(|along| rise(at + 2).is_some_and(|far| alike(&far, along)));
    let lines: Vec<Number> = left.into_iter().chain(right).collect();
    let lo = lines.iter().min().cloned().unwrap_or_default();
    let hi = lines.iter().max().cloned().unwrap_or_default();
    let beyond = own.clone().clamp(lo, hi);
    let jump = &own - &beyond;
    ((beyond.is_zero() && !jump.is_zero()) || jump.abs() > number(3, 2)).then_some(jump)
}

/// All jumps along each field, over every record.
fn tried(policy: &Policy, bare: &Policy) -> BTreeMap<(usize, Number), (Number, Number)> {
    let all = values();
    let mut found: BTreeMap<(usize, Number), (Number, Number)> = BTreeMap::new();
    for field in 0..3 {
        let others: Vec<Vec<Value>> = all.iter().enumerate().fold(vec![vec![]], |records, (at, values)| {
            let own = if at == field { values.get(..1).unwrap() } else { values.as_slice() };
            records
                .iter()
                .flat_map(|one| own.iter().map(move |value| [one.as_slice(), std::slice::from_ref(value)].concat()))
                .collect()
        });
        for record in others {
            let pays = |policy: &Policy| -> Vec<Number> {
                let with = |value: &Value| {
                    let mut own = record.clone();
                    own[field] = value.clone();
                    paid(policy, &own)
                };
                all[field].iter().map(with).collect()
            };
            let (bounded, free) = (pays(policy), pays(bare));
            for (at, from) in all[field].iter().enumerate() {
                let Some(jump) = jump(&bounded, at).filter(|_| self::jump(&free, at).is_some()) else { continue };
                let from = from.number().unwrap().clone();
                let seen = found.entry((field, from)).or_insert((jump.clone(), jump.clone()));
                if jump.abs() < seen.0.abs() {
                    seen.0 = jump.clone();
                }
                if jump.abs() > seen.1.abs() {
                    seen.1 = jump;
                }
            }
        }
    }
    found
}

#[test]
fn of_generated_policies_every_jump_is_told_with_what_it_is() {
    let mut dice = Dice(20_240_301);
    let mut many = 0;
    for round in 0..12 {
        let text = policy(&mut dice);
        let compiled = accepted(&text);
        let bare = accepted(&text.replace(" at least 20 CNY", ""));
        let by_hand = tried(&compiled.policy, &bare.policy);
        let found = cliffs(&compiled.policy);
        let of_fields = found.cliffs.iter().filter(|cliff| cliff.field.0 < 3);
        let told: BTreeMap<_, _> = of_fields
            .map(|cliff| {
                assert!(cliff.exact, "{round}: {cliff:?}\n{text}");
                ((cliff.field.0, cliff.between.0.clone()), (cliff.least.abs(), cliff.most.abs()))
            })
            .collect();
        many += told.len();
        let by_hand: BTreeMap<_, _> =
            by_hand.into_iter().map(|(at, (least, most))| (at, (least.abs(), most.abs()))).collect();
        assert_eq!(told, by_hand, "{round}\n{text}");
    }
    assert!(many > 100, "{many}");
}
