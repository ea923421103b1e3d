//! Where two policies differ: the whole stretch, told as the policy would write it, with a record in it.

use super::{SHOP, assert_witnessed, compiled, edited, untested};
use merit::compare::compare;
use merit::quantity::Tongue;
use merit::render::{Compared, difference_json};

/// Each region as `name axis range`, of several axes one after the other.
fn places(text: &str, edits: &[(&str, &str)]) -> Vec<String> {
    let (old, new) = compiled(text, &edited(text, edits));
    let difference = compare(&old, &new);
    assert_witnessed(&old, &new, &difference);
    let json = difference_json(Compared { old: &old, new: &new }, &difference, Tongue::Zh);
    let each = json["regions"].as_array().unwrap().iter().map(|region| {
        let axes = region["region"].as_object().unwrap().iter();
        let axes = axes.map(|(name, range)| format!(" {name} {}", range.as_str().unwrap()));
        region["name"].as_str().unwrap().to_owned() + &axes.collect::<String>()
    });
    each.collect()
}

#[track_caller]
fn differ(edits: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(places(&untested(SHOP), edits), expected, "{edits:?}");
}

/// Late six times or more, both fines and their bounds differ: −20 × 6 = −120 against −100, from ten on −200 against −100.
#[test]
fn a_bound_tells_everybody_beyond_it() {
    let late = untested(SHOP)
        .replace("    底薪     : money\n", "    底薪     : money\n    迟到 : count\n")
        .replace("    底薪     = 底薪\n", "    底薪     = 底薪\n    迟到 at least -200元 = -20元 * 迟到\n");
    assert_eq!(places(&late, &[("at least -200元", "at least -100元")]), ["应发工资.迟到 迟到 >= 6"]);
    assert_eq!(places(&late, &[("at least -200元", "at least -300元")]), ["应发工资.迟到 迟到 >= 11"]);
    assert_eq!(places(&late, &[("-20元 * 迟到", "-30元 * 迟到")]), ["应发工资.迟到 迟到 [1, 9]"]);
}

#[test]
fn a_bound_that_moves() {
    differ(
        &[("A : >= 90 ", "A : >= 85 "), ("[80, 90) ", "[80, 85) ")],
        &["等级 总分 [85, 89.8]", "等级.奖金 总分 [85, 89.8]"],
    );
    differ(&[("<= 30s ", "<= 25s "), ("(30s, 60s] ", "(25s, 60s] ")], &["响应时间.points 响应时间 [25.1s, 30s]"]);
    differ(&[("[95%, 98%) ", "[90%, 98%) "), ("< 95% ", "< 90% ")], &["回复率.points 回复率 [90%, 94.99%]"]);
}

/// What both find the same for is no part of where they differ: 0 points by 10 as by 9.
#[test]
fn a_line_that_turns_about_a_value() {
    differ(&[("主管评分 * 10", "主管评分 * 9")], &["主管.points 主管评分 >= 0.1"]);
    differ(&[("主管评分 * 10", "主管评分 * 8 + 10")], &["主管.points 主管评分 <= 4.9 or >= 5.1"]);
}

#[test]
fn a_value_of_a_row() {
    differ(&[("=> 500元", "=> 600元")], &["等级.奖金 总分 >= 90"]);
    differ(&[("=> 0元", "=> 50元")], &["等级.奖金 总分 <= 59.8"]);
    // Of two rows each is told by itself: which way it goes is another thing.
    differ(
        &[("=> 500元", "=> 600元"), ("=> 300元", "=> 200元")],
        &["等级.奖金 总分 [80, 89.8]", "等级.奖金 总分 >= 90"],
    );
    differ(&[("=> 300元", "=> 250元")], &["等级.奖金 总分 [80, 89.8]"]);
}
