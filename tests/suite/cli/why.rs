//! `merit why`: who is found under a key, what is told of a record, in which form.

use serde_json::Value;

use super::formats::unlike;
use super::{DATA, EXEMPT, Run, Shop};

const MONTHS: &str = "policy \"月\" { currency CNY; period month }
record { 工号 : text, key; 姓名 : text, optional; 月份 : month, period; 分 : points in [0, 100] }
score 分 weight 100% { >= 90 => 100; [80, 90) => 80; < 80 => 0 }
metric 总分 : points, decimals 1 = scores
pay 工资 at most 80元 { 奖金 = 100元 }
";
const ROWS: &str =
    "工号,姓名,月份,分\nA01,王芳,2024-01,95\nA01,王芳,2024-02,85\nA02,李娜,2024-01,10\nA03,王芳,2024-01,x\n";

fn json(run: Run) -> Value {
    let json = serde_json::from_str(&run.out).unwrap();
    assert_eq!(unlike(&json, "why"), Vec::<String>::new());
    json
}

#[test]
fn a_record_is_found_by_its_key_its_period_or_a_name() {
    let shop = Shop::new().file("d.csv", DATA);
    let told = json(shop.run(&["why", "p.merit", "d.csv", "A02", "--format", "json"]).ends(0));
    assert_eq!(told["pay"][0]["sum"], serde_json::json!(600));
    assert_eq!(told["grades"][0]["label"], "B");
    assert_eq!(told["grades"][0]["to_next"]["distance"], serde_json::json!(30));
    assert_eq!(told["fields"][1]["source"]["cell"], "B3");
    shop.run(&["why", "p.merit", "d.csv", "A02", "--depth", "line"]).ends(0).prints("等级 B；工资 600元；想升到 A");
    shop.run(&["why", "p.merit", "d.csv", "A02"]).ends(0).prints("提成  100元  = 10000元 * 1%");
    shop.run(&["why", "p.merit", "d.csv", "A02", "--depth", "all"]).ends(0).prints("d.csv B3 分");
}

#[test]
fn who_is_not_there_is_told_with_who_is() {
    let shop = Shop::new().file("d.csv", DATA);
    shop.run(&["why", "p.merit", "d.csv", "A20"]).ends(2).tells("A02").tells("merit why p.merit d.csv");
    shop.run(&["why", "p.merit", "d.csv"]).ends(2).tells("A01、A02");
    shop.run(&["why", "p.merit", "d.csv", "a01"]).ends(2).tells("merit why p.merit d.csv A01");
    shop.run(&["why", "d.csv", "A01"]).ends(2);
    shop.run(&["why", "p.merit"]).ends(2);
    let doubled = Shop::new().file("d.csv", "工号,分\nA01,95.5\nA01,60\nA02,x\n");
    let told = json(doubled.run(&["why", "p.merit", "d.csv", "A01", "--format", "json"]).ends(3));
    assert_eq!((&told["status"], &told["reasons"][0]["line"]), (&"rejected".into(), &serde_json::json!(2)));
    let told = json(doubled.run(&["why", "p.merit", "d.csv", "A02", "--format", "json"]).ends(3));
    assert_eq!((&told["reasons"][0]["field"], &told["reasons"][0]["cell"]), (&"分".into(), &"x".into()));
    assert_eq!(told["fields"][1]["shown"], "x");
    doubled.run(&["why", "p.merit", "d.csv", "A02"]).ends(3).prints("退回");
}

#[test]
fn every_record_is_a_line() {
    let shop = Shop::new().file("d.csv", "工号,分\nA01,95.5\nA02,x\n合计,95.5\n");
    let run = shop.run(&["why", "p.merit", "d.csv", "--all", "--format", "json"]).ends(3);
    let lines: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let status: Vec<&str> = lines.iter().map(|line| line["status"].as_str().unwrap()).collect();
    assert_eq!(status, ["ok", "rejected", "skipped"]);
    lines.iter().for_each(|line| assert_eq!(unlike(line, "why"), Vec::<String>::new()));
    shop.run(&["why", "p.merit", "d.csv", "--all", "--depth", "line"]).ends(3).prints("A01：等级 A");
}

#[test]
fn exempt_items_add_up_as_fractions() {
    let shop = Shop::new().file("e.merit", EXEMPT).file("e.csv", "工号,天数,差错\nA01,20,0\n");
    let told = json(shop.run(&["why", "e.merit", "e.csv", "A01", "--format", "json"]).ends(0));
    assert_eq!((&told["items"][1]["exempt"], &told["total"]["value"]), (&true.into(), &serde_json::json!(80)));
    shop.run(&["why", "e.merit", "e.csv"]).ends(0).prints("免考");
}

#[test]
fn of_several_periods_the_latest_is_told() {
    let shop = Shop::new().file("m.merit", MONTHS).file("m.csv", ROWS);
    let why = |key: &[&str]| shop.run(&[&["why", "m.merit", "m.csv", "--format", "json"], key].concat());
    let run = why(&["A01"]).ends(0).tells("2024-01、2024-02").tells("最近的 2024-02");
    let told = json(run);
    assert_eq!(told["period"], "2024-02");
    assert_eq!(told["items"][0]["to_next"]["points"], serde_json::json!(100));
    assert_eq!(told["pay"][0]["bound"], serde_json::json!({"kind": "at most", "limit": 80, "before": 100}));
    assert_eq!(json(why(&["A01", "2024-01"]).ends(0))["period"], "2024-01");
    assert_eq!(json(why(&["A01 2024-01"]).ends(0))["period"], "2024-01");
    assert_eq!(json(why(&["李娜"]).ends(0))["key"]["工号"], "A02");
    why(&["王芳"]).ends(2).tells("A01、A03");
    why(&["A01", "2024-05"]).ends(2).tells("只有 2024-01、2024-02").tells("A01 2024-02");
    let told = shop.run(&["why", "m.merit", "m.csv", "A01"]).ends(0);
    told.prints("差 5：分 到 90 就是 100").prints("算出 100元，按上限付 80元");
}

/// Each field alone: 60 of 90 points; nothing is said of what is best already, and nobody can change what is fixed.
#[test]
fn what_would_help_is_told() {
    let shop = Shop::new().file("d.csv", DATA);
    let line = |more: &[&str]| shop.run(&[&["why", "p.merit", "d.csv", "--depth", "line"], more].concat()).ends(0).out;
    assert_eq!(line(&["A02"]), "A02：等级 B；工资 600元；想升到 A：分 60 → 90\n");
    assert!(line(&["A02", "--lang", "en"]).ends_with("; to reach A: 分 60 → 90\n"));
    assert_eq!(line(&["A02", "--fixed", "分"]), "A02：等级 B；工资 600元；差 30：分 到 90 就是 A\n");
    assert!(line(&["--all"]).ends_with("差 30：分 到 90 就是 A\n"));
    assert!(line(&["--all", "--next", "1"]).ends_with("想升到 A：分 60 → 90\n"));
    let told = shop.run(&["why", "p.merit", "d.csv", "A02"]).ends(0).out;
    assert!(told.ends_with("\n\n只改一项、其余不变，这样更好\n  分 60 → 90：B → A，+500.00元\n"), "{told}");
    for without in [&["A01"][..], &["A02", "--next", "0"], &["A02", "--fixed", "分"], &["--all"]] {
        let told = shop.run(&[&["why", "p.merit", "d.csv"], without].concat()).ends(0).out;
        assert!(!told.contains("这样更好"), "{told}");
    }
    let all = |more: &[&str]| {
        let told = shop.run(&[&["why", "p.merit", "d.csv", "--all", "--format", "json"], more].concat()).ends(0).out;
        let each = told.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        each.map(|one| one["next"].as_array().unwrap().len()).collect::<Vec<_>>()
    };
    assert_eq!((all(&[]), all(&["--next", "1"])), (vec![0, 0], vec![1, 1]));
    let mut told = json(shop.run(&["why", "p.merit", "d.csv", "A02", "--format", "json"]).ends(0));
    told["next"][0]["goal"] = "luck".into();
    assert_eq!(unlike(&told, "why").len(), 1);
}

/// 10000 × 1% + 5000 × 2% = 200 of money; 3 pieces at 2 yuan and 2 at 3 yuan are 12.
#[test]
fn titles_and_rates_are_as_people_write_them() {
    let policy = "policy \"店\" { currency CNY }
record { id \"工号\" : text, key; sales \"销售额\" : money; pieces \"件数\" : count }
scale a on sales, marginal { [0元, 10000元) => 1%; >= 10000元 => 2% }
scale b on pieces, marginal { [0, 3) => 2元; >= 3 => 3元 }
pay wage { one = a; two = b }
";
    let shop = Shop::new().file("s.merit", policy).file("s.csv", "工号,销售额,件数\nA01,15000,5\n");
    let told = shop.run(&["why", "s.merit", "s.csv", "A01", "--depth", "all"]).ends(0);
    let told = told.prints("销售额  15000元").prints("销售额 15000元").prints("10000元 × 1% = 100元");
    told.prints("5000元 × 2% = 100元").prints("3 × 2元 = 6元").prints("2 × 3元 = 6元");
}

/// What is odd in the data is told with `eval`; of one person what touches their row, and of nobody all.
#[test]
fn what_is_odd_elsewhere_is_not_told_again() {
    let shop = Shop::new().file("d.csv", "工号,分,备注\nA01,95.5,x\nA02,60,y\n合计,155.5,\n");
    shop.run(&["eval", "p.merit", "d.csv", "-o", "r.csv"]).ends(0).tells("W0701");
    let told = shop.run(&["why", "p.merit", "d.csv", "A02"]).ends(0);
    assert_eq!(told.err, "");
    assert_eq!(shop.run(&["next", "p.merit", "d.csv", "A02"]).ends(0).err, "");
    shop.run(&["why", "p.merit", "d.csv", "--all"]).ends(0).tells("W0701");
    shop.run(&["why", "p.merit", "d.csv", "A03"]).ends(2).tells("W0701").tells("E0802");
}
