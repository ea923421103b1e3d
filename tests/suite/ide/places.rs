//! What a name is, where it is declared and where it is used.

use merit::check::SymbolKind;
use merit::compile::InMemory;
use merit::ide::{Document, Hover};
use merit::ir::Type;
use merit::quantity::Dimension;
use merit::render::Tongue;
use merit::source::{SourceFile, Span};

use super::{POLICY, policy, texts};

fn at(name: &str, nth: usize) -> usize {
    POLICY.match_indices(name).nth(nth).unwrap().0
}

fn document(files: &InMemory) -> Document<'_> {
    Document::new(SourceFile::new("p.merit", POLICY), files, Tongue::Zh)
}

fn text(span: Span) -> &'static str {
    &POLICY[span.range()]
}

#[test]
fn a_hover_tells_type_title_and_formula() {
    let files = InMemory::default();
    let Some(Hover::Name { name, kind, title, facts, declaration, formula }) =
        document(&files).hover(at("回复率 权重", 0))
    else {
        panic!("nothing there")
    };
    assert_eq!((name.as_str(), kind, title.as_deref()), ("回复率", SymbolKind::Metric, Some("平均回复率")));
    assert_eq!(facts.unwrap().ty, Type::Number(Dimension::PERCENT));
    assert_eq!(declaration.range().start, at("回复率 \"平均", 0));
    assert_eq!(text(formula.unwrap()), "回复数 / 接待数");
}

#[test]
fn a_member_is_told_with_what_it_is_a_part_of() {
    let files = InMemory::default();
    let member = at("等级.系数", 0) + "等级.".len();
    let Some(Hover::Name { name, kind, facts, .. }) = document(&files).hover(member) else { panic!("nothing there") };
    assert_eq!((name.as_str(), kind), ("等级.系数", SymbolKind::Output));
    assert_eq!(facts.unwrap().ty, Type::Number(Dimension::PERCENT));
}

#[test]
fn a_function_is_told_with_its_arguments() {
    let source = SourceFile::new("p.merit", format!("{POLICY}令 好 = 舍入(总分, 1)\n"));
    let files = InMemory::default();
    let found = Document::new(source, &files, Tongue::Zh).hover(POLICY.len() + "令 好 = ".len());
    assert_eq!(found, Some(Hover::Function("舍入(x, 0.1, 四舍五入)".to_owned())));
}

#[test]
fn a_name_leads_to_its_declaration_and_uses() {
    let files = InMemory::default();
    let document = document(&files);
    let used = at("级别 -> 金额", 0);
    assert_eq!(document.definition(used).unwrap().range().start, at("级别 \"岗位", 0));
    let places: Vec<usize> = document.references(used).iter().map(|span| span.range().start).collect();
    assert_eq!(places, [at("级别 \"岗位", 0), used]);
    // Right behind its last letter, too; in a blank, nothing.
    assert!(document.definition(used + "级别".len()).is_some());
    assert_eq!(document.definition(at("\n\n", 0) + 1), None);
}

/// What is half typed may swallow what stands below it.
#[test]
fn a_broken_declaration_takes_no_name_along() {
    let broken = POLICY.replace("指标 总分 : 分数 = 评分合计", "指标 总分 : 分数 = 限制(评分¦ {{");
    let found = policy(&broken);
    assert!(texts(&found).contains(&"评分合计"), "{:?}", texts(&found));
    let broken = POLICY.replace("提醒 谈话 当 等级 = B", "提醒 谈话 当 (((等级 = B 且 工¦");
    assert!(texts(&policy(&broken)).contains(&"工资"));
}
