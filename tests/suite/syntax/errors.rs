//! Slips and what is told of them.

use merit::source::{FileId, SourceFile};
use merit::syntax::parse;

/// Code, variant and the text pointed at, for everything told of `text`.
fn told(text: &str) -> Vec<(String, String)> {
    let source = SourceFile::new("test.merit", text);
    let diagnostics = parse(FileId(0), &source).diagnostics;
    let code = |d: &merit::diagnostic::Diagnostic| format!("{} {}", d.code.as_str(), d.variant).trim().to_owned();
    diagnostics.iter().map(|d| (code(d), source.slice(d.span).to_owned())).collect()
}

/// The text after the first edit of its only diagnostic.
fn mended(text: &str) -> String {
    let source = SourceFile::new("test.merit", text);
    let diagnostics = parse(FileId(0), &source).diagnostics;
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    let edit = diagnostics[0].edits.first().expect("an edit").clone();
    let mut text = source.text.clone();
    text.replace_range(edit.span.range(), &edit.text);
    text
}

/// A score with one row.
fn row(row: &str) -> String {
    format!("score x weight 100% {{\n    {row}\n}}\n")
}

#[test]
fn slips_in_rows_are_mended_by_their_edit() {
    let cases = [
        ("80-89 => 1", "[80, 89] => 1"),
        ("95%-98% => 1", "[95%, 98%] => 1"),
        ("95%~98% => 1", "[95%, 98%] => 1"),
        ("95%～98% => 1", "[95%, 98%] => 1"),
        ("80至89 => 1", "[80, 89] => 1"),
        ("90分-99分 => 1", "[90分, 99分] => 1"),
        ("80-89分 => 1", "[80分, 89分] => 1"),
        ("≥90且<95 => 1", "[90, 95) => 1"),
        ("80、90 => 1", "{80, 90} => 1"),
        ("以上80 => 1", "80以上 => 1"),
        ("80超过 => 1", "超过80 => 1"),
        ("10 => 1 20 => 2", "10 => 1; 20 => 2"),
        ("A => 1, B => 2", "A => 1; B => 2"),
        ("10 = 1", "10 => 1"),
        ("10 -> 1", "10 => 1"),
        ("10 : 1", "10 => 1"),
        ("[80, 90) 5", "[80, 90) => 5"),
        ("[80, 90 => 5", "[80, 90] => 5"),
        ("=> 90 => 5", ">= 90 => 5"),
        ("1 => 1,000", "1 => 1000"),
        ("1 => 08", "1 => 8"),
    ];
    for (wrong, right) in cases {
        assert_eq!(mended(&row(wrong)), row(right), "{wrong}");
        assert_eq!(told(&row(right)), [], "{right}");
    }
}

#[test]
fn slips_in_declarations_are_mended_by_their_edit() {
    let cases = [
        ("metirc 总分 : percent = 1%", "metric 总分 : percent = 1%"),
        ("metric a percent = 1%", "metric a: percent = 1%"),
        ("metric a : percent => 1%", "metric a : percent = 1%"),
        ("metric a : bool = e == 1", "metric a : bool = e = 1"),
        ("metric a : bool = e && f", "metric a : bool = e and f"),
        ("指标 a : 是非 = e || f", "指标 a : 是非 = e 或 f"),
        ("metric a : money = 1,500元", "metric a : money = 1500元"),
        ("let a = 20块", "let a = 20元"),
        ("let a = \"b", "let a = \"b\""),
        ("flag 劝退当 等级 = F", "flag 劝退 当 等级 = F"),
        ("grade g by x => k : percent { A : any => 1% }", "grade g by x -> k : percent { A : any => 1% }"),
        ("policy 客服 { currency CNY }", "policy \"客服\" { currency CNY }"),
        ("score 差评数权重 20% { any => 1 }", "score 差评数 权重 20% { any => 1 }"),
        ("record {\n    a text\n}", "record {\n    a: text\n}"),
        ("gate g {\n    a > 1", "gate g {\n    a > 1\n}"),
        ("gate g\n{\n    a > 1\n}", "gate g {\n{\n    a > 1\n}"),
        ("pay p {\n    a => 1元\n}", "pay p {\n    a = 1元\n}"),
        ("let a = 1 + 2)", "let a = 1 + 2"),
    ];
    for (wrong, right) in cases {
        assert_eq!(mended(wrong), right, "{wrong}");
    }
}

#[test]
fn several_slips_are_told_in_one_run_and_the_rest_is_read() {
    let text = "record {\n  工号 text, key\n  月份 : month\n}\nlet a = 1 +\nlet b = 2\n\
                score s weight 1% {\n  80-89 => 1\n  90 => 2\n  100 = 3\n}\nlet c = (1\nlet d = 4\n";
    let codes: Vec<String> = told(text).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["E0123", "E0101 end", "E0112", "E0122", "E0103"]);
    let items = super::read(text).file.items;
    assert_eq!(items.len(), 6);
    assert_eq!(super::read("let b = 2\nlet d = 4\n").file.items.len(), 2);
}

#[test]
fn a_block_that_is_not_closed_does_not_swallow_what_follows() {
    let text = "score a weight 50% {\n  1 => 2\nscore b weight 50% {\n  1 => 2\n}\nmetric m : number = 1\n";
    assert_eq!(told(text), [("E0103 brace".to_owned(), "{".to_owned())]);
    assert_eq!(super::read(text).file.items.len(), 3);
}

#[test]
fn a_block_that_was_not_opened_is_told_once() {
    let text = "record\n  工号 : text, key\n  月份 : month\n}\nlet a = 1\n";
    assert_eq!(told(text), [("E0103 block".to_owned(), "record".to_owned())]);
    assert_eq!(super::read(text).file.items.len(), 2);
}
