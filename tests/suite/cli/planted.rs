//! Changes planted in a policy that nothing else uses: who moves and by how much, against what was worked out by hand.
//!
//! | | 首响 | 差评 | 评分 | 总分 | 等级 | 底薪 | 奖金 | 提成 | 工资 |
//! | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
//! | P1 | 100 | 100 | 90 | 50 + 30 + 18 = 98 | A | 3000 | 720 | 100 | 3820 |
//! | P2 | 80 | 80 | 80 | 40 + 24 + 16 = 80 | B | 3000 | 600 | 100 + 400 | 4100 |
//! | P3 | 50 | 40 | 100 | 25 + 12 + 20 = 57 | C | 3000 | 300 | 0 | 3300 |
//! | P4 | 100 | 80 | 80 | 50 + 24 + 16 = 90 | A | 2400 | 720 | 50 | 3170 |
//! | P5 | 80 | 100 | 75 | 40 + 30 + 15 = 85 | B | 3000 | 600 | 2300, cut to 2000 | 5600 |
//! | P6 | 50 | 80 | 100 | 25 + 24 + 20 = 69 | C | 2400 | 300 | 100 + 200 | 3000 |

use std::collections::BTreeMap;

use serde_json::Value;

use super::Shop;

const POLICY: &str = include_str!("planted.merit");

const DATA: &str = "工号,月份,首响,差评,评分,销售额,试用
P1,2024-03,30,0,9,10000,否
P2,2024-03,45,1,8,30000,否
P3,2024-03,61,3,10,0,否
P4,2024-03,20,2,8,5000,是
P5,2024-03,60,0,7.5,120000,否
P6,2024-03,100,2,10,20000,是
";

/// What is put in the place of what, the verdict, and who moves by how much.
pub(super) type Planted<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a [(&'a str, i64)]);

/// A policy in which changes are planted, and those whom they touch.
pub(super) struct Bed<'a> {
    pub policy: &'a str,
    pub data: &'a str,
    /// A lookup's name and rows.
    pub lookup: Option<(&'a str, &'a str)>,
    pub people: i64,
    /// Whose a record is, by its key.
    pub who: fn(&Value) -> String,
}

const SIX: Bed =
    Bed { policy: POLICY, data: DATA, lookup: None, people: 6, who: |key| key["工号"].as_str().unwrap().to_owned() };

fn held(planted: &[Planted]) {
    SIX.held(planted);
}

impl Bed<'_> {
    /// Holds what is told of each change against what is known of it.
    pub fn held(&self, planted: &[Planted]) {
        let wrong: Vec<String> = planted.iter().filter_map(|planted| self.unlike(planted)).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    fn told(&self, edits: &[(&str, &str)]) -> Value {
        let new = edits.iter().fold(self.policy.to_owned(), |text, (from, to)| {
            assert_eq!(text.matches(from).count(), 1, "{from}");
            text.replace(from, to)
        });
        let shop = Shop::new().file("old.merit", self.policy).file("new.merit", new).file("data.csv", self.data);
        let (shop, with) = match self.lookup {
            Some((name, rows)) => (shop.file("rows.csv", rows), format!("{name}=rows.csv")),
            None => (shop, String::new()),
        };
        let mut asked = vec!["diff", "old.merit", "new.merit", "data.csv", "--format", "json"];
        if self.lookup.is_some() {
            asked.extend(["--with", &with]);
        }
        serde_json::from_str(&shop.run(&asked).ends(0).out).unwrap()
    }

    fn unlike(&self, (edits, verdict, moves): &Planted) -> Option<String> {
        let told = self.told(edits);
        let people = &told["people"];
        let whole = |value: &Value| value.to_string().parse::<i64>().unwrap();
        let counts = ["compared", "same", "gain", "lose", "gain_total", "lose_total"].map(|name| whole(&people[name]));
        let (gains, losses): (Vec<i64>, Vec<i64>) = moves.iter().map(|(_, by)| by).partition(|by| **by > 0);
        let size = |of: &[i64]| i64::try_from(of.len()).unwrap();
        let (gain, lose) = (size(&gains), size(&losses));
        let known = [self.people, self.people - gain - lose, gain, lose, gains.iter().sum(), losses.iter().sum()];
        let largest = told["largest"].as_array().unwrap();
        let each: BTreeMap<String, i64> =
            largest.iter().map(|of| ((self.who)(&of["key"]), whole(&of["delta"]))).collect();
        // The causes of each add up to what they are paid more or less.
        let add_up = largest.iter().all(|of| {
            let shares = of["cause"].as_array().unwrap().iter().map(|cause| whole(&cause["share"]));
            shares.sum::<i64>() == whole(&of["delta"])
        });
        // Ten are told one by one.
        let moved: BTreeMap<String, i64> = moves.iter().map(|(who, by)| ((*who).to_owned(), *by)).collect();
        let each_is_so = each.len() == moved.len().min(10) && each.iter().all(|(who, by)| moved.get(who) == Some(by));
        let is_so = told["equal"] == *verdict && counts == known && each_is_so && add_up;
        (!is_so).then(|| format!("{edits:?}: {} {counts:?} {each:?}, but {verdict} {known:?} {moves:?}", told["equal"]))
    }
}

#[test]
fn bounds() {
    held(&[
        (&[("A : >= 90", "A : >= 85"), ("[75, 90)", "[75, 85)")], "differs", &[("P5", 120)]),
        (&[("A : >= 90", "A : > 90"), ("[75, 90)", "[75, 90]")], "differs", &[("P4", -120)]),
        (&[("[75, 90)", "[65, 90)"), ("< 75", "< 65")], "differs", &[("P6", 300)]),
        (&[("[75, 90)", "[81, 90)"), ("< 75", "< 81")], "differs", &[("P2", -300)]),
        // 30 seconds: 80 points, 88 in all.
        (&[("<= 30s", "<= 20s"), ("(30s, 60s]", "(20s, 60s]")], "differs", &[("P1", -120)]),
        // 45 seconds: 100 points, 90 in all.
        (&[("<= 30s", "<= 45s"), ("(30s, 60s]", "(45s, 60s]")], "differs", &[("P2", 120)]),
        // 60 seconds: 50 points, 70 in all.
        (&[("(30s, 60s]", "(30s, 60s)"), ("> 60s", ">= 60s")], "differs", &[("P5", -300)]),
        // 61 seconds: 72 in all, still C.
        (&[("(30s, 60s]", "(30s, 61s]"), ("> 60s", "> 61s")], "differs", &[]),
        // P2 has 86, still B.
        (&[("    0 => 100", "    [0, 1] => 100"), ("[1, 2]", "2")], "differs", &[]),
        // The first 20,000 at 1%; P5 is cut to 2,000 as before.
        (&[("[0元, 1万元)", "[0元, 2万元)"), (">= 1万元", ">= 2万元")], "differs", &[("P2", -100), ("P6", -100)]),
    ]);
}

#[test]
fn values_and_weights() {
    held(&[
        // P2 has 82.5 and P5 87.5, both still B.
        (&[("(30s, 60s] => 80", "(30s, 60s] => 85")], "differs", &[]),
        // P3 has 77, P6 89.
        (&[("> 60s => 50", "> 60s => 90")], "differs", &[("P3", 300), ("P6", 300)]),
        (&[("[1, 2] => 80", "[1, 2] => 90")], "differs", &[]),
        // P3 has 75.
        (&[(">= 3 => 40", ">= 3 => 100")], "differs", &[("P3", 300)]),
        // P4 has 40 + 24 + 24.
        (&[("首响 weight 50%", "首响 weight 40%"), ("评分 weight 20%", "评分 weight 30%")], "differs", &[("P4", -120)]),
        // P4 has 88.4.
        (&[("评分 * 10", "评分 * 9")], "differs", &[("P4", -120)]),
        (&[("=> 120%", "=> 150%")], "differs", &[("P1", 180), ("P4", 180)]),
        (&[("90) => 100%", "90) => 90%")], "differs", &[("P2", -60), ("P5", -60)]),
        (&[("< 75 => 50%", "< 75 => 0%")], "differs", &[("P3", -300), ("P6", -300)]),
        (
            &[("[0元, 1万元) => 1%", "[0元, 1万元) => 1.5%")],
            "differs",
            &[("P1", 50), ("P2", 50), ("P4", 25), ("P6", 50)],
        ),
        (&[("=> 2%", "=> 3%")], "differs", &[("P2", 200), ("P6", 100)]),
    ]);
}

#[test]
fn pay() {
    let more = [("P1", 120), ("P2", 100), ("P3", 50), ("P4", 120), ("P5", 100), ("P6", 50)];
    let base = [("P1", 100), ("P2", 100), ("P3", 100), ("P4", 80), ("P5", 100), ("P6", 80)];
    let share = [("P1", -100), ("P2", -500), ("P4", -50), ("P5", -2000), ("P6", -300)];
    held(&[
        (&[("600元 *", "700元 *")], "differs", &more),
        (&[("= 3000元", "= 3100元")], "differs", &base),
        (&[("    提成 at most 2000元 = 提成\n", "")], "differs", &share),
        (&[("at most 2000元", "at most 2500元")], "differs", &[("P5", 300)]),
        (&[(" at most 2000元", "")], "differs", &[("P5", 300)]),
        (&[("at most 2000元", "at most 400元")], "differs", &[("P2", -100), ("P5", -1600)]),
        (&[("then 80%", "then 90%")], "differs", &[("P4", 300), ("P6", 300)]),
        (&[("if 试用 then", "if 试用 and 评分 < 9 then")], "differs", &[("P6", 600)]),
        (&[("    奖金 =", "    全勤 = 50元 when 差评 < 1\n    奖金 =")], "differs", &[("P1", 50), ("P5", 50)]),
        (&[("600元 * 等级.系数", "600元 * 等级.系数 when 差评 < 3")], "differs", &[("P3", -300)]),
        (&[("pay 工资 {", "pay 工资 at least 3200元 {")], "differs", &[("P4", 30), ("P6", 200)]),
        (&[("pay 工资 {", "pay 工资 at most 4000元 {")], "differs", &[("P2", -100), ("P5", -1600)]),
        // At 2% of everything from 10,000 on; P5 is cut as before.
        (&[("marginal", "whole")], "differs", &[("P1", 100), ("P2", 100), ("P6", 100)]),
    ]);
}

#[test]
fn rows_roundings_and_several_at_once() {
    held(&[
        (&[("    A : >= 90 =>", "    S : >= 95 => 200%\n    A : [90, 95) =>")], "differs", &[("P1", 480)]),
        (
            &[("    B : [75, 90) =>", "    B : < 90 =>"), ("    C : < 75 => 50%\n", "")],
            "differs",
            &[("P3", 300), ("P6", 300)],
        ),
        (&[("总分 : points = scores", "总分 : points = floor(scores, 1)")], "differs", &[]),
        // The total of P2 is 80, of P5 80, of P6 60, of P1 90: nobody has another grade.
        (&[("总分 : points = scores", "总分 : points = floor(scores, 10)")], "differs", &[]),
        (
            &[("A : >= 90 => 120%", "A : >= 85 => 150%"), ("[75, 90)", "[75, 85)")],
            "differs",
            &[("P1", 180), ("P4", 180), ("P5", 300)],
        ),
        // The base of P4 and P6 rises by 300 and their bonus falls by 120 and 50.
        (
            &[("then 80%", "then 90%"), ("600元 *", "500元 *")],
            "differs",
            &[("P1", -120), ("P2", -100), ("P3", -50), ("P4", 180), ("P5", -100), ("P6", 250)],
        ),
    ]);
}

#[test]
fn what_only_reads_otherwise_is_proved_the_same() {
    held(&[
        (&[("    B : [75, 90) => 100%", "    B : [80, 90) => 100%\n    B : [75, 80) => 100%")], "proved", &[]),
        (&[("> 60s => 50", "otherwise => 50")], "proved", &[]),
        (&[("600元 * 等级.系数", "等级.系数 * 600元")], "proved", &[]),
        (&[("底薪 * (if 试用 then 80% else 100%)", "if 试用 then 底薪 * 80% else 底薪")], "proved", &[]),
        (&[("评分 * 10", "(评分 + 评分) * 5")], "proved", &[]),
        (&[("metric 总分 : points = scores", "let 合计 = scores\nmetric 总分 : points = 合计")], "proved", &[]),
        (&[("底薪 * (if", "3000元 * (if")], "proved", &[]),
        (&[("metric 总分 :", "metric 得分合计 :"), ("by 总分", "by 得分合计")], "proved", &[]),
    ]);
}
