use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;

/// A gate's line that starts with `-` could be meant as the end of the line above.
pub fn gate_minus(piece: &Piece) -> Option<Diagnostic> {
    let starts = piece.place == Place::Condition && piece.word(0) == "-";
    starts.then(|| Diagnostic::new(Code::GateMinus, piece.span(0, 0)).edit(piece.span(0, 0), "0 -"))
}

fn places(piece: &Piece, keyword: Keyword) -> Vec<usize> {
    (0..piece.tokens.len()).filter(|at| piece.is(*at, &[keyword])).collect()
}

/// `if` without its `then` or `else`.
pub fn without_else(piece: &Piece) -> Option<Diagnostic> {
    let first = *places(piece, Keyword::If).first()?;
    let (ifs, thens) = (places(piece, Keyword::If).len(), places(piece, Keyword::Then).len());
    let elses = places(piece, Keyword::Else).len();
    let told = Diagnostic::new(Code::IncompleteIf, piece.span(first, first));
    if thens < ifs {
        return Some(told.variant("then"));
    }
    (elses < ifs).then(|| told.variant("else"))
}

/// `else` or `then` without its `if`.
pub fn without_if(piece: &Piece) -> Option<Diagnostic> {
    let ifs = places(piece, Keyword::If).len();
    let (thens, elses) = (places(piece, Keyword::Then), places(piece, Keyword::Else));
    let stray = if thens.len() > ifs { thens.first() } else { elses.get(ifs) };
    let at = *stray?;
    Some(Diagnostic::new(Code::IncompleteIf, piece.span(at, at)).variant("if").arg("word", piece.word(at)))
}

/// `if` as an operand without parentheses.
pub fn bare_if(piece: &Piece) -> Option<Diagnostic> {
    let at = places(piece, Keyword::If).into_iter().find(|at| {
        at.checked_sub(1)
            .is_some_and(|before| matches!(piece.word(before), "+" | "-" | "*" | "/" | "<" | ">" | "<=" | ">=" | "!="))
    })?;
    Some(Diagnostic::new(Code::IncompleteIf, piece.span(at, at)).variant("parentheses"))
}
