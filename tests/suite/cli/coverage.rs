//! `merit test --coverage` and `merit check --stats`, in both tongues, and for programs.

use serde_json::Value;

use super::formats::unlike;
use super::{POLICY, Shop};

/// A grade of which one row is never reached.
fn untested() -> String {
    POLICY.replace("B : < 90  => 50%", "B : [60, 90) => 50%\n    C : < 60 => 0%")
}

#[test]
fn coverage_lists_what_no_test_reaches() {
    let shop = Shop::new().file("u.merit", untested());
    let run = shop.run(&["test", "u.merit", "--coverage", "--lang", "en"]).ends(0);
    assert!(run.out.starts_with("rows: 1 of 3 reached\nbounds: 0 of 2 reached\n\nNo test reaches:\n"), "{}", run.out);
    assert!(run.out.contains("\n11    row    B : [60, 90) => 50%\n"), "{}", run.out);
    assert!(run.out.contains("\n10    bound  分 = 90\n"), "{}", run.out);
    let run = shop.run(&["test", "u.merit", "--coverage", "--lang", "zh"]).ends(0);
    assert!(run.out.starts_with("表的行：3 处走到 1 处\n分界：2 处走到 0 处\n"), "{}", run.out);
    assert!(run.err.contains("1 个用例通过"));
}

#[test]
fn the_listing_marks_each_line() {
    let shop = Shop::new().file("u.merit", untested());
    let run = shop.run(&["test", "u.merit", "--coverage", "--marked", "--ascii"]).ends(0);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[10], "   !   11 |     B : [60, 90) => 50%");
    assert_eq!(lines[8], "        9 | grade 等级 by 分 -> 系数 : percent {");
    assert_eq!(lines.len(), untested().lines().count());
}

#[test]
fn coverage_for_programs() {
    let failing = untested().replace("工资 = 1100元", "工资 = 1000元");
    let shop = Shop::new().file("u.merit", untested()).file("f.merit", failing);
    let json: Value =
        serde_json::from_str(&shop.run(&["test", "u.merit", "--coverage", "--format", "json"]).ends(0).out).unwrap();
    assert_eq!(unlike(&json, "coverage"), Vec::<String>::new());
    assert_eq!(
        json[0],
        serde_json::json!({
            "file": "u.merit", "line": 10, "kind": "row", "text": "A : >= 90 => 100%", "side": null, "hits": 1
        })
    );
    // A test that fails is told all the same.
    let run = shop.run(&["test", "f.merit", "--coverage"]).ends(1);
    assert!(run.out.contains("1000") && run.out.contains("1100"), "{}", run.out);
    assert_eq!(shop.run(&["test", "u.merit", "--format", "json"]).ends(2).out, "");
    shop.run(&["test", "u.merit", "--marked"]).ends(2);
}

#[test]
fn stats_of_one_policy_and_of_several() {
    let shop = Shop::new();
    let json = |names: &[&str]| -> Value {
        let arguments = [&["check", "--stats", "--format", "json"], names].concat();
        serde_json::from_str(&shop.run(&arguments).ends(0).out).unwrap()
    };
    let one = json(&["p.merit"]);
    assert_eq!(unlike(&one, "stats"), Vec::<String>::new());
    assert_eq!(
        one,
        serde_json::json!({
            "file": "p.merit", "declarations": 6, "items": 0, "tables": 1, "rows": 2, "fields": 2, "tests": 1, "nesting": 0,
            "proofs": { "tables": 1, "promises": { "proved": 0, "refuted": 0, "not_decided": 0 } },
        })
    );
    assert_eq!(json(&["p.merit", "p.merit"]), serde_json::json!([one, one]));
    let run = shop.run(&["check", "p.merit", "--stats", "--lang", "en"]).ends(0);
    assert!(run.out.starts_with("p.merit\n  declarations: 6\n  fields that are read: 2\n"), "{}", run.out);
}

#[test]
fn a_policy_that_is_refused_has_no_stats() {
    let shop = Shop::new().file("b.merit", POLICY.replace("< 90 ", "< 89 "));
    let run = shop.run(&["check", "b.merit", "--stats"]).ends(1);
    assert!(run.out.is_empty() && run.err.contains("E0501"));
    shop.run(&["check", "b.merit", "--stats", "--format", "sarif"]).ends(2);
    shop.run(&["check", "b.merit", "--stats", "--fix"]).ends(2);
    shop.run(&["test", "b.merit", "--coverage"]).ends(1);
}
