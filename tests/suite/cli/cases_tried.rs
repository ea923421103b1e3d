//! The records that `merit cases` writes, held against trying everything: every value at which anything changes along a
//! field is there, with its neighbour, and each comes to what is written beside it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Shop;

const POLICY: &str = r#"policy "小" { currency CNY }
record {
    工号 : text, key
    甲   : count in [0, 12]
    乙   : count in [0, 9]
    岗   : 售前 | 售后
}
score 甲 weight 50% { >= 9 => 100; [4, 9) => 60; < 4 => 0 }
score 乙 weight 50% { 0 => 100; [1, 6] => 50; > 6 => 0 }
metric 总分 : points = scores
grade 等级 by 总分 -> 奖 : money { A : >= 80 => 500元; B : [50, 80) => 200元; C : < 50 => 0元 }
pay 工资 { 奖 = 等级.奖; 补 = 100元 when 岗 = 售后 and 乙 <= 2 }
"#;

fn graded(total: i64) -> (&'static str, i64) {
    match total {
        80.. => ("A", 500),
        50.. => ("B", 200),
        _ => ("C", 0),
    }
}

/// What a record comes to, by hand.
fn paid(a: i64, b: i64, aftersales: bool) -> (i64, &'static str, i64) {
    let one = if a >= 9 {
        100
    } else if a >= 4 {
        60
    } else {
        0
    };
    let other = if b == 0 {
        100
    } else if b <= 6 {
        50
    } else {
        0
    };
    let total = (one + other) / 2;
    let (label, bonus) = graded(total);
    (total, label, bonus + if aftersales && b <= 2 { 100 } else { 0 })
}

/// The values before which anything changes along a field, whatever the others are.
fn turns(most: i64, paid: impl Fn(i64, i64, bool) -> (i64, &'static str, i64), others: i64) -> BTreeSet<i64> {
    let changes = |at: &i64| {
        (0..=others)
            .any(|other| [false, true].into_iter().any(|post| paid(at - 1, other, post) != paid(*at, other, post)))
    };
    (1..=most).filter(changes).collect()
}

#[test]
fn both_sides_of_every_bound_are_there_and_come_to_what_is_written() {
    let shop = Shop::new().file("c.merit", POLICY);
    let all: Vec<Value> =
        serde_json::from_str(&shop.run(&["cases", "c.merit", "--format", "json"]).ends(0).out).unwrap();
    let whole = |value: &Value| value.to_string().parse::<i64>().unwrap();
    let (mut a, mut b, mut posts) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for case in &all {
        let (given, expect) = (&case["given"], &case["expect"]);
        let (one, other, post) = (whole(&given["甲"]), whole(&given["乙"]), given["岗"].as_str().unwrap());
        // A total that is given takes the place of its definition.
        let (total, label, pay) = match given.get("总分") {
            Some(total) => (whole(total), graded(whole(total)).0, graded(whole(total)).1),
            None => paid(one, other, post == "售后"),
        };
        let found = given.get("总分").unwrap_or(&expect["总分"]);
        let told = (whole(found), expect["等级"].as_str().unwrap(), whole(&expect["工资"]));
        assert_eq!(told, (total, label, pay), "{case}");
        a.insert(one);
        b.insert(other);
        posts.insert(post.to_owned());
    }
    let of_a = turns(12, paid, 9);
    let of_b = turns(9, |at, other, post| paid(other, at, post), 12);
    assert_eq!((&of_a, &of_b), (&BTreeSet::from([4, 9]), &BTreeSet::from([1, 3, 7])));
    for (turns, seen) in [(&of_a, &a), (&of_b, &b)] {
        for turn in turns {
            assert!(seen.contains(turn) && seen.contains(&(turn - 1)), "{turn} of {seen:?}");
        }
    }
    assert_eq!(posts.len(), 2);
}
