//! Several policies in one run, each with rows of details, explained, compared and reconciled in both tongues.

use serde_json::Value;

use super::{Run, Shop};

/// Sums of orders: 2% of them in the one post, 3% in the other.
fn policy(title: &str, post: &str, rate: &str) -> String {
    format!(
        "policy \"{title}\" {{ currency CNY; applies when 岗 = {post} }}
record {{ 工号 : text, key; 岗 : 售前 | 售后; 底薪 : money; 差评 : count in [0, 9] }}
details 单 {{ 工号 : text, key; 单号 : text, key; 金额 : money }}
metric 额 : money = sum(单.金额)
grade 等级 by 差评 -> 奖 : money {{ 优 : <= 1 => 300元; 良 : > 1 => 100元 }}
pay 工资 {{ 底薪 = 底薪; 提成 = round(额 * {rate}, 0.01元); 奖 = 等级.奖 }}
"
    )
}

fn shop() -> Shop {
    Shop::new()
        .file("a.merit", policy("售前方案", "售前", "2%"))
        .file("b.merit", policy("售后方案", "售后", "3%"))
        .file("a2.merit", policy("售前方案", "售前", "2.5%"))
        .file("d.csv", "工号,岗,底薪,差评\nA1,售前,3000,2\nA2,售前,3000,0\nB1,售后,2800,1\n")
        .file("o.csv", "工号,单号,金额\nA1,1,1000\nA1,2,550.25\nB1,3,99.99\n")
        .file("s.csv", "工号,工资\nA1,3131.01\nA2,3300\nB1,3000\n")
}

const BOTH: [&str; 3] = ["a.merit", "b.merit", "d.csv"];
const ORDERS: [&str; 2] = ["--with", "单=o.csv"];

fn run(shop: &Shop, command: &str, policies: &[&str], more: &[&str], tongue: &str) -> Run {
    shop.run(&[&[command], policies, more, &ORDERS, &["--lang", tongue]].concat())
}

/// 1550.25 × 2% = 31.005, rounded to 31.01; 99.99 × 3% = 2.9997.
#[test]
fn why() {
    let shop = shop();
    let told = run(&shop, "why", &BOTH, &["--all", "--format", "json"], "zh").ends(0).out;
    let told: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let of = |one: &Value| {
        let lines = one["pay"][0]["lines"].as_array().unwrap().iter().map(|line| line["amount"].to_string());
        let (title, rows) = (one["policy"]["title"].as_str().unwrap(), one["details"][0]["rows"].to_string());
        format!("{title} {rows} {} = {}", lines.collect::<Vec<_>>().join(" + "), one["pay"][0]["sum"])
    };
    assert_eq!(
        told.iter().map(of).collect::<Vec<_>>(),
        [
            "售前方案 2 3000 + 31.01 + 100 = 3131.01",
            "售前方案 0 3000 + 0 + 300 = 3300",
            "售后方案 1 2800 + 3 + 300 = 3103"
        ]
    );
    assert_eq!(told[0]["pay"][0]["lines"][1]["exact"].to_string(), "31.005");
    for (tongue, words) in [("zh", "四舍五入"), ("en", "rounded half up")] {
        let told = run(&shop, "why", &BOTH, &["A1"], tongue).ends(0);
        told.prints("售前方案").prints("1550.25").prints("31.01").prints(words);
        run(&shop, "why", &BOTH, &["B1", "--depth", "all"], tongue).ends(0).prints("售后方案").prints("o.csv");
    }
}

#[test]
fn next() {
    let shop = shop();
    for (tongue, words) in [("zh", "差评 2 → 1：良 → 优，+200.00元"), ("en", "差评 2 → 1: 良 → 优, +200.00")]
    {
        run(&shop, "next", &BOTH, &["A1"], tongue).ends(0).prints(words);
        run(&shop, "next", &BOTH, &["A3"], tongue).ends(2).tells("A1").tells("merit next a.merit b.merit d.csv");
    }
}

/// The post that is not the policy's is rejected by both of its versions.
#[test]
fn diff() {
    let shop = shop();
    for (tongue, words) in [("zh", "多拿 1 条，共 7.75元"), ("en", "1 gain, 7.75 CNY in all")] {
        let told = run(&shop, "diff", &["a.merit", "a2.merit", "d.csv"], &[], tongue).ends(0);
        // 1550.25 × 2.5% = 38.75625, rounded to 38.76: 7.75 more.
        told.prints(words).prints("2%").prints("2.5%");
    }
    let json = run(&shop, "diff", &["a.merit", "a2.merit", "d.csv"], &["--format", "json"], "en").ends(0).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["people"]["compared"], &json["largest"][0]["key"]["工号"]), (&2.into(), &"A1".into()));
    let roles = json["regions"].as_array().unwrap().iter().map(|region| &region["witness"]["岗"]);
    assert!(roles.filter(|role| !role.is_null()).all(|role| *role == "售前"), "{json}");
}

/// 3103 is paid for B1, and the sheet says 3000: 2% and the bonus are not enough for it.
#[test]
fn reconcile() {
    let shop = shop();
    for (tongue, words) in [("zh", "没有找到"), ("en", "no cause found")] {
        let told = run(&shop, "reconcile", &BOTH, &["--against", "s.csv"], tongue).ends(3);
        told.prints("3103.00").prints("3000.00").prints(words);
    }
    let json = run(&shop, "reconcile", &BOTH, &["--against", "s.csv", "--format", "json"], "en").ends(3).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["agree"], &json["differ"]), (&2.into(), &1.into()));
}
