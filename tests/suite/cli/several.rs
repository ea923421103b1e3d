//! Several policies in one run: each record by the one that is its own.

use serde_json::{Value, json};

use super::{Run, Shop};

const RECORD: &str = "record {
    工号 : text, key
    月份 : month, period
    岗位 : 售前 | 售后 | 主管
    底薪 : money
    业绩 : money
}
";

const BEFORE: &str = "policy \"售前\" { currency CNY; period month; applies when 岗位 = 售前 }
use \"record.merit\"
grade 等级 by 业绩 -> 奖金 : money { A : >= 10000元 => 500元; B : < 10000元 => 100元 }
pay 工资 { 底薪 = 底薪; 奖金 = 等级.奖金 }
";

const AFTER: &str = "policy \"售后\" { currency CNY; period month; applies when 岗位 = 售后 }
use \"record.merit\"
param 提成率 : percent in [0%, 10%] = 1%
metric 名次 : count = rank(业绩, within: all, ties: shared)
pay 工资 { 底薪 = 底薪; 提成 = 业绩 * 提成率 }
";

const LEAD: &str = "policy \"主管\" { currency CNY; period month; applies when 岗位 = 主管 }
use \"record.merit\"
pay 工资 { 底薪 = 底薪; 津贴 = 800元 }
";

const HEAD: &str = "工号,月份,岗位,底薪,业绩\n";

/// The rows of the data with what comes of each. A: 500, B: 100. S1 and S2 are ranked among themselves, and get 1% of
/// their sales; the greater sales of P1 do not count there.
const ROWS: [(&str, &str); 5] = [
    ("P1,2024-03,售前,3000,120000", "P1,2024-03,A,500.00,3000.00,500.00,3500.00,,,,售前,"),
    ("S1,2024-03,售后,2800,50000", "S1,2024-03,,,2800.00,,3300.00,2,500.00,,售后,"),
    ("M1,2024-03,主管,6000,0", "M1,2024-03,,,6000.00,,6800.00,,,800.00,主管,"),
    ("S2,2024-03,售后,2800,80000", "S2,2024-03,,,2800.00,,3600.00,1,800.00,,售后,"),
    ("P2,2024-03,售前,3000,9000", "P2,2024-03,B,100.00,3000.00,100.00,3100.00,,,,售前,"),
];

fn shop() -> Shop {
    let shop = Shop::new().file("record.merit", RECORD).file("a.merit", BEFORE).file("b.merit", AFTER);
    shop.file("c.merit", LEAD).file("all.csv", data(&[0, 1, 2, 3, 4]))
}

/// The rows in another order.
fn data(order: &[usize]) -> String {
    let rows: String = order.iter().map(|at| format!("{}\n", ROWS[*at].0)).collect();
    format!("{HEAD}{rows}")
}

impl Shop {
    fn all(&self, further: &[&str]) -> Run {
        self.run(&[&["eval", "a.merit", "b.merit", "c.merit"], further].concat())
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.read(name)).unwrap()
    }
}

/// The first cells of a result: what stands in the approved rows.
fn agrees(line: &str, expected: &str) -> bool {
    line.strip_prefix(expected).is_some_and(|rest| rest.len() == "0123456789ab,ok,".len() && rest.ends_with(",ok,"))
}

#[test]
fn each_record_goes_to_its_own_policy_in_any_order() {
    for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 4, 1, 0, 3]] {
        let shop = shop().file("d.csv", data(&order));
        let run = shop.all(&["d.csv"]).ends(0).tells("方案：售前、售后、主管").tells("读入 5 条，算出 5 条");
        let lines: Vec<&str> = run.out.lines().collect();
        let head = "工号,月份,等级,等级.奖金,工资.底薪,工资.奖金,工资,名次,工资.提成,工资.津贴,_policy,_version,_status,_reasons";
        assert_eq!(lines[0], head);
        for (line, at) in lines[1..].iter().zip(order) {
            assert!(agrees(line, ROWS[at].1), "{line}\n{}", ROWS[at].1);
        }
    }
}

#[test]
fn the_order_of_the_policies_is_that_of_the_columns() {
    let run = shop().run(&["eval", "c.merit", "b.merit", "a.merit", "all.csv"]).ends(0);
    let head = run.out.lines().next().unwrap();
    assert_eq!(
        head,
        "工号,月份,工资.底薪,工资.津贴,工资,名次,工资.提成,等级,等级.奖金,工资.奖金,_policy,_version,_status,_reasons"
    );
    let chosen = shop().all(&["all.csv", "--columns", "工资,名次"]).ends(0);
    assert!(chosen.out.starts_with("工资,名次,_policy,_version,_status,_reasons\n3500.00,,售前,"), "{}", chosen.out);
    shop().all(&["all.csv", "--columns", "薪水"]).ends(2).tells("薪水");
}

#[test]
fn every_format_holds_the_policy_and_its_version() {
    let shop = shop();
    for name in ["o.csv", "o.json", "o.jsonl", "o.xlsx", "o.parquet"] {
        shop.all(&["all.csv", "-o", name]).ends(0);
    }
    let rows = shop.json("o.json");
    let keys: Vec<&String> = rows[1].as_object().unwrap().keys().collect();
    assert_eq!(keys[keys.len() - 4..], ["_policy", "_version", "_status", "_reasons"]);
    assert_eq!((&rows[1]["_policy"], &rows[1]["工资"], &rows[1]["等级"]), (&"售后".into(), &json!(3300), &Value::Null));
    let lines: Vec<Value> = shop.read("o.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(Value::from(lines), rows);
    // A workbook reads back as data: its results are those of the CSV.
    let back = "policy \"p\" { }\nrecord { 工号 : text, key; 工资 : money; 名次 : count, optional; _policy : text; _version : text }\n";
    let shop = shop.file("back.merit", back);
    let read = |name| shop.run(&["eval", "back.merit", name, "--columns", "all"]).ends(0).out;
    assert_eq!(read("o.xlsx"), read("o.csv"));
    assert!(read("o.xlsx").contains("S2,3600.00,1,售后,"), "{}", read("o.xlsx"));
}

#[test]
fn a_cell_that_decides_and_does_not_read_rejects_the_record() {
    let rows = "X1,2024-03,店长,5000,0\nS3,2024-03,售后,2800,很多\n合计,,,,\n";
    let shop = shop().file("d.csv", data(&[1, 3]) + rows);
    let run = shop.all(&["d.csv", "--rejects", "r.csv"]).ends(3).tells("不归任何方案：1 条");
    let lines: Vec<&str> = run.out.lines().collect();
    assert!(lines[3].starts_with("X1,2024-03,,,,,,,,,,,rejected,"), "{}", lines[3]);
    assert!(lines[3].contains("分不清这条记录归哪份方案：岗位 读不出来"), "{}", lines[3]);
    assert!(lines[3].contains("只能填：售前、售后、主管"), "{}", lines[3]);
    assert!(lines[4].starts_with("S3,2024-03,,,,,,,,,售后,") && lines[4].contains("rejected,"), "{}", lines[4]);
    assert!(lines[5].contains(",skipped,"), "{}", lines[5]);
    let run = run
        .tells("售后：读入 3 条，算出 2 条，退回 1 条")
        .tells("售后 排名和合计里少了退回的记录：月份 2024-03（2 条）");
    // The summary says what the cell reads, not only that nobody can tell whose the record is.
    let run = run.tells("  - d.csv:4 岗位：岗位 读到「店长」，只能填");
    assert!(!run.err.contains("售前 排名"), "{}", run.err);
    let rejects = shop.read("r.csv");
    let rejected: Vec<&str> = rejects.lines().collect();
    assert!(rejected[1].starts_with("X1,2024-03,店长,5000,0,d.csv,4,"), "{rejects}");
    assert!(rejected[2].starts_with("S3,2024-03,售后,2800,很多,d.csv,5,"), "{rejects}");
    let mended = shop.file("r.csv", rejects.replace("店长", "主管").replace("很多", "1000"));
    mended.all(&["r.csv"]).ends(0).prints("X1,2024-03,,,5000.00,,5800.00,,,800.00,主管,");
}

/// What the first policy alone cannot read is no concern of a record that nobody can place.
#[test]
fn a_record_of_nobody_tells_of_the_cells_that_decide() {
    let shop = shop().file(
        "a.merit",
        BEFORE.replace("use \"record.merit\"", &RECORD.replace("业绩 : money", "业绩 : money in [0元, 10元]")),
    );
    let run = shop.file("d.csv", format!("{HEAD}X1,2024/3,店长,5000,20\n")).all(&["d.csv"]).ends(3).tells("店长");
    assert!(run.out.contains("X1,2024-03,") && !run.out.contains("读到「20」"), "{}", run.out);
}

/// A record that two policies claim, or none, is possible only where they do not read one cell alike.
#[test]
fn a_record_that_policies_read_differently_is_nobodys() {
    let policy = |title: &str, post: &str, default: &str| {
        format!(
            "policy \"{title}\" {{ currency CNY; applies when 岗位 = {post} }}
record {{ 工号 : text, key; 岗位 : 售前 | 售后, default {default} }}
pay 工资 {{ 底薪 = 100元 }}
"
        )
    };
    let shop = Shop::new().file("a.merit", policy("甲", "售前", "售前")).file("b.merit", policy("乙", "售后", "售后"));
    let shop = shop.file("d.csv", "工号,岗位\nA,售前\nB,\n");
    let run = shop.run(&["eval", "a.merit", "b.merit", "d.csv"]).ends(3).tells("不止一份方案管这条记录：甲、乙");
    assert!(run.out.lines().nth(2).unwrap().starts_with("B,,,,,rejected,"), "{}", run.out);
    let shop = shop.file("a.merit", policy("甲", "售前", "售后")).file("b.merit", policy("乙", "售后", "售前"));
    shop.run(&["eval", "a.merit", "b.merit", "d.csv"]).ends(3).tells("没有一份方案管这条记录：甲、乙 都不管");
}

#[test]
fn policies_that_leave_a_hole_write_nothing() {
    let shop = shop();
    let run = shop.run(&["eval", "a.merit", "b.merit", "all.csv", "-o", "o.csv"]).ends(1).tells("E0510").tells("主管");
    assert!(!shop.has("o.csv") && run.out.is_empty());
    shop.run(&["eval", "a.merit", "b.merit", "c.merit", "a.merit", "all.csv"]).ends(1).tells("E0511");
    shop.run(&["check", "a.merit", "b.merit"]).ends(0);
    shop.run(&["check", "a.merit", "b.merit", "--together"]).ends(1).tells("E0510").tells("b.merit");
    shop.run(&["check", "a.merit", "b.merit", "c.merit", "--together"]).ends(0).tells("3 份方案合在一起通过");
    let json = shop.run(&["check", "a.merit", "b.merit", "--together", "--format", "json"]).ends(1);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    let told = &json["diagnostics"][0];
    assert_eq!(
        (&told["code"], &told["witness"]["岗位"], &told["kind"]),
        (&"E0510".into(), &"主管".into(), &"unclaimed".into())
    );
    assert_eq!((&told["file"], &told["labels"][0]["file"]), (&"a.merit".into(), &"b.merit".into()));
    let wrong = shop.file("c.merit", "policy \"主管\" {\n");
    let run = wrong.run(&["check", "a.merit", "b.merit", "c.merit", "--together"]).ends(1);
    assert!(!run.err.contains("E0510"), "{}", run.err);
}

#[test]
fn one_policy_rejects_what_is_not_its_own() {
    let shop = shop();
    let run = shop.run(&["eval", "b.merit", "all.csv"]).ends(3).tells("这份方案只管 岗位 = 售后 的记录");
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[0], "工号,月份,名次,工资.底薪,工资.提成,工资,_status,_reasons");
    assert_eq!(
        (lines[2], lines[4]),
        ("S1,2024-03,2,2800.00,500.00,3300.00,ok,", "S2,2024-03,1,2800.00,800.00,3600.00,ok,")
    );
    assert!(lines[1].starts_with("P1,2024-03,,,,,rejected,"), "{}", lines[1]);
    assert!(!run.err.contains("少了退回的记录"), "{}", run.err);
}

#[test]
fn a_setting_is_for_whoever_has_the_param() {
    let shop = shop();
    shop.all(&["all.csv", "--set", "提成率=2%"]).ends(0).prints("S1,2024-03,,,2800.00,,3800.00,2,1000.00,,售后,");
    shop.all(&["all.csv", "--set", "提成=2%"]).ends(1).tells("E0254");
    shop.all(&["all.csv", "--set", "提成率=20%"]).ends(1);
    shop.run(&["check", "a.merit", "b.merit", "c.merit", "--together", "--set", "提成率=2%"]).ends(0);
}

#[test]
fn the_receipt_lists_every_policy() {
    let shop = shop();
    shop.all(&["all.csv", "-o", "o.csv", "--receipt", "r.json"]).ends(0);
    let receipt = shop.json("r.json");
    let policies = receipt["policies"].as_array().unwrap();
    let titles: Vec<&Value> = policies.iter().map(|policy| &policy["title"]).collect();
    assert_eq!(titles, ["售前", "售后", "主管"]);
    assert_eq!(policies[0]["grades"], json!({ "等级": { "A": 1, "B": 1 } }));
    assert_eq!(policies[1]["pay"]["工资"].to_string(), "6900");
    assert_eq!(policies[1]["records"], json!({ "read": 2, "evaluated": 2, "rejected": 0, "skipped": 0 }));
    assert_eq!(policies[2]["files"][1]["sha256"], merit::io::sha256(RECORD.as_bytes()));
    assert_eq!((&receipt["records"]["evaluated"], receipt.get("policy")), (&json!(5), None));
    let version = &policies[1]["sha256"].as_str().unwrap()[..12];
    assert!(shop.read("o.csv").contains(&format!("售后,{version},ok")), "{}", shop.read("o.csv"));
}

/// Each policy may have columns that another's data lacks.
#[test]
fn files_with_the_columns_of_one_policy_each() {
    let head = |title: &str, post: &str| format!("policy \"{title}\" {{ currency CNY; applies when 岗位 = {post} }}\n");
    let a = head("售前", "售前")
        + "record { 工号 : text, key; 岗位 : 售前 | 售后; 转化 : count }\npay 工资 { 提成 = 10元 * 转化 }\n";
    let b = head("售后", "售后")
        + "record { 工号 : text, key; 岗位 : 售前 | 售后; 差评 : count }\npay 工资 { 底 = 100元; 扣 = -5元 * 差评 }\n";
    let shop = Shop::new().file("a.merit", a).file("b.merit", b);
    let shop =
        shop.file("a.csv", "导出\n工号,岗位,转化\nA,售前,7\n").file("b.csv", "岗位;工号;差评\n售后;B;2\n售前;C;0\n");
    let run = shop.run(&["eval", "a.merit", "b.merit", "a.csv", "b.csv"]).ends(3);
    let lines: Vec<&str> = run.out.lines().collect();
    assert!(lines[1].starts_with("A,70.00,70.00,,,售前,"), "{}", run.out);
    assert!(lines[2].starts_with("B,,90.00,100.00,-10.00,售后,"), "{}", run.out);
    assert!(lines[3].starts_with("C,,,,,售前,") && lines[3].contains("转化"), "{}", run.out);
    assert!(!run.err.contains("W0701"), "{}", run.err);
    let shop = shop.file("none.csv", "名字,岗位\nA,售前\n");
    shop.run(&["eval", "a.merit", "b.merit", "none.csv"]).ends(1).tells("E0708");
    let lines = "{\"工号\":\"A\",\"岗位\":\"售前\",\"转化\":7}\n{\"工号\":\"B\",\"岗位\":\"售后\",\"差评\":2}\n";
    let shop = shop.file("both.jsonl", lines);
    shop.run(&["eval", "a.merit", "b.merit", "both.jsonl"]).ends(0).prints("B,,90.00,100.00,-10.00,售后,");
}

#[test]
fn lookups_and_details_are_for_every_policy_that_has_them() {
    let policy = |title: &str, post: &str| {
        format!(
            "policy \"{title}\" {{ currency CNY; applies when 岗位 = {post} }}
record {{ 工号 : text, key; 岗位 : 售前 | 售后 }}
details 抽检 {{ 工号 : text, key; 分 : points in [0, 100] }}
metric 均分 : points, decimals 1 = average(抽检.分) otherwise 0
"
        )
    };
    let shop = Shop::new().file("a.merit", policy("甲", "售前")).file("b.merit", policy("乙", "售后"));
    let shop = shop.file("d.csv", "工号,岗位\nA,售前\nB,售后\n").file("qa.csv", "工号,分\nA,90\nB,80\nB,70\n");
    let run = shop.run(&["eval", "a.merit", "b.merit", "d.csv", "--with", "抽检=qa.csv"]).ends(0);
    let lines: Vec<&str> = run.out.lines().collect();
    assert!(lines[1].starts_with("A,90,甲,") && lines[2].starts_with("B,75,乙,"), "{}", run.out);
    // The rows of another policy's people are not nobody's.
    assert!(!run.err.contains("W0704"), "{}", run.err);
    let shop = shop.file("qa.csv", "工号,分\nA,90\nZ,80\n");
    shop.run(&["eval", "a.merit", "b.merit", "d.csv", "--with", "抽检=qa.csv"]).ends(0).tells("W0704");
    shop.run(&["eval", "a.merit", "b.merit", "d.csv"]).ends(2).tells("E0716");
}

/// What is missing for a post that a policy is not for is no reason: the only one is that it is not for it.
#[test]
fn a_policy_alone_tells_of_a_record_that_is_not_its_own_nothing_else() {
    let shop = shop().file("one.csv", "工号,月份,岗位,底薪,业绩\nS1,2024-03,售后,,\nP1,2024-03,售前,3000,9000\n");
    shop.run(&["eval", "a.merit", "one.csv", "-o", "o.jsonl"]).ends(3);
    let rows: Vec<Value> = shop.read("o.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let reasons = rows[0]["_reasons"].as_array().unwrap();
    assert!(reasons.len() == 1 && reasons[0].as_str().unwrap().contains("只管 岗位 = 售前"), "{reasons:?}");
    assert_eq!(rows[1]["_status"], json!("ok"));
}
