//! Diagnostics as they are drawn: places counted in characters, marks under the right columns.

use merit::diagnostic::{Code, Diagnostic};
use merit::render::{Look, Tongue, WIDTH, show, show_change, visible, wrap};
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
    show(&diagnostic, &sources, Look { tongue: Tongue::Zh, ascii, colour: false, width: WIDTH })
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

#[test]
fn lines_are_broken_where_both_tongues_break_them() {
    assert_eq!(wrap("总分没有任何一行接住，请改。", 10), ["总分没有任", "何一行接", "住，请改。"]);
    assert_eq!(wrap("no row takes 89.5 points", 12), ["no row takes", "89.5 points"]);
    assert_eq!(wrap("a\nb", 10), ["a", "b"]);
}

/// Text of others cannot write to the terminal; in a drawing each sign that is hidden keeps its place.
#[test]
fn nothing_that_moves_what_is_drawn_is_left() {
    let text = "a\u{1b}[2K\u{9b}b\u{202e}c\u{7f}\n";
    assert_eq!(visible(text), "a\u{fffd}[2K\u{fffd}b\u{fffd}c\u{fffd}\n");
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::new("p", text));
    let at = text.find('c').unwrap();
    let told = Diagnostic::new(Code::Gap, Span::new(id, at, at + 2));
    let drawing = show(&told, &sources, Look { tongue: Tongue::En, ascii: true, colour: false, width: WIDTH });
    let lines: Vec<&str> = drawing.lines().collect();
    let row = lines.iter().position(|line| line.contains("a?[2K¿b\u{fffd}c?")).unwrap_or_else(|| panic!("{drawing}"));
    let column = |line: &str, sign: char| line.split_once(sign).unwrap().0.width();
    assert_eq!(column(lines[row], 'c'), column(lines[row + 1], '^'), "{drawing}");
}

#[test]
fn of_a_change_only_what_differs_is_shown() {
    let shown = |old: &str, new: &str| {
        show_change(old, new, Look { tongue: Tongue::En, ascii: true, colour: false, width: WIDTH })
    };
    assert_eq!(shown("a\nb\nc", "a\nB\nc"), "     2 - b\n     2 + B\n");
    assert_eq!(shown("a\nb\nc\nd", "a\nd"), "     2 - b\n     3 - c\n");
    assert_eq!(shown("a\nb", "a\nb\nc"), "     3 + c\n");
    assert_eq!(shown("a", "a"), "");
    let many = |word: &str| (0..200).map(|n| format!("{word}{n}\n")).collect::<String>();
    assert_eq!(shown(&many("a"), &many("b")).lines().count(), 400);
}

/// In a window of any width, in colours and without: no line of a drawing is wider, and marks stand under their text.
#[test]
fn a_drawing_fits_a_narrow_window() {
    let text = "# 方案\n等级表 等级 按 总分 -> 系数 : 百分比 { A : >= 95.5 => 100%; B : < 60 => 50% } # 说明说明说明\n";
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::new("一个很长的文件名称一个很长的文件名称一个很长的文件名称.merit", text));
    for (marked, ascii) in [("60 =>", true), ("按 总分", true), ("95.5", false), ("系数", false)] {
        let at = text.find(marked).unwrap();
        let span = Span::new(id, at, at + marked.trim_end().len());
        let told = Diagnostic::new(Code::Gap, span).arg("region", "总分 在 60 到 95.5 之间").edit(span, "98%");
        for width in 20..WIDTH {
            let look = Look { tongue: Tongue::Zh, ascii, colour: false, width };
            let drawing = show(&told, &sources, look);
            assert!(drawing.lines().all(|line| line.width() <= width), "{width}\n{drawing}");
            let lines: Vec<&str> = drawing.lines().collect();
            let begin: String = marked.chars().take(1 + usize::from(marked.is_ascii())).collect();
            let row = lines.iter().position(|line| line.contains(&begin) && line.contains(['│', '|'])).unwrap();
            let column = |line: &str, sign: &str| line.split_once(sign).unwrap().0.width();
            let behind = |line: &str| line.split_once(['·', ':']).unwrap().1.to_owned();
            let mark = behind(lines[row + 1]);
            let lead = lines[row + 1].width() - mark.width();
            let first = mark.find(|c: char| c != ' ').unwrap();
            assert_eq!(column(lines[row], &begin), lead + mark[..first].width(), "{width}\n{drawing}");
            let coloured = show(&told, &sources, Look { colour: true, ..look });
            assert_eq!(coloured.lines().count(), drawing.lines().count(), "{width}\n{coloured}");
        }
    }
}

#[test]
fn a_line_without_end_is_not_drawn_whole() {
    let text = "总分 + ".repeat(100_000);
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::new("p", text.as_str()));
    let told = Diagnostic::new(Code::Gap, Span::new(id, 5_000 * 9, 5_000 * 9 + 6));
    let drawing = show(&told, &sources, Look { tongue: Tongue::Zh, ascii: false, colour: true, width: WIDTH });
    assert!(drawing.len() < 2_000 && drawing.contains("… + 总分 + 总分"), "{}", drawing.len());
}
