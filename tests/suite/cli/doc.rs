//! `merit doc` as it is run: where the page goes, and in which form.

use super::{POLICY, Shop};

#[test]
fn the_ending_says_the_form() {
    let shop = Shop::new();
    let markdown = shop.run(&["doc", "p.merit"]).ends(0).prints("# 测试方案\n").out;
    shop.run(&["doc", "p.merit", "-o", "p.md"]).ends(0).tells("写好了：p.md");
    assert_eq!(shop.read("p.md"), markdown);
    shop.run(&["doc", "p.merit", "-o", "页/p.html"]).ends(2);
    shop.run(&["doc", "p.merit", "-o", "p.html"]).ends(0);
    assert!(shop.read("p.html").starts_with("<!doctype html>"));
    assert_eq!(shop.run(&["doc", "p.merit", "--format", "html"]).ends(0).out, shop.read("p.html"));
    shop.run(&["doc", "p.merit", "-o", "p.txt"]).ends(2).tells("-o p.html");
    shop.run(&["doc", "p.merit", "-o", "p.md", "--format", "html"]).ends(2).tells("--format html");
    shop.run(&["doc", "p.merit", "-o", "p.txt", "--format", "markdown"]).ends(0);
    shop.run(&["doc", "p.merit", "-o", "p.merit", "--format", "html"]).ends(2);
    assert_eq!(shop.read("p.merit"), POLICY);
}

#[test]
fn a_policy_that_is_refused_has_no_page() {
    let shop = Shop::new().file("gap.merit", POLICY.replace("< 90 ", "< 89 "));
    shop.run(&["doc", "gap.merit", "-o", "gap.html"]).ends(1).tells("E0501");
    assert!(!shop.has("gap.html"));
    shop.run(&["doc", "p.merit", "--set", "提成率=2%"]).ends(0).prints("提成率：现在是 2%");
    shop.run(&["doc", "p.merit", "--lang", "en"]).ends(0).prints("## Grades");
}

/// Who is of another post would not be paid by the policy at all.
#[test]
fn examples_are_of_records_that_the_policy_is_for() {
    let own = POLICY.replace("currency CNY", "currency CNY\n    applies when 岗 = 售后 and 级 not in {实习}");
    let own = own.replace("工号 : text, key", "工号 : text, key\n    岗 : 售前 | 售后\n    级 : 实习 | 正式");
    let shop = Shop::new().file("own.merit", own);
    let page = shop.run(&["doc", "own.merit"]).ends(0).out;
    let (_, examples) = page.split_once("## 算例").unwrap();
    assert!(examples.contains("售后") && examples.contains("正式"), "{examples}");
    let (cards, _) = examples.split_once("\n## ").unwrap_or((examples, ""));
    assert!(!cards.contains("售前") && !cards.contains("实习"), "{cards}");
}
