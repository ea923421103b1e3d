//! Named cases, worked out beside the test.

use merit::advice::{Advice, Answer, Kind};
use merit::compile::Compiled;
use merit::ir::{SlotId, Type, Value};
use merit::quantity::Number;

use super::{Bench, accepted};

/// Records of a policy with a text and a month in front, then these values, and what would help the first of them.
fn told(compiled: &Compiled, records: &[&[&str]]) -> Vec<String> {
    let policy = &compiled.policy;
    let value = |at: usize, text: &str| match (text, policy.slots[at].ty) {
        ("-", _) => Value::Missing,
        (text, Type::Number(_)) => Value::Number(Number::from(text.parse::<merit::quantity::Decimal>().unwrap())),
        (text, Type::Bool) => Value::Bool(text == "yes"),
        (text, Type::Label(set)) => {
            Value::Label(policy.label_sets[set.0].labels.iter().position(|label| label.name == text).unwrap())
        }
        (text, Type::Calendar(kind)) => {
            Value::Calendar(merit::quantity::Moment { kind, ordinal: text.parse().unwrap() })
        }
        (text, _) => Value::Text(text.into()),
    };
    let records: Vec<Vec<Value>> =
        records.iter().map(|record| record.iter().enumerate().map(|(at, text)| value(at, text)).collect()).collect();
    let advice = Bench::alone(policy, &records).advice(0, &[]);
    advice.iter().map(|advice| line(compiled, advice)).collect()
}

/// `field from > to: goal`
fn line(compiled: &Compiled, advice: &Advice) -> String {
    let policy = &compiled.policy;
    let shown = |slot: SlotId, value: &Value| match (value, policy.slots[slot.0].ty) {
        (Value::Number(number), _) => number.to_string(),
        (Value::Label(at), Type::Label(set)) => policy.label_sets[set.0].labels[*at].name.clone(),
        (Value::Bool(is), _) => if *is { "yes" } else { "no" }.to_owned(),
        (Value::Calendar(moment), _) => moment.ordinal.to_string(),
        (Value::Missing, _) => "-".to_owned(),
        other => panic!("{other:?}"),
    };
    let goal = match advice.goal.kind {
        Kind::Points => "points",
        Kind::Grade => "grade",
        Kind::Pay => "pay",
    };
    let Some(field) = advice.field else { return format!("none: {goal}") };
    let from = format!("{} {}", policy.slots[field.0].name, shown(field, &advice.from));
    match &advice.answer {
        Answer::At(to) => format!("{from} > {}: {goal}", shown(field, to)),
        Answer::Within(to) => format!("{from} >= {}: {goal}", shown(field, to)),
        Answer::Unreachable => format!("{from} never: {goal}"),
        Answer::Unsettled => format!("{from} ?: {goal}"),
    }
}

fn policy(fields: &str, rest: &str) -> Compiled {
    accepted(&format!("policy \"P\" {{ currency CNY }}\nrecord {{\n who : text, key\n{fields}\n}}\n{rest}\n"))
}

/// 5 to 7 is best: from 9 the way is down, from 3 up; from 1, where nothing is earned, 3 is nearest.
#[test]
fn points_that_fall_again() {
    let compiled =
        policy("x : count in [0, 20]", "score x weight 100% { < 3 => 0; [3, 5) => 50; [5, 7] => 100; (7, 20] => 20 }");
    assert_eq!(told(&compiled, &[&["a", "9"]]), ["x 9 > 7: points"]);
    assert_eq!(told(&compiled, &[&["a", "3"]]), ["x 3 > 5: points"]);
    assert_eq!(told(&compiled, &[&["a", "1"]]), ["x 1 > 3: points"]);
    assert_eq!(told(&compiled, &[&["a", "6"]]), ["none: points"]);
}

/// Of 10, both 8 and 12 are as near; more is neither better nor worse, so the smaller is told. Where the policy ensures
/// that more is never less, it is the greater.
#[test]
fn two_values_equally_near() {
    let rows = "{ 8 => 100; 12 => 100; otherwise => 0 }";
    let compiled = policy("x : count in [0, 20]", &format!("score x weight 100% {rows}"));
    assert_eq!(told(&compiled, &[&["a", "10"]]), ["x 10 > 8: points"]);
}

/// A better grade pays less here: B pays 500 CNY, A 300 CNY.
#[test]
fn pay_that_falls_as_the_grade_rises() {
    let compiled = policy(
        "x : points in [0, 100], decimals 1",
        "grade g by x -> p : money { A : >= 90 => 300 CNY; B : [60, 90) => 500 CNY; C : < 60 => 0 CNY }
         pay w { p = g.p }",
    );
    assert_eq!(told(&compiled, &[&["a", "75.5"]]), ["x 75.5 > 90: grade", "none: pay"]);
    assert_eq!(told(&compiled, &[&["a", "95"]]), ["x 95 > 89.9: pay", "none: grade"]);
}

/// 3000 CNY at most: from 2990 CNY 10 CNY more are paid, though the sales bring more; at the bound nothing is.
#[test]
fn a_bound_that_takes_the_gain() {
    let compiled = policy(
        "sales : money in [0 CNY, 1000000 CNY]",
        "pay w at most 3000 CNY { commission = round(sales * 1%, 100 CNY, floor) }",
    );
    assert_eq!(told(&compiled, &[&["a", "299000"]]), ["sales 299000 > 300000: pay"]);
    assert_eq!(told(&compiled, &[&["a", "500000"]]), ["none: pay"]);
}

/// With nothing received nobody is late: the item does not count, and a goal that is none is not told.
#[test]
fn an_exempt_item_earns_nothing() {
    let compiled = policy(
        "n : count in [0, 1000000]\n late : count in [0, 1000000], default 0",
        "score r by n weight 50% { 0 => exempt; [1, 10) => 20; >= 10 => 100 }
         score late weight 50% { 0 => 100; > 0 => 0 }",
    );
    assert_eq!(told(&compiled, &[&["a", "0", "0"]]), ["none: points"]);
    assert_eq!(told(&compiled, &[&["a", "3", "2"]]), ["late 2 > 0: points", "n 3 > 10: points"]);
}

/// From missing the value that asks for least; to missing only where nothing else does.
#[test]
fn missing_values() {
    let compiled =
        policy("x : count in [0, 50], optional", "score x weight 100% { missing => 40; < 30 => 0; >= 30 => 100 }");
    assert_eq!(told(&compiled, &[&["a", "-"]]), ["x - > 30: points"]);
    let compiled = policy("x : count in [0, 50], optional", "score x weight 100% { missing => 40; any => 0 }");
    assert_eq!(told(&compiled, &[&["a", "7"]]), ["x 7 > -: points"]);
}

/// Labels go by their order, and all are tried: two places down is farther than one up that does not help.
#[test]
fn labels_truths_and_dates() {
    let compiled = policy(
        "l : P | Q | R | S | T\n b : bool\n d : date in [1970-01-01, 1971-12-31]",
        "score l weight 50% { P => 0; Q => 20; R => 10; S => 5; T => 90 }
         score b weight 30% { yes => 100; no => 0 }
         score d weight 20% { < 1970-03-01 => 0; >= 1970-03-01 => 100 }",
    );
    let told = told(&compiled, &[&["a", "R", "no", "10"]]);
    assert_eq!(told.len(), 3);
    for line in ["l R > Q: points", "b no > yes: points", "d 10 > 59: points"] {
        assert!(told.contains(&line.to_owned()), "{told:?}");
    }
}

/// Two are ahead with 80 and 75: 75 ties with the second, which is no better than third place has it; the places that
/// pay are the first two.
#[test]
fn a_rank_with_ties() {
    let compiled = policy(
        "x : count in [0, 100000]",
        "metric place : count = rank(x, within: all, ties: shared)
         table t by place -> money { 1 => 300 CNY; 2 => 100 CNY; >= 3 => 0 CNY }
         pay w { p = t }",
    );
    let records: &[&[&str]] = &[&["a", "70"], &["b", "80"], &["c", "75"]];
    assert_eq!(told(&compiled, records), ["x 70 > 75: pay"]);
    let records: &[&[&str]] = &[&["a", "75"], &["b", "80"], &["c", "75"]];
    assert_eq!(told(&compiled, records), ["x 75 > 80: pay"]);
}

/// 100 CNY by weight: 1 of 4 is 25 CNY. A cent more needs w ÷ (w + 3) ≥ 0.25005, in steps of 0.01: 1.01 gives 25.19 CNY.
#[test]
fn a_share_of_a_pool() {
    let compiled = policy(
        "x : number in [0, 1000], decimals 2",
        "metric share : money = allocate(100 CNY, by: x, within: all) otherwise 0 CNY
         pay w { s = share }",
    );
    assert_eq!(told(&compiled, &[&["a", "1"], &["b", "3"]]), ["x 1 > 1.01: pay"]);
    assert_eq!(told(&compiled, &[&["a", "1000"], &["b", "3"]]), ["none: pay"]);
}

/// A thousand million steps, and a quotient between: 95% of 1234567 chats are 1172838.65.
#[test]
fn far_away_and_still_proved() {
    let compiled = policy(
        "n : count in [1, 1000000000]\n r : count in [0, 1000000000]",
        "metric rate : percent = round(min(r, n) / n, 0.0001%)
         score rate weight 100% { >= 95% => 100; < 95% => 0 }",
    );
    // The nearest that rounds to 95%: r ÷ n ≥ 0.9499995, so r ≥ 1172838.0327. For what they are, n changes less.
    assert_eq!(told(&compiled, &[&["a", "1234567", "7"]]), ["n 1234567 > 7: points", "r 7 > 1172839: points"]);
}
