//! Policies of several files, by every command.

use serde_json::Value;

use super::{POLICY, Shop};

const GRADE: &str = "grade 等级 by 分 -> 系数 : percent {\n    A : >= 90 => 100%\n    B : < 90  => 50%\n}\n";

/// The policy with its grade in a file of its own, as given.
fn shop(grade: &str) -> Shop {
    let policy = POLICY.replace(GRADE, "use \"公用/等级.merit\"\n");
    assert_ne!(policy, POLICY);
    Shop::new().file("shop/p.merit", policy).file("shop/公用/等级.merit", grade).file("shop/d.csv", "工号,分\nA01,95\n")
}

#[test]
fn every_command_reads_them() {
    let shop = shop(GRADE);
    shop.run(&["check", "shop/p.merit"]).ends(0).tells("shop/p.merit 通过");
    shop.run(&["test", "shop/p.merit"]).ends(0).tells("1 个用例通过");
    let run = shop.run(&["eval", "shop/p.merit", "shop/d.csv", "-o", "o.csv", "--receipt", "r.json"]).ends(0);
    run.tells("shop/p.merit\n").tells("shop/公用/等级.merit\n");
    assert!(shop.read("o.csv").contains("A01,A,100%,1000.00,100.00,1100.00"), "{}", shop.read("o.csv"));
}

#[test]
fn the_receipt_has_the_hash_of_each_file() {
    let hash = |text: &str| merit::io::sha256(text.as_bytes());
    let marked = format!("\u{feff}{}", GRADE.replace('\n', "\r\n"));
    let shop = shop(&marked);
    let policy = |shop: &Shop| {
        shop.run(&["eval", "shop/p.merit", "shop/d.csv", "-o", "o.csv", "--receipt", "r.json"]).ends(0);
        serde_json::from_str::<Value>(&shop.read("r.json")).unwrap()["policy"].clone()
    };
    let first = policy(&shop);
    let (own, used) = (hash(&shop.read("shop/p.merit")), hash(&marked));
    let listed = serde_json::json!([
        { "file": "shop/p.merit", "sha256": own },
        { "file": "shop/公用/等级.merit", "sha256": used },
    ]);
    assert_eq!((&first["files"], &first["sha256"]), (&listed, &hash(&format!("{own}\n{used}\n")).into()));
    let changed = shop.file("shop/公用/等级.merit", format!("# 改过\n{GRADE}"));
    assert_ne!(policy(&changed)["sha256"], first["sha256"]);
    let alone = Shop::new();
    alone.run(&["eval", "p.merit", "d.csv", "-o", "o.csv", "--receipt", "r.json"]).ends(0);
    let json: Value = serde_json::from_str(&alone.read("r.json")).unwrap();
    assert_eq!(
        (&json["policy"]["sha256"], &json["policy"]["files"][0]["sha256"]),
        (&hash(POLICY).into(), &hash(POLICY).into())
    );
}

#[test]
fn results_never_take_the_place_of_a_used_file() {
    let shop = shop(GRADE);
    shop.run(&["eval", "shop/p.merit", "shop/d.csv", "--receipt", "shop/公用/等级.merit"]).ends(2).tells("E0715");
    assert_eq!(shop.read("shop/公用/等级.merit"), GRADE);
}

#[test]
fn places_name_their_file() {
    let shop = shop(&GRADE.replace("< 90 ", "< 89 "));
    shop.run(&["check", "shop/p.merit"]).ends(1).tells("[shop/公用/等级.merit:1:7]");
    let json: Value = serde_json::from_str(&shop.run(&["check", "shop/p.merit", "--format", "json"]).out).unwrap();
    let told = &json["diagnostics"][0];
    for place in [told, &told["labels"][0], &told["rows"][0], &told["edits"][0]] {
        assert_eq!(place["file"], "shop/公用/等级.merit", "{told}");
    }
    shop.run(&["check", "shop/p.merit", "--format", "sarif"]).prints("\"uri\": \"shop/%E5%85%AC%E7%94%A8/");
}

#[test]
fn a_test_that_fails_names_the_file_of_its_row() {
    let shop = shop(&format!("{GRADE}test \"在这边\" {{ given {{ 分 = 95 }} expect {{ 等级.系数 = 90% }} }}\n"));
    let run = shop.run(&["test", "shop/p.merit"]).ends(1).tells("1 个用例通过，1 个不通过");
    let shown: String = run.out.split_whitespace().collect();
    assert!(shown.contains("等级.merit") && shown.contains("在这边"), "{}", run.out);
    assert!(run.out.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80), "{}", run.out);
}

#[test]
fn slips_are_mended_where_they_stand() {
    let slips = format!("\u{feff}{}", GRADE.replace("90 => 100%", "090 => 100%"));
    let shop = shop(&slips);
    let before = shop.read("shop/p.merit");
    let run = shop.run(&["check", "--fix", "shop/p.merit"]).ends(0).tells("已改 shop/公用/等级.merit");
    run.tells("2 +     A : >= 90 => 100%");
    assert_eq!(shop.read("shop/公用/等级.merit"), format!("\u{feff}{GRADE}"));
    assert_eq!(shop.read("shop/p.merit"), before);
}

#[test]
fn standard_input_uses_the_working_folder() {
    let policy = POLICY.replace(GRADE, "use \"公用/等级.merit\"\n");
    let shop = Shop::new().file("公用/等级.merit", GRADE);
    shop.run_with(&["check", "-"], &policy).ends(0);
    shop.run_with(&["check", "-"], policy.replace("公用/", "../")).ends(1).tells("E0263").tells("文件夹外面");
    let mended = shop.run_with(&["check", "--fix", "-"], policy.replace("[0, 100]", "[0、 100]")).ends(0);
    assert_eq!(mended.out, policy);
}
