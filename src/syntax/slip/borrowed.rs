//! What formulas bring along from other languages: `$sales`, `{sales} * 2`, `in in`, `case when … then … end`.

use super::{Piece, formulas, signs};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// `$销售额`, `@sales`: a sign before a name.
pub fn sigil(piece: &Piece) -> Option<Diagnostic> {
    let first = formulas::value_start(piece)?;
    let at = (first..piece.tokens.len()).find(|at| {
        let sign = matches!(piece.word(*at), "$" | "@");
        sign && piece.kind(at + 1) == Some(Kind::Word) && piece.touches(at + 1) && piece.is_repeated(at + 1, at + 1)
    })?;
    let span = piece.span(at, at);
    let told = Diagnostic::new(Code::ForeignSign, span).variant("drop").arg("found", piece.word(at));
    Some(told.edit(span, ""))
}

/// `in in`, `属于 属于`: a word that joins, written twice.
pub fn doubled(piece: &Piece) -> Option<Diagnostic> {
    const WORDS: [Keyword; 10] = [
        Keyword::In,
        Keyword::And,
        Keyword::Or,
        Keyword::When,
        Keyword::If,
        Keyword::Then,
        Keyword::Else,
        Keyword::By,
        Keyword::Weight,
        Keyword::Is,
    ];
    let twice = |at: &usize| piece.is(*at, &WORDS) && piece.word(*at) == piece.word(at + 1);
    (0..piece.tokens.len()).find(twice).map(|at| signs::dropped(piece, at))
}

/// `case when a then b when c then d else e end`
pub fn case(piece: &Piece) -> Option<Diagnostic> {
    let first = formulas::value_start(piece)?;
    let last = piece.tokens.len().checked_sub(1)?;
    let reads = |at: usize, word: &str| piece.word(at).eq_ignore_ascii_case(word);
    let begins = reads(first, "case") && (reads(first + 1, "when") || piece.is(first + 1, &[Keyword::When]));
    (begins && reads(last, "end")).then_some(())?;
    let word = |keyword: Keyword| piece.spoken(keyword);
    let mut text = String::new();
    for at in first + 1..last {
        let meant = [Keyword::When, Keyword::Then, Keyword::Else]
            .into_iter()
            .find(|it| reads(at, it.en()) || it.is(piece.word(at)));
        let part = match meant {
            Some(Keyword::When) if text.is_empty() => word(Keyword::If).to_owned(),
            Some(Keyword::When) => format!("{} {}", word(Keyword::Else), word(Keyword::If)),
            Some(meant) => word(meant).to_owned(),
            None => piece.words(at, at).to_owned(),
        };
        let gap = if text.is_empty() || piece.touches(at) { "" } else { " " };
        text = format!("{text}{gap}{part}");
    }
    let told = Diagnostic::new(Code::ForeignSign, piece.span(first, first)).arg("found", piece.written(first, first));
    Some(told.arg("wanted", text.clone()).edit(piece.span(first, last), text))
}
