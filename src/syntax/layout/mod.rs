//! What happens to a text before the grammar reads it: full-width characters become their ASCII
//! twins, comments become blanks, and a line end stays only where it ends something. Every byte
//! of the prepared text knows where it came from, so spans are exact in the text as written.

mod bracket;
mod characters;
mod lines;
mod token;

pub use bracket::{Brackets, match_brackets};
pub use token::{Kind, Token, tokens};

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, SourceFile, Span};

/// A text as the grammar reads it.
#[derive(Debug)]
pub struct Layout {
    /// The prepared text.
    pub text: String,
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

    /// Puts `inserted` before the byte `at`, without a place of its own in the source.
    fn insert(&mut self, at: usize, inserted: char) {
        let origin = self.origins.get(at).copied().unwrap_or(0);
        self.text.insert(at, inserted);
        self.origins.insert(at, origin);
    }
}

/// Prepares a text, and tells what is wrong with its strings and brackets.
pub fn prepare(id: FileId, source: &SourceFile) -> (Layout, Vec<Token>, Vec<Diagnostic>) {
    let mut diagnostics = vec![];
    let mut layout = characters::plain(id, source, &mut diagnostics);
    let found = tokens(&layout.text);
    let brackets = match_brackets(&layout, &found, &mut diagnostics);
    lines::join(&mut layout, &found, &brackets);
    for (at, closer) in brackets.missing.iter().rev() {
        layout.insert(*at, *closer);
    }
    (layout, found, diagnostics)
}
