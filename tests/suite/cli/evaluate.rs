//! `merit eval` and `merit test` on one policy: results, rejections, formats, summaries.

use super::*;

#[test]
fn eval_gives_a_result_for_every_record() {
    let run = Shop::new().run(&["eval", "p.merit", "d.csv"]).ends(0);
    assert_eq!(run.out.lines().next().unwrap(), "工号,等级,等级.系数,工资.奖金,工资.提成,工资,_status,_reasons");
    let rows: Vec<&str> = run.out.lines().skip(1).collect();
    assert_eq!(rows, ["A01,A,100%,1000.00,100.00,1100.00,ok,", "A02,B,50%,500.00,100.00,600.00,ok,"]);
    run.tells("读入 2 条，算出 2 条").tells("A 1 人").tells("1700").tells("SHA-256");
}

#[test]
fn eval_names_the_items_that_somebody_is_exempt_from() {
    let shop = Shop::new().file("e.merit", EXEMPT).file("e.csv", "工号,天数,差错\nA,30,0\nB,29,0\n");
    let run = shop.run(&["eval", "e.merit", "e.csv"]).ends(0);
    let rows: Vec<&str> = run.out.lines().collect();
    assert_eq!(rows[0], "工号,总分,天数.points,差错.points,_status,_reasons");
    assert_eq!(rows[1..], ["A,90,80,100,ok,", "B,80,80,,ok,免考：差错"]);
    shop.run(&["eval", "e.merit", "e.csv", "-o", "e.json"]).ends(0);
    assert!(
        shop.read("e.json").contains("\"总分\":80,\"天数.points\":80,\"差错.points\":null"),
        "{}",
        shop.read("e.json")
    );
    let all = shop.run(&["eval", "e.merit", "e.csv", "--columns", "scores.earned,scores.possible"]).ends(0);
    assert_eq!(all.out.lines().nth(2), Some("40,50%,ok,免考：差错"));
}

#[test]
fn test_says_who_is_exempt() {
    let shop = Shop::new().file("e.merit", EXEMPT);
    let run = shop.run(&["test", "e.merit"]).ends(1).prints("免考").prints("第 4 行 any when");
    assert!(!run.out.contains("总分"), "{}", run.out);
}

#[test]
fn eval_rejects_a_record_and_goes_on() {
    let shop = Shop::new().file("bad.csv", "工号,分\nA01,95.5\nA02,很好\n");
    let run = shop
        .run(&["eval", "p.merit", "bad.csv", "--rejects", "r.csv"])
        .ends(3)
        .tells("退回 1 条")
        .tells("bad.csv:3 分");
    assert!(run.out.lines().nth(2).unwrap().contains("rejected"), "{}", run.out);
    assert!(shop.read("r.csv").contains("A02"));
    let strict = shop.run(&["eval", "p.merit", "bad.csv", "--strict", "-o", "o.csv"]).ends(1);
    assert_eq!((strict.out.as_str(), shop.has("o.csv")), ("", false));
}

#[test]
fn eval_writes_files_by_their_endings() {
    let shop = Shop::new();
    for name in ["o.csv", "o.jsonl", "o.json", "o.xlsx", "o.parquet"] {
        let run = shop.run(&["eval", "p.merit", "d.csv", "-o", name]).ends(0);
        assert!(run.out.is_empty() && shop.has(name), "{name}");
    }
    let rows: serde_json::Value = serde_json::from_str(&shop.read("o.json")).unwrap();
    assert_eq!(rows[0]["工资"].to_string(), "1100");
    shop.run(&["eval", "p.merit", "d.csv", "-o", "o.doc"]).ends(2).tells("E0714");
    shop.run(&["eval", "p.merit", "d.csv", "-o", "nowhere/o.csv"]).ends(2).tells("E0715");
}

#[test]
fn eval_summarises_for_programs() {
    let shop = Shop::new();
    let run = shop.run(&["eval", "p.merit", "d.csv", "--summary-only", "--receipt", "r.json"]).ends(0);
    let summary: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(summary["records"], serde_json::json!({ "read": 2, "evaluated": 2, "rejected": 0, "skipped": 0 }));
    assert_eq!(summary["grades"]["等级"], serde_json::json!({ "A": 1, "B": 1 }));
    assert_eq!(summary["pay"]["工资"].to_string(), "1700");
    assert_eq!(summary["policy"]["sha256"].as_str().unwrap().len(), 64);
    let receipt: serde_json::Value = serde_json::from_str(&shop.read("r.json")).unwrap();
    assert_eq!(receipt["data"][0]["sha256"], summary["data"][0]["sha256"]);
}

#[test]
fn eval_chooses_columns() {
    let shop = Shop::new();
    let first = |columns| {
        shop.run(&["eval", "p.merit", "d.csv", "--columns", columns]).ends(0).out.lines().next().unwrap().to_owned()
    };
    assert_eq!(first("工资,工号"), "工资,工号,_status,_reasons");
    assert!(first("all").contains("分,"), "{}", first("all"));
    shop.run(&["eval", "p.merit", "d.csv", "--columns", "薪水"]).ends(2).tells("薪水");
}

#[test]
fn eval_takes_settings_and_standard_input() {
    let shop = Shop::new();
    shop.run(&["eval", "p.merit", "d.csv", "--set", "提成率=2%"]).ends(0).prints("1200.00");
    shop.run_with(&["eval", "p.merit", "-"], DATA).ends(0).prints("1100.00");
    shop.run_with(&["eval", "-", "d.csv"], POLICY).ends(0).prints("1100.00");
}

#[test]
fn eval_refuses_what_it_cannot_use() {
    let shop = Shop::new().file("short.csv", "工号\nA01\n").file("gap.merit", POLICY.replace("< 90 ", "< 89 "));
    shop.run(&["eval", "p.merit"]).ends(2).tells("E0802");
    shop.run(&["eval", "d.csv"]).ends(2).tells("E0802");
    shop.run(&["eval", "p.merit", "gap.merit", "d.csv"]).ends(1).tells("E0501");
    shop.run(&["eval", "p.merit", "nowhere.csv"]).ends(2).tells("E0715");
    shop.run(&["eval", "p.merit", "d.csv", "--with", "shops=d.csv"]).ends(2).tells("--with");
    shop.run(&["eval", "p.merit", "short.csv", "-o", "o.csv"]).ends(1).tells("E0708");
    shop.run(&["eval", "gap.merit", "d.csv", "-o", "o.csv"]).ends(1).tells("E0501");
    assert!(!shop.has("o.csv"));
}

#[test]
fn test_tells_expected_and_got() {
    let shop = Shop::new().file("fail.merit", POLICY.replace("工资 = 1100元 }", "工资 = 1200元 }"));
    shop.run(&["test", "p.merit"]).ends(0).tells("1 个用例通过，0 个不通过");
    let run = shop.run(&["test", "p.merit", "fail.merit"]).ends(1).tells("fail.merit：0 个用例通过，1 个不通过");
    let run = run.prints("满分").prints("1200.00").prints("1100.00");
    assert!(run.out.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80), "{}", run.out);
}
