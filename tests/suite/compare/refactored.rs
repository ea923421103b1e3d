//! Policies that are written otherwise and mean the same: proved equal, with no change of results.

use super::{SHOP, between, told, untested};
use merit::compare::Verdict;

fn same(edits: &[(&str, &str)]) {
    let found = between(&untested(SHOP), edits);
    assert_eq!(found.verdict, Verdict::Proved, "{edits:?}");
    assert_eq!(told(&found), Vec::<String>::new(), "{edits:?}");
    assert!(found.regions.is_empty());
}

#[test]
fn a_row_split_in_two() {
    same(&[("[80, 90)   => 300元", "[85, 90) => 300元\n    B : [80, 85) => 300元")]);
}

#[test]
fn an_interval_for_a_comparison() {
    same(&[("A : >= 90 ", "A : [90, 100] "), ("D : < 60 ", "D : [0, 60) ")]);
    same(&[("[80, 90) ", ">= 80 "), ("[60, 80) ", ">= 60 "), ("D : < 60 ", "D : otherwise ")]);
    same(&[("A : >= 90 ", "A : > 89.9 ")]);
}

#[test]
fn a_weight_written_otherwise() {
    same(&[("score 回复率 weight 40%", "score 回复率 weight 40.0％")]);
}

#[test]
fn a_let_inlined_or_taken_out() {
    same(&[
        ("metric 总分 : points = round(scores, 0.1)", "let 合计 = scores\nmetric 总分 : points = round(合计, 0.1)"),
        ("    提成     = 提成\n", "    提成     = 提成 * 1\n"),
    ]);
}

#[test]
fn a_slice_split_in_two() {
    same(&[("    [2万元, 5万元)   => 1.5%", "    [2万元, 3万元) => 1.5%\n    [3万元, 5万元) => 1.5%")]);
}

#[test]
fn a_condition_for_a_table() {
    same(&[
        ("score 主管 weight 20% = 主管评分 * 10", "score 主管 weight 20% = 主管评分 * 5 + 主管评分 * 5"),
        (
            "    绩效奖金 = 等级.奖金",
            "    绩效奖金 = if 总分 >= 90 then 500元 else if 总分 >= 80 then 300元 else if not 总分 < 60 then 100元 else 0元",
        ),
    ]);
}

#[test]
fn units_and_tongues() {
    same(&[
        ("500元", "500 CNY"),
        ("[2万元, 5万元)", "[20000 CNY, 5万元)"),
        ("metric 总分 : points", "指标 总分 : points"),
    ]);
    same(&[("<= 30s ", "<= 0.5min ")]);
}
