//! No text at all is too strange.

use merit::source::{FileId, SourceFile};
use merit::syntax::{parse, parse_expression, parse_line};
use proptest::prelude::*;

/// Pieces that put together come near to policies.
const PIECES: [&str; 48] = [
    "policy",
    "record",
    "score",
    "grade",
    "table",
    "pay",
    "metric",
    "let",
    "weight",
    "权重",
    "by",
    "when",
    "当",
    "if",
    "then",
    "else",
    "otherwise",
    "missing",
    "not",
    "in",
    "and",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "=>",
    "->",
    "=",
    ":",
    ",",
    ";",
    "\n",
    "-",
    "+",
    "*",
    "/",
    "~",
    "以上",
    "不满",
    "40%",
    "1.5万元",
    "2024-03",
    "\"文\"",
    "“",
    "等级",
    "# x\n",
];

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        let source = SourceFile::new("any", text);
        let end = source.text.len();
        for diagnostic in parse(FileId(0), &source).diagnostics {
            prop_assert!(diagnostic.span.range().end <= end);
            prop_assert!(source.text.get(diagnostic.span.range()).is_some());
        }
        parse_line(FileId(0), &source);
    }

    #[test]
    fn any_mixture_of_words_is_read_without_a_panic(
        words in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60),
        glue in prop::sample::select(&["", " ", "  "][..]),
    ) {
        let source = SourceFile::new("any", words.join(glue));
        for diagnostic in parse(FileId(0), &source).diagnostics {
            prop_assert!(source.text.get(diagnostic.span.range()).is_some());
            for edit in &diagnostic.edits {
                prop_assert!(source.text.get(edit.span.range()).is_some());
            }
        }
        parse_expression(FileId(0), &source);
    }
}

fn codes(text: &str) -> Vec<&'static str> {
    super::read(text).diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect()
}

#[test]
fn deep_nesting_and_long_chains_are_refused() {
    let nested = |depth: usize| format!("let a = {}1{}\n", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(codes(&nested(256)), [""; 0]);
    assert_eq!(codes(&nested(257)), ["E0104"]);
    let told = super::read(&nested(257)).diagnostics;
    assert!(merit::render::texts(&told[0], merit::render::Tongue::En).message.ends_with("(more than 256)"));
    assert_eq!(codes(&nested(100_000)), ["E0104"]);
    assert_eq!(codes(&format!("let a = 1{}\n", "+1".repeat(100_000))), ["E0104"]);
    assert_eq!(codes(&format!("let a = {}1\n", "-".repeat(100_000))), ["E0104"]);
    assert_eq!(codes(&format!("let a = {}b\n", "not ".repeat(100_000))), ["E0104"]);
    assert_eq!(codes(&format!("let a = {}\n", "{".repeat(100_000))), ["E0104"]);
}

#[test]
fn what_is_no_policy_is_told_once() {
    assert_eq!(codes(""), ["E0128"]);
    assert_eq!(codes("\n# nothing yet\n\n"), ["E0128"]);
    assert_eq!(codes("PK\u{3}\u{4}\0\0\0"), ["E0129"]);
    assert_eq!(codes(&"#".repeat(10_000_001)), ["E0130"]);
}

#[test]
fn time_grows_no_faster_than_the_text() {
    // Each of these was, or could be, quadratic or worse.
    let started = std::time::Instant::now();
    for text in ["\n", "let a = 1\n", "\"", "}\n", "[\n", "f(", "not (", "record\n", "a\n", "if ", "(a, "] {
        super::read(&text.repeat(2_000));
    }
    assert!(started.elapsed() < std::time::Duration::from_secs(60), "{:?}", started.elapsed());
}
