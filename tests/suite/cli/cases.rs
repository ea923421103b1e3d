//! `merit cases`: what it writes passes behind the policy, and as a sheet.

use serde_json::Value;

use super::formats::unlike;
use super::{POLICY, Shop};

#[test]
fn the_blocks_pass_behind_the_policy_and_reach_every_bound() {
    let shop = Shop::new();
    let blocks = shop.run(&["cases", "p.merit", "--lang", "en"]).ends(0);
    assert!(blocks.err.contains("3 records, which pass as tests as they stand."), "{}", blocks.err);
    let head = "test \"分 = 89.9\" {\n    given  { 分 = 89.9 }\n    expect { 等级 = B, 等级.系数 = 50%, 工资.奖金 = 500元, 工资.提成 = 100元, 工资 = 600元 }\n}\n";
    assert!(blocks.out.starts_with(head), "{}", blocks.out);
    let shop = shop.file("all.merit", format!("{POLICY}\n{}", blocks.out));
    let run = shop.run(&["test", "all.merit", "--coverage", "--lang", "en"]).ends(0);
    assert_eq!(run.out, "rows: 2 of 2 reached\nbounds: 1 of 1 reached\n");
    // Once more, and the names are others.
    let again = shop.run(&["cases", "all.merit"]).ends(0).out;
    assert!(again.contains("test \"分 = 89.9 (2)\""), "{again}");
}

#[test]
fn a_sheet_is_read_back() {
    let shop = Shop::new();
    shop.run(&["cases", "p.merit", "-o", "c.csv"]).ends(0);
    assert!(shop.read("c.csv").starts_with("\u{feff}test,分,= 等级,= 等级.系数"), "{}", shop.read("c.csv"));
    let run = shop.run(&["test", "p.merit", "--from", "c.csv", "--lang", "en"]).ends(0);
    assert_eq!(run.err, "c.csv: 3 tests pass, 0 fail.\n");
    shop.run(&["cases", "p.merit", "-o", "c.csv"]).ends(2);
    shop.run(&["cases", "p.merit", "-o", "c.csv", "--force"]).ends(0);
    shop.run(&["cases", "p.merit", "-o", "p.merit", "--force"]).ends(2);
}

#[test]
fn the_ending_says_as_what_records_are_written() {
    let shop = Shop::new();
    shop.run(&["cases", "p.merit", "-o", "c.xlsx"]).ends(0);
    let run = shop.run(&["test", "p.merit", "--from", "c.xlsx", "--lang", "en"]).ends(0);
    assert_eq!(run.err, "c.xlsx: 3 tests pass, 0 fail.\n");
    let all: Value = serde_json::from_str(&shop.run(&["cases", "p.merit", "--format", "json"]).ends(0).out).unwrap();
    shop.run(&["cases", "p.merit", "-o", "c.json"]).ends(0);
    assert_eq!(serde_json::from_str::<Value>(&shop.read("c.json")).unwrap(), all);
    shop.run(&["cases", "p.merit", "-o", "c.jsonl"]).ends(0);
    let lines: Vec<Value> = shop.read("c.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(Value::from(lines), all);
    for name in ["blocks.merit", "blocks"] {
        shop.run(&["cases", "p.merit", "-o", name]).ends(0);
        assert!(shop.read(name).starts_with("test \"分 = 89.9\""));
    }
    for name in ["c.pdf", "c.parquet", "-"] {
        shop.run(&["cases", "p.merit", "-o", name]).ends(2).tells("E0714");
    }
}

#[test]
fn every_ready_made_policy_passes_its_own() {
    for path in crate::policies::ready_made() {
        let text = std::fs::read_to_string(&path).unwrap();
        if text.contains(".merit\"") {
            continue;
        }
        let shop = Shop::new();
        let blocks = shop.run(&["cases", path.to_str().unwrap()]).ends(0).out;
        assert!(blocks.matches("expect").count() + blocks.matches("应得").count() > 5, "{blocks}");
        shop.file("all.merit", format!("{text}\n{blocks}")).run(&["test", "all.merit"]).ends(0);
    }
}

#[test]
fn cases_for_programs() {
    let shop = Shop::new();
    let json: Value = serde_json::from_str(&shop.run(&["cases", "p.merit", "--format", "json"]).ends(0).out).unwrap();
    assert_eq!(unlike(&json, "cases"), Vec::<String>::new());
    assert_eq!(json[1]["given"], serde_json::json!({ "分": 90 }));
    assert_eq!(json[1]["expect"]["等级"], "A");
    shop.file("b.merit", "policy").run(&["cases", "b.merit"]).ends(1);
}

#[test]
fn altered_policies_that_go_unnoticed_are_told_with_the_test_to_add() {
    let shop = Shop::new();
    let run = shop.run(&["cases", "p.merit", "--mutants", "--format", "json"]).ends(0);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(unlike(&told, "mutants"), Vec::<String>::new());
    let survivors = told["survivors"].as_array().unwrap();
    assert_eq!(told["mutants"], told["noticed"].as_u64().unwrap() + survivors.len() as u64);
    let moved = survivors.iter().find(|it| it["line"] == 10 && it["kind"] == "bound").unwrap();
    assert_eq!(moved["change"], serde_json::json!({"old": ">= 90", "new": ">= 90.1"}));
    assert_eq!(moved["record"]["分"], 90);
    let test = moved["test"].as_str().unwrap();
    assert!(test.starts_with("test \"分 = 90\" {"), "{test}");
    shop.run(&["cases", "p.merit", "--mutants"]).ends(0).prints("第 10 行，分界移一步：>= 90 → >= 90.1\ntest");
    shop.run(&["cases", "p.merit", "--mutants", "--lang", "en"]).ends(0).prints("bound moved: >= 90 → >= 90.1");
    shop.run(&["cases", "p.merit", "--mutants", "-o", "c.csv"]).ends(2);
    let bare = Shop::new().file("p.merit", POLICY.split("test").next().unwrap());
    bare.run(&["cases", "p.merit", "--mutants"]).ends(0).prints("方案里没有用例");
}
