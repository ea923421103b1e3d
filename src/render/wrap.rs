//! The breaking of texts into lines, Chinese and English.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Signs that never begin a line.
const CLOSING: &str = "，。；：、！？）】》」”’…%‰,.;:!?)]}>";
/// Signs that never end a line.
const OPENING: &str = "（【《「“‘([{<";

/// Breaks a text into lines of at most `width` columns, as Chinese and English are broken: at blanks, and
/// between wide characters where neither line begins or ends with the wrong sign. A line break in the
/// text stays one.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, width.max(1))).collect()
}

fn wrap_line(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![];
    let mut line = String::new();
    let mut columns = 0;
    for piece in pieces(text) {
        let visible = piece.trim_end().width();
        if columns > 0 && columns + visible > width {
            lines.push(line.trim_end().to_owned());
            line.clear();
            columns = 0;
        }
        line.push_str(piece);
        columns += piece.width();
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The pieces between which a line may be broken; a blank belongs to what stands before it.
pub fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = vec![];
    let mut start = 0;
    let (mut earlier, mut before) = (' ', ' ');
    for (at, next) in text.char_indices() {
        // A comparison keeps its bound: `>= 90` stands on one line.
        let compares = before == ' ' && "<>=".contains(earlier);
        if at > 0 && !compares && may_break(before, next) {
            pieces.push(text.get(start..at).unwrap_or(""));
            start = at;
        }
        (earlier, before) = (before, next);
    }
    pieces.push(text.get(start..).unwrap_or(""));
    pieces
}

fn may_break(before: char, next: char) -> bool {
    if next == ' ' {
        return false;
    }
    let wide = before.width() == Some(2) || next.width() == Some(2);
    before == ' ' || (wide && !CLOSING.contains(next) && !OPENING.contains(before))
}
