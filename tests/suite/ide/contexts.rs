//! What can stand where.

use merit::check::SymbolKind;
use merit::compile::InMemory;
use merit::format::{Options, formatted};
use merit::ide::{CompletionKind, Document, snippet};
use merit::ir::Type;
use merit::quantity::Dimension;
use merit::render::Tongue;
use merit::source::{FileId, SourceFile};
use merit::syntax::{Keyword, parse};

use super::{POLICY, entry, policy, says, texts, with};

#[test]
fn names_are_found_by_name_and_by_title() {
    assert_eq!(says("回¦"), ["回复数", "回复率"]);
    // What people call it.
    assert_eq!(says("平均回¦"), ["回复率"]);
    assert_eq!(says("岗¦"), ["级别"]);
    assert!(says("1 + 总¦").contains(&"总分".to_owned()));
}

#[test]
fn members_of_everything_that_has_some() {
    assert_eq!(says("等级.¦"), ["系数", "假期"]);
    assert_eq!(says("等级.系¦"), ["系数"]);
    assert_eq!(says("工资.¦"), ["底薪", "奖金"]);
    assert_eq!(says("回复率.¦"), ["得分", "加权分"]);
    assert_eq!(says("回复率．得¦"), ["得分"]);
    assert_eq!(says("总分.¦"), [""; 0]);
}

#[test]
fn labels_of_the_type_behind_a_comparison() {
    assert_eq!(says("级别 = ¦")[..2], ["初级", "高级"]);
    assert_eq!(says("级别 = 高¦"), ["高级"]);
    assert_eq!(says("级别＝¦")[..2], ["初级", "高级"]);
    assert_eq!(says("等级 != ¦")[..2], ["A", "B"]);
    assert_eq!(says("等级 属于 {A, ¦")[..2], ["A", "B"]);
    assert_eq!(says("转正 = ¦")[..2], ["是", "否"]);
}

#[test]
fn units_behind_a_number() {
    assert_eq!(says("响应 <= 30¦"), ["秒", "分钟", "小时", "天"]);
    assert_eq!(says("每单 = 3¦"), ["元"]);
    assert_eq!(says("回复率 >= 98¦"), ["%", "‰"]);
    assert_eq!(says("响应 <= 30分¦"), ["分钟"]);
    // The unit of the policy where another tongue's is typed.
    assert_eq!(says("响应 <= 30 mi¦"), ["min"]);
    assert_eq!(entry("响应 <= 30分¦").range, "响应 <= 30".len().."响应 <= 30分".len());
}

#[test]
fn functions_have_their_arguments() {
    let found = entry("舍¦");
    assert_eq!(texts(&found), ["舍入("]);
    assert_eq!(found.items[0].signature.as_deref(), Some("舍入(x, 0.1, 四舍五入)"));
    assert_eq!(says("舍入(总分, 0.1, 四舍六¦"), ["四舍六入五成双"]);
    assert_eq!(says("排名(总分, 范¦"), ["范围: "]);
    assert_eq!(says("排名(总分, 并列: 同¦"), ["同名次"]);
}

#[test]
fn keywords_are_those_of_the_policy_typed_in_either_tongue() {
    assert_eq!(says("max¦"), ["最大("]);
    assert_eq!(says("总分 >= 90 an¦"), ["且"]);
    assert_eq!(says("总分 >= 90 且¦"), ["且"]);
    assert!(says("总分 >= 90 ¦").contains(&"且".to_owned()));
    // Where a full-width letter is typed, too.
    assert_eq!(says("ｍａｘ¦"), ["最大("]);
    assert_eq!(says("MAX¦"), ["最大("]);
}

#[test]
fn every_completion_tells_what_it_is() {
    let found = entry("总¦");
    let total = found.items.iter().find(|item| item.text == "总分").unwrap();
    assert_eq!(total.kind, CompletionKind::Name(SymbolKind::Metric));
    assert_eq!(total.facts.as_ref().unwrap().ty, Type::Number(Dimension::POINTS));
    let found = entry("平均回复¦");
    assert_eq!(found.items[0].title.as_deref(), Some("平均回复率"));
}

#[test]
fn a_declaration_is_begun_by_its_word_or_filled_in() {
    let found = with("评¦");
    assert_eq!(texts(&found)[0], "评分");
    assert!(texts(&found)[1].starts_with("评分 名称 权重 10% {\n"), "{:?}", texts(&found));
    let snippet = &found.items[1];
    assert_eq!(&snippet.text[snippet.holes[0].clone()], "名称");
    // A session replaces declarations; nothing is filled in there.
    assert_eq!(says("对照¦"), ["对照表"]);
}

#[test]
fn the_head_of_a_declaration() {
    assert_eq!(texts(&with("评分 回¦")), ["回复数", "回复率"]);
    assert_eq!(texts(&with("评分 回复数 ¦")), ["权重", "满分", "按"]);
    assert_eq!(texts(&with("等级表 档 按 总¦")), ["总分"]);
    assert_eq!(texts(&with("等级表 档 ¦")), ["按"]);
    assert_eq!(texts(&with("阶梯 提成 对 每单, ¦")), ["超额", "全额"]);
    assert_eq!(texts(&with("参数 新 : 金¦")), ["金额"]);
    assert_eq!(texts(&with("对照表 新 按 级别 -> 百¦")), ["百分比"]);
    assert_eq!(texts(&with("提醒 新 ¦")), ["当"]);
}

#[test]
fn the_rows_of_a_table() {
    assert_eq!(texts(&with("对照表 新 按 级别, 转正 -> 金额 {\n    ¦"))[..2], ["初级", "高级"]);
    assert_eq!(texts(&with("对照表 新 按 级别, 转正 -> 金额 {\n    初级, ¦"))[..2], ["是", "否"]);
    assert_eq!(texts(&with("评分 响应 权重 1% {\n    <= 30¦"))[..1], ["秒"]);
    assert!(texts(&with("评分 响应 权重 1% {\n    <= 30秒 => 免¦")).contains(&"免考"));
}

#[test]
fn the_blocks_of_records_policies_and_tests() {
    assert_eq!(texts(&policy("record {\n    a : te¦\n}")), ["text"]);
    assert_eq!(texts(&policy("record {\n    a : text, k¦\n}")), ["key"]);
    assert_eq!(texts(&policy("policy \"x\" {\n    cur¦\n}")), ["currency"]);
    assert_eq!(texts(&policy("policy \"x\" {\n    currency US¦\n}")), ["USD"]);
    assert_eq!(texts(&policy("policy \"x\" {\n    period q¦\n}")), ["quarter"]);
    assert_eq!(texts(&with("用例 \"x\" {\n    已知 { 级¦")), ["级别"]);
    assert_eq!(texts(&with("用例 \"x\" {\n    已知 { 接待数 = 1, 级别 = ¦"))[..2], ["初级", "高级"]);
    assert_eq!(texts(&with("用例 \"x\" {\n    已知 { 级别 = 初级 }\n    应得 { 等¦")), ["等级"]);
    assert!(with("引用 \"¦").path);
}

#[test]
fn nothing_in_comments_and_titles() {
    assert_eq!(says("# 总¦"), [""; 0]);
    assert_eq!(texts(&with("提醒 谈 \"总¦")), [""; 0]);
    assert_eq!(says("总分 # 总¦"), [""; 0]);
}

/// Every snippet reads, and is laid out as `merit fmt` would.
#[test]
fn what_is_filled_in_reads_and_is_laid_out() {
    for tongue in [Tongue::Zh, Tongue::En] {
        for keyword in Keyword::DECLARATIONS {
            let snippet = snippet(*keyword, tongue).unwrap();
            let source = SourceFile::new("s.merit", format!("{}\n", snippet.text));
            let parsed = parse(FileId::default(), &source);
            assert!(parsed.diagnostics.is_empty(), "{}: {:?}", snippet.text, parsed.diagnostics);
            assert_eq!(formatted(&source, &Options::default()).unwrap(), source.text);
            assert!(!snippet.holes.is_empty(), "{}", snippet.text);
        }
    }
}

/// Wherever the cursor stands in a policy, whatever of it is not yet typed: an answer, with its place on whole characters.
#[test]
fn every_place_has_an_answer() {
    let files = InMemory::default();
    for (at, _) in POLICY.char_indices().step_by(7) {
        let half = &POLICY[..at];
        for text in [half, POLICY] {
            let document = Document::new(SourceFile::new("p.merit", text), &files, Tongue::Zh);
            let found = document.completions(at);
            assert!(text.get(found.range.clone()).is_some(), "{at}");
            document.hover(at);
            document.references(at);
        }
    }
}
