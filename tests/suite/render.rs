//! Diagnostics as they are drawn: places counted in characters, marks under the right columns.

use merit::diagnostic::{Code, Diagnostic};
use merit::render::{Look, Tongue, show, wrap};
use merit::source::{SourceFile, Sources, Span};
use unicode_width::UnicodeWidthStr;

const TEXT: &str = "# 方案\r\n\tscore 回复率　weight 40% { >= 98 => 100 }\r\n";

/// The drawing of a diagnostic at `98`, behind a tab, names in Chinese and a full-width space.
fn drawn(ascii: bool) -> String {
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::new("样.merit", TEXT));
    let at = TEXT.find("98").unwrap();
    let span = Span::new(id, at, at + 2);
    let diagnostic = Diagnostic::new(Code::Gap, span).label(span.before(), "").edit(span, "98%");
    show(&diagnostic, &sources, Look { tongue: Tongue::Zh, ascii, colour: false })
}

#[test]
fn a_place_is_told_in_characters() {
    assert!(drawn(false).contains("样.merit:2:28"), "{}", drawn(false));
}

#[test]
fn marks_stand_under_their_text() {
    let drawing = drawn(true);
    println!("{drawing}");
    let lines: Vec<&str> = drawing.lines().collect();
    let row = lines.iter().position(|line| line.contains("98 =>")).unwrap();
    let column = |line: &str, sign: &str| line.split_once(sign).unwrap().0.width();
    assert_eq!(column(lines[row], "98 =>"), column(lines[row + 1], "^"), "{drawing}");
}

#[test]
fn an_edit_shows_the_line_as_it_would_read() {
    assert!(drawn(true).contains("2 +     score 回复率　weight 40% { >= 98% => 100 }"), "{}", drawn(true));
}

#[test]
fn ascii_draws_with_ascii_only() {
    let frame = drawn(true).replace("样", "").replace(TEXT.trim_end(), "");
    assert!(!frame.contains(['╭', '─', '│', '×']), "{frame}");
}

#[test]
fn no_wrapped_line_is_wider_than_asked() {
    let text =
        "总分 = 89.5 没有任何一行接住：它落在 B [80, 89] 与 A [90, 100] 之间，这个人就没有档位，也没有绩效奖金。";
    for width in 12..80 {
        assert!(wrap(text, width).iter().all(|line| line.width() <= width), "{width}");
    }
}
