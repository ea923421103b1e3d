//! What is wrong with the arrow of a row.

use super::piece::is_unit;
use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// A sign or word that stands where an arrow of another kind is wanted.
pub fn wrong(piece: &Piece, at: usize, wanted: &'static str) -> Diagnostic {
    let span = piece.span(at, at);
    Diagnostic::new(Code::WrongArrow, span).arg("found", piece.word(at)).arg("wanted", wanted).safe_edit(span, wanted)
}

/// `=> 90` and `=< 90` for `>= 90` and `<= 90`.
pub fn reversed(piece: &Piece) -> Option<Diagnostic> {
    let first = if piece.place == Place::GradeRow && piece.word(1) == ":" { 2 } else { 0 };
    if !piece.place.is_row() {
        return None;
    }
    if piece.word(first) == "=>" {
        return Some(wrong(piece, first, ">="));
    }
    let wanted = match (piece.word(first), piece.word(first + 1)) {
        ("=", "<") => "<=",
        ("=", ">") => ">=",
        _ => return None,
    };
    let span = piece.span(first, first + 1);
    let told = Diagnostic::new(Code::WrongArrow, span).arg("found", piece.words(first, first + 1));
    Some(told.arg("wanted", wanted).safe_edit(span, wanted))
}

/// Two rows on one line.
pub fn joined_rows(piece: &Piece) -> Option<Diagnostic> {
    if !piece.place.is_row() {
        return None;
    }
    let mut arrows = (0..piece.tokens.len()).filter(|at| piece.word(*at) == "=>");
    let (first, second) = (arrows.next()?, arrows.next()?);
    let told = Diagnostic::new(Code::RowsOnOneLine, piece.span(second, second));
    // Where the first row's value is one quantity, the next row starts right behind it.
    let boundary = piece.after_quantity(first + 1).filter(|next| *next <= second);
    Some(match boundary {
        Some(next) if next == second => wrong(piece, second, ">="),
        Some(next) if piece.word(next) == "," => told.safe_edit(piece.span(next, next), ";"),
        Some(next) => {
            let gap = piece.span(next - 1, next - 1).after();
            told.label(piece.span(next, next), "next").safe_edit(gap, ";")
        }
        None => told,
    })
}

/// A row without `=>`, or with something else in its place.
pub fn in_row(piece: &Piece) -> Option<Diagnostic> {
    if !piece.place.is_row() {
        return None;
    }
    if piece.find("=>").is_some() {
        // A label and a colon begin the rows of a grade only.
        let colon = (piece.place == Place::Row && piece.word(1) == ":").then_some(1)?;
        let span = piece.span(0, colon);
        return Some(Diagnostic::new(Code::WrongArrow, span).variant("label").arg("found", piece.word(0)));
    }
    if let Some(next) = next_label(piece) {
        let gap = piece.span(next - 1, next - 1).after();
        let told = Diagnostic::new(Code::RowsOnOneLine, piece.span(next, next));
        return Some(told.safe_edit(gap, ";"));
    }
    let arrow = piece.find("->").or_else(|| {
        let mut colons = (0..piece.tokens.len()).filter(|at| piece.word(*at) == ":");
        if piece.place == Place::Row { colons.next_back() } else { colons.skip(1).last() }
    });
    let arrow = arrow.or_else(|| (1..piece.tokens.len()).rev().find(|at| piece.word(*at) == "="));
    let found = arrow.map(|at| wrong(piece, at, "=>"));
    found.or_else(|| double_arrow(piece))
}

/// The label of the next row of a grade, on the line of the one before: `A : >= 80 B : < 80`.
fn next_label(piece: &Piece) -> Option<usize> {
    let name = |at: usize| match piece.kind(at) {
        Some(Kind::Word) => !is_unit(piece.word(at)),
        kind => kind == Some(Kind::Text),
    };
    let colon = (piece.place == Place::GradeRow).then(|| piece.find(":"))??;
    (colon + 3..piece.tokens.len()).find(|at| piece.word(at + 1) == ":" && name(*at))
}

/// `= >`, `- >`: an arrow with a blank in it.
fn double_arrow(piece: &Piece) -> Option<Diagnostic> {
    let at =
        (1..piece.tokens.len()).find(|at| piece.word(*at) == ">" && matches!(piece.word(at - 1), "=" | "-" | "=="))?;
    let span = piece.span(at - 1, at);
    Some(
        Diagnostic::new(Code::WrongArrow, span)
            .arg("found", piece.words(at - 1, at))
            .arg("wanted", "=>")
            .safe_edit(span, "=>"),
    )
}

/// `=>`, `->` or `:` where a value is given with `=`.
pub fn in_value(piece: &Piece) -> Option<Diagnostic> {
    let gives = match piece.place {
        Place::PayLine | Place::Assignment => true,
        Place::Item => piece.is(0, &[Keyword::Metric, Keyword::Let, Keyword::Param, Keyword::Type]),
        _ => false,
    };
    if !gives || piece.find("=").is_some() {
        return None;
    }
    let arrow = piece.find("=>").or_else(|| piece.find("->"));
    let declares = piece.place == Place::Item && !piece.is(0, &[Keyword::Type]);
    let colon = || (!declares).then(|| piece.find(":")).flatten();
    arrow.or_else(colon).map(|at| wrong(piece, at, "="))
}

/// `=>` or `=` before the outputs of a table, where `->` stands.
pub fn in_head(piece: &Piece) -> Option<Diagnostic> {
    if piece.place != Place::Item || !piece.is(0, &[Keyword::Grade, Keyword::Table]) {
        return None;
    }
    let block = piece.find("{").unwrap_or(piece.tokens.len());
    (0..block).find(|at| matches!(piece.word(*at), "=>" | "=")).map(|at| wrong(piece, at, "->"))
}

/// Two values of a row without a comma between them.
pub fn values(piece: &Piece) -> Option<Diagnostic> {
    let arrow = piece.find("=>").filter(|_| piece.place.is_row())?;
    let next = piece.after_quantity(arrow + 1)?;
    let starts = matches!(piece.kind(next)?, Kind::Number | Kind::Text);
    starts.then(|| {
        let gap = piece.span(next - 1, next - 1).after();
        Diagnostic::new(Code::MissingComma, piece.span(next, next)).arg("before", piece.word(next)).safe_edit(gap, ",")
    })
}
