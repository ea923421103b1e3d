//! Tokens stand in order, cover the text and give it back.

use merit::source::{FileId, SourceFile};
use merit::syntax::parse;
use merit::syntax::tokens::{Belongs, Kind, Role, Tokens, tokens, tokens_of_line};

use super::{read, solid, spelt};
use crate::contract::generated;
use crate::contract::random::Random;
use crate::corpus;
use crate::fuzz::mutant;

/// Holds the tokens of a text to what is true of all.
fn hold(name: &str, text: &str) {
    let (source, found) = read(text);
    let printed: String = found.list.iter().map(|token| source.slice(token.span)).collect();
    assert_eq!(printed, source.text, "{name}");
    assert_eq!(source.written(), text, "{name}");
    whole(name, &source, &found);
    if found.list.iter().all(|token| token.role != Role::Unread) {
        as_plain(name, text, &found);
    }
}

/// Holds them to what the tree of the text tells: something is unread only where that is told, and no comment is lost.
fn hold_to_tree(name: &str, text: &str) {
    let (source, found) = read(text);
    let parsed = parse(FileId(0), &source);
    let unread = found.list.iter().any(|token| token.role == Role::Unread);
    assert!(!unread || !parsed.diagnostics.is_empty(), "{name}: {text}");
    let places = found.comments.iter().map(|comment| found.list[comment.token].span.start);
    let signed = places.filter(|start| source.text[*start as usize..].starts_with(['#', '＃']));
    assert!(signed.eq(parsed.comments.iter().map(|comment| comment.start)), "{name}: {text}");
}

/// Nothing is left out and nothing stands twice, each token looks like its kind, and numbers are numbers of tokens.
fn whole(name: &str, source: &SourceFile, found: &Tokens) {
    let mut at = 0;
    for (number, token) in found.list.iter().enumerate() {
        let text = source.slice(token.span);
        assert!(token.span.range().start == at && !text.is_empty(), "{name}: {token:?}");
        at = token.span.range().end;
        let fits = match token.kind {
            Kind::Blank => text.chars().all(|c| c.is_whitespace() && c != '\n' || matches!(c, '\u{200b}' | '\u{feff}')),
            Kind::LineEnd => matches!(text, "\n" | "\r\n"),
            Kind::Comment => text.starts_with(['#', '＃', '/', '／', '-']) && text.trim_end() == text,
            Kind::Word => text.starts_with(|c: char| c.is_alphabetic() || c == '_'),
            Kind::Text => text.starts_with(['"', '＂', '“', '”']),
            _ => !text.contains('\n') || token.kind == Kind::Unread,
        };
        let means = !matches!(token.kind, Kind::Word | Kind::Number | Kind::Text) || token.role != Role::Plain;
        assert!(fits && means, "{name}: {token:?} {text:?}");
        assert_eq!(found.at(token.span.range().start), Some(number), "{name}");
    }
    assert_eq!(at, source.text.len(), "{name}");
    assert_eq!(found.at(at), None);
    for comment in &found.comments {
        assert_eq!(found.list[comment.token].kind, Kind::Comment);
        match comment.belongs {
            Belongs::Leading(of) => assert!(found.list[of].is_solid() && of > comment.token, "{name}"),
            Belongs::Trailing(of) => assert!(found.list[of].is_solid() && of < comment.token, "{name}"),
            Belongs::Dangling(of) => assert!(of.is_none_or(|of| found.list[of].kind == Kind::Open), "{name}"),
        }
    }
}

/// Without full-width signs, with one blank for many, a text has the same tokens.
fn as_plain(name: &str, text: &str, own: &Tokens) {
    let blank = |kind, text: &str| if kind == Kind::Blank { " ".to_owned() } else { text.to_owned() };
    let plain = spelt(text, own, |token, text| blank(token.kind, text));
    let (_, other) = read(&plain);
    assert!(shown(own).eq(shown(&other)), "{name}:\n{text}\n{plain}");
}

fn shown(found: &Tokens) -> impl Iterator<Item = (Kind, Role, &str)> {
    let solid = found.list.iter().filter(|token| token.is_solid());
    solid.map(|token| (token.kind, token.role, found.plain(token)))
}

#[test]
fn every_policy_is_printed_from_its_tokens() {
    for (name, text) in corpus::policies() {
        hold(&name, &text);
        hold_to_tree(&name, &text);
    }
}

#[test]
fn two_thousand_broken_policies_are_printed_from_their_tokens() {
    let policies: Vec<String> =
        corpus::policies().into_iter().map(|(_, text)| text).filter(|text| text.len() < 700).collect();
    for seed in 0..2_000 {
        let mut random = Random::new(seed);
        let text = match seed % 8 {
            0 => generated(seed),
            _ => random.pick(&policies).clone(),
        };
        let text = if seed % 2 == 0 { mutant::of(&text, &mut random) } else { text };
        let text = broken(&text, &mut random);
        hold(&format!("seed {seed}"), &text);
    }
}

/// Characters and lines dropped, doubled, put in or swapped.
fn broken(text: &str, random: &mut Random) -> String {
    const PIECES: [&str; 24] = [
        "(",
        ")",
        "{",
        "}",
        "[",
        "】",
        "“",
        "\"",
        "\n",
        "\r\n",
        "\t",
        "　",
        "，",
        "；",
        "# x",
        "// x",
        "/* x",
        "*/",
        "--",
        "≥",
        "万",
        "at\nleast",
        "\u{feff}",
        "１",
    ];
    let mut pieces: Vec<String> = match random.chance(30) {
        true => text.split_inclusive('\n').map(str::to_owned).collect(),
        false => text.chars().map(String::from).collect(),
    };
    pieces.push(String::new());
    for _ in 0..=random.below(3) {
        let (at, other) = (random.below(pieces.len()), random.below(pieces.len()));
        match random.below(5) {
            0 => pieces[at].clear(),
            1 => pieces.insert(at, pieces[other].clone()),
            2 => pieces.swap(at, other),
            _ => pieces.insert(at, (*random.pick(&PIECES)).to_owned()),
        }
    }
    pieces.concat()
}

#[test]
fn what_is_strange_is_covered_as_well() {
    let deep = |depth: usize| format!("let a = {}1{}\n", "(".repeat(depth), ")".repeat(depth));
    let texts = [
        String::new(),
        "\n".to_owned(),
        "\u{feff}".to_owned(),
        "\u{feff}\u{feff}let a = 1".to_owned(),
        " \t　\u{200b}".to_owned(),
        "\r".to_owned(),
        "\r\n\r\r\n".to_owned(),
        "#".to_owned(),
        "＃ 注\r\n".to_owned(),
        "let a = 1 # x \r\n".to_owned(),
        "let a = 1 -- x\n-- y\n".to_owned(),
        "/* a\n b */ let a = 1\n".to_owned(),
        "/* a\n b".to_owned(),
        "}\n)\n".to_owned(),
        "let a = \"x\n".to_owned(),
        "let a = \"x\\\nlet b = 1 # y\n".to_owned(),
        "let a = \"x\\\\\nlet b = 1 # y\n".to_owned(),
        "“\\\n#{<".to_owned(),
        "”x\\\n> # y".to_owned(),
        "=≥≤≠".to_owned(),
        "PK\u{3}\u{4}\0\0\0".to_owned(),
        "}\n".repeat(2_000),
        "(a, ".repeat(2_000),
        "[\n".repeat(200),
        "table t {\n".repeat(200),
        deep(200),
        deep(300),
        deep(100_000),
        format!("let a = 1{}\n", "+1".repeat(100_000)),
        format!("record {{\n{}}}", "  a : number,\n".repeat(50)),
    ];
    for text in texts {
        hold(&text.chars().take(20).collect::<String>(), &text);
    }
}

#[test]
fn what_is_too_deep_is_one_token() {
    let (_, found) = read(&format!("let a = {}1\n", "(".repeat(300)));
    let [token] = &found.list[..] else { panic!("{:?}", found.list.len()) };
    assert_eq!((token.kind, token.role), (Kind::Unread, Role::Unread));
}

#[test]
fn full_width_signs_are_plain() {
    let text =
        "评分　回复率　权重４０％｛\r\n　　【８０％，９０％）＝＞ １０；　# 注\r\n　　≥９０％ ＝＞ “好”\r\n｝\r\n";
    let (_, found) = read(text);
    let plain: Vec<&str> = found.list.iter().filter(|token| token.is_solid()).map(|token| found.plain(token)).collect();
    assert_eq!(plain.join(" "), "评分 回复率 权重 40 % { [ 80 % , 90 % ) => 10 ; >= 90 % => \"好\" }");
}

#[test]
fn line_ends_end_something_or_do_not() {
    let ends = |text: &str| {
        let (source, found) = read(text);
        let ends = found.list.iter().filter(|token| matches!(source.slice(token.span), "\n" | "\r\n" | ";"));
        ends.map(|token| token.role == Role::End).collect::<Vec<_>>()
    };
    assert_eq!(ends("let a = 1\n"), [true]);
    assert_eq!(ends("let a =\r\n  1\r\nlet b = a\n  + 1;\n"), [false, true, false, true, true]);
    assert_eq!(ends("let a = max(\n1,\n2\n)\n"), [false, false, false, true]);
}

#[test]
fn a_carriage_return_belongs_to_its_line_end() {
    let (source, found) = read("let a = # b \r\n\r\n 1 \r\n\r");
    let blanks = found.list.iter().filter(|token| matches!(token.kind, Kind::Blank | Kind::LineEnd | Kind::Comment));
    let blanks: Vec<&str> = blanks.map(|token| source.slice(token.span)).collect();
    assert_eq!(blanks, [" ", " ", " ", "# b", " ", "\r\n", "\r\n", " ", " ", "\r\n", "\r"]);
}

#[test]
fn a_keyword_of_several_words_is_one_token_unless_something_stands_inside() {
    let words =
        |text: &str| solid(text).into_iter().filter(|(_, role)| role.keyword().is_some() || *role == Role::Continued);
    let shown = |text: &str| words(text).map(|(word, _)| word).collect::<Vec<_>>().join("|");
    assert_eq!(shown("pay p at   least 0 { a = 1 }\n"), "pay|at   least");
    assert_eq!(shown("let a = sum(x, over: up  to 3 periods)\n"), "let|sum|over|up  to|periods");
    assert_eq!(shown("let a = sum(x, over: up # c\n to 3 periods)\n"), "let|sum|over|up|to|periods");
    assert_eq!(shown("let a = (1.5\n万)\n"), "let|万");
}

#[test]
fn what_cannot_be_read_is_marked_and_its_neighbours_are_not() {
    let text = "let a = 1\nmetric b : number = 2 +* 3 # c\nlet c = a\n";
    let unread: Vec<_> =
        solid(text).into_iter().filter(|(_, role)| *role == Role::Unread).map(|(text, _)| text).collect();
    assert_eq!(unread.join(" "), "metric b : number = 2 + * 3");
    let (source, found) = read(text);
    let declared: Vec<&str> = found
        .declarations
        .iter()
        .map(|range| source.slice(found.list[range.start].span.to(found.list[range.end - 1].span)))
        .collect();
    assert_eq!(declared, ["let a = 1", "metric b : number = 2 +* 3", "let c = a"]);
    assert_eq!(found.declaration(0), Some(&found.declarations[0]));
    let comment = found.comments[0].token;
    assert_eq!(found.declaration(comment), None);
    assert_eq!(found.list[comment].role, Role::Plain);
}

#[test]
fn a_line_of_a_session_may_be_an_expression() {
    let roles = |text: &str| {
        let source = SourceFile::new("<repl>", text);
        let found = tokens_of_line(FileId(0), &source);
        found.list.iter().filter(|token| token.is_solid()).map(|token| token.role).collect::<Vec<_>>()
    };
    assert_eq!(roles("a + 1"), [Role::Used, Role::Plain, Role::Number]);
    assert_eq!(roles("let a = 1")[1], Role::Declared);
    assert_eq!(roles("a +"), [Role::Unread; 2]);
}

#[test]
fn labels_of_other_files_are_spelt_by_patterns() {
    let text = "score s by x weight 100% {\n  不足3天 => 1\n  any => 2\n}\n";
    let source = SourceFile::new("test", text);
    let labels = ["不足3天".to_owned()].into();
    let found = merit::syntax::tokens::tokens_among(FileId(0), &source, &labels);
    let label = found.list.iter().find(|token| source.slice(token.span) == "不足3天").unwrap();
    assert_eq!(label.role, Role::Used);
    let alone = tokens(FileId(0), &source);
    assert!(alone.list.iter().any(|token| source.slice(token.span) == "不足" && token.role == Role::Bound));
}
