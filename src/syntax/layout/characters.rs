//! The prepared text, character by character: full-width ones as their ASCII twins, comments as blanks.

use super::{Layout, remark, text};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, SourceFile, Span};

/// The prepared text while it grows.
struct Plain<'a> {
    source: &'a str,
    layout: Layout,
}

/// The text with every character outside strings as its ASCII twin, and comments as blanks.
pub fn plain(id: FileId, source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Layout {
    let text = source.text.as_str();
    let layout = Layout {
        text: String::with_capacity(text.len()),
        origins: Vec::with_capacity(text.len() + 1),
        depth: 0,
        comments: vec![],
        remarks: vec![],
        dropped: vec![],
        spaced: vec![],
        file: id,
    };
    let mut plain = Plain { source: text, layout };
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        at = match c {
            '#' | '＃' => plain.comment(at),
            '"' | '＂' | '“' | '”' => plain.string(at, c, diagnostics),
            '/' | '／' | '-' if let Some(sign) = remark::sign(text, at) => {
                let (end, told) = plain.foreign_comment(source, at, sign);
                diagnostics.push(told);
                end
            }
            _ => plain.character(at, c),
        };
    }
    plain.layout.origins.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    plain.layout
}

impl Plain<'_> {
    fn push(&mut self, at: usize, c: char) {
        self.layout.text.push(c);
        let origin = u32::try_from(at).unwrap_or(u32::MAX);
        self.layout.origins.extend(std::iter::repeat_n(origin, c.len_utf8()));
    }

    fn character(&mut self, at: usize, c: char) -> usize {
        match c {
            '≥' => ['>', '='].map(|c| self.push(at, c)).len(),
            '≤' => ['<', '='].map(|c| self.push(at, c)).len(),
            '≠' => ['!', '='].map(|c| self.push(at, c)).len(),
            _ => [twin(c)].map(|c| self.push(at, c)).len(),
        };
        at + c.len_utf8()
    }

    fn comment(&mut self, start: usize) -> usize {
        let rest = self.source.get(start..).unwrap_or("");
        let length = rest.find('\n').unwrap_or(rest.len());
        for (at, _) in rest.get(..length).unwrap_or("").char_indices() {
            self.push(start + at, ' ');
        }
        self.layout.comments.push(Span::new(self.layout.file, start, start + length));
        start + length
    }

    /// A remark as other languages begin it: told, and a remark all the same.
    fn foreign_comment(&mut self, file: &SourceFile, start: usize, sign: &str) -> (usize, Diagnostic) {
        let (end, told) = remark::told(self.layout.file, file, start, sign);
        for (at, c) in self.source.get(start..end).unwrap_or("").char_indices() {
            self.push(start + at, if c == '\n' { c } else { ' ' });
        }
        self.layout.remarks.push(Span::new(self.layout.file, start, end));
        (end, told)
    }

    /// Copies a string; where it is not closed, its line's end closes it.
    fn string(&mut self, start: usize, opener: char, diagnostics: &mut Vec<Diagnostic>) -> usize {
        let inside = start + opener.len_utf8();
        let rest = self.source.get(inside..).unwrap_or("");
        let line = rest.lines().next().unwrap_or("");
        let (length, closer) = match closing(line, opener) {
            Some((length, closer)) => (length, Some(closer)),
            None => (line.trim_end().len(), None),
        };
        if closer.is_none()
            && let Some((end, told)) = text::broken(self.layout.file, self.source, start, inside, length)
        {
            diagnostics.push(told);
            self.push(start, '"');
            for (at, c) in self.source.get(inside..end).unwrap_or("").char_indices() {
                self.push(inside + at, if matches!(c, '\n' | '\r') { ' ' } else { c });
            }
            self.push(end, '"');
            return end + self.source.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        }
        self.push(start, '"');
        for (at, c) in line.get(..length).unwrap_or("").char_indices() {
            self.push(inside + at, c);
        }
        if closer.is_none() && ends_escaped(line.get(..length).unwrap_or("")) {
            // Else the quote that is put in would be the escaped one.
            self.push(inside + length, '\\');
        }
        self.push(inside + length, '"');
        if closer.is_none() {
            let span = Span::new(self.layout.file, start, inside + length);
            let told = Diagnostic::new(Code::UnclosedText, span);
            // A text that holds what parts a line has swallowed some of it; where it was to end nobody knows.
            let swallowed = line
                .get(..length)
                .unwrap_or("")
                .contains([':', ',', ';', '{', '}', '(', ')', '=', '：', '，', '；', '｛']);
            diagnostics.push(if swallowed { told } else { told.edit(span.after(), "\"") });
        }
        inside + length + closer.map_or(0, char::len_utf8)
    }
}

/// How far it is to the quote that closes a string, and which it is. A string that starts with a
/// curly quote may hold straight ones only if a curly one ends it.
fn closing(line: &str, opener: char) -> Option<(usize, char)> {
    let first = |quotes: &[char]| {
        let mut escaped = false;
        line.char_indices().find(|(_, c)| {
            let found = !escaped && quotes.contains(c);
            escaped = *c == '\\' && !escaped;
            found
        })
    };
    match opener {
        '“' | '”' => first(&['”', '“', '"', '＂']),
        _ => first(&['"', '＂']).or_else(|| first(&['”'])),
    }
}

/// Whether what follows a text is escaped by its last backslash.
fn ends_escaped(text: &str) -> bool {
    (text.len() - text.trim_end_matches('\\').len()) % 2 == 1
}

/// The ASCII character that means the same; otherwise the character itself.
pub fn twin(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '￥' => '¥',
        '【' => '[',
        '】' => ']',
        '×' => '*',
        '÷' => '/',
        '−' => '-',
        '〜' => '~',
        '\n' => '\n',
        '\u{200b}' | '\u{feff}' => ' ',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}
