//! `merit reconcile`: exit status, both tongues, what is written, and sheets that cannot be used.

use serde_json::{Value, json};

use super::formats::unlike;
use super::{Run, Shop};
use merit::data::Reading;
use merit::io::{DataSource, ReadOptions, read};

const POLICY: &str = r#"policy "小店工资" {
    currency CNY
    period   month
}
record {
    工号 : text, key
    姓名 : text
    月份 : month, period
    底薪 : money
    评分 : points in [0, 100], decimals 1
}
grade 等级 by 评分 -> 奖金 : money {
    A : >= 90 => 500元
    B : < 90  => 300元
}
pay 应发工资 {
    底薪 = 底薪
    奖金 = 等级.奖金
}
"#;

const DATA: &str = "工号,姓名,月份,底薪,评分\nA,小梅,2024-03,3000,90\nB,小兰,2024-03,3100,80\n";

fn shop(sheet: &str) -> Shop {
    Shop::new().file("w.merit", POLICY).file("w.csv", DATA).file("s.csv", sheet)
}

fn run(shop: &Shop, more: &[&str]) -> Run {
    shop.run(&[&["reconcile", "w.merit", "w.csv", "--against", "s.csv"], more].concat())
}

#[test]
fn all_agree() {
    let shop = shop("工号,月份,等级,应发工资\nA,2024-03,A,3500\nB,2024-03,B,3400\n");
    let told = run(&shop, &["--lang", "en"]).ends(0);
    assert!(
        told.out.starts_with("Against s.csv (2024-03): 2 records match, and all agree in every column."),
        "{}",
        told.out
    );
    let zh = run(&shop, &["--lang", "zh"]).ends(0);
    assert!(zh.out.starts_with("和 s.csv 对账（2024-03）：对上 2 条，每一列都一样。"), "{}", zh.out);
}

#[test]
fn some_differ() {
    let shop = shop("工号,月份,等级,实发\nA,2024-03,B,3300\nB,2024-03,B,3400\nC,2024-03,B,1\n");
    let told = run(&shop, &["--map", "应发工资=实发", "--format", "json"]).ends(3);
    let found: Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(unlike(&found, "reconcile"), Vec::<String>::new());
    assert_eq!((&found["agree"], &found["differ"]), (&json!(1), &json!(1)));
    assert_eq!(found["only_theirs"], json!([{ "工号": "C" }]));
    assert_eq!(found["only_ours"], json!([]));
    let pay = &found["columns"][1];
    assert_eq!((&pay["name"], &pay["column"], &pay["total"]), (&json!("应发工资"), &json!("实发"), &json!(-200)));
    let second = &found["differences"][1];
    assert_eq!(second["key"], json!({ "工号": "A" }));
    let figures = ["period", "column", "ours", "theirs", "delta"].map(|name| second[name].clone());
    assert_eq!(figures, [json!("2024-03"), json!("应发工资"), json!(3500), json!(3300), json!(-200)]);
    assert_eq!((&second["cause"]["kind"], &second["cause"]["also"]), (&json!("band-end"), &json!([])));
    assert_eq!(second["cause"]["at"], json!({ "file": "w.merit", "line": 13 }));
    assert_eq!((&second["at"]["cell"], &second["at"]["line"]), (&json!("D2"), &json!(2)));
}

#[test]
fn differences_are_written() {
    let shop = shop("工号,月份,应发工资\nA,2024-03,3300\nB,2024-03,3400\n");
    run(&shop, &["-o", "d.csv", "--lang", "zh"]).ends(3);
    let text = shop.read("d.csv");
    assert!(text.starts_with("\u{feff}谁,姓名,时期,列,按方案,表里,表里多,多半是,原因,表里的格\n"), "{text}");
    assert!(text.contains("A,小梅,2024-03,应发工资,3500.00,3300.00,-200.00,差在档位边上,"), "{text}");
    run(&shop, &["-o", "d.xlsx", "--lang", "zh"]).ends(3);
    // What was written reads as the table that it is.
    let policy = "policy \"差异\" { currency CNY }\nrecord { \n谁 : text, key\n按方案 : money\n表里 : money\n }\n\
                  pay x { a = 按方案 - 表里 }";
    let policy = merit::compile::compile(merit::source::SourceFile::new("d.merit", policy), &[]).policy;
    let bytes = std::fs::read(shop.0.path().join("d.xlsx")).unwrap();
    let batch = read(&[&policy], &[DataSource::new("d.xlsx", bytes)], &ReadOptions::default()).unwrap().remove(0);
    assert!(matches!(batch.record(0).unwrap().reading, Reading::Record(_)));
    assert_eq!(batch.len(), 1);
    run(&shop, &["-o", "s.csv"]).ends(2);
    run(&shop, &["-o", "d.json"]).ends(2);
}

#[test]
fn by_name_where_the_sheet_has_no_keys() {
    let shop = shop("姓名,月份,应发工资\n小梅,2024-03,3500\n小兰,2024-03,3400\n");
    let told = run(&shop, &["--lang", "en"]).ends(0);
    assert!(told.out.contains("matched by name"), "{}", told.out);
}

#[test]
fn sheets_that_cannot_be_used() {
    let another = shop("工号,月份,应发工资\nA,2024-04,3500\n");
    let told = run(&another, &["--lang", "en"]).ends(1);
    assert!(told.err.contains("It is of other periods: the sheet of 2024-04"), "{}", told.err);
    let without = shop("工号,月份,工资\nA,2024-03,3500\n");
    let told = run(&without, &["--lang", "en"]).ends(1);
    assert!(told.err.contains("--map 应发工资=工资"), "{}", told.err);
    let nobody = shop("工号,月份,应发工资\nX,2024-03,3500\n");
    assert!(run(&nobody, &["--lang", "en"]).ends(1).err.contains("Nobody is in both"));
    run(&nobody, &["--map", "应发=实发"]).ends(2);
    run(&nobody, &["--map", "应发工资"]).ends(2);
    run(&nobody, &["--map", "应发工资=实发"]).ends(2);
    run(&nobody, &["--period", "2024"]).ends(2);
}

#[test]
fn which_month_it_is() {
    let shop = Shop::new().file("w.merit", POLICY).file("s.csv", "工号,应发工资\nA,3500\nB,3400\n");
    let shop = shop.file("w.csv", format!("{DATA}A,小梅,2024-02,2000,90\n"));
    let told = run(&shop, &["--lang", "en"]).ends(2);
    assert!(told.err.contains("--period 2024-03"), "{}", told.err);
    run(&shop, &["--period", "2024-03"]).ends(0);
}

#[test]
fn a_text_among_figures() {
    let shop = shop("工号,月份,应发工资\nA,2024-03,见备注\nB,2024-03,3400\n");
    let told = run(&shop, &["--format", "json", "--lang", "en"]).ends(3);
    let found: Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(found["differences"][0]["theirs"], json!("见备注"));
    assert_eq!(found["differences"][0]["cause"], Value::Null);
    assert!(told.err.contains("见备注"), "{}", told.err);
}

const SCALED: &str = r#"policy "提成" { currency CNY }
record { 工号 : text, key; 销售额 : money }
scale 提成 on 销售额, marginal { [0元, 10000元) => 1.5%; >= 10000元 => 2% }
pay 应发工资 { 提成 = 提成 }
"#;

/// 1.5% of 1234.55 is 18.51825, of which 18.52 is paid.
#[test]
fn a_title_of_a_scale_and_of_the_pay_means_the_pay() {
    let against = |sheet: &str| {
        let shop = Shop::new().file("w.merit", SCALED).file("w.csv", "工号,销售额\nA,1234.55\n").file("s.csv", sheet);
        let told = run(&shop, &["--format", "json"]);
        let found: Value = serde_json::from_str(&told.out).unwrap();
        let names = found["columns"].as_array().unwrap().iter().map(|of| of["name"].as_str().unwrap().to_owned());
        (names.collect::<Vec<_>>().join(" "), found["differ"].clone())
    };
    assert_eq!(against("工号,提成\nA,18.52\n"), ("应发工资.提成".to_owned(), json!(0)));
    assert_eq!(against("工号,提成\nA,18.51825\n"), ("应发工资.提成".to_owned(), json!(1)));
    // Each has its own.
    let both = "工号,提成,应发工资.提成\nA,18.51825,18.52\n";
    assert_eq!(against(both), ("提成 应发工资.提成".to_owned(), json!(0)));
}
