//! Spans are places in the text as it was written.

use merit::source::{FileId, SourceFile, Span};
use merit::syntax::ast::{ExprKind, Item, PatternKind};
use merit::syntax::parse;

#[test]
fn full_width_text_has_exact_spans() {
    let text = "\u{feff}评分　回复率　权重４０％｛\r\n　　【８０％，９０％）＝＞ １０；　# 注\r\n　　≥９０％ ＝＞ ２０\r\n｝\r\n";
    let source = SourceFile::new("test", text);
    let parsed = parse(FileId(0), &source);
    assert_eq!(parsed.diagnostics, []);
    let [Item::Score(score)] = &parsed.file.items[..] else { panic!("{parsed:?}") };
    let at = |span: Span| source.slice(span);
    assert_eq!(at(score.name.span), "回复率");
    assert_eq!(at(score.span), "评分　回复率　权重４０％");
    let rows = score.rows.as_ref().unwrap();
    assert_eq!(at(rows[0].span), "【８０％，９０％）＝＞ １０");
    assert_eq!(at(rows[0].patterns[0].span), "【８０％，９０％）");
    assert_eq!(at(rows[1].patterns[0].span), "≥９０％");
    let PatternKind::Compare(_, bound) = &rows[1].patterns[0].kind else { panic!() };
    assert_eq!(at(bound.span), "９０％");
}

#[test]
fn the_span_of_an_operation_holds_the_parentheses_of_its_operands() {
    let source = SourceFile::new("test", "let a = (b + c) * (d - e) + 1\n");
    let parsed = parse(FileId(0), &source);
    let [Item::Let(item)] = &parsed.file.items[..] else { panic!() };
    let ExprKind::Arithmetic { left, .. } = &item.value.kind else { panic!() };
    assert_eq!(source.slice(left.span), "(b + c) * (d - e)");
    let ExprKind::Arithmetic { left: sum, .. } = &left.kind else { panic!() };
    assert_eq!(source.slice(sum.span), "b + c");
}
