//! What happens to a text before the grammar reads it: full-width characters become their ASCII
//! twins, comments become blanks, and a line end stays only where it ends something. Every byte
//! of the prepared text knows where it came from, so spans are exact in the text as written.

mod block;
mod bracket;
mod characters;
mod commas;
mod indented;
mod limits;
mod lines;
mod names;
mod remark;
mod text;
mod token;

pub use bracket::SHALLOW;
pub use characters::twin;
pub use names::{Spaced, told as spaced};
pub use token::{Kind, Token, tokens};

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, SourceFile, Span};

/// A text as the grammar reads it.
#[derive(Debug)]
pub struct Layout {
    /// The prepared text.
    pub text: String,
    /// How deep its brackets are nested.
    pub depth: usize,
    /// Its comments, each from its `#` to the end of the line.
    pub comments: Vec<Span>,
    /// Remarks as other languages begin them, which were told.
    pub remarks: Vec<Span>,
    /// Commas and brackets that were told, and are blanks in the prepared text.
    pub dropped: Vec<Span>,
    /// Names of several words, which are one in the prepared text.
    pub spaced: Vec<Spaced>,
    /// For each of its bytes, and its end, the byte of the source it came from.
    origins: Vec<u32>,
    file: FileId,
}

impl Layout {
    /// The place in the source of the prepared bytes from `start` to `end`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let origin = |at: usize| self.origins.get(at).or(self.origins.last()).map_or(0, |at| *at as usize);
        Span::new(self.file, origin(start), origin(end))
    }

    /// The same text, all of which came from the beginning of the source.
    pub fn without_places(&self) -> Layout {
        Layout {
            text: self.text.clone(),
            depth: self.depth,
            comments: vec![],
            remarks: vec![],
            dropped: vec![],
            spaced: vec![],
            origins: vec![0],
            file: self.file,
        }
    }

    /// Whether it came so.
    pub fn is_placeless(&self) -> bool {
        self.origins.len() == 1
    }

    /// Whether the byte `at` was put in by [`prepare`], and is in no source.
    pub fn is_inserted(&self, at: usize) -> bool {
        self.origins.get(at) == self.origins.get(at + 1)
    }

    /// Puts signs of one byte in the place of others.
    fn mean(&mut self, signs: &[(usize, char)]) {
        for (at, sign) in signs {
            if self.text.is_char_boundary(*at) && self.text.is_char_boundary(at + 1) {
                self.text.replace_range(*at..at + 1, sign.encode_utf8(&mut [0; 4]));
            }
        }
    }

    /// Puts `inserted` before the byte `at`, without a place of its own in the source.
    fn insert(&mut self, at: usize, inserted: char) {
        let origin = self.origins.get(at).copied().unwrap_or(0);
        self.text.insert(at, inserted);
        self.origins.insert(at, origin);
    }
}

/// Whether a text begins with a declaration.
pub fn begins_with_declaration(text: &str) -> bool {
    let found = tokens(text);
    let first = found.iter().position(|token| token.kind != Kind::Newline).unwrap_or(0);
    block::begins_declaration(text, &found, first)
}

/// Whether a text wants more behind its end: a bracket is open there, or its last line goes on. A blank line ends what
/// would go on.
pub fn unfinished(source: &SourceFile) -> bool {
    let id = FileId::default();
    if limits::refused(id, source).is_some() {
        return false;
    }
    let layout = characters::plain(id, source, &mut vec![]);
    let found = tokens(&layout.text);
    let open = found.iter().fold(0_usize, |open, token| match token.of(&layout.text) {
        "(" | "[" | "{" => open + 1,
        ")" | "]" | "}" => open.saturating_sub(1),
        _ => open,
    });
    let end = found.iter().rposition(|token| token.kind != Kind::Newline).map_or(0, |last| last + 1);
    open > 0 || (found.len() < end + 2 && lines::goes_on(&layout.text, &found, end))
}

/// Prepares a text, and tells what is wrong with its strings and brackets. `None` where the text is
/// too big or too deep to be read at all.
pub fn prepare(id: FileId, source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Option<Layout> {
    if let Some(refused) = limits::refused(id, source) {
        diagnostics.push(refused);
        return None;
    }
    let mut layout = characters::plain(id, source, diagnostics);
    indented::enclose(&mut layout, source, diagnostics);
    let mut found = tokens(&layout.text);
    commas::drop_needless(&mut layout, &mut found, diagnostics);
    names::join(&mut layout, &mut found);
    let brackets = bracket::match_brackets(&layout, &found, diagnostics);
    if brackets.too_deep {
        return None;
    }
    layout.depth = brackets.depth;
    layout.mean(&brackets.meant);
    lines::join(&mut layout, &found, &brackets.inside, &brackets.stray);
    for (at, bracket) in brackets.missing.iter().rev() {
        layout.insert(*at, *bracket);
    }
    match limits::too_long(&layout) {
        Some(refused) => {
            diagnostics.push(refused);
            None
        }
        None => Some(layout),
    }
}
