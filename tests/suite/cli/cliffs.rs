//! `merit cliffs`, for people and for programs.

use serde_json::Value;

use super::formats::unlike;
use super::{POLICY, Shop};

#[test]
fn cliffs_for_people_and_for_programs() {
    let shop = Shop::new();
    let run = shop.run(&["cliffs", "p.merit", "--lang", "zh"]).ends(0);
    assert!(run.out.contains("工资  分    89.9 → 90  +500元\n"), "{}", run.out);
    let run = shop.run(&["cliffs", "p.merit", "d.csv", "--lang", "en"]).ends(0);
    assert!(run.out.contains("+500 CNY"), "{}", run.out);
    let json: Value = serde_json::from_str(&shop.run(&["cliffs", "p.merit", "--format", "json"]).ends(0).out).unwrap();
    assert_eq!(unlike(&json, "cliffs"), Vec::<String>::new());
    let [cliff] = json["cliffs"].as_array().unwrap().as_slice() else { panic!("{json}") };
    assert_eq!(
        *cliff,
        serde_json::json!({
            "name": "工资", "field": "分", "at": 90, "side": "at", "from": 89.9, "to": 90, "least_jump": 500, "most_jump": 500,
            "people": null, "exact": true,
        })
    );
    assert_eq!(json["reversals"], serde_json::json!([]));
    assert_eq!(json["missed"], false);
}

#[test]
fn people_are_those_within_two_steps() {
    let data = "工号,分\nA,89.7\nB,89.8\nC,89.9\nD,90\nE,90.1\nF,90.2\n";
    let shop = Shop::new().file("n.csv", data);
    let run = shop.run(&["cliffs", "p.merit", "n.csv", "--format", "json"]).ends(0);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["cliffs"][0]["people"], 4);
}

#[test]
fn what_cannot_be_used_is_told() {
    let shop = Shop::new().file("b.merit", POLICY.replace("< 90 ", "< 89 "));
    shop.run(&["cliffs", "b.merit"]).ends(1);
    shop.run(&["cliffs", "p.merit", "none.csv"]).ends(2);
    shop.run(&["cliffs", "p.merit", "p.merit", "d.csv"]).ends(2);
    shop.run(&["cliffs", "d.csv"]).ends(2);
    shop.run(&["cliffs"]).ends(2);
}
