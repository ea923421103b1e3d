//! `merit fmt`: what is written, what is only told, and what is left alone.

use super::{POLICY, Shop};

const LOOSE: &str = "record {\n分:points\n}\nmetric 总分 :points=分   # 原样\n";
const TIGHT: &str = "record {\n    分 : points\n}\nmetric 总分 : points = 分  # 原样\n";

#[test]
fn a_file_is_laid_out_in_its_place_and_once() {
    let shop = Shop::new().file("方案/a.merit", LOOSE).file("方案/里/b.merit", LOOSE).file("方案/c.merit", TIGHT);
    let run = shop.run(&["fmt", "方案"]).ends(0).tells("已排好 方案/a.merit").tells("已排好 方案/里/b.merit");
    assert!(!run.err.contains("c.merit") && run.out.is_empty(), "{}", run.err);
    assert_eq!(shop.read("方案/a.merit"), TIGHT);
    assert_eq!(shop.run(&["fmt", "方案"]).ends(0).err, "");
}

#[test]
fn what_is_only_asked_changes_nothing() {
    let shop = Shop::new().file("a.merit", LOOSE).file("c.merit", TIGHT);
    shop.run(&["fmt", "--check", "a.merit", "c.merit"]).ends(1).tells("还没排好：a.merit");
    let shown = shop.run(&["fmt", "--diff", "a.merit", "c.merit"]).ends(1);
    assert!(shown.out.contains("2 - 分:points") && shown.out.contains("2 +     分 : points"), "{}", shown.out);
    assert!(!shown.out.contains("c.merit"), "{}", shown.out);
    assert_eq!(shop.read("a.merit"), LOOSE);
    shop.run(&["fmt", "--check", "--diff", "c.merit"]).ends(0);
}

#[test]
fn standard_input_goes_to_standard_output() {
    for argument in ["-", "--stdin"] {
        assert_eq!(Shop::new().run_with(&["fmt", argument], LOOSE).ends(0).out, TIGHT);
        assert_eq!(Shop::new().run_with(&["fmt", argument], TIGHT).ends(0).out, TIGHT);
    }
    assert_eq!(
        Shop::new().run_with(&["fmt", "-", "--range", "4:4"], LOOSE).ends(0).out.lines().nth(1),
        Some("分:points")
    );
    let en = Shop::new().run_with(&["fmt", "-", "--keywords", "zh"], POLICY).ends(0).out;
    assert!(en.starts_with("方案 \"测试方案\" {\n    币种 CNY\n}\n记录 {") && en.contains("分 = 100 }"), "{en}");
}

#[test]
fn what_does_not_read_is_left_alone_with_what_is_wrong() {
    let broken = "record {\n分：points\n}\nmetric 总分 :points == 分\n";
    let shop = Shop::new().file("a.merit", broken).file("b.merit", LOOSE);
    shop.run(&["fmt", "a.merit", "b.merit"]).ends(1).tells("E01").tells("a.merit 没有动").tells("已排好 b.merit");
    assert_eq!(shop.read("a.merit"), broken);
    let piped = shop.run_with(&["fmt", "-"], broken).ends(1);
    assert_eq!(piped.out, "");
}

/// A policy that is refused for what it means is laid out all the same.
#[test]
fn what_does_not_check_is_laid_out() {
    let shop = Shop::new().file("a.merit", LOOSE.replace("=分", "=没有"));
    shop.run(&["fmt", "a.merit"]).ends(0);
    assert_eq!(shop.read("a.merit"), TIGHT.replace("= 分", "= 没有"));
}

#[test]
fn a_byte_order_mark_and_line_ends_stay() {
    let loose = format!("\u{feff}{}", LOOSE.replace('\n', "\r\n"));
    let shop = Shop::new().file("a.merit", loose);
    shop.run(&["fmt", "a.merit"]).ends(0);
    assert_eq!(shop.read("a.merit"), format!("\u{feff}{}", TIGHT.replace('\n', "\r\n")));
}

#[test]
fn wrong_usage_is_told() {
    let shop = Shop::new().file("a.merit", LOOSE).file("空/x.txt", "");
    shop.run(&["fmt"]).ends(2);
    shop.run(&["fmt", "没有.merit"]).ends(2);
    shop.run(&["fmt", "空"]).ends(2).tells("没有以 .merit 结尾的方案");
    shop.run(&["fmt", "a.merit", "p.merit", "--range", "1:2"]).ends(2).tells("几个文件");
    for range in ["0:2", "3:1", "x", "1:", ":"] {
        shop.run(&["fmt", "a.merit", "--range", range]).ends(2).tells("--range");
    }
    assert_eq!(shop.read("a.merit"), LOOSE);
}
