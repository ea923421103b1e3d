//! Versions of one policy, of which the earlier hands over to the later.

use super::*;

/// Two versions of one policy: the bonus of a fine month, then one that grows with the months in a row.
fn versions(shop: Shop) -> Shop {
    let record = "record { 工号 : text, key; 月份 : month, period; 业绩 : money; 备注 : text, optional }\n";
    let old = "policy \"客服\" { currency CNY; period month; effective until 2024-06 }
use \"record.merit\"
let 达标 = 业绩 >= 1000元
metric 连续 : count = streak(达标)
pay 工资 { 奖金 = 10元 * 连续 }
";
    let new = "policy \"客服\" { currency CNY; period month; effective from 2024-07 }
use \"record.merit\"
let 达标 = 业绩 >= 2000元
metric 连续 : count = streak(达标)
pay 工资 { 奖金 = 100元 * 连续 }
";
    shop.file("record.merit", record).file("old.merit", old).file("new.merit", new)
}

const MONTHS: &str = "工号,月份,业绩\nA,2024-08,2500\nA,2024-05,1500\nA,2024-07,2000\nA,2024-06,1000\nB,2024-07,9000\n";

#[test]
fn one_version_hands_over_to_the_next_in_the_middle_of_a_run() {
    let shop = versions(Shop::new()).file("d.csv", MONTHS);
    let run = shop.run(&["eval", "old.merit", "new.merit", "d.csv", "--columns", "工号,月份,工资"]).ends(0);
    let paid: Vec<String> =
        run.out.lines().skip(1).map(|line| line.split(',').take(3).collect::<Vec<_>>().join(" ")).collect();
    // May 1, June 2 by the old one; July 3, August 4 by the new one; B begins in July.
    let expected = ["A 2024-08 400.00", "A 2024-05 10.00", "A 2024-07 300.00", "A 2024-06 20.00", "B 2024-07 100.00"];
    assert_eq!(paid, expected);
    let versions: std::collections::BTreeSet<&str> =
        run.out.lines().skip(1).map(|line| line.split(',').nth(4).unwrap()).collect();
    assert_eq!(versions.len(), 2, "{}", run.out);
}

#[test]
fn month_by_month_gives_the_same_as_all_months_at_once() {
    let shop = versions(Shop::new());
    let mut history: Vec<String> = vec![];
    let month = |month: &str| {
        let rows: String =
            MONTHS.lines().skip(1).filter(|row| row.contains(month)).map(|row| format!("{row}\n")).collect();
        format!("工号,月份,业绩\n{rows}")
    };
    let mut shop = shop;
    for (at, paid) in [("2024-05", "10.00"), ("2024-06", "20.00"), ("2024-07", "300.00"), ("2024-08", "400.00")] {
        shop = shop.file("month.csv", month(at));
        let (output, receipt) = (format!("past/{at}.csv"), format!("past/{at}.json"));
        std::fs::create_dir_all(shop.0.path().join("past")).unwrap();
        let past: Vec<&str> = if history.is_empty() { vec![] } else { vec!["--history", "past"] };
        let own = ["eval", "old.merit", "new.merit", "month.csv", "-o", &output, "--receipt", &receipt];
        shop.run(&[&own[..], &past].concat()).ends(0);
        let text = shop.read(&output);
        assert!(text.lines().nth(1).unwrap().contains(&format!(",{paid},客服,")), "{text}");
        history.push(output);
    }
}

#[test]
fn a_gap_between_versions_is_shown() {
    let shop = versions(Shop::new()).file("d.csv", MONTHS);
    let late = shop.read("new.merit").replace("from 2024-07", "from 2024-09");
    let shop = shop.file("new.merit", late);
    let run = shop.run(&["eval", "old.merit", "new.merit", "d.csv"]).ends(1).tells("E0510");
    run.tells("2024-07 到 2024-08 没有方案生效");
    let early = shop.read("new.merit").replace("from 2024-09", "from 2024-06");
    let shop = shop.file("new.merit", early);
    shop.run(&["check", "old.merit", "new.merit", "--together"]).ends(1).tells("E0511").tells("客服 (old.merit)");
}

#[test]
fn history_is_of_the_policy_that_its_rows_or_receipt_name() {
    let post = |title: &str, post: &str| {
        format!(
            "policy \"{title}\" {{ currency CNY; period month; applies when 岗位 = {post} }}
record {{ 工号 : text, key; 月份 : month, period; 岗位 : 售前 | 售后; 业绩 : money }}
let 达标 = 业绩 >= 1000元
metric 连续 : count = streak(达标)
"
        )
    };
    let shop = Shop::new().file("a.merit", post("甲", "售前")).file("b.merit", post("乙", "售后"));
    let head = "工号,月份,岗位,业绩\n";
    let shop = shop.file("may.csv", format!("{head}A,2024-05,售前,1000\nB,2024-05,售后,1000\n"));
    let shop = shop.file("june.csv", format!("{head}A,2024-06,售前,1000\nB,2024-06,售前,1000\n"));
    let both = ["eval", "a.merit", "b.merit"];
    shop.run(&[&both[..], &["may.csv", "-o", "may.out.csv"]].concat()).ends(0);
    let run = shop.run(&[&both[..], &["june.csv", "--history", "may.out.csv"]].concat()).ends(0);
    // B was another policy's in May: under this one its first month.
    let lines: Vec<&str> = run.out.lines().collect();
    assert!(lines[1].starts_with("A,2024-06,") && lines[1].contains(",2,yes,甲,"), "{}", run.out);
    assert!(lines[2].starts_with("B,2024-06,") && lines[2].contains(",1,yes,甲,"), "{}", run.out);
    // The results of one policy do not say whose they are; the receipt beside them does.
    shop.run(&["eval", "a.merit", "may.csv", "-o", "alone.csv"]).ends(3);
    shop.run(&[&both[..], &["june.csv", "--history", "alone.csv"]].concat()).ends(1).tells("E0720").tells("哪份方案");
    std::fs::create_dir(shop.0.path().join("past")).unwrap();
    shop.run(&["eval", "a.merit", "may.csv", "-o", "past/may.csv", "--receipt", "past/may.json"]).ends(3);
    let run = shop.run(&[&both[..], &["june.csv", "--history", "past"]].concat()).ends(0);
    assert!(run.out.lines().nth(1).unwrap().contains(",2,yes,甲,"), "{}", run.out);
    std::fs::create_dir(shop.0.path().join("empty")).unwrap();
    shop.run(&[&both[..], &["june.csv", "--history", "empty"]].concat()).ends(1).tells("E0720");
}

/// A label is told by its name: the versions may have other labels beside it, or give another place to it.
#[test]
fn a_grade_is_handed_over_by_its_name() {
    let policy = |time: &str, rows: &str| {
        format!(
            "policy \"客服\" {{ currency CNY; period month; effective {time} }}
record {{ 工号 : text, key; 月份 : month, period; 分 : points in [0, 100] }}
grade 等级 by 分 {{ {rows} }}
metric 上次 : 等级 = previous(等级) otherwise 等级
"
        )
    };
    let old = policy("until 2024-06", "甲 : >= 80; 乙 : < 80");
    let new = policy("from 2024-07", "优 : >= 90; 甲 : [80, 90); 乙 : < 80");
    let shop = Shop::new().file("old.merit", &old).file("new.merit", &new);
    let shop =
        shop.file("d.csv", "工号,月份,分\nA,2024-07,95\nB,2024-07,95\nA,2024-06,85\nB,2024-06,70\nA,2024-08,70\n");
    let run = shop.run(&["eval", "old.merit", "new.merit", "d.csv", "--columns", "工号,月份,等级,上次"]).ends(0);
    let rows: Vec<String> =
        run.out.lines().skip(1).map(|line| line.split(',').take(4).collect::<Vec<_>>().join(" ")).collect();
    let expected = ["A 2024-07 优 甲", "B 2024-07 优 乙", "A 2024-06 甲 甲", "B 2024-06 乙 乙", "A 2024-08 乙 优"];
    assert_eq!(rows, expected);
    // What the earlier version gives must be something to the later one.
    let other = shop.file("new.merit", new.replace("乙 : < 80", "丙 : < 80"));
    other.run(&["check", "old.merit", "new.merit", "--together"]).ends(1).tells("E0512").tells("等级");
}
