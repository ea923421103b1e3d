//! Changes that were planted: what is told of each, and whether it matters.

use super::{SHOP, between, told, untested};
use merit::compare::Verdict;

fn planted(edits: &[(&str, &str)], verdict: Verdict, changes: &[&str]) {
    let found = between(&untested(SHOP), edits);
    assert_eq!(told(&found), changes, "{edits:?}");
    assert_eq!(found.verdict, verdict, "{edits:?}");
}

fn differs(edits: &[(&str, &str)], changes: &[&str]) {
    planted(edits, Verdict::Differs, changes);
}

fn proved(edits: &[(&str, &str)], changes: &[&str]) {
    planted(edits, Verdict::Proved, changes);
}

#[test]
fn bounds_that_were_moved() {
    differs(&[("A : >= 90 ", "A : >= 85 "), ("[80, 90) ", "[80, 85) ")], &["moved-bound 等级"]);
    differs(&[("A : >= 90 ", "A : > 90 "), ("[80, 90) ", "[80, 90] ")], &["moved-bound 等级"]);
    let both = [("A : >= 90 ", "A : >= 85 "), ("[80, 90) ", "[75, 85) "), ("[60, 80) ", "[60, 75) ")];
    differs(&both, &["moved-bound 等级", "moved-bound 等级"]);
    differs(&[("<= 30s ", "<= 25s "), ("(30s, 60s] ", "(25s, 60s] ")], &["moved-bound 响应时间"]);
    differs(&[("[95%, 98%) ", "[90%, 98%) "), ("< 95% ", "< 90% ")], &["moved-bound 回复率"]);
    differs(&[(">= 5万元 ", ">= 6万元 "), ("[2万元, 5万元) ", "[2万元, 6万元) ")], &["moved-bound 提成"]);
}

/// With 87 for 85 the total is rounded where it was not before, though its formula is what it was: only the row is told.
#[test]
fn what_reads_as_before_is_not_told() {
    differs(&[("=> 85", "=> 85.3")], &["value 回复率"]);
    differs(&[("=> 70", "=> 70.07"), ("=> 50\n", "=> 51\n")], &["value 响应时间", "value 响应时间"]);
}

#[test]
fn values_of_rows() {
    differs(&[("=> 500元", "=> 600元")], &["value 等级"]);
    differs(&[("=> 85", "=> 90")], &["value 回复率"]);
    differs(&[("=> 1.5%", "=> 1.6%")], &["value 提成"]);
    differs(&[("=> 500元", "=> 600元"), ("=> 100元", "=> 150元")], &["value 等级", "value 等级"]);
}

#[test]
fn rows_that_are_new_or_gone() {
    differs(
        &[("    < 95%        => 60", "    [90%, 95%) => 70\n    < 90% => 60")],
        &["row-added 回复率", "moved-bound 回复率"],
    );
    differs(
        &[("    [95%, 98%)   => 85\n", ""), ("    < 95% ", "    < 98% ")],
        &["moved-bound 回复率", "row-removed 回复率"],
    );
}

#[test]
fn weights() {
    differs(
        &[("回复率 weight 40%", "回复率 weight 50%"), ("响应时间 weight 40%", "响应时间 weight 30%")],
        &["weight 回复率", "weight 响应时间"],
    );
}

#[test]
fn formulas_figures_and_roundings() {
    differs(&[("主管评分 * 10", "主管评分 * 9")], &["value 主管"]);
    differs(&[("round(scores, 0.1)", "round(scores, 1)")], &["rounding 总分"]);
    // What the items give is a multiple of 0.2: nothing is cut off.
    proved(&[("round(scores, 0.1)", "floor(scores, 0.1)")], &[]);
    differs(&[("round(scores, 0.1)", "floor(scores, 1)")], &["rounding 总分"]);
    differs(&[("percent, decimals 2 = 回复人数", "percent, decimals 4 = 回复人数")], &["rounding 回复率"]);
    differs(&[("otherwise 100%", "otherwise 0%")], &["value 回复率"]);
    differs(&[("    绩效奖金 = 等级.奖金", "    绩效奖金 = 等级.奖金 * 2")], &["formula 绩效奖金/应发工资"]);
    differs(&[("    底薪     = 底薪", "    底薪     = 底薪 when 总分 >= 60")], &["formula 底薪/应发工资"]);
}

#[test]
fn lines_that_are_new_or_gone() {
    differs(&[("    提成     = 提成\n", "")], &["removed 提成/应发工资"]);
    differs(&[("    提成     = 提成\n", "    提成     = 提成\n    全勤     = 50元\n")], &["added 全勤/应发工资"]);
}

#[test]
fn bounds_of_pay() {
    differs(&[("pay 应发工资 {", "pay 应发工资 at least 3000元 {")], &["bound 应发工资"]);
    differs(&[("    提成     = 提成", "    提成 at most 800元 = 提成")], &["bound 提成/应发工资"]);
}

#[test]
fn a_scale_of_another_kind() {
    differs(&[("marginal {", "whole {")], &["scale-kind 提成"]);
}

#[test]
fn what_is_new_or_called_otherwise() {
    proved(&[("pay 应发工资 {", "flag 要谈话 \"总分低\" when 总分 < 60\npay 应发工资 {")], &["added 要谈话"]);
    proved(
        &[("metric 回复率 : percent", "metric 另一个 : points = 主管评分\nmetric 回复率 : percent")],
        &["added 另一个"],
    );
    proved(
        &[("metric 总分 : points", "metric 总得分 : points"), ("grade 等级 by 总分", "grade 等级 by 总得分")],
        &["renamed 总得分"],
    );
    proved(&[("metric 总分 :", "metric 总分 \"月度总分\" :")], &["text 总分"]);
}

#[test]
fn what_is_read() {
    proved(
        &[("主管评分 : points in [0, 10], decimals 1", "主管评分 : points in [0, 9], decimals 1")],
        &["domain 主管评分"],
    );
    proved(&[("    底薪     : money\n", "    底薪     : money in [0元, 10000元]\n")], &["domain 底薪"]);
    proved(&[("    底薪     : money\n", "    底薪     : money, default 2000元\n")], &["default 底薪"]);
    proved(&[("平均响应时间(s)", "响应(s)")], &["text 响应时间"]);
}

#[test]
fn defaults_that_matter() {
    let old = untested(SHOP).replace("    底薪     : money\n", "    底薪     : money, default 2000元\n");
    let found = between(&old, &[("default 2000元", "default 2500元")]);
    assert_eq!(told(&found), ["default 底薪"]);
    assert_eq!(found.verdict, Verdict::Differs);
}

#[test]
fn near_misses() {
    proved(&[("A : >= 90 ", "A : > 89.8 "), ("[80, 90) ", "[80, 89.8] ")], &[]);
    differs(&[("A : >= 90 ", "A : > 89.7 "), ("[80, 90) ", "[80, 89.7] ")], &["moved-bound 等级"]);
    differs(
        &[("metric 总分 : points = round(scores, 0.1)", "let 合计 = scores\nmetric 总分 : points = round(合计, 0.5)")],
        &["rounding 总分"],
    );
    differs(
        &[("[80, 90)   => 300元", "[85, 90) => 300元\n    B : [80, 85) => 299元")],
        &["moved-bound 等级", "row-added 等级"],
    );
}

#[test]
fn params() {
    let old =
        untested(SHOP).replace("pay 应发工资 {", "param 全勤奖 : money = 50元\npay 应发工资 {\n    全勤 = 全勤奖");
    let found = between(&old, &[("= 50元", "= 80元")]);
    assert_eq!(told(&found), ["param 全勤奖"]);
    assert_eq!(found.verdict, Verdict::Differs);
    let found = between(&old, &[("全勤 = 全勤奖", "全勤 = 50元")]);
    assert_eq!(told(&found), Vec::<String>::new());
    assert_eq!(found.verdict, Verdict::Proved);
}

#[test]
fn lets_that_changed() {
    let old = untested(SHOP)
        .replace("metric 总分 :", "let 目标 = 60分\nmetric 总分 :")
        .replace("    底薪     = 底薪", "    底薪     = 底薪 when 总分 >= 目标\n    补贴     = 100元 when 总分 < 目标");
    let found = between(&old, &[("let 目标 = 60分", "let 目标 = 65分")]);
    assert_eq!(told(&found), ["value 目标"]);
    assert_eq!(found.verdict, Verdict::Differs);
    let found = between(&old.replace("目标", "门槛"), &[]);
    assert_eq!(found.verdict, Verdict::Proved);
}
