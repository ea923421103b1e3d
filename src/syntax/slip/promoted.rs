//! `promote to S when x = 100%`: a label that is another one in some cases is a value of its own.

use super::{Piece, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// Words that lift or lower somebody, as a declaration or a row.
const WORDS: [&str; 8] = ["promote", "demote", "升级", "降级", "升为", "降为", "升", "降"];

/// Tells a declaration, or a row, that promotes.
pub fn promoted(piece: &Piece) -> Option<Diagnostic> {
    let stands = matches!(piece.place, Place::Item | Place::GradeRow) && WORDS.contains(&piece.word(0));
    let to = if piece.is(1, &[Keyword::To]) || matches!(piece.word(1), "到" | "为" | "成") { 2 } else { 1 };
    let when = piece.find(Keyword::When.zh()).or_else(|| piece.find(Keyword::When.en()))?;
    (stands && when == to + 1 && piece.kind(to) == Some(Kind::Word)).then_some(())?;
    let last = piece.tokens.len() - 1;
    let [let_word, if_word, then, or] =
        [Keyword::Let, Keyword::If, Keyword::Then, Keyword::Else].map(|keyword| piece.keyword(keyword));
    let (label, condition) = (piece.word(to), piece.written(when + 1, last));
    let grade = piece.grade().unwrap_or("…");
    let name = if piece.is_chinese() { "最终等级" } else { "final_grade" };
    let wanted = format!("{let_word} {name} = {if_word} {condition} {then} {label} {or} {grade}");
    let told = Diagnostic::new(Code::UnknownDeclaration, piece.span(0, 0)).variant("promote");
    let told = told.arg("found", piece.word(0)).arg("wanted", wanted.clone());
    let whole = piece.place == Place::Item && piece.grade().is_some() && !piece.mentions(name) && when < last;
    Some(if whole { told.edit(piece.span(0, last), wanted) } else { told })
}
