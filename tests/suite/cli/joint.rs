//! Lookups, details and earlier results, as the program takes them.

use super::Shop;

const POLICY: &str = r#"policy "薪酬" { period month }
record {
    工号   : text, key
    月份   : month, period
    店铺   : text
    好评率 : percent(%)
}
details 订单 {
    工号 : text, key
    月份 : month, period
    金额 : money
}
lookup 店铺指标 {
    店铺   : text, key
    退款率 : percent(%), required
}
metric 销售额 : money = sum(订单.金额)
metric 名次   : count = rank(好评率, within: 店铺, ties: shared)
pay 工资 {
    提成   = 销售额 * 1%
    店铺奖 = 100元 when 店铺指标.退款率 <= 5%
    三连冠 = 300元 when streak(名次 = 1) >= 3
}
"#;

const SHOPS: &str = "店铺,退款率\n甲,4\n乙,6\n";
const ORDERS: &str = "工号,月份,金额\nA,2024-01,1000\nA,2024-03,500\nB,2024-03,800\nC,2024-03,50\n";
/// A is first in three months, B in two: in February B was not there.
const MONTHS: [&str; 3] = [
    "工号,月份,店铺,好评率\nA,2024-01,甲,99\nB,2024-01,乙,98\nC,2024-01,甲,90\n",
    "工号,月份,店铺,好评率\nA,2024-02,甲,99\nC,2024-02,甲,90\n",
    "工号,月份,店铺,好评率\nA,2024-03,甲,99\nB,2024-03,乙,98\nC,2024-03,甲,90\n",
];

fn shop() -> Shop {
    let shop = Shop::new().file("w.merit", POLICY).file("shops.csv", SHOPS).file("orders.csv", ORDERS);
    MONTHS.iter().zip(1..).fold(shop, |shop, (text, month)| shop.file(&format!("m{month}.csv"), text))
}

const WITH: [&str; 4] = ["--with", "订单=orders.csv", "--with", "店铺指标=shops.csv"];

/// The wages of March: of A 5 + 100 + 300, of B 8 + 0 + 0, of C 0.50 + 100. With a February in which B was first too,
/// it would be three months in a row.
const MARCH: &str = "工号,月份,工资,_status,_reasons\nA,2024-03,405.00,ok,\nB,2024-03,8.00,ok,暂定：更早有记录，2024-02 却没有，当期的数按缺失算\nC,2024-03,100.50,ok,\n";

fn march(shop: &Shop, more: &[&str]) -> super::Run {
    let asked = ["eval", "w.merit", "m3.csv", "--columns", "工号,月份,工资"];
    shop.run(&[&asked[..], &WITH[..], more].concat())
}

#[test]
fn months_of_one_run_and_of_earlier_ones_count_alike() {
    let shop = shop();
    let together = ["eval", "w.merit", "m3.csv", "m1.csv", "m2.csv", "--columns", "工号,月份,工资"];
    let run = shop.run(&[&together[..], &WITH[..]].concat());
    assert!(run.out.starts_with(MARCH), "{}{}", run.out, run.err);
    // One month after the other, the results of each read again, in every format.
    for format in ["csv", "jsonl", "json", "xlsx", "parquet"] {
        for month in 1..=2 {
            let (data, out) = (format!("m{month}.csv"), format!("r{month}.{format}"));
            let earlier = format!("r1.{format}");
            let history: &[&str] = if month == 2 { &["--history", &earlier] } else { &[] };
            let run = shop.run(&[&["eval", "w.merit", &data, "-o", &out], &WITH[..], history].concat());
            assert_eq!(run.status, 0, "{}", run.err);
        }
        let (one, two) = (format!("r1.{format}"), format!("r2.{format}"));
        let run = march(&shop, &["--history", &one, "--history", &two]);
        assert_eq!((run.out.as_str(), run.status), (MARCH, 0), "{format} {}", run.err);
    }
}

#[test]
fn a_folder_counts_as_far_as_its_receipts_vouch_for_it() {
    let shop = shop().file("past/note.txt", "not a result");
    for month in 1..=2 {
        let (data, out) = (format!("m{month}.csv"), format!("past/{month}.csv"));
        let receipt = format!("past/{month}.receipt.json");
        let run = shop.run(&[&["eval", "w.merit", &data, "-o", &out, "--receipt", &receipt], &WITH[..]].concat());
        assert_eq!(run.status, 0, "{}", run.err);
    }
    assert_eq!(march(&shop, &["--history", "past"]).out, MARCH);
    // Another version of the policy is told, and counts.
    let shop = shop.file("w.merit", POLICY.replace("1%", "1.0%"));
    let run = march(&shop, &["--history", "past"]);
    assert_eq!((run.out.as_str(), run.status), (MARCH, 0));
    assert!(run.err.contains("W0705"), "{}", run.err);
    // A month that somebody changed, and one without a receipt.
    let shop = shop.file("past/1.csv", MONTHS[0]).file("past/0.csv", MONTHS[0]);
    let run = march(&shop, &["--history", "past"]);
    assert_eq!((run.out.as_str(), run.status), ("", 1));
    assert_eq!(run.err.matches("E0720 past").count(), 2, "{}", run.err);
}

#[test]
fn what_is_not_given_or_not_asked_for_is_told() {
    let shop = shop();
    let eval = |more: &[&str]| shop.run(&[&["eval", "w.merit", "m1.csv"], more].concat());
    let run = eval(&[]);
    assert_eq!((run.status, run.err.matches("E0716").count()), (2, 2), "{}", run.err);
    let run = eval(&["--with", "订单=orders.csv", "--with", "店铺=shops.csv"]);
    assert!(run.status == 2 && run.err.contains("订单、店铺指标"), "{}", run.err);
    assert_eq!(eval(&["--with", "orders.csv"]).status, 2);
    let plain = shop.run(&["eval", "p.merit", "d.csv", "--with", "订单=orders.csv"]);
    assert_eq!(plain.status, 2);
    assert_eq!(shop.run(&["eval", "p.merit", "d.csv", "--history", "d.csv"]).status, 2);
}

#[test]
fn the_summary_says_whose_group_lacks_a_record() {
    let shop = shop().file("m1.csv", "工号,月份,店铺,好评率\nA,2024-01,甲,99\nB,2024-01,甲,x\nC,2024-01,甲,90\n");
    let run = shop.run(&[&["eval", "w.merit", "m1.csv", "--columns", "工号,名次"], &WITH[..]].concat());
    // B has no place, and takes none.
    assert!(
        run.out.starts_with("工号,名次,_status,_reasons\nA,1,ok,暂定：本组有 1 条被退回\nB,,rejected,"),
        "{}",
        run.out
    );
    assert!(run.out.ends_with("C,2,ok,暂定：本组有 1 条被退回\n"), "{}", run.out);
    assert!(run.err.contains("月份 2024-01、店铺 甲（1 条）"), "{}", run.err);
}

#[test]
fn equal_reasons_are_told_once_and_keys_are_spelt_as_results_are() {
    let shop = shop()
        .file("d.csv", "工号,月份,店铺,好评率\nA,2024-03,甲,99\nX,2024年3月,丙,9\nY,2024/3,丙,8\nZ,2024-03,甲,x\n");
    let run = shop.run(&[&["eval", "w.merit", "d.csv", "--columns", "工号,月份"], &WITH[..]].concat()).ends(3);
    let reasons: Vec<&str> = run.err.lines().filter(|line| line.starts_with("  - ")).collect();
    assert_eq!(reasons.len(), 2, "{}", run.err);
    assert!(reasons[0].contains("店铺 = 丙") && reasons[0].ends_with("（2 条记录）"), "{}", run.err);
    assert!(run.out.contains("\nX,2024-03,rejected,") && run.out.contains("\nY,2024-03,rejected,"), "{}", run.out);
}

#[test]
fn details_may_be_empty_and_lookups_may_not() {
    let shop = shop().file("orders.csv", "工号,月份,金额\n").file("none.csv", "店铺,退款率\n");
    let run = march(&shop, &[]).ends(0).tells("W0704").tells("往期结果：没有");
    assert!(run.out.contains("\nB,2024-03,0.00,ok,"), "{}", run.out);
    let with = ["eval", "w.merit", "m3.csv", "--with", "订单=orders.csv", "--with", "店铺指标=none.csv"];
    shop.run(&with).ends(1).tells("E0710");
}

#[test]
fn a_file_named_twice_is_refused_and_of_earlier_results_counts_once() {
    let shop = shop();
    march(&shop, &["--with", "订单=./orders.csv"]).ends(2).tells("E0802");
    shop.run(&[&["eval", "w.merit", "m3.csv", "./m3.csv"], &WITH[..]].concat()).ends(2).tells("m3.csv 给了两次");
    shop.run(&[&["eval", "w.merit", "m2.csv", "-o", "r2.csv"], &WITH[..]].concat()).ends(0);
    march(&shop, &["--history", "r2.csv", "--history", "./r2.csv"]).ends(0).tells("往期结果：2024-02 的 2 条");
    march(&shop, &["--history", "absent.csv"]).ends(2).tells("E0715");
}

#[test]
fn what_the_run_rejects_breaks_a_streak_that_the_history_holds() {
    let shop = shop();
    for (data, out) in [("m1.csv", "r1.csv"), ("m2.csv", "r2.csv")] {
        shop.run(&[&["eval", "w.merit", data, "-o", out], &WITH[..]].concat());
    }
    // February is given again, and this time the rate of A does not read: nobody knows whether A was first.
    let shop = shop.file("again.csv", MONTHS[1].replace("99", "?"));
    let history = ["--history", "r1.csv", "--history", "r2.csv"];
    let run = march(&shop, &[&history[..], &["again.csv"]].concat());
    assert!(run.out.contains("A,2024-02,,rejected"), "{}", run.out);
    assert!(run.out.contains("A,2024-03,105.00,ok"), "{}", run.out);
}
