//! Lines as a shop's document words them. For each: one error, and its first edit makes the line beside it, with which
//! the policy is accepted at once.

use merit::compile::{Compiled, InMemory, compile_with};
use merit::diagnostic::{Diagnostic, Severity};
use merit::source::SourceFile;

/// Where the line stands.
#[derive(Clone, Copy)]
enum At {
    Field,
    Metric,
    Row,
    Only,
    Grade,
    Pay,
    Value,
}

const FIELD: &str = "奖励分 : 分数 属于 [0, 100]";
const METRIC: &str = "指标 效率 : 数值, 小数位 2 = 订单数 / 8";
const ROW: &str = "< 60 => 50";
const GRADE: &str = "优秀 : >= 60";

/// A policy with the line in its place, and every other place as it should be.
fn policy(at: At, line: &str) -> String {
    let (mut field, mut metric, mut row, mut grade, mut pay) = (FIELD, METRIC, ROW, GRADE, String::new());
    let mut scores = None;
    match at {
        At::Field => field = line,
        At::Metric => metric = line,
        At::Row => row = line,
        At::Only => scores = Some(format!("评分 迟到 权重 100% {line}")),
        At::Grade => grade = line,
        At::Pay => pay = line.to_owned(),
        At::Value => pay = format!("奖 = {line}"),
    }
    let scores = scores.unwrap_or_else(|| format!("评分 评价分 权重 100% {{\n    >= 60 => 100\n    {row}\n}}"));
    format!(
        r#"方案 "客服" {{ 币种 CNY; 周期 月 }}
记录 {{
    工号 : 文本, 主键
    月份 : 月, 周期
    销售额 : 金额 属于 [0元, 1000000元]
    订单数 : 次数 属于 [0, 5000]
    迟到 : 次数 属于 [0, 31]
    在职 : 是非
    评价分 : 分数 属于 [0, 100]
    {field}
}}
{metric}
指标 总分 : 分数, 小数位 2 = 评分合计
{scores}
等级表 等级 按 总分 {{
    {grade}
    普通 : < 60
}}
薪资 工资 {{
    基数 = 1元 * 订单数
    {pay}
}}
"#
    )
}

fn compiled(text: &str) -> Compiled {
    compile_with(SourceFile::new("case", text), &InMemory::default(), &[])
}

fn errors(of: &Compiled) -> Vec<&Diagnostic> {
    of.diagnostics.iter().filter(|told| told.severity() == Severity::Error).collect()
}

/// What each line is, and what is meant by it.
const LINES: &[(At, &str, &str)] = &[
    (At::Row, "低于60分不得分", "< 60分 => 0"),
    (At::Row, "不满60不得分", "< 60 => 0"),
    (At::Row, "不到60分得50分", "< 60分 => 50分"),
    (At::Only, "{ 每次扣5分 }", "= 最大(100分 - 5分 * 迟到, 0分)"),
    (At::Only, "{\n    0 => 100\n    迟到一次扣5分\n}", "= 最大(100分 - 5分 * 迟到, 0分)"),
    (At::Grade, "60分及以上 : 优秀", "优秀 : >= 60分"),
    (At::Grade, ">=60分为优秀", "优秀 : >= 60分"),
    (At::Grade, "优秀60分以上", "优秀 : >= 60分"),
    (At::Grade, "优秀（>=60）", "优秀 : >= 60"),
    (At::Pay, "满勤奖200元", "满勤奖 = 200元"),
    (At::Pay, "底薪3000", "底薪 = 3000元"),
    (At::Pay, "基本工资3000元/月", "基本工资 = 3000元"),
    (At::Pay, "迟到一次扣20元", "迟到扣款 = -20元 * 迟到"),
    (At::Pay, "提成按销售额的3%", "提成 = 销售额 * 3%"),
    (At::Pay, "餐补（按天） = 100元", "餐补 = 100元"),
    (At::Value, "=IF(总分>90,500元,0元)", "(如果 总分>90 则 500元 否则 0元)"),
    (At::Value, "{销售额} * 2", "销售额 * 2"),
    (At::Value, "$销售额", "销售额"),
    (At::Value, "2销售额", "2 * 销售额"),
    (At::Value, "500 RMB", "500 CNY"),
    (At::Value, "500元 当 不(在职)", "500元 当 非(在职)"),
    (At::Value, "500元 当 等级 属于 属于 {优秀}", "500元 当 等级 属于 {优秀}"),
    (At::Value, "case when 总分 > 90 then 500元 else 0元 end", "如果 总分 > 90 则 500元 否则 0元"),
    (At::Field, "奖励分 : 0-100分", "奖励分 : 分数 属于 [0分, 100分]"),
    (At::Field, "备注 : 文本（选填）", "备注 : 文本, 可缺"),
    (At::Field, "奖励 : 金额，单位元", "奖励 : 金额"),
    (
        At::Metric,
        "指标 效率（单/时） : 数值, 小数位 2 = 订单数 / 8",
        "指标 效率 \"效率（单/时）\" : 数值, 小数位 2 = 订单数 / 8",
    ),
];

#[test]
fn a_line_of_a_document_is_one_error_and_its_edit_checks_at_once() {
    let mut faults = String::new();
    for (at, line, meant) in LINES {
        let before = compiled(&policy(*at, line));
        let told = errors(&before);
        let first = told.first().and_then(|told| told.edits.first());
        let after = first.map(|edit| {
            let mut text = policy(*at, line);
            text.replace_range(edit.span.range(), &edit.text);
            text
        });
        let wanted = policy(*at, meant);
        let left: Vec<&str> = errors(&compiled(&wanted)).iter().map(|told| told.code.as_str()).collect();
        if told.len() != 1 || after.as_ref() != Some(&wanted) || !left.is_empty() {
            let codes: Vec<&str> = told.iter().map(|told| told.code.as_str()).collect();
            let edit = first.map(|edit| edit.text.as_str());
            faults.push_str(&format!("\n{line} : {codes:?} {edit:?}, then {left:?}"));
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn a_line_with_an_open_question_shows_its_answers() {
    let ways = |at: At, line: &str| -> Vec<String> {
        let compiled = compiled(&policy(at, line));
        let told = errors(&compiled);
        assert_eq!(told.len(), 1, "{line}");
        told[0].edits.iter().map(|edit| edit.text.clone()).collect()
    };
    // Points or a count: nothing says which.
    assert_eq!(ways(At::Field, "奖励分 : 0-100"), ["分数 属于 [0, 100]", "次数 属于 [0, 100]"]);
}
