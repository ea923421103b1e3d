//! `merit diff`: two policies, what changed, and whom it touches.

use serde_json::{Value, json};

use super::Shop;
use super::formats::unlike;

const OLD: &str = include_str!("diff.merit");
const DATA: &str =
    "工号,月份,店铺,回复率,评分\nK1,2024-03,东,98,10\nK2,2024-03,东,98,7\nK3,2024-03,西,95,8.5\nK4,2024-03,西,90,5\n";

/// A down from 90 to 88, B from 60% to 50%.
fn shop() -> Shop {
    let new = OLD.replace(">= 90     => 100%", ">= 88     => 100%").replace("[80, 90)  => 60%", "[80, 88)  => 50%");
    Shop::new().file("old.merit", OLD).file("new.merit", new).file("k.csv", DATA)
}

fn told(shop: &Shop, arguments: &[&str], status: i32) -> Value {
    let json: Value =
        serde_json::from_str(&shop.run(&[arguments, &["--format", "json"]].concat()).ends(status).out).unwrap();
    assert_eq!(unlike(&json, "diff"), Vec::<String>::new());
    json
}

#[test]
fn what_changed_is_told_for_programs() {
    let json = told(&shop(), &["diff", "old.merit", "new.merit"], 0);
    assert_eq!(json["equal"], "differs");
    let kinds: Vec<&Value> = json["changes"].as_array().unwrap().iter().map(|change| &change["kind"]).collect();
    assert_eq!(kinds, ["moved-bound", "value"]);
    assert_eq!(json["changes"][0]["old"], json!({ "file": "old.merit", "line": 26, "text": "A : >= 90 => 100%" }));
    assert_eq!(json["changes"][0]["to"], ">= 88");
    assert_eq!(json["people"], Value::Null);
    let same = told(&shop(), &["diff", "old.merit", "old.merit"], 0);
    assert_eq!((&same["equal"], &same["changes"]), (&json!("proved"), &json!([])));
}

/// 98% and 10 make 100; 98% and 7 make 88, B before and A now; 95% and 8.5 make 82, B; 90% and 5 make 56, C.
#[test]
fn whom_it_touches_is_told() {
    let json = told(&shop(), &["diff", "old.merit", "new.merit", "k.csv", "--by", "店铺"], 0);
    let people = &json["people"];
    let counts =
        |of: &Value| ["compared", "same", "gain", "lose", "gain_total", "lose_total"].map(|name| of[name].to_string());
    assert_eq!(counts(people), ["4", "2", "1", "1", "200", "-50"]);
    let classes = json!({ "lose_over_5": 1, "lose": 0, "within_0_1": 2, "gain": 0, "gain_over_5": 1, "from_zero": 0 });
    assert_eq!(people["classes"], classes);
    // 0, 300, 300, 500: (-300 + 300 + 1500) ÷ (4 × 1100); 0, 250, 500, 500: (-250 + 500 + 1500) ÷ (4 × 1250)
    assert_eq!(people["gini"], json!({ "old": "15/44", "new": "0.35" }));
    assert_eq!(json["grades"], json!([{ "from": "B", "to": "A", "count": 1 }]));
    assert_eq!(counts(&json["by"][0]), ["2", "1", "1", "0", "200", "0"]);
    assert_eq!(counts(&json["by"][1]), ["2", "1", "0", "1", "0", "-50"]);
    let pay = &json["pay"];
    assert_eq!(["old", "new", "delta"].map(|name| pay[1][name].to_string()), ["1100", "1250", "150"]);
    assert_eq!(json["largest"][0]["key"], json!({ "工号": "K2", "月份": "2024-03" }));
    assert_eq!(json["largest"][0]["delta"].to_string(), "200");
    assert_eq!(json["largest"][1]["delta"].to_string(), "-50");
    shop().run(&["diff", "old.merit", "new.merit", "k.csv"]).ends(0).prints("少拿 1 条，共 -50");
}

/// 98%, 95% and less make 60, 48 and 36, the rest is 4 × 评分. Pay jumps along 回复率 at 98% and 95%, along 评分 at 5
/// and 7.5 (with 98% they make 80 and 90) and 8 (with 95% it makes 80); now at 5, 7 and 8, and at 10 (with 95% it makes
/// 88). K1 stands at 98%, and at 10 now; K2 at 7.5 before; K4 at 7 now; K5 at 10 now; K3 nowhere.
#[test]
fn who_stands_where_pay_jumps_is_counted() {
    let data = "工号,月份,店铺,回复率,评分\nK1,2024-03,东,98,10\nK2,2024-03,东,96,7.5\nK3,2024-03,西,97,3\nK4,2024-03,西,96,7\nK5,2024-03,西,96,10\n";
    let json = told(&shop().file("five.csv", data), &["diff", "old.merit", "new.merit", "five.csv"], 0);
    assert_eq!(json["people"]["on_cliff"], json!({ "old": 2, "new": 3, "exact": true }));
}

/// Six people of one month: as many as it takes, and more than are tried at once.
fn crowd() -> Shop {
    const SIX: &str = "policy \"人数\" { currency CNY; period month }
record { 工号 : text, key; 月份 : month, period; 单量 : count in [0, 100] }
score 单量 weight 100% { >= 50 => 100; < 50 => 60 }
metric 总分 : points = scores
metric 加分 : points = if count(within: all, where: 单量 > 0) >= 6 then 5pt else 0pt
grade 等级 by 总分 -> 奖 : money { 好 : >= 80 => 300 CNY; 中 : < 80 => 100 CNY }
pay 奖金 { 奖 = 等级.奖; 多 = if count(within: all, where: 单量 > 0) >= 6 then 50 CNY else 0 CNY }
";
    let data: String = (1..=6).map(|at| format!("K{at},2024-03,{}\n", at * 10)).collect();
    Shop::new()
        .file("old.merit", SIX)
        .file("paid.merit", SIX.replace("单量 > 0) >= 6 then 50", "单量 > 10) >= 6 then 50"))
        .file("scored.merit", SIX.replace("单量 > 0) >= 6 then 5pt", "单量 > 10) >= 6 then 5pt"))
        .file("six.csv", format!("工号,月份,单量\n{data}"))
        .file("five.csv", format!("工号,月份,单量\n{}", data.rsplit_once("K6").unwrap().0))
}

/// What shows among six people alone is found by no search over fewer; the data show it: all six lose 50, or are paid
/// the same and lose 5 points. Of five nobody moves, and nothing is known.
#[test]
fn the_data_decide_what_no_search_finds() {
    let told = |new: &str, data: &str| {
        let json = told(&crowd(), &["diff", "old.merit", new, data], 0);
        let people = &json["people"];
        let counts = ["same", "lose", "otherwise"].map(|name| people[name].as_u64().unwrap());
        (json["equal"].as_str().unwrap().to_owned(), counts)
    };
    assert_eq!(told("paid.merit", "six.csv"), ("differs".to_owned(), [0, 6, 6]));
    assert_eq!(told("scored.merit", "six.csv"), ("differs".to_owned(), [6, 0, 6]));
    assert_eq!(told("paid.merit", "five.csv"), ("not-decided".to_owned(), [5, 0, 0]));
    let lines = crowd().run(&["diff", "old.merit", "scored.merit", "six.csv", "--lang", "zh"]).ends(0).out;
    assert!(lines.starts_with("结果不同："), "{lines}");
    let lines: String = lines.lines().collect();
    assert!(
        lines.contains("不变 6 条；") && lines.contains("其中 6 条别的结果变了，例如 K1 2024-03：加分 5 → 0。"),
        "{lines}"
    );
}

#[test]
fn one_change_is_the_cause() {
    let shop = shop().file("half.merit", OLD.replace("[80, 90)  => 60%", "[80, 90)  => 50%"));
    let json = told(&shop, &["diff", "old.merit", "half.merit", "k.csv"], 0);
    assert_eq!(json["largest"].as_array().unwrap().len(), 2);
    assert_eq!(json["largest"][0]["cause"][0]["change"], 0);
    assert_eq!(json["largest"][0]["cause"][0]["share"].to_string(), "-50");
}

#[test]
fn a_shop_may_forbid_what_a_change_does() {
    let ends = |check: &str, status| {
        shop().run(&["diff", "old.merit", "new.merit", "k.csv", "--fail-if", check]).ends(status);
    };
    // 1100 becomes 1250, 13.6% more; 50 of 300 are lost.
    ends("budget > 13%", 1);
    ends("budget > 14%", 0);
    ends("budget >= 150元", 1);
    ends("budget > 150", 0);
    ends("lose > 0", 1);
    ends("lose > 25%", 0);
    ends("gain < 1", 0);
    ends("largest-loss >= 50", 1);
    ends("largest-loss > 17%", 0);
    ends("grade-down > 0", 0);
    ends("losses > 0", 2);
    ends("lose > 1人", 0);
    ends("gain >= 1 people", 1);
    ends("budget > 1,000 CNY", 0);
    ends("budget > 3斤", 2);
    shop().run(&["diff", "old.merit", "new.merit", "--fail-if", "lose > 0"]).ends(2).tells("要有数据");
}

#[test]
fn what_cannot_be_compared_is_told() {
    shop().run(&["diff", "old.merit"]).ends(2).tells("要比较的是两份方案");
    let other = shop().file("key.merit", OLD.replace("工号   : text", "员工   : text"));
    other.run(&["diff", "old.merit", "key.merit", "k.csv"]).ends(1).tells("主键");
    shop().run(&["diff", "old.merit", "new.merit", "k.csv", "--by", "门店"]).ends(2).tells("店铺");
    let wrong = shop().file("new.merit", OLD.replace("[80, 90)", "[85, 90)"));
    wrong.run(&["diff", "old.merit", "new.merit"]).ends(1).tells("E0501");
}

/// What changed in a text is told whether or not the policy may be evaluated; what it does to anybody is not.
#[test]
fn a_policy_that_is_refused_is_compared_by_its_text() {
    let wrong = shop().file("new.merit", OLD.replace("[80, 90)", "[85, 90)"));
    let told = wrong.run(&["diff", "old.merit", "new.merit", "k.csv"]).ends(1).tells("E0501");
    told.prints("只能比文字上改了什么").prints("改动 1 处").prints("[80, 90)");
    let run = wrong.run(&["diff", "new.merit", "old.merit", "k.csv", "--format", "json"]).ends(1);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(unlike(&json, "diff"), Vec::<String>::new());
    assert_eq!((&json["equal"], &json["people"]), (&json!("not-decided"), &Value::Null));
    assert_eq!(json["changes"].as_array().unwrap().len(), 1);
    // Of what does not read nobody knows what is gone.
    let unread = shop().file("new.merit", OLD.replace("grade ", "grade = "));
    let run = unread.run(&["diff", "old.merit", "new.merit"]).ends(1);
    assert_eq!(run.out, "");
}

/// A figure is of the kind that is asked about, and of the currency that is paid.
#[test]
fn a_check_of_another_kind_is_told() {
    let tells = |check: &str, words: &str| {
        shop().run(&["diff", "old.merit", "new.merit", "k.csv", "--fail-if", check]).ends(2).tells(words);
    };
    tells("lose > 500元", "lose 数的是条数");
    tells("budget > 3人", "budget > 500元");
    tells("largest-loss > 20 USD", "本方案币种的金额");
}

/// The new policy takes marks up to 9.5 only: one that had more is rejected, with the cell.
#[test]
fn what_the_new_one_rejects_is_told() {
    let new = OLD.replace("评分   : points in [0, 10]", "评分   : points in [0, 9.5]");
    let shop = shop().file("less.merit", new);
    let json = told(&shop, &["diff", "old.merit", "less.merit", "k.csv"], 0);
    let people = &json["people"];
    let counts =
        ["compared", "only_old", "only_new", "newly_rejected", "rejected"].map(|name| people[name].to_string());
    assert_eq!(counts, ["3", "1", "0", "1", "0"]);
    assert_eq!(people["refused"][0]["key"], json!({ "工号": "K1", "月份": "2024-03" }));
    assert!(people["refused"][0]["reasons"][0].as_str().unwrap().contains("9.5"), "{people}");
    shop.run(&["diff", "old.merit", "less.merit", "k.csv"]).ends(0).prints("新方案退回的 1 条");
}

/// A month there and a quarter here are no key for both.
#[test]
fn keys_that_are_read_otherwise_are_told() {
    let new = OLD.replace("period   month", "period   quarter").replace("month, period", "quarter, period");
    let shop = shop().file("quarter.merit", new);
    shop.run(&["diff", "old.merit", "quarter.merit", "k.csv"]).ends(1).tells("月份 的读法不同");
}

/// A down to 88 and B to 50%: of K2, who is A now, the bound has ((500 − 300) + (500 − 250)) ÷ 2, the factor the rest.
#[test]
fn each_change_has_its_share() {
    let json = told(&shop(), &["diff", "old.merit", "new.merit", "k.csv"], 0);
    let cause = json["largest"][0]["cause"].to_string();
    assert_eq!(cause, "[{\"change\":0,\"share\":225},{\"change\":1,\"share\":-25}]");
    assert_eq!(json["largest"][0]["sampled"], false);
    shop().run(&["diff", "old.merit", "new.merit", "k.csv"]).ends(0).prints("改动 1 +225.00、改动 2 -25.00");
}
