//! What comes from the cells of a spreadsheet: `销售额的30%`, `x % 100`, `3000¥`, `= =x`, `$B$2`.

use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

fn told(piece: &Piece, first: usize, last: usize, wanted: String) -> Diagnostic {
    let span = piece.span(first, last);
    let told = Diagnostic::new(Code::ForeignSign, span).arg("found", piece.written(first, last));
    told.arg("wanted", wanted.clone()).edit(span, wanted)
}

/// `销售额的30%`
pub fn share(piece: &Piece) -> Option<Diagnostic> {
    (0..piece.tokens.len()).filter(|at| piece.kind(*at) == Some(Kind::Word)).find_map(|at| {
        let (name, figure) = piece.word(at).rsplit_once('的').filter(|(name, _)| !name.is_empty())?;
        let percent = if figure.is_empty() { at + 2 } else { at + 1 };
        let digits = if figure.is_empty() { piece.word(at + 1) } else { figure };
        let number = digits.starts_with(|c: char| c.is_ascii_digit()) && matches!(piece.word(percent), "%" | "‰");
        number.then(|| told(piece, at, percent, format!("{name} * {digits}{}", piece.word(percent))))
    })
}

/// `x % 100`: what is left of a division.
pub fn remainder(piece: &Piece) -> Option<Diagnostic> {
    let at = (2..piece.tokens.len()).find(|at| piece.word(*at) == "%" && piece.kind(at - 1) == Some(Kind::Word))?;
    let member = piece.word(at - 2) == ".";
    let end = piece.after_quantity(at + 1).filter(|_| piece.place != Place::Field && !member)?;
    let (value, by) = (piece.word(at - 1), piece.words(at + 1, end - 1));
    let (steps, full) = (piece.keyword(Keyword::Steps), piece.keyword(Keyword::Full));
    Some(told(piece, at - 1, end - 1, format!("({value} - {steps}({value}, {by}, {full}) * {by})")))
}

/// `3000¥`
pub fn sign_behind(piece: &Piece) -> Option<Diagnostic> {
    let at = (1..piece.tokens.len()).find(|at| {
        let ends = piece.kind(at + 1) != Some(Kind::Number);
        piece.word(*at) == "¥" && piece.kind(at - 1) == Some(Kind::Number) && ends
    })?;
    Some(told(piece, at - 1, at, format!("¥{}", piece.word(at - 1))))
}

/// `metric x : money = =sales`
pub fn second_equals(piece: &Piece) -> Option<Diagnostic> {
    let at = (1..piece.tokens.len()).find(|at| piece.word(*at) == "=" && piece.word(at - 1) == "=")?;
    let span = piece.span(at, at);
    Some(Diagnostic::new(Code::ForeignSign, span).variant("drop").arg("found", "=").safe_edit(span, ""))
}

/// `$B$2`
pub fn cell(piece: &Piece) -> Option<Diagnostic> {
    let at = (0..piece.tokens.len()).find(|at| piece.word(*at) == "$" && piece.kind(at + 1) == Some(Kind::Word))?;
    let column = |text: &str| text.len() <= 2 && text.bytes().all(|c| c.is_ascii_uppercase());
    let last = match piece.word(at + 1) {
        letters if column(letters) && piece.word(at + 2) == "$" && piece.kind(at + 3) == Some(Kind::Number) => at + 3,
        word if is_cell(word) => at + 1,
        _ => return None,
    };
    let told = Diagnostic::new(Code::UnknownName, piece.span(at, last)).variant("cell");
    Some(told.arg("name", piece.words(at, last)))
}

/// Whether a name is that of a cell: `A1`, `BC20`.
pub fn is_cell(name: &str) -> bool {
    let row = name.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = name.len() - row.len();
    (1..=2).contains(&letters)
        && !row.starts_with('0')
        && (1..=5).contains(&row.len())
        && row.bytes().all(|c| c.is_ascii_digit())
}
