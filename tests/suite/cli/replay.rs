//! `merit replay`: a run made again, with each thing changed that can change, and what is no receipt.

use serde_json::{Value, json};

use super::formats::unlike;
use super::{POLICY, Run, Shop};

/// A shop with a run that has been made, and its receipt.
fn kept(arguments: &[&str]) -> Shop {
    let shop = Shop::new();
    shop.run(&[&["eval", "p.merit", "d.csv", "--receipt", "c.json"], arguments].concat()).ends(0);
    shop
}

fn told(run: Run) -> Value {
    let json = serde_json::from_str(&run.out).unwrap();
    assert_eq!(unlike(&json, "replay"), Vec::<String>::new());
    json
}

fn again(shop: &Shop, more: &[&str], status: i32) -> Value {
    told(shop.run(&[&["replay", "c.json", "--format", "json"], more].concat()).ends(status))
}

/// The points that differ: kind, name, then, now.
fn differing(told: &Value) -> Vec<String> {
    let points = told["inputs"].as_array().unwrap().iter().chain(told["results"].as_array().unwrap());
    let short = |value: &Value| value.as_str().map_or(value.to_string(), |text| text.chars().take(12).collect());
    let line = |point: &Value| {
        let text = |member: &str| point[member].as_str().unwrap().to_owned();
        let figures = point["then"].as_str().is_none_or(|text| text.len() != 64);
        let values =
            if figures { format!(" {} {}", short(&point["then"]), short(&point["now"])) } else { String::new() };
        format!("{} {}{values}", text("kind"), text("name"))
    };
    points.filter(|point| point["same"] == json!(false)).map(line).collect()
}

#[test]
fn a_run_made_again_is_the_same() {
    for results in [
        &["-o", "r.csv"] as &[&str],
        &["-o", "r.jsonl", "--columns", "all"],
        &["-o", "r.json", "--headers", "titles"],
        &["-o", "r.csv", "--headers", "titles", "--set", "提成率=2%"],
        &["-o", "r.csv", "--lang", "en", "--columns", "工资,工号"],
    ] {
        let shop = kept(results);
        let told = again(&shop, &["--lang", "zh"], 0);
        assert_eq!((&told["same"], &told["cause"]), (&json!(true), &Value::Null), "{told:#}");
        assert_eq!(differing(&told), Vec::<String>::new());
        let last = told["results"].as_array().unwrap().iter().rev().take(2);
        last.for_each(|point| assert_eq!(point["same"], json!(true), "{results:?} {point}"));
        // With the files named it is the same, and nothing of them is taken.
        let named = again(&shop, &["p.merit", "d.csv"], 0);
        assert!(named["taken"].as_array().unwrap().iter().all(|taken| taken["option"] != "data"));
    }
    let workbook = kept(&["-o", "r.xlsx"]);
    let told = again(&workbook, &[], 0);
    assert_eq!(
        told["results"].as_array().unwrap().iter().find(|point| point["kind"] == "results").unwrap()["same"],
        Value::Null
    );
    workbook.run(&["replay", "c.json"]).ends(0).prints("r.xlsx 里记着当时计算的时刻");
    kept(&[]).run(&["replay", "c.json", "--lang", "en"]).ends(0).prints("2 files and params, 9 counts");
}

#[test]
fn what_changed_is_named() {
    let shop = kept(&["-o", "r.csv", "--set", "提成率=2%"]);
    let param = again(&shop, &["--set", "提成率=3%"], 3);
    assert_eq!(differing(&param), ["set 提成率 2% 3%", "pay 工资 1900 2100", "results r.csv"]);
    assert_eq!((&param["cause"], &param["results"][6]["delta"]), (&json!("inputs"), &json!(200)));

    let data = kept(&["-o", "r.csv"]).file("d.csv", "工号,分\nA01,95.5\nA02,x\nA03,90\n");
    let told = again(&data, &[], 3);
    assert_eq!(
        differing(&told),
        [
            "data d.csv",
            "records read 2 3",
            "records rejected 0 1",
            "grade 等级 A 1 2",
            "grade 等级 B 1 0",
            "pay 工资 1700 2200",
            "results r.csv"
        ]
    );
    data.run(&["replay", "c.json"]).ends(3).prints("+500.00元").prints("merit reconcile p.merit d.csv --against r.csv");

    let text = kept(&["-o", "r.csv"]).file("p.merit", POLICY.replace("1000元", "900元"));
    assert_eq!(differing(&again(&text, &[], 3)), ["policy p.merit", "pay 工资 1700 1550", "results r.csv"]);
    // Another name for the same grades and pay: what went in is another, what comes out is not.
    let comment = kept(&["-o", "r.csv"]).file("p.merit", format!("# 注\n{POLICY}"));
    let told = again(&comment, &[], 3);
    assert_eq!((differing(&told), &told["cause"]), (vec!["policy p.merit".to_owned()], &Value::Null));
    comment.run(&["replay", "c.json"]).ends(3).prints("算出来的没有变");
}

#[test]
fn the_file_of_results_is_looked_at_too() {
    let shop = kept(&["-o", "r.csv"]);
    let results = shop.read("r.csv").replace("A01", "A99");
    let shop = shop.file("r.csv", results);
    let told = again(&shop, &[], 3);
    assert_eq!((differing(&told), &told["cause"]), (vec!["kept r.csv".to_owned()], &Value::Null));
    shop.run(&["replay", "c.json"]).ends(3).prints("只是留存的结果文件与当时的不同");
    std::fs::remove_file(shop.0.path().join("r.csv")).unwrap();
    shop.run(&["replay", "c.json"]).ends(0).prints("r.csv 不在原处");
}

#[test]
fn a_receipt_of_another_version_is_told_as_one() {
    let shop = kept(&["-o", "r.csv"]);
    let receipt = shop.read("c.json");
    let older = receipt.replace(env!("CARGO_PKG_VERSION"), "0.0.9");
    let shop = shop.file("c.json", &older);
    assert_eq!(again(&shop, &[], 0)["same"], json!(true));
    shop.run(&["replay", "c.json"]).ends(0).prints("另一个版本：0.0.9");
    // What that version paid is another amount, of the same policy and data.
    let shop = shop.file("c.json", older.replace("1700", "1699.99"));
    let told = again(&shop, &[], 3);
    assert_eq!((differing(&told).len(), &told["cause"]), (2, &json!("program")));
    let shop = shop.file("c.json", receipt.replace("1700", "1699.99"));
    assert_eq!(again(&shop, &[], 3)["cause"], "none");
    let shop = shop.file("c.json", receipt.replace("1700", "1700.00"));
    assert_eq!(again(&shop, &[], 0)["same"], json!(true));
    // One without the options of its run, as receipts once were.
    let mut bare: Value = serde_json::from_str(&receipt).unwrap();
    bare.as_object_mut().unwrap().remove("options");
    let shop = shop.file("c.json", bare.to_string());
    assert_eq!(again(&shop, &[], 0)["results"].as_array().unwrap().iter().filter(|it| it["same"].is_null()).count(), 1);
    assert_eq!(again(&shop, &["--set", "提成率=2%"], 3)["cause"], "unknown");
}

#[test]
fn what_stands_beside_the_data_is_taken_and_compared() {
    let policy = "policy \"单\" { currency CNY; period month }
record { 工号 : text, key; 月份 : month, period; 店 : text }
lookup 店铺 { 店 : text, key; 价 : money }
details 单子 { 工号 : text, key; 月份 : month, key; 额 : money }
metric 销售 : money = sum(单子.额)
metric 上期 : money = previous(销售) otherwise 0元
pay 工资 { 底 = 店铺.价 otherwise 0元; 提成 = 销售 * 1% + 上期 * 0% }
";
    let shop = Shop::new()
        .file("b.merit", policy)
        .file("m.csv", "工号,月份,店\nA01,2024-03,甲\n")
        .file("s.csv", "店,价\n甲,100\n")
        .file("o.csv", "工号,月份,额\nA01,2024-03,1000\n")
        .file("h.csv", "工号,月份,店,销售,_status\nA01,2024-02,甲,500,ok\n");
    let with = ["--with", "店铺=s.csv", "--with", "单子=o.csv", "--history", "h.csv"];
    shop.run(&[&["eval", "b.merit", "m.csv", "-o", "r.csv", "--receipt", "c.json"], &with[..]].concat()).ends(0);
    assert_eq!(again(&shop, &[], 0)["taken"].as_array().unwrap().len(), 5);
    let shop =
        shop.file("s.csv", "店,价\n甲,120\n").file("h.csv", "工号,月份,店,销售,_status\nA01,2024-02,甲,600,ok\n");
    assert_eq!(
        differing(&again(&shop, &[], 3)),
        ["with 店铺=s.csv", "history h.csv", "pay 工资 110 130", "results r.csv"]
    );
    let shop =
        shop.file("s2.csv", "店,价\n甲,100\n").file("h.csv", "工号,月份,店,销售,_status\nA01,2024-02,甲,500,ok\n");
    // The same content under another name is the same.
    assert_eq!(again(&shop, &["--with", "店铺=s2.csv"], 0)["same"], json!(true));
    std::fs::remove_file(shop.0.path().join("o.csv")).unwrap();
    shop.run(&["replay", "c.json"]).ends(2).tells("o.csv");
}

#[test]
fn several_policies_are_held_against_each_other_by_their_titles() {
    let of = |title: &str, post: &str, pay: &str| {
        format!(
            "policy \"{title}\" {{ currency CNY; applies when 岗位 = {post} }}
record {{ 工号 : text, key; 岗位 : 售前 | 售后 }}
pay 工资 {{ 底 = {pay}元 }}
"
        )
    };
    let shop = Shop::new()
        .file("a.merit", of("售前方案", "售前", "100"))
        .file("b.merit", of("售后方案", "售后", "200"))
        .file("m.csv", "工号,岗位\nA01,售前\nA02,售后\n");
    shop.run(&["eval", "a.merit", "b.merit", "m.csv", "--receipt", "c.json", "-o", "r.csv"]).ends(0);
    assert_eq!(again(&shop, &[], 0)["same"], json!(true));
    let shop = shop.file("b.merit", of("售后方案", "售后", "250"));
    let told = again(&shop, &["b.merit", "a.merit", "m.csv"], 3);
    let pay = told["results"].as_array().unwrap().iter().find(|it| it["kind"] == "pay" && it["same"] == json!(false));
    assert_eq!((&pay.unwrap()["policy"], &pay.unwrap()["delta"]), (&json!("售后方案"), &json!(50)));
    let refused = shop.run(&["replay", "c.json", "a.merit", "m.csv"]).ends(2);
    refused.tells("回执是 2 份方案的（a.merit、b.merit），命令里写了 1 份");
}

#[test]
fn a_run_of_a_file_is_made_again_by_it() {
    let toml =
        "policies = \"p.merit\"\ndata = \"d.csv\"\noutput = \"r.csv\"\nreceipt = \"c.json\"\n[set]\n提成率 = \"2%\"\n";
    let shop = Shop::new().file("m.toml", toml);
    shop.run(&["eval", "--run", "m.toml"]).ends(0);
    shop.run(&["replay", "--run", "m.toml"]).ends(0).prints("全都一样");
    shop.run(&["replay", "c.json", "--run", "m.toml", "--set", "提成率=1%"]).ends(3).prints("提成率");
}

#[test]
fn what_is_no_receipt_is_refused() {
    let shop = kept(&[]);
    shop.run(&["replay"]).ends(2).tells("没有给出回执").tells("merit replay 回执.json");
    shop.run(&["replay", "nix.json"]).ends(2).tells("nix.json");
    for (content, status) in [("工号,分\n", 1), ("{}", 1), ("[1]", 1), ("{\"program\": {\"name\": \"merit\"}}", 1)] {
        let run = shop.run_with(&["replay", "-"], content);
        run.ends(status).tells("不是 merit 的回执");
    }
    let piped = shop.read("c.json").replace("d.csv", "-");
    let shop = shop.file("c.json", piped);
    shop.run(&["replay", "c.json"]).ends(2).tells("从标准输入读的");
    shop.run(&["replay", "c.json", "p.merit", "d.csv"]).ends(0);
}
