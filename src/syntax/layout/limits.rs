//! Texts and expressions that are too large to be read, and files that are no text.

use super::{Kind, Layout, tokens};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, SourceFile, Span};
use crate::syntax::Keyword;

/// The greatest file that is read, in bytes.
const MOST_BYTES: usize = 10_000_000;

/// The most operators and parentheses that one expression may have: later passes go as deep.
const MOST_OPERATORS: usize = 500;

/// A file that is no policy text at all.
pub fn refused(id: FileId, source: &SourceFile) -> Option<Diagnostic> {
    let text = &source.text;
    if text.len() > MOST_BYTES {
        return Some(Diagnostic::new(Code::TooBig, Span::new(id, 0, 0)));
    }
    let zero = text.find('\0').map(|at| Span::new(id, at, at + 1));
    zero.map(|span| Diagnostic::new(Code::NotText, span))
}

/// An expression that is longer than any policy needs.
pub fn too_long(layout: &Layout) -> Option<Diagnostic> {
    const WORDS: [Keyword; 6] =
        [Keyword::And, Keyword::Or, Keyword::Not, Keyword::If, Keyword::Otherwise, Keyword::OtherwiseValue];
    let (mut operators, mut depth) = (0_usize, 0_usize);
    for token in tokens(&layout.text) {
        let word = token.of(&layout.text);
        match token.kind {
            Kind::Newline => operators = 0,
            Kind::Word if WORDS.iter().any(|keyword| keyword.is(word)) => operators += 1,
            Kind::Sign => match word {
                ";" | "{" | "}" => operators = 0,
                "," if depth == 0 => operators = 0,
                "(" | "[" => (operators, depth) = (operators + 1, depth + 1),
                ")" | "]" => depth = depth.saturating_sub(1),
                "+" | "-" | "*" | "/" | "=" | "<" | ">" | "<=" | ">=" | "!=" | "." => operators += 1,
                _ => {}
            },
            _ => {}
        }
        if operators > MOST_OPERATORS {
            let span = layout.span(token.range.start, token.range.end);
            return Some(Diagnostic::new(Code::TooDeep, span).variant("long"));
        }
    }
    None
}
