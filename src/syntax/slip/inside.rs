//! `sku starts with "A-"`, `note like "%gift%"`, `"gift" in note`: texts are compared whole.

use super::Piece;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Words of other tongues that look into a text.
const WORDS: [&str; 17] = [
    "starts",
    "starts_with",
    "startswith",
    "begins",
    "ends",
    "ends_with",
    "endswith",
    "contains",
    "includes",
    "like",
    "ilike",
    "matches",
    "包含",
    "含有",
    "开头",
    "结尾",
    "匹配",
];

/// Tells a condition that looks into a text.
pub fn inside(piece: &Piece) -> Option<Diagnostic> {
    (0..piece.tokens.len()).find_map(|at| worded(piece, at).or_else(|| within(piece, at)))
}

/// `note like "%gift%"`, `以 "A-" 开头`
fn worded(piece: &Piece, at: usize) -> Option<Diagnostic> {
    let word = piece.word(at).to_lowercase();
    let is_text = |at: usize| piece.kind(at) == Some(Kind::Text);
    let last = if piece.is(at + 1, &[Keyword::With]) || piece.word(at + 1) == "by" { at + 1 } else { at };
    let beside = is_text(last + 1) || at > 0 && is_text(at - 1);
    (piece.kind(at) == Some(Kind::Word) && WORDS.contains(&word.as_str()) && beside).then(|| told(piece, at, last))
}

/// `"gift" in note`
fn within(piece: &Piece, at: usize) -> Option<Diagnostic> {
    let text = at > 0 && piece.kind(at - 1) == Some(Kind::Text);
    let named = piece.kind(at + 1) == Some(Kind::Word);
    (text && piece.is(at, &[Keyword::In]) && named).then(|| told(piece, at, at))
}

fn told(piece: &Piece, first: usize, last: usize) -> Diagnostic {
    Diagnostic::new(Code::Syntax, piece.span(first, last)).variant("text").arg("found", piece.words(first, last))
}
