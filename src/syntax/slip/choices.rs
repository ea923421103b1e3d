//! Choices between two values as other tongues write them: `a if c else b`, `if (c) a else b`, `如果在职，则1，否则0`.

use super::{Piece, Place, conditions};
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::Keyword;
use crate::syntax::layout::Kind;

/// The first token of the value that a piece gives.
fn value_start(piece: &Piece) -> Option<usize> {
    let sign = match piece.place {
        Place::PayLine | Place::Assignment => "=",
        Place::Row | Place::GradeRow => "=>",
        Place::Item if piece.is(0, &[Keyword::Metric, Keyword::Let, Keyword::Param]) => "=",
        Place::Expression => return Some(0),
        _ => return None,
    };
    piece.find(sign).map(|sign| sign + 1)
}

fn all(piece: &Piece, keyword: Keyword) -> Vec<usize> {
    (0..piece.tokens.len()).filter(|at| piece.is(*at, &[keyword])).collect()
}

/// A choice in the tongue of one of its words.
fn choice(word: &str, condition: &str, then: &str, other: &str) -> String {
    let [if_word, then_word, else_word] = [Keyword::If, Keyword::Then, Keyword::Else]
        .map(|keyword| if word.is_ascii() { keyword.en() } else { keyword.zh() });
    format!("{if_word} {condition} {then_word} {then} {else_word} {other}")
}

/// `a if c else b`
pub fn behind(piece: &Piece) -> Option<Diagnostic> {
    let first = value_start(piece)?;
    let last = piece.tokens.len().checked_sub(1)?;
    let (ifs, elses) = (all(piece, Keyword::If), all(piece, Keyword::Else));
    let ([condition], [other]) = (ifs.as_slice(), elses.as_slice()) else { return None };
    let whole = first < *condition && condition + 1 < *other && *other < last && all(piece, Keyword::Then).is_empty();
    whole.then(|| {
        let word = piece.word(*condition);
        let parts = (piece.words(condition + 1, other - 1), piece.words(first, condition - 1));
        let wanted = choice(word, parts.0, parts.1, piece.words(other + 1, last));
        let told = Diagnostic::new(Code::ForeignSign, piece.span(*condition, *condition)).arg("found", word);
        told.arg("wanted", wanted.clone()).edit(piece.span(first, last), wanted)
    })
}

/// `if (c) a else b`
pub fn bracketed(piece: &Piece) -> Option<Diagnostic> {
    let ifs = all(piece, Keyword::If);
    let [at] = ifs.as_slice() else { return None };
    let mut depth = 0_usize;
    let close = (at + 1..piece.tokens.len()).find(|at| {
        match piece.word(*at) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })?;
    let joins = [Keyword::And, Keyword::Or, Keyword::Then, Keyword::Else, Keyword::In, Keyword::Is];
    let value = matches!(piece.kind(close + 1), Some(Kind::Word | Kind::Number | Kind::Text));
    let bare = piece.word(at + 1) == "(" && value && !piece.is(close + 1, &joins);
    (bare && all(piece, Keyword::Then).is_empty() && all(piece, Keyword::Else).len() == 1).then(|| {
        let then = if piece.word(*at).is_ascii() { Keyword::Then.en() } else { Keyword::Then.zh() };
        conditions::incomplete(piece, *at, "then").edit(piece.span(close, close).after(), format!(" {then}"))
    })
}

/// `如果在职，则1元，否则0元`: words of a condition that run into what they join.
pub fn glued(piece: &Piece) -> Option<Diagnostic> {
    const OPENERS: [&str; 5] = ["如果", "假如", "要是", "倘若", "若"];
    let first = value_start(piece)?;
    let last = piece.tokens.len().checked_sub(1).filter(|last| *last >= first)?;
    let text = piece.words(first, last);
    let (word, rest) = OPENERS.iter().find_map(|word| Some((*word, text.strip_prefix(word)?)))?;
    let alone = |word: Keyword| all(piece, word).len() == 1;
    let then = alone(Keyword::Then) || piece.find("那么").is_some();
    let apart = then && alone(Keyword::If) && alone(Keyword::Else);
    let (head, other) = rest.rsplit_once(Keyword::Else.zh()).filter(|_| !apart)?;
    let (condition, then) = head.rsplit_once("那么").or_else(|| head.rsplit_once(Keyword::Then.zh()))?;
    let [condition, then, other] = [condition, then, other].map(|part| part.trim_matches([' ', ',']));
    let plain = |part: &str| !part.is_empty() && !part.contains(',') && !OPENERS.iter().any(|word| part.contains(word));
    (plain(condition) && plain(then) && plain(other)).then(|| {
        let wanted = choice(word, condition, then, other);
        let told = Diagnostic::new(Code::ForeignSign, piece.span(first, last)).arg("found", piece.written(first, last));
        told.arg("wanted", wanted.clone()).edit(piece.span(first, last), wanted)
    })
}
