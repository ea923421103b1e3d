//! `if violations > 2 then total score = 0`: what a total is in some cases is a part of what it is.

use super::totals::is_total;
use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Tells a sentence about the total, where nothing else says what the total is.
pub fn total(piece: &Piece) -> Option<Diagnostic> {
    let opens = piece.is(0, &[Keyword::If, Keyword::When]) || matches!(piece.word(0), "若" | "凡");
    let last = piece.tokens.len().checked_sub(1).filter(|_| piece.place == Place::Item && opens)?;
    let sign = (1..last).rev().find(|at| matches!(piece.word(*at), "=" | "为" | "is"))?;
    let start = (1..sign).find(|at| is_total(piece.words(*at, sign - 1)))?;
    let said = |at: usize| piece.is(at, &[Keyword::Then]) || piece.word(at) == ",";
    let end = if said(start - 1) { start - 2 } else { start - 1 };
    let value = piece.words(sign + 1, last);
    let figure = piece.after_quantity(sign + 1) == Some(last + 1);
    (piece.total().is_none() && end > 0 && figure).then_some(())?;
    let word = |keyword| piece.spoken(keyword);
    let name = match piece.kind(start) {
        Some(Kind::Word) if start + 1 == sign => piece.word(start),
        _ if word(Keyword::Metric).is_ascii() => "total",
        _ => "总分",
    };
    let wanted = format!(
        "{} {name} : {} = {} {} {} {} {} {}",
        word(Keyword::Metric),
        word(Keyword::Points),
        word(Keyword::If),
        piece.words(1, end),
        word(Keyword::Then),
        value,
        word(Keyword::Else),
        word(Keyword::Scores)
    );
    let span = piece.span(0, last);
    let told = Diagnostic::new(Code::UnknownDeclaration, span).variant("veto").arg("found", piece.written(0, last));
    Some(told.arg("wanted", wanted.clone()).edit(span, wanted))
}
