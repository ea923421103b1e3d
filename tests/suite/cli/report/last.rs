//! A month held against the results of an earlier one, and who may be named on a statement.

use super::super::Shop;
use super::{made, named, rows};

const MARCH: &str =
    "工号,姓名,月份,店铺,分\nA01,王芳,2024-03,东,95.5\nA02,李雷,2024-03,西,60\nA09,走了,2024-03,西,60\n";
const APRIL: &str = "工号,姓名,月份,店铺,分\nA01,王芳,2024-04,东,70\nA02,李雷,2024-04,西,60\nA03,韩梅,2024-04,东,90\n";

fn months() -> Shop {
    let shop = Shop::new().file("n.merit", named()).file("m.csv", MARCH).file("n.csv", APRIL);
    shop.run(&["eval", "n.merit", "m.csv", "-o", "last.csv"]).ends(0);
    shop
}

#[test]
fn who_moved_since_the_last_results_is_told_with_what_it_is_made_of() {
    let shop = months();
    made(&shop, &["-o", "r.html", "--statements", "--against", "last.csv", "--lang", "zh"]).ends(0);
    let page = shop.read("r.html");
    let moved = page.split("id=\"moved\"").nth(1).unwrap().split("</section>").next().unwrap();
    // 1100 + 600 then, 600 + 600 now, by hand; one is new, one has no result now.
    for piece in
        ["<dd>1700.00元</dd>", "<dd>1200.00元</dd>", "<dd>−500.00元</dd>", "新来的</dt><dd>1</dd>", "没有的：1 人"]
    {
        assert!(moved.contains(piece), "{piece}: {moved}");
    }
    let grades = rows(moved, "上次等级");
    assert_eq!(grades, [["A", "B", "1"]]);
    let movers = rows(moved, "谁</th>");
    assert_eq!(movers.len(), 1, "{movers:?}");
    assert_eq!(movers[0][..4], ["A01 王芳 2024-04", "1100.00元", "600.00元", "−500.00元"]);
    assert!(movers[0][4].contains("等级 A → B"), "{movers:?}");
    let statements: Vec<&str> = page.split("id=\"statement-").skip(1).collect();
    let said = "和上一次比：工资 1100.00元 → 600.00元（−500.00元）；等级 A → B。";
    assert!(statements[0].contains(said), "{}", statements[0]);
    // Beside each line of pay what it was: 1000 + 100 then, 500 + 100 now.
    let pay = rows(statements[0], "金额");
    assert_eq!(pay.last().unwrap()[2..], ["600.00元", "1100.00元", "−500.00元"], "{pay:?}");
    assert!(statements[1].contains("都和上一次相同"), "{}", statements[1]);
    // Who is new is held against nobody.
    assert!(!statements[2].contains("和上一次比"), "{}", statements[2]);
}

const SCORED: &str = "policy \"评分\" { }\nrecord { 工号 : text, key; 率 : percent in [0%, 100%]; 单 : count in [0, 9] }\n\
    metric 达成 : percent, decimals 1 = 率 / 100%\nscore 达成 weight 60% { >= 90% => 100; < 90% => 50 }\nscore 单 weight 40% = 100pt - 5pt * 单\nmetric 总分 : points = scores\n";

/// An item tells its figure and its points of then, which is 50 + 95 × 40% and now 100 × 60% + 90 × 40%.
#[test]
fn items_stand_beside_what_they_were() {
    let shop = Shop::new().file("s.merit", SCORED);
    let shop = shop.file("m.csv", "工号,率,单\nA01,89%,1\n").file("d.csv", "工号,率,单\nA01,95%,2\n");
    shop.run(&["eval", "s.merit", "m.csv", "-o", "last.csv"]).ends(0);
    shop.run(&["report", "s.merit", "d.csv", "-o", "p", "--against", "last.csv", "--lang", "zh"]).ends(0);
    let page = shop.read("p/A01.html");
    let scores = rows(&page, "上次得分");
    assert_eq!(scores[0], ["达成", "95%（上次 89%）", "90% 及以上", "100", "60%", "60", "50"], "{page}");
    assert_eq!(scores[1], ["单", "100 − 5 × 2", "", "90", "40%", "36", "95"], "{page}");
    assert_eq!(scores[2], ["合计", "", "", "", "", "96"], "{page}");
}

#[test]
fn a_run_of_the_same_month_is_held_against_its_own() {
    let shop = months();
    shop.run(&["report", "n.merit", "m.csv", "-o", "r.html", "--against", "last.csv", "--lang", "zh"]).ends(0);
    assert!(shop.read("r.html").contains("<dd>0.00元</dd>"));
}

#[test]
fn results_that_cannot_be_held_against_are_told() {
    let shop = months().file("other.csv", "甲,乙\n1,2\n");
    made(&shop, &["-o", "r.html", "--against", "no.csv"]).ends(2).tells("no.csv");
    let run = made(&shop, &["-o", "r.html", "--against", "other.csv"]);
    assert!(run.status == 1 && run.err.contains("工号"), "{}", run.err);
    assert!(!shop.has("r.html"));
}

const RANKED: &str = "policy \"名次\" { currency CNY }\nrecord { 工号 : text, key; 姓名 : text; 店铺 : text; 分 : points in [0, 100] }\n\
    metric 名次 : count = rank(分, within: 店铺, ties: shared)\npay 奖 { 头名 = 100元 when 名次 = 1 }\n";

#[test]
fn others_are_named_where_that_is_asked_for_alone() {
    let shop = Shop::new().file("n.merit", RANKED);
    let shop = shop.file("n.csv", "工号,姓名,店铺,分\nA01,王芳,东,95\nA02,李雷,东,60\nA03,韩梅,西,90\n");
    made(&shop, &["-o", "plain", "--lang", "zh"]).ends(0);
    let page = shop.read("plain/A02_李雷.html");
    assert!(page.contains("共 2 人") && !page.contains("王芳") && !page.contains("A01"), "{page}");
    made(&shop, &["-o", "named", "--names", "--lang", "zh"]).ends(0);
    let page = shop.read("named/A02_李雷.html");
    assert_eq!(rows(&page, "同一店铺的人的名次"), [["A01 王芳", "1"], ["A02 李雷", "2"]]);
    assert!(!page.contains("韩梅"), "another group's: {page}");
}

/// People who are ranked twice stand in one table, with a column a rank; who has no place in one has an empty cell.
#[test]
fn two_ranks_of_the_same_people_are_one_table() {
    let policy = RANKED
        .replace("pay 奖", "metric 另一名次 : count = rank(分, within: 店铺, ties: shared, where: 分 >= 90)\npay 奖");
    let policy = policy.replace("\n    metric 名次", "\nmetric 名次");
    let data = "工号,姓名,店铺,分\nA01,王芳,东,60\nA02,李雷,东,95\n";
    let shop = Shop::new().file("n.merit", policy).file("n.csv", data);
    made(&shop, &["-o", "named", "--names", "--lang", "zh"]).ends(0);
    let page = shop.read("named/A01_王芳.html");
    assert_eq!(page.matches("同一店铺的人的名次</h3>").count(), 1, "{page}");
    assert_eq!(rows(&page, "同一店铺的人的名次"), [vec!["A02 李雷", "1", "1"], vec!["A01 王芳", "2"]]);
}

#[test]
fn what_cannot_be_changed_is_not_advised() {
    let shop = months();
    made(&shop, &["-o", "a.html", "--statements", "--lang", "zh"]).ends(0);
    made(&shop, &["-o", "b.html", "--statements", "--fixed", "分", "--lang", "zh"]).ends(0);
    assert!(shop.read("a.html").contains("分 70 →") && !shop.read("b.html").contains("分 70 →"));
    made(&shop, &["-o", "c.html", "--fixed", "没有"]).ends(2).tells("没有");
}
