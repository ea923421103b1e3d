//! `merit next`, in both tongues, and for programs; the same as the member of `merit why`.

use serde_json::{Value, json};

use super::formats::unlike;
use super::{DATA, POLICY, Shop};

fn shop() -> Shop {
    Shop::new().file("p.merit", POLICY).file("d.csv", DATA)
}

#[test]
fn says_the_least_change_in_both_tongues() {
    let run = shop().run(&["next", "p.merit", "d.csv", "A02", "--lang", "zh"]).ends(0);
    assert_eq!(run.out, "A02：只改一项、其余不变时，最小的改动：\n  分 60 → 90：B → A，+500.00元\n");
    let run = shop().run(&["next", "p.merit", "d.csv", "A02", "--lang", "en"]).ends(0);
    assert!(run.out.ends_with("  分 60 → 90: B → A, +500.00 CNY\n"), "{}", run.out);
    // 95.5 is A; with another 提成率 more could be paid.
    let run = shop().run(&["next", "p.merit", "d.csv", "A01", "--lang", "zh"]).ends(0);
    assert_eq!(run.out, "A01：只改一项、其余不变时，最小的改动：\n  已经最高：等级。\n  只改一项达不到更高：工资。\n");
}

#[test]
fn for_programs() {
    let told = shop().run(&["next", "p.merit", "d.csv", "A02", "--format", "json"]).ends(0).out;
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(unlike(&told, "next"), Vec::<String>::new());
    let entry = |goal: &str, name: &str| {
        json!({
            "field": "分", "from": 60, "to": 90, "goal": goal, "name": name, "item": null, "points": null,
            "grade_name": "等级", "grade": ["B", "A"], "pay_name": "工资", "pay": [600, 1100],
            "exact": true, "reachable": true,
        })
    };
    assert_eq!(told["next"], json!([entry("pay", "工资"), entry("grade", "等级")]));
    let one = shop().run(&["next", "p.merit", "d.csv", "A02", "--format", "json", "--next", "1"]).ends(0).out;
    assert_eq!(serde_json::from_str::<Value>(&one).unwrap()["next"].as_array().unwrap().len(), 1);
    let why = shop().run(&["why", "p.merit", "d.csv", "A02", "--format", "json"]).ends(0).out;
    assert_eq!(serde_json::from_str::<Value>(&why).unwrap()["next"], told["next"]);
}

/// What cannot be changed is no field to be named, and nothing is left.
#[test]
fn some_fields_cannot_be_changed() {
    let run = shop().run(&["next", "p.merit", "d.csv", "A02", "--fixed", "分", "--lang", "zh"]).ends(0);
    assert_eq!(run.out, "A02：只改一项、其余不变时，最小的改动：\n  只改一项达不到更高：工资、等级。\n");
    let run = shop().run(&["next", "p.merit", "d.csv", "A02", "--fixed", "分数", "--lang", "zh"]).ends(2);
    assert!(run.err.contains("方案里没有叫「分数」的字段") && run.err.contains("分"), "{}", run.err);
}

#[test]
fn a_rejected_record_tells_its_reasons() {
    let shop = shop().file("bad.csv", "工号,分\nA01,95.5\nA02,很好\n");
    let run = shop.run(&["next", "p.merit", "bad.csv", "A02", "--lang", "zh"]).ends(3);
    assert!(run.out.contains("很好"), "{}", run.out);
    let run = shop.run(&["next", "p.merit", "bad.csv", "A02", "--format", "json"]).ends(3);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&told["status"], &told["next"]), (&json!("rejected"), &json!([])));
}
