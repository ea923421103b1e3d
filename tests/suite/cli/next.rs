//! `merit next`, in both tongues, and for programs; the same as the member of `merit why`.

use serde_json::{Value, json};

use super::formats::unlike;
use super::{DATA, POLICY, Shop};

fn shop() -> Shop {
    Shop::new().file("p.merit", POLICY).file("d.csv", DATA)
}

#[test]
fn says_the_least_change_in_both_tongues() {
    let run = shop().run(&["next", "p.merit", "d.csv", "A02", "--lang", "zh"]).ends(0);
    assert_eq!(run.out, "A02：只改一项、其余不变时，最小的改动：\n  分 60 → 90：B → A，+500.00元\n");
    let run = shop().run(&["next", "p.merit", "d.csv", "A02", "--lang", "en"]).ends(0);
    assert!(run.out.ends_with("  分 60 → 90: B → A, +500.00 CNY\n"), "{}", run.out);
    // 95.5 is A; with another 提成率 more could be paid.
    let run = shop().run(&["next", "p.merit", "d.csv", "A01", "--lang", "zh"]).ends(0);
    assert_eq!(run.out, "A01：只改一项、其余不变时，最小的改动：\n  已经最高：等级。\n  只改一项达不到更高：工资。\n");
}

#[test]
fn for_programs() {
    let told = shop().run(&["next", "p.merit", "d.csv", "A02", "--format", "json"]).ends(0).out;
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(unlike(&told, "next"), Vec::<String>::new());
    let entry = |goal: &str, name: &str| {
        json!({
            "field": "分", "from": 60, "to": 90, "goal": goal, "name": name, "item": null, "points": null,
            "grade_name": "等级", "grade": ["B", "A"], "pay_name": "工资", "pay": [600, 1100],
            "exact": true, "reachable": true,
        })
    };
    assert_eq!(told["next"], json!([entry("pay", "工资"), entry("grade", "等级")]));
    let one = shop().run(&["next", "p.merit", "d.csv", "A02", "--format", "json", "--next", "1"]).ends(0).out;
    assert_eq!(serde_json::from_str::<Value>(&one).unwrap()["next"].as_array().unwrap().len(), 1);
    let why = shop().run(&["why", "p.merit", "d.csv", "A02", "--format", "json"]).ends(0).out;
    assert_eq!(serde_json::from_str::<Value>(&why).unwrap()["next"], told["next"]);
}

/// What cannot be changed is no field to be named, and nothing is left.
#[test]
fn some_fields_cannot_be_changed() {
    let run = shop().run(&["next", "p.merit", "d.csv", "A02", "--fixed", "分", "--lang", "zh"]).ends(0);
    assert_eq!(run.out, "A02：只改一项、其余不变时，最小的改动：\n  只改一项达不到更高：工资、等级。\n");
    let run = shop().run(&["next", "p.merit", "d.csv", "A02", "--fixed", "分数", "--lang", "zh"]).ends(2);
    assert!(run.err.contains("方案里没有叫「分数」的字段") && run.err.contains("分"), "{}", run.err);
}

/// What only touches pay and is set by the shop is left out and said to be: a base pay, whether somebody is on probation,
/// what post somebody has. Sales that a scale looks at and a count of fines are not; `--only` asks for what is left out.
#[test]
fn what_the_shop_sets_is_left_out() {
    let policy = "policy \"店\" { currency CNY }
record { 工号 : text, key; 试用 : bool; 底薪 : money; 销售额 : money; 补贴 : money; 迟到 : count in [0, 9]; 岗位 : 员工 | 组长 }
scale 提成 on 销售额, marginal { [0元, 1万元) => 0%; >= 1万元 => 10% }
flag 补贴过低 \"补贴过低\" when 底薪 < 1000元
pay 工资 { 底薪 = 底薪 * 80% when 试用; 正式 = 底薪 when not 试用; 提成 = 提成; 补贴 = if 补贴 > 100元 then 补贴 else 0元; 迟到 = -10元 * 迟到; 岗位 = 200元 when 岗位 = 组长 }
";
    let shop = Shop::new()
        .file("p.merit", policy)
        .file("d.csv", "工号,试用,底薪,销售额,补贴,迟到,岗位\nA,是,2000,9000,0,1,员工\n");
    let next = |more: &[&str]| {
        let run = shop.run(&[&["next", "p.merit", "d.csv", "A", "--lang", "zh"], more].concat()).ends(0);
        run.out.lines().skip(1).map(str::trim).map(str::to_owned).collect::<Vec<_>>()
    };
    let left = "没有算 试用、底薪、岗位：只影响工资，多半由店里定；要算就加 --only 试用,底薪,岗位。";
    let own = ["补贴 0元 → 100.01元：+100.01元", "迟到 1 → 0：+10.00元", "销售额 9000元 → 10000.05元：+0.01元"];
    assert_eq!(next(&[]), [&own[..], &[left]].concat());
    assert_eq!(next(&["--only", "试用，底薪"]), ["试用 是 → 否：+400.00元", "底薪 2000元 → 2000.01元：+0.01元"]);
    assert_eq!(next(&["--only", "迟到,试用", "--fixed", "试用"]), ["迟到 1 → 0：+10.00元"]);
    let fewer = left.replace("试用、", "").replace("试用,", "");
    assert_eq!(next(&["--fixed", "试用"]).last(), Some(&fewer));
    let json = shop.run(&["next", "p.merit", "d.csv", "A", "--format", "json"]).ends(0).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(unlike(&json, "next"), Vec::<String>::new());
    assert_eq!(json["left_out"], json!(["试用", "底薪", "岗位"]));
    let run = shop.run(&["next", "p.merit", "d.csv", "A", "--only", "底新", "--lang", "zh"]).ends(2);
    assert!(run.err.contains("方案里没有叫「底新」的字段"), "{}", run.err);
}

/// A label that is scored is somebody's own.
#[test]
fn a_label_that_is_scored_is_looked_at() {
    let policy = "policy \"店\" { currency CNY }
record { 工号 : text, key; 态度 : 优 | 良; 岗位 : 员工 | 组长 }
score 态度 weight 100% { 优 => 100; 良 => 80 }
grade 等级 by scores -> 奖 : money { A : >= 90 => 100元; B : < 90 => 0元 }
pay 工资 { 奖 = 等级.奖; 岗位 = 200元 when 岗位 = 组长 }
";
    let shop = Shop::new().file("p.merit", policy).file("d.csv", "工号,态度,岗位\nA,良,员工\n");
    let run = shop.run(&["next", "p.merit", "d.csv", "A", "--lang", "zh"]).ends(0);
    assert!(run.out.contains("态度 良 → 优") && !run.out.contains("员工 → 组长"), "{}", run.out);
    assert!(run.out.contains("没有算 岗位："), "{}", run.out);
}

#[test]
fn a_rejected_record_tells_its_reasons() {
    let shop = shop().file("bad.csv", "工号,分\nA01,95.5\nA02,很好\n");
    let run = shop.run(&["next", "p.merit", "bad.csv", "A02", "--lang", "zh"]).ends(3);
    assert!(run.out.contains("很好"), "{}", run.out);
    let run = shop.run(&["next", "p.merit", "bad.csv", "A02", "--format", "json"]).ends(3);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((&told["status"], &told["next"]), (&json!("rejected"), &json!([])));
}
